package org.evotrial.model.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import tools.jackson.databind.JsonNode;

/** How values appear in messages. */
public final class Wording {
    private static final int LONGEST = 40;

    private Wording() {}

    /** A text in quotes, shortened if it is long. */
    public static String of(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return "\"" + shown.replace("\n", "\\n").replace("\"", "\\\"") + "\"";
    }

    /** A value, or its kind if it is an object or a list. */
    public static String of(JsonNode value) {
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return value.isEmpty() ? "an empty list" : "a list";
        }
        if (value.isString()) {
            return of(value.stringValue());
        }
        return value.isDouble() ? number(value.doubleValue()) : value.toString();
    }

    /** A number without needless digits. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? BigDecimal.valueOf(value)
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .toPlainString()
                : Double.toString(value);
    }

    /** {@code one of a, b, c}. */
    public static String oneOf(Collection<String> names) {
        return names.isEmpty() ? "nothing, since none is known" : "one of " + String.join(", ", names);
    }
}
