package org.evotrial.statistics.bayes;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;

/** The distribution of one unknown parameter, as a prior or a posterior. */
public interface ParameterDistribution {
    /**
     * The expectation.
     *
     * @return mean
     */
    double mean();

    /**
     * The variance.
     *
     * @return variance, not the standard deviation
     */
    double variance();

    /**
     * Natural logarithm of the density.
     *
     * @param x any number; negative infinity is returned outside the support
     * @return log density
     */
    double logDensity(double x);

    /**
     * {@code P(parameter <= x)}.
     *
     * @param x any number but NaN
     * @return lower tail
     */
    double probabilityBelow(double x);

    /**
     * {@code P(parameter > x)}, accurate where it is small.
     *
     * @param x any number but NaN
     * @return upper tail
     */
    double probabilityAbove(double x);

    /**
     * The {@code x} with {@code P(parameter <= x) = p}.
     *
     * @param p probability in (0, 1)
     * @return quantile
     * @throws IllegalArgumentException if {@code p} is outside (0, 1)
     */
    double quantile(double p);

    /**
     * The square root of the variance.
     *
     * @return standard deviation
     */
    default double standardDeviation() {
        return Math.sqrt(variance());
    }

    /**
     * The equal-tailed credible interval. Not the interval of highest density.
     *
     * @param level posterior probability inside, in (0, 1)
     * @return interval between the quantiles {@code (1 - level) / 2} and {@code (1 + level) / 2}
     * @throws IllegalArgumentException if the level is outside (0, 1)
     */
    default ConfidenceInterval credibleInterval(double level) {
        Admissible.openProbability("level", level);
        double tail = 0.5 * (1 - level);
        return new ConfidenceInterval(quantile(tail), quantile(1 - tail), level);
    }
}
