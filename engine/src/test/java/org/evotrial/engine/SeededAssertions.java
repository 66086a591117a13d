package org.evotrial.engine;

import java.util.Locale;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.proportion.BinomialTest;

/**
 * Assertions about seeded simulations at the two-sided level 1e-6: what is right fails once in a million seeds. A test that
 * uses them says which shift they would detect with power .999.
 */
public final class SeededAssertions {
    /** Level of every assertion. */
    public static final double ALPHA = 1e-6;

    private static final double LIMIT = StandardNormal.upperQuantile(0.5 * ALPHA);
    private static final double POWER_QUANTILE = StandardNormal.upperQuantile(0.001);

    private SeededAssertions() {}

    /** Fails unless {@code count} of {@code n} is compatible with a probability, by the exact binomial tails. */
    public static void assertProportion(int count, int n, double probability) {
        double lower = BinomialTest.lowerPValue(count, n, probability);
        double upper = BinomialTest.upperPValue(count, n, probability);
        if (!(Math.min(lower, upper) >= 0.5 * ALPHA)) {
            throw failure(
                    "%d of %d is not compatible with the probability %s: tails %s and %s.",
                    count, n, probability, lower, upper);
        }
    }

    /** Fails unless an estimate lies within 4.89 standard errors of what is expected. */
    public static void assertNear(double estimate, double expected, double standardError) {
        double z = (estimate - expected) / standardError;
        if (!(Math.abs(z) <= LIMIT)) {
            throw failure(
                    "%s is not compatible with %s: %s standard errors (%s) apart.",
                    estimate, expected, z, standardError);
        }
    }

    /** Fails unless counts are compatible with expected counts, by Pearson's chi-square with {@code cells - 1} degrees of freedom. */
    public static void assertCounts(long[] counts, double[] expected) {
        double statistic = 0;
        for (int i = 0; i < counts.length; i++) {
            statistic += (counts[i] - expected[i]) * (counts[i] - expected[i]) / expected[i];
        }
        double p = ChiSquaredDistribution.of(counts.length - 1.0).survivalProbability(statistic);
        if (!(p >= ALPHA)) {
            throw failure("The counts are not compatible with the expected ones: chi-square %s, p = %s.", statistic, p);
        }
    }

    /** Fails unless the correlation of {@code n} pairs is compatible with independence, by Fisher's transformation. */
    public static void assertUncorrelated(double[] x, double[] y) {
        int n = x.length;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += x[i] / n;
            meanY += y[i] / n;
        }
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        double r = xy / Math.sqrt(xx * yy);
        double fisher = 0.5 * StrictMath.log((1 + r) / (1 - r));
        assertNear(fisher, 0, 1 / Math.sqrt(n - 3.0));
    }

    /** The smallest shift of an estimate that is detected with power .999: 4.892 + 3.090 standard errors. */
    public static double detectableShift(double standardError) {
        return (LIMIT + POWER_QUANTILE) * standardError;
    }

    private static AssertionError failure(String format, Object... values) {
        return new AssertionError(String.format(Locale.ROOT, format, values));
    }
}
