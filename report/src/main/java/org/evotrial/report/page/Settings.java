package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Wording;
import tools.jackson.databind.JsonNode;

/**
 * One object of the effective configuration: its settings, with the remarks that say where its numbers come from beside
 * them. Objects inside that carry remarks of their own stand alone; the others are folded in.
 *
 * @param title where in the file, in words
 * @param pointer the same as a JSON Pointer
 * @param values its settings
 * @param remarks sources and comments
 */
public record Settings(String title, String pointer, List<Value> values, List<String> remarks) {
    private static final String REMARKS = "remarks";

    /** A setting: its name and its value. */
    public record Value(String name, String text) {}

    /** The settings of a part of the configuration, outer objects first. */
    static List<Settings> of(String title, String pointer, JsonNode node) {
        List<Settings> all = new ArrayList<>();
        collect(title, pointer, node, all);
        return all;
    }

    /** The remarks of an object; empty if there are none. */
    static List<String> remarksOf(JsonNode object) {
        List<String> remarks = new ArrayList<>();
        for (JsonNode remark : object.path(REMARKS)) {
            remarks.add(remark.asString());
        }
        return remarks;
    }

    /** A scalar as text: numbers at full precision, strings as they are. */
    static String text(JsonNode value) {
        if (value.isNumber()) {
            double number = value.asDouble();
            boolean tiny = number != 0 && (Math.abs(number) < 1e-4 || Math.abs(number) >= 1e7);
            return tiny ? value.toString().replace("E", "e").replace(".0e", "e") : Rounding.plain(number, 12);
        }
        return value.isString() ? value.asString() : value.toString();
    }

    private static void collect(String title, String pointer, JsonNode node, List<Settings> all) {
        List<Value> values = new ArrayList<>();
        List<Runnable> inner = new ArrayList<>();
        gather("", title, pointer, node, values, inner, all);
        List<String> remarks = remarksOf(node);
        if (!values.isEmpty() || !remarks.isEmpty()) {
            all.add(new Settings(title, pointer, values, remarks));
        }
        inner.forEach(Runnable::run);
    }

    private static void gather(
            String prefix,
            String title,
            String pointer,
            JsonNode node,
            List<Value> values,
            List<Runnable> inner,
            List<Settings> all) {
        if (!node.isContainer()) {
            values.add(new Value(prefix.isEmpty() ? "value" : prefix, text(node)));
        } else if (node.isArray() && isFlat(node)) {
            values.add(new Value(prefix.isEmpty() ? "values" : prefix, joined(node)));
        } else {
            for (Entry entry : entries(node)) {
                String name = prefix.isEmpty() ? entry.name() : prefix + " › " + entry.name();
                String path = pointer + "/" + entry.key().replace("~", "~0").replace("/", "~1");
                if (entry.value().isContainer() && (hasRemarks(entry.value()) || isLarge(entry.value()))) {
                    String heading = title + " › " + name;
                    inner.add(() -> collect(heading, path, entry.value(), all));
                } else {
                    gather(name, title, path, entry.value(), values, inner, all);
                }
            }
        }
    }

    private record Entry(String key, String name, JsonNode value) {}

    private static List<Entry> entries(JsonNode node) {
        List<Entry> entries = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                entries.add(new Entry(Integer.toString(i), nameOf(node.get(i), i), node.get(i)));
            }
        } else {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                if (!property.getKey().equals(REMARKS) && !property.getValue().isNull()) {
                    entries.add(new Entry(property.getKey(), property.getKey(), property.getValue()));
                }
            }
        }
        return entries;
    }

    private static String nameOf(JsonNode element, int index) {
        for (String property : new String[] {"id", "name", "type", "label", "metric"}) {
            if (element.path(property).isString()) {
                return element.path(property).asString();
            }
        }
        return Integer.toString(index + 1);
    }

    private static boolean hasRemarks(JsonNode node) {
        if (!remarksOf(node).isEmpty()) {
            return true;
        }
        for (JsonNode child : node) {
            if (child.isContainer() && hasRemarks(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLarge(JsonNode node) {
        return leaves(node) > 8;
    }

    private static int leaves(JsonNode node) {
        if (!node.isContainer() || node.isArray() && isFlat(node)) {
            return 1;
        }
        int leaves = 0;
        for (JsonNode child : node) {
            leaves += leaves(child);
        }
        return leaves;
    }

    private static boolean isFlat(JsonNode array) {
        for (JsonNode element : array) {
            if (element.isContainer() && !(element.isArray() && isFlat(element))) {
                return false;
            }
        }
        return true;
    }

    private static String joined(JsonNode array) {
        List<String> parts = new ArrayList<>();
        for (JsonNode element : array) {
            parts.add(element.isArray() ? "[" + joined(element) + "]" : text(element));
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    /** Heading of a part of the file. */
    static String heading(String property) {
        return Wording.words(property);
    }
}
