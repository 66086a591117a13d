package org.evotrial.statistics.montecarlo;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.proportion.ProportionInterval;

/**
 * When to stop simulating a proportion: at the first check at which its Monte Carlo standard error is at most a target.
 *
 * <p>The error is judged at {@code (x + 2) / (n + 4)}: the plain share {@code x / n} of a rare event is 0 for a while, with
 * an estimated error of 0, and would stop at once. After Frey 2010, doi:10.1198/tast.2010.09140.
 *
 * <p>Stopping depends on the result, so the share at the stop is biased towards 0 or 1, whichever is nearer: to first order
 * by {@code (2p - 1) target^2 / sqrt(p (1 - p))}. {@link #characteristics} computes bias and coverage exactly. With targets
 * from 0.005 to 0.02 the bias stays below a quarter of the target, largest where {@code p} is about 2.5 targets, and Wilson's
 * interval at the stop covers in 0.94 to 0.98 of all runs (less where the minimum decides, as Wilson's interval of so few
 * replicates does). A number of replicates that is fixed
 * beforehand ({@link ReplicateNumber#forProportion}) has no such bias.
 *
 * @param targetStandardError target, positive
 * @param minimum replicates before the first check, at least 1
 * @param step replicates between two checks, at least 1
 */
public record ProportionStopping(double targetStandardError, int minimum, int step) {
    private static final int MOST_REPLICATES = 20_000;

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one of them is not admissible
     */
    public ProportionStopping {
        Admissible.positive("targetStandardError", targetStandardError);
        Admissible.inRange("minimum", minimum, 1, Integer.MAX_VALUE);
        Admissible.inRange("step", step, 1, Integer.MAX_VALUE);
    }

    /**
     * Whether there are enough replicates, also between two checks.
     *
     * @param count replicates with the property, in [0, replicates]
     * @param replicates zero or positive
     * @return whether the minimum is reached and the error at most the target
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public boolean enough(long count, long replicates) {
        Admissible.inRange("number of replicates", replicates, 0, Long.MAX_VALUE);
        Admissible.inRange("count", count, 0, replicates);
        double share = (count + 2.0) / (replicates + 4.0);
        return replicates >= minimum && share * (1 - share) <= targetStandardError * targetStandardError * replicates;
    }

    /**
     * What this rule does to a proportion, by enumerating every way to the stop: exact up to rounding.
     *
     * @param proportion true proportion, in [0, 1]
     * @param level confidence level of Wilson's interval at the stop, in (0, 1)
     * @return expected number of replicates, bias and coverage
     * @throws IllegalArgumentException if an argument is not admissible, or the rule may need more than 20,000 replicates
     */
    public Characteristics characteristics(double proportion, double level) {
        Admissible.probability("proportion", proportion);
        Admissible.openProbability("level", level);
        // p (1 - p) is at most 1/4: at this number the rule has stopped for certain.
        double most = Math.max(minimum, 0.25 / (targetStandardError * targetStandardError)) + step;
        if (most > MOST_REPLICATES) {
            throw new IllegalArgumentException(String.format(
                    "The targetStandardError (%s) must need at most %d replicates.",
                    targetStandardError, MOST_REPLICATES));
        }
        double[] alive = {1};
        Sums sums = new Sums(proportion, level);
        double left = 1;
        for (int n = 0; left > 0; ) {
            int increment = n == 0 ? minimum : step;
            alive = convolved(alive, increment, proportion);
            n += increment;
            left = 0;
            for (int x = 0; x <= n; x++) {
                if (alive[x] > 0 && enough(x, n)) {
                    sums.stop(x, n, alive[x]);
                    alive[x] = 0;
                }
                left += alive[x];
            }
        }
        return sums.characteristics();
    }

    private static double[] convolved(double[] alive, int increment, double p) {
        double[] before = alive;
        for (int i = 0; i < increment; i++) {
            double[] after = new double[before.length + 1];
            for (int x = 0; x < before.length; x++) {
                after[x] += before[x] * (1 - p);
                after[x + 1] += before[x] * p;
            }
            before = after;
        }
        return before;
    }

    /**
     * What a stopping rule does to a proportion.
     *
     * @param expectedReplicates expected number of replicates at the stop
     * @param bias expected share at the stop minus the proportion
     * @param meanSquaredError of the share at the stop
     * @param coverage probability that Wilson's interval at the stop contains the proportion
     */
    public record Characteristics(double expectedReplicates, double bias, double meanSquaredError, double coverage) {}

    private static final class Sums {
        private final double proportion;
        private final double level;
        private double replicates;
        private double bias;
        private double squares;
        private double coverage;

        Sums(double proportion, double level) {
            this.proportion = proportion;
            this.level = level;
        }

        void stop(int x, int n, double probability) {
            double error = (double) x / n - proportion;
            ConfidenceInterval interval = ProportionInterval.wilson(x, n, level);
            replicates += probability * n;
            bias += probability * error;
            squares += probability * error * error;
            coverage += interval.contains(proportion) ? probability : 0;
        }

        Characteristics characteristics() {
            return new Characteristics(replicates, bias, squares, coverage);
        }
    }
}
