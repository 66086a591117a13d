package org.evotrial.statistics.montecarlo;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;

/**
 * The performance measures of an estimator, each with its Monte Carlo standard error and interval: table 6 of Morris,
 * White and Crowther 2019, doi:10.1002/sim.8086. With {@code n} replicates, estimates {@code t_i} of {@code theta} with mean
 * {@code t}, and model-based standard errors {@code s_i}:
 *
 * @param bias {@code t - theta}
 * @param empiricalStandardError standard deviation of the {@code t_i}
 * @param meanSquaredError mean of {@code (t_i - theta)^2}; MCSE {@code sqrt(sum ((t_i - theta)^2 - MSE)^2 / (n (n - 1)))}
 * @param modelStandardError {@code sqrt(mean(s_i^2))}, a root of a mean and not a mean of roots; MCSE {@code sqrt(Var(s_i^2)
 *     / (4 n modelSE^2))}
 * @param modelErrorRelativeToEmpirical {@code modelSE / empiricalSE - 1}, a fraction and no percentage; MCSE {@code (modelSE
 *     / empiricalSE) sqrt(Var(s_i^2) / (4 n modelSE^4) + 1 / (2 (n - 1)))}
 * @param coverage share of intervals that contain {@code theta}
 * @param biasEliminatedCoverage share of intervals that contain {@code t}: what coverage would be without bias
 * @param withoutEstimate replicates without an estimate, which none of the measures counts
 */
public record EstimatorPerformance(
        MonteCarloEstimate bias,
        MonteCarloEstimate empiricalStandardError,
        MonteCarloEstimate meanSquaredError,
        MonteCarloEstimate modelStandardError,
        MonteCarloEstimate modelErrorRelativeToEmpirical,
        MonteCarloEstimate coverage,
        MonteCarloEstimate biasEliminatedCoverage,
        long withoutEstimate)
        implements Serializable {
    /**
     * Measures an estimator.
     *
     * @param sample at least two replicates with an estimate, of which two differ and one has a positive standard error
     * @param truth the estimand, finite
     * @param level confidence level of the intervals, in (0, 1)
     * @return all measures
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static EstimatorPerformance of(EstimationSample sample, double truth, double level) {
        Admissible.finite("truth", truth);
        Admissible.inRange("number of replicates with an estimate", sample.count(), 2, Integer.MAX_VALUE);
        SampleMoments estimates = new SampleMoments();
        SampleMoments squaredErrors = new SampleMoments();
        SampleMoments modelVariances = new SampleMoments();
        for (int i = 0; i < sample.count(); i++) {
            double error = sample.estimate(i) - truth;
            estimates.add(sample.estimate(i));
            squaredErrors.add(error * error);
            modelVariances.add(sample.standardError(i) * sample.standardError(i));
        }
        Admissible.positive("standard deviation of the estimates", estimates.standardDeviation());
        Admissible.positive("mean model-based variance", modelVariances.mean());
        return new EstimatorPerformance(
                PerformanceMeasure.bias(estimates, truth, level),
                PerformanceMeasure.empiricalStandardError(estimates, level),
                PerformanceMeasure.mean(squaredErrors, level),
                modelStandardError(modelVariances, level),
                relativeError(modelVariances, estimates, level),
                PerformanceMeasure.proportion(sample.covering(truth), sample.count(), level),
                PerformanceMeasure.proportion(sample.covering(estimates.mean()), sample.count(), level),
                sample.withoutEstimate());
    }

    private static MonteCarloEstimate modelStandardError(SampleMoments variances, double level) {
        double value = Math.sqrt(variances.mean());
        return onLogarithmicScale(value, 0, relativeVariance(variances), variances.count(), level);
    }

    private static MonteCarloEstimate relativeError(SampleMoments variances, SampleMoments estimates, double level) {
        double ratio = Math.sqrt(variances.mean()) / estimates.standardDeviation();
        double variance = relativeVariance(variances) + 1 / (2.0 * (estimates.count() - 1));
        return onLogarithmicScale(ratio, 1, variance, estimates.count(), level);
    }

    /** Variance of the logarithm of {@code sqrt(mean(s_i^2))}. */
    private static double relativeVariance(SampleMoments variances) {
        return variances.variance() / (4.0 * variances.count() * variances.mean() * variances.mean());
    }

    private static MonteCarloEstimate onLogarithmicScale(
            double value, double origin, double variance, long replicates, double level) {
        double standardError = Math.sqrt(variance);
        double factor = StrictMath.exp(ConfidenceInterval.normalQuantile(level) * standardError);
        return new MonteCarloEstimate(
                value - origin,
                replicates,
                value * standardError,
                new ConfidenceInterval(value / factor - origin, value * factor - origin, level));
    }
}
