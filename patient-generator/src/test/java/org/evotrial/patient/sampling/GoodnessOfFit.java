package org.evotrial.patient.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Statistical assertions at a false alarm rate of 1e-6 each.
 *
 * <p>With n draws a shift of the mean by (4.89 + 3.09) / sqrt(n) standard deviations is found with power .999 by
 * {@link #assertMean}; the chi-square assertions find a change of total variation of the same order times the square root
 * of the number of bins.
 */
public final class GoodnessOfFit {
    /** False alarm rate of one assertion. */
    public static final double ALPHA = 1e-6;

    private static final double LEAST_EXPECTED = 20;

    private GoodnessOfFit() {}

    /** Asserts that counts per bin follow the given bin probabilities (chi-square, sparse neighbours pooled). */
    public static void assertFollows(long[] counts, double[] probabilities) {
        double total = 0;
        for (long count : counts) {
            total += count;
        }
        double statistic = 0;
        int bins = 0;
        double expected = 0;
        double observed = 0;
        double expectedLeft = total;
        for (int i = 0; i < counts.length; i++) {
            assertThat(probabilities[i] > 0 || counts[i] == 0)
                    .as("%d counts in bin %d of probability %s", counts[i], i, probabilities[i])
                    .isTrue();
            expected += total * probabilities[i];
            observed += counts[i];
            boolean last = i == counts.length - 1;
            if (last || expected >= LEAST_EXPECTED && expectedLeft - expected >= LEAST_EXPECTED) {
                if (expected > 0) {
                    statistic += (observed - expected) * (observed - expected) / expected;
                    bins++;
                }
                expectedLeft -= expected;
                expected = 0;
                observed = 0;
            }
        }
        assertThat(bins).as("bins").isGreaterThan(1);
        assertThat(statistic).as("chi-square of %d bins", bins).isLessThan(critical(bins - 1));
    }

    /** Asserts that two samples, counted in the same bins, come from one law. */
    public static void assertSameLaw(long[] first, long[] second) {
        double n = 0;
        double m = 0;
        for (int i = 0; i < first.length; i++) {
            n += first[i];
            m += second[i];
        }
        double statistic = 0;
        int bins = 0;
        double a = 0;
        double b = 0;
        double left = n + m;
        for (int i = 0; i < first.length; i++) {
            a += first[i];
            b += second[i];
            double both = a + b;
            if (i == first.length - 1 || both >= 2 * LEAST_EXPECTED && left - both >= 2 * LEAST_EXPECTED) {
                if (both > 0) {
                    double difference = a / n - b / m;
                    statistic += difference * difference * n * m / both;
                    bins++;
                }
                left -= both;
                a = 0;
                b = 0;
            }
        }
        assertThat(bins).as("bins").isGreaterThan(1);
        assertThat(statistic).as("chi-square of %d bins", bins).isLessThan(critical(bins - 1));
    }

    /** Asserts that a mean of independent draws agrees with its expectation. */
    public static void assertMean(double mean, double standardDeviation, long draws, double expected) {
        double z = (mean - expected) / (standardDeviation / Math.sqrt(draws));
        assertThat(Math.abs(z))
                .as("|z| of mean %s against %s", mean, expected)
                .isLessThan(-new NormalDistribution().inverseCumulativeProbability(ALPHA / 2));
    }

    /** Asserts that a share of independent trials agrees with its probability. */
    public static void assertShare(long successes, long trials, double probability) {
        assertMean((double) successes / trials, Math.sqrt(probability * (1 - probability)), trials, probability);
    }

    private static double critical(int degreesOfFreedom) {
        return new ChiSquaredDistribution(degreesOfFreedom).inverseCumulativeProbability(1 - ALPHA);
    }
}
