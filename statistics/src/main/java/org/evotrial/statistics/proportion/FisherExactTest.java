package org.evotrial.statistics.proportion;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Fisher's exact test of equal proportions: given all successes, {@code X1} is hypergeometric. An empty group, no success and no
 * failure leave one outcome and p-values of 1. Fisher 1935, doi:10.2307/2342435.
 */
public final class FisherExactTest {
    private static final double TIE = 1 + 1e-7;

    private FisherExactTest() {}

    /**
     * Against a larger first proportion: {@code P(X1 >= x1)}.
     *
     * @param data counts
     * @return p-value
     */
    public static double upperPValue(TwoProportions data) {
        return Math.min(1, distribution(data).survivalProbability(data.successes1() - 1));
    }

    /**
     * Against a smaller first proportion: {@code P(X1 <= x1)}.
     *
     * @param data counts
     * @return p-value
     */
    public static double lowerPValue(TwoProportions data) {
        return Math.min(1, distribution(data).cumulativeProbability(data.successes1()));
    }

    /**
     * Against both sides: the probability of all outcomes that are at most as likely as {@code x1} (ties within a relative
     * 1e-7). This is the convention of R's {@code fisher.test}, not twice the smaller tail.
     *
     * @param data counts
     * @return p-value
     */
    public static double twoSidedPValue(TwoProportions data) {
        HypergeometricDistribution distribution = distribution(data);
        double limit = distribution.probability(data.successes1()) * TIE;
        double sum = 0;
        for (int x = distribution.getSupportLowerBound(); x <= distribution.getSupportUpperBound(); x++) {
            double probability = distribution.probability(x);
            if (probability <= limit) {
                sum += probability;
            }
        }
        return Math.min(1, sum);
    }

    private static HypergeometricDistribution distribution(TwoProportions data) {
        int all = data.trials1() + data.trials2();
        // A population must not be empty; with no patients at all the one outcome is 0 of 0.
        return HypergeometricDistribution.of(Math.max(1, all), data.successes1() + data.successes2(), data.trials1());
    }
}
