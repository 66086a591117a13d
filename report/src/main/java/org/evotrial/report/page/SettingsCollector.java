package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Walks over a part of the configuration. Objects that carry remarks of their own, or many settings, stand alone; the
 * others are folded into the object around them.
 */
final class SettingsCollector {
    private static final int FOLDED_AT_MOST = 8;

    private final String title;
    private final List<Settings.Value> values = new ArrayList<>();
    private final List<Inner> inner = new ArrayList<>();

    private record Inner(String title, String pointer, JsonNode node) {}

    private record Entry(String key, String name, JsonNode value) {}

    private SettingsCollector(String title) {
        this.title = title;
    }

    static List<Settings> collect(String title, String pointer, JsonNode node) {
        SettingsCollector collector = new SettingsCollector(title);
        collector.gather("", pointer, node);
        List<Settings> all = new ArrayList<>();
        List<String> remarks = Settings.remarksOf(node);
        if (!collector.values.isEmpty() || !remarks.isEmpty()) {
            all.add(new Settings(title, pointer, collector.values, remarks));
        }
        for (Inner part : collector.inner) {
            all.addAll(collect(part.title(), part.pointer(), part.node()));
        }
        return all;
    }

    private void gather(String prefix, String pointer, JsonNode node) {
        if (!node.isContainer()) {
            values.add(new Settings.Value(prefix.isEmpty() ? "value" : prefix, Settings.text(node)));
        } else if (isFlatArray(node)) {
            values.add(new Settings.Value(prefix.isEmpty() ? "values" : prefix, joined(node)));
        } else {
            for (Entry entry : entries(node)) {
                String name = prefix.isEmpty() ? entry.name() : prefix + " › " + entry.name();
                String path = pointer + "/" + entry.key().replace("~", "~0").replace("/", "~1");
                if (entry.value().isContainer() && standsAlone(entry.value())) {
                    inner.add(new Inner(title + " › " + name, path, entry.value()));
                } else {
                    gather(name, path, entry.value());
                }
            }
        }
    }

    private static List<Entry> entries(JsonNode node) {
        List<Entry> entries = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                entries.add(new Entry(Integer.toString(i), nameOf(node.get(i), i), node.get(i)));
            }
        } else {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                if (!property.getKey().equals(Settings.REMARKS)
                        && !property.getValue().isNull()) {
                    entries.add(new Entry(property.getKey(), property.getKey(), property.getValue()));
                }
            }
        }
        return entries;
    }

    /** An element of a list goes by what names it. */
    private static String nameOf(JsonNode element, int index) {
        for (String property : new String[] {"id", "name", "type", "label", "metric"}) {
            if (element.path(property).isString()) {
                return element.path(property).asString();
            }
        }
        return Integer.toString(index + 1);
    }

    private static boolean standsAlone(JsonNode node) {
        return hasRemarks(node) || leaves(node) > FOLDED_AT_MOST;
    }

    private static boolean hasRemarks(JsonNode node) {
        if (!Settings.remarksOf(node).isEmpty()) {
            return true;
        }
        for (JsonNode child : node) {
            if (child.isContainer() && hasRemarks(child)) {
                return true;
            }
        }
        return false;
    }

    private static int leaves(JsonNode node) {
        if (!node.isContainer() || isFlatArray(node)) {
            return 1;
        }
        int leaves = 0;
        for (JsonNode child : node) {
            leaves += leaves(child);
        }
        return leaves;
    }

    /** A list of scalars, or of lists of scalars: shown in one line. */
    private static boolean isFlatArray(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (JsonNode element : node) {
            if (element.isContainer() && !isFlatArray(element)) {
                return false;
            }
        }
        return true;
    }

    private static String joined(JsonNode array) {
        List<String> parts = new ArrayList<>();
        for (JsonNode element : array) {
            parts.add(element.isArray() ? "[" + joined(element) + "]" : Settings.text(element));
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }
}
