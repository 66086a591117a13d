package org.evotrial.statistics;

import java.io.Serializable;

/**
 * A closed confidence interval. Limits may be infinite where the data do not bound the quantity.
 *
 * @param lower lower limit, at most {@code upper}; may be negative infinity
 * @param upper upper limit; may be positive infinity
 * @param level confidence level in (0, 1), both sides together
 */
public record ConfidenceInterval(double lower, double upper, double level) implements Serializable {
    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if a limit is NaN, the limits are in the wrong order, or the level is outside
     *     (0, 1)
     */
    public ConfidenceInterval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    String.format("The lower limit (%s) must be at most the upper limit (%s).", lower, upper));
        }
        Admissible.openProbability("level", level);
    }

    /**
     * Whether a value lies in the interval, limits included.
     *
     * @param value any number; NaN lies in no interval
     * @return whether the interval contains it
     */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }

    /**
     * {@code upper - lower}.
     *
     * @return the width, possibly infinite
     */
    public double width() {
        return upper - lower;
    }

    /**
     * The standard normal quantile of a two-sided level: 1.96 for 0.95.
     *
     * @param level confidence level in (0, 1)
     * @return {@code z} with {@code P(|Z| <= z) = level}
     * @throws IllegalArgumentException if the level is outside (0, 1)
     */
    public static double normalQuantile(double level) {
        Admissible.openProbability("level", level);
        return StandardNormal.upperQuantile(0.5 * (1 - level));
    }
}
