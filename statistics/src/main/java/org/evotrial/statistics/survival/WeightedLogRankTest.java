package org.evotrial.statistics.survival;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;

/**
 * Weighted (and stratified) log-rank tests of two groups, one or several at once with their covariances. A reusable
 * workspace, not thread-safe; nothing is allocated per test.
 *
 * <p>With the terms of {@link LogRankTest} and weights {@code w},
 *
 * <pre>
 *   z = sum w (d n1/n - d1) / sqrt(sum w^2 v),   v = d (n1/n) (1 - n1/n) (n - d) / (n - 1)
 *   Cov(numerators a, b) = sum w_a w_b v
 * </pre>
 *
 * <p><b>Positive z favours the experimental group.</b> The survival estimate in the weights is that of the stratum. A test
 * without variance has {@code z = 0} and {@link #informative} false. Fleming and Harrington 1991,
 * doi:10.1002/9781118150672; covariance: Karrison 2016, doi:10.1177/1536867X1601600308.
 */
public final class WeightedLogRankTest {
    private static final int MOST_TESTS = 16;

    private final LogRankWeights[] weights;
    private final double[] difference;
    private final double[] covariance;
    private final double[] weight;
    private final int tests;

    /**
     * A workspace for tests with the given weights.
     *
     * @param weights one to 16, one per test
     * @throws IllegalArgumentException if there are none or too many
     */
    public WeightedLogRankTest(LogRankWeights... weights) {
        tests = (int) Admissible.inRange("number of weights", weights.length, 1, MOST_TESTS);
        this.weights = weights.clone();
        difference = new double[tests];
        covariance = new double[tests * tests];
        weight = new double[tests];
    }

    /**
     * Tests the risk sets of a table.
     *
     * @param risks risk sets, of one or several strata
     * @return this, holding the results until the next call
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public WeightedLogRankTest compute(TwoArmRiskTable risks) {
        Arrays.fill(difference, 0);
        Arrays.fill(covariance, 0);
        double survival = 1;
        int stratum = -1;
        for (int row = 0; row < risks.rows(); row++) {
            if (risks.stratum(row) != stratum) {
                stratum = risks.stratum(row);
                survival = 1;
                weigh(1, Double.NEGATIVE_INFINITY);
            }
            double n = risks.atRisk(row);
            int d = risks.events(row);
            double share = risks.atRiskExperimental(row) / n;
            double variance = n > 1 ? d * share * (1 - share) * ((n - d) / (n - 1)) : 0;
            add(d * share - risks.eventsExperimental(row), variance);
            double next = survival * ((n - d) / n);
            if (next > 0) {
                weigh(next, risks.time(row));
            }
            survival = next;
        }
        return this;
    }

    /** Sets the weights of the event times after one at which the survival fell to a value. */
    private void weigh(double survival, double time) {
        for (int a = 0; a < tests; a++) {
            if (time <= weights[a].frozenFrom()) {
                weight[a] = Admissible.nonNegative("weight", weights[a].weight(survival));
            }
        }
    }

    private void add(double excess, double variance) {
        for (int a = 0; a < tests; a++) {
            difference[a] += weight[a] * excess;
            for (int b = 0; b <= a; b++) {
                covariance[a * tests + b] += weight[a] * weight[b] * variance;
            }
        }
    }

    /**
     * Number of tests.
     *
     * @return as many as weights
     */
    public int tests() {
        return tests;
    }

    /**
     * Weighted sum of expected minus observed experimental events.
     *
     * @param test from 0
     * @return the numerator, positive where the experimental group does better
     */
    public double difference(int test) {
        return difference[test];
    }

    /**
     * Variance of a numerator.
     *
     * @param test from 0
     * @return variance, 0 without information
     */
    public double variance(int test) {
        return covariance[test * tests + test];
    }

    /**
     * Whether a test's variance is positive.
     *
     * @param test from 0
     * @return whether the data carry information for it
     */
    public boolean informative(int test) {
        return variance(test) > 0;
    }

    /**
     * The standardised statistic.
     *
     * @param test from 0
     * @return z, positive where the experimental group does better; 0 without information
     */
    public double z(int test) {
        return informative(test) ? difference(test) / Math.sqrt(variance(test)) : 0;
    }

    /**
     * {@code P(Z >= z)} of one test.
     *
     * @param test from 0
     * @return one-sided p-value; 0.5 without information
     */
    public double oneSidedPValue(int test) {
        return StandardNormal.survival(z(test));
    }

    /**
     * Correlation of two statistics under the null hypothesis.
     *
     * @param a from 0
     * @param b from 0
     * @return in [0, 1]; 0 for different tests if one has no information
     */
    public double correlation(int a, int b) {
        if (a == b) {
            return 1;
        }
        double covarianceOfBoth = covariance[Math.max(a, b) * tests + Math.min(a, b)];
        return informative(a) && informative(b)
                ? Math.min(1, covarianceOfBoth / Math.sqrt(variance(a) * variance(b)))
                : 0;
    }
}
