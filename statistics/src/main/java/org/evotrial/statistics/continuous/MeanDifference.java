package org.evotrial.statistics.continuous;

import org.apache.commons.statistics.distribution.TDistribution;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;

/**
 * An estimated difference of means, first minus second, with Student's distribution.
 *
 * @param estimate finite
 * @param standardError positive
 * @param degreesOfFreedom positive, need not be whole
 */
public record MeanDifference(double estimate, double standardError, double degreesOfFreedom) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public MeanDifference {
        Admissible.finite("estimate", estimate);
        Admissible.positive("standardError", standardError);
        Admissible.positive("degreesOfFreedom", degreesOfFreedom);
    }

    /**
     * Student's test: equal variances, {@code n1 + n2 - 2} degrees of freedom. Student 1908, doi:10.2307/2331554.
     *
     * @param first sample
     * @param second sample
     * @return difference
     * @throws IllegalArgumentException if neither sample varies
     */
    public static MeanDifference pooled(SampleSummary first, SampleSummary second) {
        requireVariance(first, second);
        double degrees = (double) first.size() + second.size() - 2;
        double variance = ((first.size() - 1) * first.variance() + (second.size() - 1) * second.variance()) / degrees;
        double error = Math.sqrt(variance * (1.0 / first.size() + 1.0 / second.size()));
        return new MeanDifference(first.mean() - second.mean(), error, degrees);
    }

    /**
     * Welch's test: any variances, {@code (v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1))} degrees of freedom with {@code v
     * = s^2 / n}. Welch 1947, doi:10.2307/2332510.
     *
     * @param first sample
     * @param second sample
     * @return difference
     * @throws IllegalArgumentException if neither sample varies
     */
    public static MeanDifference welch(SampleSummary first, SampleSummary second) {
        requireVariance(first, second);
        double v1 = first.variance() / first.size();
        double v2 = second.variance() / second.size();
        double sum = v1 + v2;
        double share1 = v1 / sum;
        double share2 = v2 / sum;
        double degrees = 1 / (share1 * share1 / (first.size() - 1) + share2 * share2 / (second.size() - 1));
        return new MeanDifference(first.mean() - second.mean(), Math.sqrt(sum), degrees);
    }

    private static void requireVariance(SampleSummary first, SampleSummary second) {
        if (first.variance() == 0 && second.variance() == 0) {
            throw new IllegalArgumentException("The variances (0.0, 0.0) of the samples must not both be 0.");
        }
    }

    /**
     * Student's statistic against a null difference.
     *
     * @param difference under the null hypothesis; minus the margin for non-inferiority
     * @return {@code (estimate - difference) / standardError}
     * @throws IllegalArgumentException if the difference is not finite
     */
    public double statistic(double difference) {
        return (estimate - Admissible.finite("difference", difference)) / standardError;
    }

    /**
     * The one-sided p-value against larger differences.
     *
     * @param difference under the null hypothesis
     * @return p-value
     * @throws IllegalArgumentException if the difference is not finite
     */
    public double upperPValue(double difference) {
        return TDistribution.of(degreesOfFreedom).survivalProbability(statistic(difference));
    }

    /**
     * The two-sided p-value.
     *
     * @param difference under the null hypothesis
     * @return p-value
     * @throws IllegalArgumentException if the difference is not finite
     */
    public double twoSidedPValue(double difference) {
        return Math.min(1, 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(statistic(difference))));
    }

    /**
     * The confidence interval of the difference.
     *
     * @param level confidence level in (0, 1)
     * @return interval
     * @throws IllegalArgumentException if the level is not admissible
     */
    public ConfidenceInterval interval(double level) {
        Admissible.openProbability("level", level);
        double reach = standardError * TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(0.5 * (1 - level));
        return new ConfidenceInterval(estimate - reach, estimate + reach, level);
    }
}
