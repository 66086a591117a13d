package org.evotrial.model.json;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Checks the JSON type of single values, and of anything that is not the list or object it should be. */
final class Scalars {
    private static final double LARGEST_EXACT_WHOLE = 0x1p53;
    private static final String NUMBER = "-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?";

    private final ProblemLog log;

    Scalars(ProblemLog log) {
        this.log = log;
    }

    /** The value, a whole number written as {@code 350.0} or {@code 1e3} as such; the same value after a problem. */
    JsonNode check(JsonNode node, Slot slot, Place place) {
        Shape shape = slot.shape();
        if (shape instanceof Shape.Anything
                || (shape instanceof Shape.Text && node.isString())
                || (shape instanceof Shape.Abbreviated && node.isString())
                || (shape instanceof Shape.Truth && node.isBoolean())
                || (shape instanceof Shape.Decimal && node.isNumber() && Double.isFinite(node.doubleValue()))) {
            return node;
        }
        if (shape instanceof Shape.Word word && node.isString()) {
            word(node.stringValue(), word, place);
            return node;
        }
        if (shape instanceof Shape.Whole whole && isWhole(node)) {
            return whole(node, whole, place);
        }
        if (shape instanceof Shape.Decimal && node.isNumber()) {
            log.add(ProblemCode.OUT_OF_RANGE, place, "a number of at most 1.7e308", "a larger one");
            return node;
        }
        log.add(ProblemCode.WRONG_TYPE, place, slot.expected(), Wording.of(node), hint(shape, node));
        return node;
    }

    private void word(String given, Shape.Word word, Place place) {
        if (!word.constants().containsKey(given)) {
            log.add(
                    ProblemCode.UNKNOWN_WORD,
                    place,
                    word.expected(),
                    Wording.of(given),
                    NearestName.question(given, word.constants().keySet()));
        }
    }

    private static boolean isWhole(JsonNode node) {
        return node.isIntegralNumber()
                || (node.isDouble()
                        && node.doubleValue() == Math.rint(node.doubleValue())
                        && Math.abs(node.doubleValue()) <= LARGEST_EXACT_WHOLE);
    }

    private JsonNode whole(JsonNode node, Shape.Whole whole, Place place) {
        BigInteger value = node.decimalValue().toBigIntegerExact();
        boolean tooSmall = value.compareTo(BigInteger.valueOf(whole.least())) < 0;
        if (tooSmall || value.compareTo(BigInteger.valueOf(whole.most())) > 0) {
            log.add(
                    ProblemCode.OUT_OF_RANGE,
                    place,
                    "a whole number between %d and %d".formatted(whole.least(), whole.most()),
                    Wording.of(node));
            return node;
        }
        boolean narrow = whole.most() == Integer.MAX_VALUE;
        return narrow
                ? JsonNodeFactory.instance.numberNode(value.intValueExact())
                : JsonNodeFactory.instance.numberNode(value.longValueExact());
    }

    private static @Nullable String hint(Shape shape, JsonNode node) {
        boolean number = shape instanceof Shape.Whole || shape instanceof Shape.Decimal;
        if (number && node.isString() && node.stringValue().trim().matches(NUMBER)) {
            return "remove the quotes: " + node.stringValue().trim();
        }
        if (shape instanceof Shape.Truth
                && node.isString()
                && node.stringValue().matches("true|false")) {
            return "remove the quotes: " + node.stringValue();
        }
        if (shape instanceof Shape.Text && node.isValueNode()) {
            return "put it in quotes: \"%s\"".formatted(Wording.of(node));
        }
        if (shape instanceof Shape.Sequence && node.isValueNode()) {
            return "put it in brackets: [%s]".formatted(Wording.of(node));
        }
        return null;
    }
}
