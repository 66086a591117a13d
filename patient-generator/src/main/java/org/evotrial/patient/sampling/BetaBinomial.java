package org.evotrial.patient.sampling;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Beta-binomial variates: a binomial number whose probability is a beta variate.
 *
 * <p>With n trials, mean share m and intraclass correlation rho the variance is n m (1-m) (1 + (n-1) rho); the beta law has
 * parameters m (1-rho)/rho and (1-m) (1-rho)/rho.
 */
public final class BetaBinomial {
    private static final double INDEPENDENT_BELOW = 1e-12;

    private BetaBinomial() {}

    /**
     * Draws from the beta-binomial distribution.
     *
     * @param trials a non-negative integer held in a double, at most 1e15
     * @param share mean share of successes in [0, 1]
     * @param correlation intraclass correlation in [0, 1]: 0 gives the binomial law, 1 all trials or none
     * @param random source of randomness
     * @return a non-negative integer held in a double, at most {@code trials}
     * @throws IllegalArgumentException if an argument is outside its domain or not a number
     */
    public static double draw(double trials, double share, double correlation, UniformRandomProvider random) {
        if (!(correlation >= 0 && correlation <= 1)) {
            throw new IllegalArgumentException("The correlation (" + correlation + ") must be in [0, 1].");
        }
        if (correlation < INDEPENDENT_BELOW || !(share > 0 && share < 1) || trials <= 1) {
            return Binomial.draw(trials, share, random);
        }
        return Binomial.draw(trials, beta(share, correlation, random), random);
    }

    /** Where both gamma variates underflow the beta law is that of a coin. */
    private static double beta(double share, double correlation, UniformRandomProvider random) {
        double concentration = (1 - correlation) / correlation;
        if (concentration > 0) {
            double successes = Gamma.draw(share * concentration, random);
            double sum = successes + Gamma.draw((1 - share) * concentration, random);
            if (sum > 0) {
                return successes / sum;
            }
        }
        return random.nextDouble() < share ? 1 : 0;
    }
}
