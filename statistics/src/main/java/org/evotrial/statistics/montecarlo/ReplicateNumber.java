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

    /**
     * Replicates that bring the relative MCSE of an empirical standard error to a target: {@code 1 + 1 / (2 target^2)},
     * for nearly normal estimates.
     *
     * @param targetRelativeError MCSE over the standard error, positive: 0.01 asks for 5,001 replicates
     * @return number of replicates, at least 2
     * @throws IllegalArgumentException if the target is not admissible
     */
    public static long forEmpiricalStandardError(double targetRelativeError) {
        Admissible.positive("targetRelativeError", targetRelativeError);
        return Math.max(2, roundedUp(1 + 1 / (2 * targetRelativeError * targetRelativeError)));
    }

    /**
     * Replicates that bring the MCSE of a difference of two proportions on the same replicates to a target: {@code (d -
     * delta^2) / target^2}. With independent replicates instead it is the sum of what both proportions need.
     *
     * @param discordance {@code d}, expected share of replicates with exactly one of the properties, in [0, 1]
     * @param difference {@code delta}, expected difference, in [-discordance, discordance]
     * @param targetStandardError target, positive
     * @return number of replicates, at least 1
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static long forPairedProportions(double discordance, double difference, double targetStandardError) {
        Admissible.probability("discordance", discordance);
        Admissible.positive("targetStandardError", targetStandardError);
        if (!(Math.abs(difference) <= discordance)) {
            throw new IllegalArgumentException(String.format(
                    "The difference (%s) must be at most the discordance (%s) in magnitude.", difference, discordance));
        }
        return roundedUp((discordance - difference * difference) / (targetStandardError * targetStandardError));
    }

    /**
     * Replicates that bring the MCSE of a quantile to a target: {@code p (1 - p) / (f target)^2} with the density {@code f}
     * at the quantile.
     *
     * @param p probability in (0, 1)
     * @param density expected density at the quantile, positive
     * @param targetStandardError target, positive
     * @return number of replicates, at least 1
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static long forQuantile(double p, double density, double targetStandardError) {
        Admissible.openProbability("p", p);
        double scale = Admissible.positive("density", density)
                * Admissible.positive("targetStandardError", targetStandardError);
        return roundedUp(p * (1 - p) / (scale * scale));
    }

    /**
     * Replicates, all without the event, that show a proportion to be at most a bound: {@code log(1 - confidence) / log(1
     * - bound)}. The rule of three is its approximation {@code 3 / bound} at 0.95.
     *
     * @param bound in (0, 1)
     * @param confidence one-sided, in (0, 1)
     * @return number of replicates, at least 1
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static long withoutEvent(double bound, double confidence) {
        Admissible.openProbability("bound", bound);
        Admissible.openProbability("confidence", confidence);
        return roundedUp(StrictMath.log1p(-confidence) / StrictMath.log1p(-bound));
    }

    /** Rounds up, but not for an excess that floating point alone can explain. */
    private static long roundedUp(double number) {
        return Math.max(1, (long) Math.ceil(number * (1 - 1e-12)));
    }
}
