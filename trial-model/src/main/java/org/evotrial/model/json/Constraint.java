package org.evotrial.model.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a value of the right type must further satisfy. The reader checks it and the JSON Schema states it. */
sealed interface Constraint {
    /** True if the value is admitted, or is of a type that this constraint says nothing about. */
    boolean admits(JsonNode value);

    /** What is expected in place of the value, in words. */
    String expected(JsonNode value);

    /** What was found, in words. */
    default String found(JsonNode value) {
        return Wording.of(value);
    }

    /** The code of a violation. */
    ProblemCode code();

    /** What to do about a value that is not admitted, or null. */
    default @Nullable String suggestion(JsonNode value) {
        return null;
    }

    /** States the constraint in a JSON Schema. */
    void describe(ObjectNode schema);

    /** A bound of a number: {@code bound} itself is admitted if {@code inclusive}. */
    record AtLeast(BigDecimal bound, boolean inclusive) implements Constraint {
        @Override
        public boolean admits(JsonNode value) {
            return !value.isNumber() || value.decimalValue().compareTo(bound) >= (inclusive ? 0 : 1);
        }

        @Override
        public String expected(JsonNode value) {
            return (inclusive ? "at least " : "a number greater than ") + bound.toPlainString();
        }

        @Override
        public ProblemCode code() {
            return ProblemCode.OUT_OF_RANGE;
        }

        @Override
        public void describe(ObjectNode schema) {
            schema.put(inclusive ? "minimum" : "exclusiveMinimum", bound);
        }
    }

    /** The other bound of a number. */
    record AtMost(BigDecimal bound, boolean inclusive) implements Constraint {
        @Override
        public boolean admits(JsonNode value) {
            return !value.isNumber() || value.decimalValue().compareTo(bound) <= (inclusive ? 0 : -1);
        }

        @Override
        public String expected(JsonNode value) {
            return (inclusive ? "at most " : "a number less than ") + bound.toPlainString();
        }

        @Override
        public ProblemCode code() {
            return ProblemCode.OUT_OF_RANGE;
        }

        @Override
        public void describe(ObjectNode schema) {
            schema.put(inclusive ? "maximum" : "exclusiveMaximum", bound);
        }
    }

    /** A probability. */
    record UnitInterval() implements Constraint {
        @Override
        public boolean admits(JsonNode value) {
            return !value.isNumber() || (value.doubleValue() >= 0 && value.doubleValue() <= 1);
        }

        @Override
        public String expected(JsonNode value) {
            return "a probability between 0 and 1";
        }

        @Override
        public ProblemCode code() {
            return ProblemCode.NOT_A_PROBABILITY;
        }

        @Override
        public @Nullable String suggestion(JsonNode value) {
            if (!(value.doubleValue() > 1 && value.doubleValue() <= 100)) {
                return null;
            }
            BigDecimal share = value.decimalValue().movePointLeft(2).stripTrailingZeros();
            BigDecimal shown = share.scale() < 2 ? share.setScale(2) : share;
            return "did you mean %s (%s %%)?".formatted(shown.toPlainString(), Wording.of(value));
        }

        @Override
        public void describe(ObjectNode schema) {
            schema.put("minimum", 0).put("maximum", 1);
        }
    }

    /** Number of characters of a text, elements of a list or entries of a map. */
    record Length(int least, int most) implements Constraint {
        @Override
        public boolean admits(JsonNode value) {
            int length = value.isString() ? value.stringValue().length() : value.size();
            boolean measured = value.isString() || value.isContainer();
            return !measured || (length >= least && length <= most);
        }

        @Override
        public String expected(JsonNode value) {
            String unit = value.isString() ? "character" : value.isArray() ? "element" : "entry";
            String units = unit.equals("entry") ? "entries" : unit + "s";
            if (most == Integer.MAX_VALUE) {
                return "at least %d %s".formatted(least, least == 1 ? unit : units);
            }
            return least == most
                    ? "exactly %d %s".formatted(least, least == 1 ? unit : units)
                    : "between %d and %d %s".formatted(least, most, units);
        }

        @Override
        public String found(JsonNode value) {
            int length = value.isString() ? value.stringValue().length() : value.size();
            return length == 0 ? "none" : String.valueOf(length);
        }

        @Override
        public ProblemCode code() {
            return ProblemCode.WRONG_LENGTH;
        }

        @Override
        public void describe(ObjectNode schema) {
            String type = schema.path("type").asString("");
            String of = type.equals("array") ? "Items" : type.equals("object") ? "Properties" : "Length";
            schema.put("min" + of, least);
            if (most < Integer.MAX_VALUE) {
                schema.put("max" + of, most);
            }
        }
    }

    /** The form of a text, a regular expression that must match the whole. */
    record Form(String regularExpression) implements Constraint {
        @Override
        public boolean admits(JsonNode value) {
            return !value.isString() || value.stringValue().matches(regularExpression);
        }

        @Override
        public String expected(JsonNode value) {
            return switch (regularExpression) {
                case "[a-z0-9]+(-[a-z0-9]+)*" -> "lower-case words joined by hyphens";
                case "1" -> "\"1\"";
                default -> "a text of the form %s".formatted(regularExpression);
            };
        }

        @Override
        public ProblemCode code() {
            return ProblemCode.WRONG_FORM;
        }

        @Override
        public void describe(ObjectNode schema) {
            schema.put("pattern", "^(?:" + regularExpression + ")$");
        }
    }
}
