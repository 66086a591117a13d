package org.evotrial.statistics;

import static org.evotrial.statistics.proportion.BinomialTest.lowerPValue;
import static org.evotrial.statistics.proportion.BinomialTest.upperPValue;

/**
 * Asserts that a count of a seeded simulation is compatible with a probability: fails where a tail of the exact binomial
 * test is below 5e-7, so that a right simulation fails once in a million seeds.
 */
public final class BinomialAssertion {
    private static final double ALPHA = 1e-6;

    private BinomialAssertion() {}

    /** Fails unless {@code count} of {@code n} is compatible with {@code probability}. */
    public static void assertProportion(int count, int n, double probability) {
        double lower = lowerPValue(count, n, probability);
        double upper = upperPValue(count, n, probability);
        if (Math.min(lower, upper) < 0.5 * ALPHA) {
            throw new AssertionError(String.format(
                    "%d of %d is not compatible with the probability %s: P(X <= x) = %s, P(X >= x) = %s.",
                    count, n, probability, lower, upper));
        }
    }

    /**
     * The smallest shift upwards that {@link #assertProportion} detects with power .999, by the normal approximation:
     * {@code (4.892 + 3.090) sqrt(p (1 - p) / n)}.
     */
    public static double detectableShift(int n, double probability) {
        return (StandardNormal.upperQuantile(0.5 * ALPHA) + StandardNormal.upperQuantile(0.001))
                * Math.sqrt(probability * (1 - probability) / n);
    }
}
