package org.evotrial.statistics;

/**
 * Checks of arguments. Each returns the value it accepts and rejects the rest with a message that names the value and
 * the admissible set. NaN is never admissible.
 */
public final class Admissible {
    private Admissible() {}

    /**
     * Accepts a probability.
     *
     * @param name the argument's name for the message
     * @param value accepted in [0, 1]
     * @return {@code value}
     * @throws IllegalArgumentException for every other value
     */
    public static double probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw rejected(name, value, "in [0, 1]");
        }
        return value;
    }

    /**
     * Accepts a probability that is neither impossible nor certain.
     *
     * @param name the argument's name for the message
     * @param value accepted in (0, 1)
     * @return {@code value}
     * @throws IllegalArgumentException for every other value
     */
    public static double openProbability(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw rejected(name, value, "in (0, 1)");
        }
        return value;
    }

    /**
     * Accepts a finite number.
     *
     * @param name the argument's name for the message
     * @param value accepted if neither NaN nor infinite
     * @return {@code value}
     * @throws IllegalArgumentException for every other value
     */
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw rejected(name, value, "finite");
        }
        return value;
    }

    /**
     * Accepts a finite positive number.
     *
     * @param name the argument's name for the message
     * @param value accepted in (0, infinity)
     * @return {@code value}
     * @throws IllegalArgumentException for every other value
     */
    public static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw rejected(name, value, "positive and finite");
        }
        return value;
    }

    /**
     * Accepts a finite number that is not negative.
     *
     * @param name the argument's name for the message
     * @param value accepted in [0, infinity)
     * @return {@code value}
     * @throws IllegalArgumentException for every other value
     */
    public static double nonNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw rejected(name, value, "zero or positive, and finite");
        }
        return value;
    }

    /**
     * Accepts an integer of a closed range.
     *
     * @param name the argument's name for the message
     * @param value accepted in [minimum, maximum]
     * @param minimum smallest accepted
     * @param maximum largest accepted
     * @return {@code value}
     * @throws IllegalArgumentException for every other value
     */
    public static long inRange(String name, long value, long minimum, long maximum) {
        if (value < minimum || value > maximum) {
            throw new IllegalArgumentException(
                    String.format("The %s (%d) must be in [%d, %d].", name, value, minimum, maximum));
        }
        return value;
    }

    private static IllegalArgumentException rejected(String name, double value, String admissible) {
        return new IllegalArgumentException(String.format("The %s (%s) must be %s.", name, value, admissible));
    }
}
