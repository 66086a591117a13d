package org.evotrial.statistics.montecarlo;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;

/** How many replicates a simulation needs. */
public final class ReplicateNumber {
    private ReplicateNumber() {}

    /**
     * Replicates that bring the MCSE of a proportion to a target: {@code p (1 - p) / target^2}.
     *
     * @param proportion expected proportion in [0, 1]; 0.5 is the worst case
     * @param targetStandardError target, positive
     * @return number of replicates, at least 1
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static long forProportion(double proportion, double targetStandardError) {
        Admissible.probability("proportion", proportion);
        Admissible.positive("targetStandardError", targetStandardError);
        return roundedUp(proportion * (1 - proportion) / (targetStandardError * targetStandardError));
    }

    /**
     * Replicates that bring the MCSE of a mean to a target: {@code (s / target)^2}.
     *
     * @param standardDeviation standard deviation of one replicate, zero or positive
     * @param targetStandardError target, positive
     * @return number of replicates, at least 1
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static long forMean(double standardDeviation, double targetStandardError) {
        Admissible.nonNegative("standardDeviation", standardDeviation);
        double ratio = standardDeviation / Admissible.positive("targetStandardError", targetStandardError);
        return roundedUp(ratio * ratio);
    }

    /**
     * Replicates after which Wilson's interval of a proportion no longer straddles a bound, if the estimate stays what it
     * is: {@code z^2 b (1 - b) / (p - b)^2}.
     *
     * @param estimate estimated proportion in [0, 1]
     * @param bound the bound that a verdict compares with, in [0, 1]
     * @param confidence confidence level of the two-sided interval, in (0, 1)
     * @return total number of replicates, at least 1; {@link Long#MAX_VALUE} if the estimate is the bound
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static long toDecideProportion(double estimate, double bound, double confidence) {
        Admissible.probability("estimate", estimate);
        Admissible.probability("bound", bound);
        return toDecideMean(estimate, bound, Math.sqrt(bound * (1 - bound)), confidence);
    }

    /**
     * Replicates after which the interval of a mean no longer straddles a bound, if estimate and standard deviation stay
     * what they are: {@code (z s / (estimate - bound))^2}.
     *
     * @param estimate estimated mean, finite
     * @param bound the bound that a verdict compares with, finite
     * @param standardDeviation standard deviation of one replicate, zero or positive
     * @param confidence confidence level of the two-sided interval, in (0, 1)
     * @return total number of replicates, at least 1; {@link Long#MAX_VALUE} if the estimate is the bound
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static long toDecideMean(double estimate, double bound, double standardDeviation, double confidence) {
        Admissible.finite("estimate", estimate);
        Admissible.finite("bound", bound);
        Admissible.nonNegative("standardDeviation", standardDeviation);
        double z = ConfidenceInterval.normalQuantile(confidence);
        if (estimate == bound) {
            return Long.MAX_VALUE;
        }
        double ratio = z * standardDeviation / (estimate - bound);
        return roundedUp(ratio * ratio);
    }

    /** Rounds up, but not for an excess that floating point alone can explain. */
    private static long roundedUp(double number) {
        return Math.max(1, (long) Math.ceil(number * (1 - 1e-12)));
    }
}
