package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.report.figure.Rounding;
import tools.jackson.databind.JsonNode;

/**
 * One object of the effective configuration: its settings, with the remarks that say where its numbers come from beside
 * them.
 *
 * @param title where in the file, in words
 * @param pointer the same as a JSON Pointer
 * @param values its settings
 * @param remarks sources and comments
 */
public record Settings(String title, String pointer, List<Value> values, List<String> remarks) {
    /** Name of the property that holds sources and comments. */
    static final String REMARKS = "remarks";

    /** A setting: its name and its value. */
    public record Value(String name, String text) {}

    /** The settings of a part of the configuration, outer objects first. */
    static List<Settings> of(String title, String pointer, JsonNode node) {
        return SettingsCollector.collect(title, pointer, node);
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
            boolean far = number != 0 && (Math.abs(number) < 1e-4 || Math.abs(number) >= 1e7);
            return far ? value.toString().replace("E", "e").replace(".0e", "e") : Rounding.plain(number, 12);
        }
        return value.isString() ? value.asString() : value.toString();
    }
}
