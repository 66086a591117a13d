package org.evotrial.statistics.montecarlo;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;

/**
 * The distribution of all data that a trial can at most see, as an exponential family in its natural parameter: densities
 * {@code exp(theta T(x) - A(theta))}. A trial that stops early or drops an arm is a function of the data that it would have
 * had otherwise, so only the largest possible sample enters.
 */
public interface ExponentialFamily extends Serializable {
    /**
     * How many parameters there are.
     *
     * @return length of a natural parameter
     */
    int dimension();

    /**
     * The log-partition function {@code A(theta)}, convex.
     *
     * @param natural natural parameter
     * @return its value; positive infinity outside the natural parameter space
     */
    double logPartition(double[] natural);

    /**
     * Responses in arms: {@code theta_i = log(p_i / (1 - p_i))}, {@code A = sum n_i log(1 + exp(theta_i))}.
     *
     * @param largestSizes largest number of patients per arm that the trial can see, each positive; an arm that
     *     allocation adapts may get nearly all patients
     * @return the family
     * @throws IllegalArgumentException if there is no arm or a size is not positive
     */
    static ExponentialFamily binomial(int... largestSizes) {
        double[] sizes = new double[largestSizes.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = largestSizes[i];
        }
        return new Separable(sizes, theta -> Math.max(theta, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(theta))));
    }

    /**
     * Normal means with known variances: {@code theta_i} is the mean and {@code A = sum I_i theta_i^2 / 2}.
     *
     * @param largestInformation information on each mean at the end, {@code n / sigma^2}, positive
     * @return the family
     * @throws IllegalArgumentException if there is no mean or an information is not positive
     */
    static ExponentialFamily normal(double... largestInformation) {
        return new Separable(largestInformation, theta -> 0.5 * theta * theta);
    }

    /**
     * Counts: {@code theta_i} is the logarithm of the rate and {@code A = sum t_i exp(theta_i)}.
     *
     * @param largestExposure exposure per arm, positive
     * @return the family
     * @throws IllegalArgumentException if there is no arm or an exposure is not positive
     */
    static ExponentialFamily poisson(double... largestExposure) {
        return new Separable(largestExposure, StrictMath::exp);
    }

    /**
     * Exponential times without censoring: {@code theta_i} is minus the hazard and {@code A = -sum n_i log(-theta_i)}.
     *
     * @param largestSizes largest number of times per arm, positive
     * @return the family
     * @throws IllegalArgumentException if there is no arm or a size is not positive
     */
    static ExponentialFamily exponential(double... largestSizes) {
        return new Separable(largestSizes, theta -> theta < 0 ? -StrictMath.log(-theta) : Double.POSITIVE_INFINITY);
    }

    /**
     * The log odds of a probability: the natural parameter of {@link #binomial}.
     *
     * @param probability in (0, 1)
     * @return log odds
     * @throws IllegalArgumentException if the probability is not admissible
     */
    static double logOdds(double probability) {
        Admissible.openProbability("probability", probability);
        return StrictMath.log(probability) - StrictMath.log1p(-probability);
    }

    /**
     * The probability of log odds.
     *
     * @param logOdds any number
     * @return probability
     */
    static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
