package org.evotrial.statistics.bayes.basket;

import org.evotrial.statistics.Admissible;

/**
 * A normal prior of one basket's logit response rate.
 *
 * @param mean mean of {@code logit(p_j)}
 * @param deviation standard deviation, positive; not a precision
 */
public record BasketLogit(double mean, double deviation) {
    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if the mean is not finite or the deviation is not positive
     */
    public BasketLogit {
        Admissible.finite("mean", mean);
        Admissible.positive("deviation", deviation);
    }

    /**
     * Centred at a response rate.
     *
     * @param rate median of the response rate, in (0, 1)
     * @param deviation standard deviation of the logit, positive
     * @return prior
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static BasketLogit at(double rate, double deviation) {
        Admissible.openProbability("rate", rate);
        return new BasketLogit(StrictMath.log(rate / (1 - rate)), deviation);
    }
}
