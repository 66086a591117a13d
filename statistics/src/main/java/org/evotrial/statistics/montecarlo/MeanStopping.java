package org.evotrial.statistics.montecarlo;

import org.evotrial.statistics.Admissible;

/**
 * When to stop simulating a mean: at the first check at which its Monte Carlo standard error {@code s / sqrt(n)} is at most
 * a target. Chow and Robbins 1965, doi:10.1214/aoms/1177700156: the interval at the stop has its level in the limit of a
 * small target.
 *
 * <p>Symmetric results leave the mean unbiased. Of skewed ones a sample with a small standard deviation has a small mean
 * as well, and stops earlier: to first order the mean at the stop is biased by {@code -skewness target^2 / s}, which is {@code
 * skewness / sqrt(n)} target errors; with exponential results (skewness 2) at {@code n = 100} it is 1.6 times that. A generous
 * minimum keeps it small; a number of replicates fixed after a pilot whose results are thrown away ({@link
 * ReplicateNumber#forMean}) has no bias at all.
 *
 * @param targetStandardError target, positive
 * @param minimum replicates before the rule may stop, at least 2; 100 or more are advisable
 */
public record MeanStopping(double targetStandardError, long minimum) {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one of them is not admissible
     */
    public MeanStopping {
        Admissible.positive("targetStandardError", targetStandardError);
        Admissible.inRange("minimum", minimum, 2, Long.MAX_VALUE);
    }

    /**
     * Whether there are enough replicates.
     *
     * @param sample results so far
     * @return whether the minimum is reached and the standard error at most the target; also if no result differs from the
     *     others, which the minimum must make unlikely by chance
     */
    public boolean enough(SampleMoments sample) {
        return sample.count() >= minimum
                && sample.variance() <= targetStandardError * targetStandardError * sample.count();
    }
}
