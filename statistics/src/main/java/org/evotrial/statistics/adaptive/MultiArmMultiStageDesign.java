package org.evotrial.statistics.adaptive;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;

/**
 * A multi-arm multi-stage design with generalised Dunnett bounds: {@code K} arms against one control over {@code J} stages.
 * Magirr, Jaki and Whitehead 2012, doi:10.1093/biomet/ass002.
 *
 * <p>At stage {@code j} an arm with {@code Z_kj <= l_j} is dropped; if an arm has {@code Z_kj > u_j} the trial stops and the
 * arm with the largest statistic is recommended. Lower bounds are binding. The upper bounds keep the probability to cross
 * with any arm at alpha if no arm differs from the control, which is the strongest case for the familywise error. Normal
 * outcomes with known variance; cumulative allocation {@code r_j} per arm and {@code r0_j} for the control in units of
 * {@code n}, the size of the control in the first stage.
 */
public final class MultiArmMultiStageDesign implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_STAGES = 5;
    private static final int MOST_ARMS = 50;
    private static final double LARGEST_SIZE = 1e7;

    private final int arms;
    private final double alpha;
    private final double[] ratios;
    private final double[] controlRatios;
    private final double[] upper;
    private final double[] lower;

    private MultiArmMultiStageDesign(
            int arms, double alpha, double[] ratios, double[] controlRatios, double[] lower, double[] upper) {
        this.arms = arms;
        this.alpha = alpha;
        this.ratios = ratios;
        this.controlRatios = controlRatios;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * The trial that bounds are wanted for.
     *
     * @param arms {@code K}, without the control, 1 to 50
     * @param upper shape of the upper bounds
     * @param lower shape of the lower bounds
     */
    public record Trial(int arms, MultiArmBoundShape upper, MultiArmBoundShape lower) {
        /**
         * Checks the number of arms.
         *
         * @throws IllegalArgumentException if it is not admissible
         */
        public Trial {
            Admissible.inRange("number of arms", arms, 1, MOST_ARMS);
        }
    }

    /**
     * Bounds that keep the familywise error.
     *
     * @param trial number of arms and shapes
     * @param alpha one-sided familywise level in (0, 0.5)
     * @param ratios {@code r_j}, cumulative, positive, ascending, 1 to 5 stages
     * @param controlRatios {@code r0_j}, as many, positive, ascending; the first one is the unit if it is the smallest
     * @return the design
     * @throws IllegalArgumentException if an argument is not admissible or no critical value keeps the level
     */
    public static MultiArmMultiStageDesign of(Trial trial, double alpha, double[] ratios, double[] controlRatios) {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException(String.format("The alpha (%s) must be in (0, 0.5).", alpha));
        }
        requireAscending("ratios", ratios);
        requireAscending("controlRatios", controlRatios);
        Admissible.inRange("number of controlRatios", controlRatios.length, ratios.length, ratios.length);
        double unit = Math.min(ratios[0], controlRatios[0]);
        double[] r = Arrays.stream(ratios).map(x -> x / unit).toArray();
        double[] r0 = Arrays.stream(controlRatios).map(x -> x / unit).toArray();
        double low = 0.5 * StandardNormal.upperQuantile(alpha);
        double high = StandardNormal.upperQuantile(alpha / trial.arms() / (r.length + 1.0)) + 3;
        double last = new BrentSolver(1e-12, 1e-10, 1e-12)
                .findRoot(
                        c -> StrictMath.log((1 - bounded(trial, c, r, r0).noneCrosses(0)) / alpha),
                        requireBracket(trial, alpha, low, r, r0),
                        high);
        requireOrder(trial, last, r);
        return new MultiArmMultiStageDesign(trial.arms(), alpha, r, r0, lower(trial, last, r), upper(trial, last, r));
    }

    /** While the critical value is sought lower bounds are held below the upper ones; in the end they must be by themselves. */
    private static void requireOrder(Trial trial, double last, double[] r) {
        for (int j = 0; j + 1 < r.length; j++) {
            double share = r[j] / r[r.length - 1];
            double low = trial.lower().lower(last, share);
            double high = trial.upper().upper(last, share);
            if (!(low < high)) {
                throw new IllegalArgumentException(String.format(
                        "The lower bound (%s) of stage %d must be below its upper bound (%s).", low, j + 1, high));
            }
        }
    }

    private static double requireBracket(Trial trial, double alpha, double low, double[] r, double[] r0) {
        if (1 - bounded(trial, low, r, r0).noneCrosses(0) < alpha) {
            throw new IllegalArgumentException(String.format(
                    "The shapes (%s) must leave a critical value above %s that spends alpha %s.", trial, low, alpha));
        }
        return low;
    }

    /**
     * The effect with which an arm's outcome exceeds the control's with probability {@code p}: {@code sqrt(2) Phi^-1(p)}, in
     * standard deviations.
     *
     * @param p in (0, 1)
     * @return standardised difference of the means
     * @throws IllegalArgumentException if {@code p} is outside (0, 1)
     */
    public static double effectOfSuperiority(double p) {
        return Math.sqrt(2) * StandardNormal.quantile(Admissible.openProbability("p", p));
    }

    /**
     * Number of arms besides the control.
     *
     * @return {@code K}
     */
    public int arms() {
        return arms;
    }

    /**
     * Number of stages.
     *
     * @return {@code J}
     */
    public int stages() {
        return upper.length;
    }

    /**
     * Familywise level.
     *
     * @return one-sided alpha
     */
    public double alpha() {
        return alpha;
    }

    /**
     * Upper bound.
     *
     * @param stage from 1
     * @return {@code u_j}
     */
    public double upperBound(int stage) {
        return upper[stage - 1];
    }

    /**
     * Lower bound; that of the last stage is the upper bound.
     *
     * @param stage from 1
     * @return {@code l_j}
     */
    public double lowerBound(int stage) {
        return lower[stage - 1];
    }

    /**
     * The probability that any arm crosses its upper bound.
     *
     * @param effect true difference of every arm from the control, in standard deviations, finite
     * @param n size of the control in the first stage (of an arm, if that is smaller), positive
     * @return probability; the familywise error at effect 0
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public double anyCrossing(double effect, double n) {
        Admissible.finite("effect", effect);
        return 1
                - paths(MultiArmPaths.pointsForBounds(stages()))
                        .noneCrosses(effect * Math.sqrt(Admissible.positive("n", n)));
    }

    /**
     * Power under the least favourable configuration: the probability that the trial recommends the one arm with the
     * interesting effect, when all others have the uninteresting one.
     *
     * @param effect interesting effect, in standard deviations, finite
     * @param otherEffect uninteresting effect of the others, finite
     * @param n size of the control in the first stage (of an arm, if that is smaller), positive
     * @return probability
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public double power(double effect, double otherEffect, double n) {
        double root = Math.sqrt(Admissible.positive("n", n));
        Admissible.finite("effect", effect);
        Admissible.finite("otherEffect", otherEffect);
        return paths(MultiArmPaths.pointsForPower(stages())).firstWins(effect * root, otherEffect * root);
    }

    /**
     * The smallest {@code n} with a given power under the least favourable configuration.
     *
     * @param effect interesting effect, in standard deviations, positive, above the other
     * @param otherEffect uninteresting effect of the others
     * @param power in (0, 1)
     * @return {@code n}
     * @throws IllegalArgumentException if an argument is not admissible or the power is out of reach
     */
    public int sampleSize(double effect, double otherEffect, double power) {
        Admissible.positive("effect", effect);
        Admissible.openProbability("power", power);
        if (!(otherEffect < effect)) {
            throw new IllegalArgumentException(
                    String.format("The otherEffect (%s) must be below the effect (%s).", otherEffect, effect));
        }
        double high = 2;
        while (power(effect, otherEffect, high) < power) {
            high *= 2;
            if (high > LARGEST_SIZE) {
                throw new IllegalArgumentException(
                        String.format("The power (%s) must be within reach of the lower bounds.", power));
            }
        }
        if (power(effect, otherEffect, 1) >= power) {
            return 1;
        }
        double root = new BrentSolver(1e-6, 1e-4, 1e-7)
                .findRoot(n -> power(effect, otherEffect, n) - power, high == 2 ? 1 : high / 2, high);
        return (int) Math.ceil(root - 1e-3);
    }

    /**
     * All patients of a trial that drops no arm and stops only at the end.
     *
     * @param n size of the control in the first stage (of an arm, if that is smaller), positive
     * @return {@code K r_J n + r0_J n}, each rounded up
     */
    public long maximumSampleSize(int n) {
        int last = stages() - 1;
        return (long) (arms * Math.ceil(ratios[last] * n - 1e-9) + Math.ceil(controlRatios[last] * n - 1e-9));
    }

    private MultiArmPaths paths(int controlPoints) {
        return new MultiArmPaths(arms, new MultiArmPaths.Stages(ratios, controlRatios, lower, upper), controlPoints);
    }

    private static MultiArmPaths bounded(Trial trial, double last, double[] r, double[] r0) {
        MultiArmPaths.Stages stages = new MultiArmPaths.Stages(r, r0, lower(trial, last, r), upper(trial, last, r));
        return new MultiArmPaths(trial.arms(), stages, MultiArmPaths.pointsForBounds(r.length));
    }

    private static double[] upper(Trial trial, double last, double[] r) {
        double[] bounds = new double[r.length];
        Arrays.fill(bounds, last);
        for (int j = 0; j + 1 < r.length; j++) {
            bounds[j] = trial.upper().upper(last, r[j] / r[r.length - 1]);
        }
        return bounds;
    }

    private static double[] lower(Trial trial, double last, double[] r) {
        double[] bounds = upper(trial, last, r);
        for (int j = 0; j + 1 < r.length; j++) {
            bounds[j] = Math.min(bounds[j], trial.lower().lower(last, r[j] / r[r.length - 1]));
        }
        return bounds;
    }

    private static void requireAscending(String name, double[] values) {
        Admissible.inRange("number of " + name, values.length, 1, MOST_STAGES);
        double before = 0;
        for (double value : values) {
            if (!(value > before && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(String.format(
                        "The %s (%s) must be positive, finite and ascending.", name, Arrays.toString(values)));
            }
            before = value;
        }
    }
}
