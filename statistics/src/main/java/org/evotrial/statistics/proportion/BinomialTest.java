package org.evotrial.statistics.proportion;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.evotrial.statistics.Admissible;

/**
 * Exact tests of one binomial proportion against a fixed {@code p0}: {@code X ~ Binomial(n, p0)}.
 */
public final class BinomialTest {
    private static final double TIE = 1 + 1e-7;

    private BinomialTest() {}

    /**
     * Against larger proportions: {@code P(X >= x)}.
     *
     * @param successes {@code x}, in [0, trials]
     * @param trials {@code n}, zero or positive
     * @param p0 proportion under the null hypothesis, in [0, 1]
     * @return p-value; 1 for no trials
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static double upperPValue(int successes, int trials, double p0) {
        return distribution(successes, trials, p0).survivalProbability(successes - 1);
    }

    /**
     * Against smaller proportions: {@code P(X <= x)}.
     *
     * @param successes {@code x}, in [0, trials]
     * @param trials {@code n}, zero or positive
     * @param p0 proportion under the null hypothesis, in [0, 1]
     * @return p-value; 1 for no trials
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static double lowerPValue(int successes, int trials, double p0) {
        return distribution(successes, trials, p0).cumulativeProbability(successes);
    }

    /**
     * Against both sides: the probability of all outcomes that are at most as likely as {@code x} (ties within a relative
     * 1e-7). This is the convention of R's {@code binom.test}, not twice the smaller tail.
     *
     * @param successes {@code x}, in [0, trials]
     * @param trials {@code n}, zero or positive
     * @param p0 proportion under the null hypothesis, in [0, 1]
     * @return p-value; 1 for no trials
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static double twoSidedPValue(int successes, int trials, double p0) {
        BinomialDistribution distribution = distribution(successes, trials, p0);
        double limit = distribution.probability(successes) * TIE;
        double sum = 0;
        for (int x = 0; x <= trials; x++) {
            double probability = distribution.probability(x);
            if (probability <= limit) {
                sum += probability;
            }
        }
        return Math.min(1, sum);
    }

    private static BinomialDistribution distribution(int successes, int trials, double p0) {
        ProportionInterval.requireCounts(successes, trials);
        return BinomialDistribution.of(trials, Admissible.probability("p0", p0));
    }
}
