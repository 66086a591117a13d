package org.evotrial.statistics.continuous;

import org.evotrial.statistics.Admissible;

/**
 * What a test of means needs of a sample.
 *
 * @param size number of observations, at least 2
 * @param mean finite
 * @param variance with {@code size - 1} in the denominator, zero or positive; not the standard deviation
 */
public record SampleSummary(long size, double mean, double variance) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public SampleSummary {
        Admissible.inRange("sample size", size, 2, Long.MAX_VALUE);
        Admissible.finite("mean", mean);
        Admissible.nonNegative("variance", variance);
    }

    /**
     * Summarises observations in two passes.
     *
     * @param values at least two finite numbers
     * @return summary
     * @throws IllegalArgumentException if there are fewer or one is not finite
     */
    public static SampleSummary of(double... values) {
        Admissible.inRange("sample size", values.length, 2, Integer.MAX_VALUE);
        double sum = 0;
        for (double value : values) {
            sum += Admissible.finite("value", value);
        }
        double mean = sum / values.length;
        double squares = 0;
        double rest = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            rest += value - mean;
        }
        // The rounding error of the mean, which would otherwise enter squared.
        double variance = (squares - rest * rest / values.length) / (values.length - 1);
        return new SampleSummary(values.length, mean, Math.max(0, variance));
    }
}
