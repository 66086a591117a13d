package org.evotrial.statistics.bayes.basket;

import org.evotrial.statistics.Admissible;

/**
 * The distribution {@code N(mu, tau^2)} that exchangeable baskets share on the logit scale, with {@code mu ~
 * N(muMean, muDeviation^2)} and a prior of {@code tau}.
 *
 * @param muMean mean of {@code mu}
 * @param muDeviation standard deviation of {@code mu}, positive; not a precision
 * @param heterogeneity prior of {@code tau}
 */
public record ExchangeableDistribution(double muMean, double muDeviation, HeterogeneityPrior heterogeneity) {
    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if a number is not finite or the deviation is not positive
     */
    public ExchangeableDistribution {
        Admissible.finite("muMean", muMean);
        Admissible.positive("muDeviation", muDeviation);
    }
}
