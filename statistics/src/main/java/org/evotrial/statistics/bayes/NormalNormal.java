package org.evotrial.statistics.bayes;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;

/**
 * A normal parameter {@code theta ~ N(mean, standardDeviation^2)}, before or after an estimate with known standard error:
 * an effect, a log hazard ratio, a log odds.
 *
 * <p>An estimate {@code y ~ N(theta, se^2)} adds its precision: {@code 1/sd'^2 = 1/sd^2 + 1/se^2}, {@code mean' = sd'^2
 * (mean/sd^2 + y/se^2)}. Gelman et al. 2013, Bayesian Data Analysis, section 2.5. Standard deviations throughout; BUGS and
 * JAGS write precisions.
 *
 * @param mean expectation, finite
 * @param standardDeviation standard deviation, positive and finite
 */
public record NormalNormal(double mean, double standardDeviation) implements ParameterDistribution {
    private static final double LOG_SQRT_2_PI = 0.5 * StrictMath.log(2 * Math.PI);

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if the mean is not finite or the standard deviation not positive and finite
     */
    public NormalNormal {
        Admissible.finite("mean", mean);
        Admissible.positive("standardDeviation", standardDeviation);
    }

    /**
     * The posterior under the flat, improper prior.
     *
     * @param estimate {@code y}, finite
     * @param standardError its standard error, positive
     * @return {@code N(y, se^2)}
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static NormalNormal ofEstimate(double estimate, double standardError) {
        return new NormalNormal(
                Admissible.finite("estimate", estimate), Admissible.positive("standardError", standardError));
    }

    /**
     * The posterior after an estimate; of {@code n} observations with known standard deviation {@code s} pass their mean
     * and {@code s / sqrt(n)}.
     *
     * @param estimate {@code y}, finite
     * @param standardError its standard error given the parameter, positive
     * @return posterior
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public NormalNormal updated(double estimate, double standardError) {
        Admissible.finite("estimate", estimate);
        Admissible.positive("standardError", standardError);
        double total = Math.hypot(standardDeviation, standardError);
        double weight = standardDeviation / total * (standardDeviation / total);
        double remainder = standardError / total * (standardError / total);
        return new NormalNormal(remainder * mean + weight * estimate, standardDeviation * (standardError / total));
    }

    /**
     * The predictive distribution of a future estimate, {@code N(mean, sd^2 + se^2)}.
     *
     * @param standardError its standard error given the parameter, positive
     * @return distribution of the estimate
     * @throws IllegalArgumentException if the standard error is not positive and finite
     */
    public NormalNormal predictive(double standardError) {
        return new NormalNormal(
                mean, Math.hypot(standardDeviation, Admissible.positive("standardError", standardError)));
    }

    /**
     * Logarithm of the marginal likelihood of an estimate: its predictive log density.
     *
     * @param estimate finite
     * @param standardError standard error given the parameter, positive
     * @return natural logarithm
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public double logMarginalLikelihood(double estimate, double standardError) {
        return predictive(standardError).logDensity(Admissible.finite("estimate", estimate));
    }

    /**
     * Number of observations that the distribution is worth, {@code s^2 / sd^2}.
     *
     * @param deviation {@code s}, the standard deviation of one observation, positive
     * @return observations, not rounded
     * @throws IllegalArgumentException if the deviation is not positive and finite
     */
    public double effectiveSampleSize(double deviation) {
        double ratio = Admissible.positive("deviation", deviation) / standardDeviation;
        return ratio * ratio;
    }

    /**
     * {@code P(theta > theta2 + margin)} for an independent {@code theta2}.
     *
     * @param other distribution of {@code theta2}
     * @param margin finite; negative for non-inferiority
     * @return probability
     * @throws IllegalArgumentException if the margin is not finite
     */
    public double probabilityGreater(NormalNormal other, double margin) {
        Admissible.finite("margin", margin);
        double total = Math.hypot(standardDeviation, other.standardDeviation);
        return StandardNormal.cumulative((mean - other.mean - margin) / total);
    }

    @Override
    public double variance() {
        return standardDeviation * standardDeviation;
    }

    @Override
    public double logDensity(double x) {
        double z = (x - mean) / standardDeviation;
        return -0.5 * z * z - LOG_SQRT_2_PI - StrictMath.log(standardDeviation);
    }

    @Override
    public double probabilityBelow(double x) {
        return StandardNormal.cumulative((x - mean) / standardDeviation);
    }

    @Override
    public double probabilityAbove(double x) {
        return StandardNormal.survival((x - mean) / standardDeviation);
    }

    @Override
    public double quantile(double p) {
        Admissible.openProbability("p", p);
        return mean + standardDeviation * StandardNormal.quantile(p);
    }
}
