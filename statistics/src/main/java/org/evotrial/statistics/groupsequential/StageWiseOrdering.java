package org.evotrial.statistics.groupsequential;

import java.util.Arrays;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;

/**
 * Inference after a group-sequential trial has stopped, by the stage-wise ordering of outcomes: an earlier rejection is
 * stronger evidence than a later one, and at the same look the larger statistic is. The p-value of effect {@code d} is
 *
 * <pre>p(d) = sum over j &lt; k of P_d(upper bound crossed at look j) + P_d(no stop before, Z_k &gt;= z)</pre>
 *
 * <p>It is at most alpha exactly if the test rejected, and uses only looks that took place. Confidence limits are the
 * {@code d} with {@code p(d) = (1 - level) / 2} and {@code (1 + level) / 2}, the median-unbiased estimate that with
 * {@code p(d) = 1/2}. Tsiatis, Rosner and Mehta 1984, Biometrics 40, 797-803; Jennison and Turnbull 2000, chapter 8.
 *
 * <p>The statistics are those of the design; futility bounds that are not binding are ignored. The effect is the drift
 * (mean of the statistic at information fraction 1) unless {@link #scaled} says otherwise. Immutable.
 */
public final class StageWiseOrdering {
    private static final double WIDEST = 1e4;

    private final Sidedness sidedness;
    private final double[] means;
    private final double statistic;
    private final double[] information;
    private final double[] lower;
    private final double[] upper;

    private StageWiseOrdering(StageWiseOrdering of, double[] means) {
        this.sidedness = of.sidedness;
        this.means = means;
        this.statistic = of.statistic;
        this.information = of.information;
        this.lower = of.lower;
        this.upper = of.upper;
    }

    private StageWiseOrdering(GroupSequentialDesign design, int look, double statistic) {
        this.sidedness = design.sidedness();
        this.statistic = statistic;
        this.information = new double[look];
        this.lower = new double[look];
        this.upper = new double[look];
        this.means = new double[look];
        for (int i = 0; i < look; i++) {
            information[i] = design.plan().fraction(i);
            upper[i] = design.criticalValue(i + 1);
            lower[i] = design.plan().countedFloor(i, upper[i]);
            means[i] = Math.sqrt(information[i]);
        }
        upper[look - 1] = statistic;
        lower[look - 1] = Double.NEGATIVE_INFINITY;
    }

    /**
     * The outcome of a trial.
     *
     * @param design what was planned
     * @param look at which the trial stopped, from 1
     * @param statistic {@code Z} at that look, finite
     * @return its place in the ordering
     * @throws IllegalArgumentException if the design has no such look or the statistic is not finite
     */
    public static StageWiseOrdering of(GroupSequentialDesign design, int look, double statistic) {
        Admissible.inRange("look", look, 1, design.looks());
        return new StageWiseOrdering(design, look, Admissible.finite("statistic", statistic));
    }

    /**
     * The same outcome with effects on another scale.
     *
     * @param meanPerUnit mean of the statistic of each look up to that of the stop for an effect of one unit, positive:
     *     {@code sqrt(events / 4)} for the logarithm of a hazard ratio with equal allocation
     * @return the outcome on that scale
     * @throws IllegalArgumentException if there is not one positive finite number per look up to that of the stop
     */
    public StageWiseOrdering scaled(double... meanPerUnit) {
        requireMeans(meanPerUnit, means.length);
        return new StageWiseOrdering(this, meanPerUnit.clone());
    }

    static void requireMeans(double[] meanPerUnit, int looks) {
        boolean positive = Arrays.stream(meanPerUnit).allMatch(m -> m > 0 && m < Double.POSITIVE_INFINITY);
        if (meanPerUnit.length != looks || !positive) {
            throw new IllegalArgumentException(String.format(
                    "The meanPerUnit (%s) must be %d positive finite numbers, one per look.",
                    Arrays.toString(meanPerUnit), looks));
        }
    }

    /**
     * The p-value of no effect, which is at most the level of the test exactly if it rejected.
     *
     * @return one-sided p-value, or twice the smaller tail if the test is two-sided
     */
    public double pValue() {
        double tail = upperPValue(0);
        return sidedness == Sidedness.ONE_SIDED ? tail : Math.min(1, 2 * Math.min(tail, 1 - tail));
    }

    /**
     * The probability of outcomes at least as much in favour of a positive effect.
     *
     * @param effect finite
     * @return {@code p(effect)}, increasing
     * @throws IllegalArgumentException if the effect is not finite
     */
    public double upperPValue(double effect) {
        Admissible.finite("effect", effect);
        return Math.min(1, new SequentialTails(information, lower, upper).upperCrossing(effect, means));
    }

    /**
     * The median-unbiased estimate of the effect.
     *
     * @return the effect with {@code p = 1/2}
     */
    public double medianUnbiasedEstimate() {
        return effectAt(0.5);
    }

    /**
     * A confidence interval with equal tails.
     *
     * @param level both sides together, in (0, 1): {@code 1 - 2 alpha} fits a one-sided test at level alpha
     * @return interval of the effect
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public ConfidenceInterval interval(double level) {
        Admissible.openProbability("level", level);
        double tail = 0.5 * (1 - level);
        return new ConfidenceInterval(effectAt(tail), effectAt(1 - tail), level);
    }

    private double effectAt(double p) {
        double unit = 1 / means[means.length - 1];
        double centre = statistic * unit;
        double low = centre - unit;
        double high = centre + unit;
        for (double width = unit; upperPValue(low) > p; width *= 2) {
            low = requireBounded(low - width, centre, unit, p);
        }
        for (double width = unit; upperPValue(high) < p; width *= 2) {
            high = requireBounded(high + width, centre, unit, p);
        }
        return new BrentSolver(1e-14, 1e-13 * unit, 1e-15).findRoot(effect -> upperPValue(effect) - p, low, high);
    }

    private static double requireBounded(double limit, double centre, double unit, double p) {
        if (Math.abs(limit - centre) > WIDEST * unit) {
            throw new ArithmeticException(
                    String.format("No effect within %s of %s has the p-value %s.", WIDEST * unit, centre, p));
        }
        return limit;
    }
}
