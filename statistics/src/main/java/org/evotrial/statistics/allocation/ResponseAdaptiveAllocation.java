package org.evotrial.statistics.allocation;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BestArmProbabilities;
import org.jspecify.annotations.Nullable;

/**
 * Computes response-adaptive allocation probabilities from Beta posteriors, by quadrature and not by draws. A workspace: not
 * thread-safe, allocates nothing once it has grown to what it needs.
 */
public final class ResponseAdaptiveAllocation {
    private final AdaptiveRule rule;
    private final BestArmProbabilities quadrature;
    private final double[] alpha;
    private final double[] beta;
    private final double[] packed;
    private final double[] weights;
    private final double[] known;
    private @Nullable BinaryArms knownOf;
    private long knownChanges;

    /**
     * A workspace.
     *
     * @param rule how allocation follows the responses
     */
    public ResponseAdaptiveAllocation(AdaptiveRule rule) {
        this.rule = rule;
        int arms = rule.limits().arms();
        quadrature = new BestArmProbabilities(Math.max(2, arms));
        alpha = new double[arms];
        beta = new double[arms];
        packed = new double[arms];
        weights = new double[arms];
        known = new double[arms];
    }

    /**
     * The probability of each open arm to have the largest response probability of the open arms.
     *
     * @param results responses so far
     * @param best filled; 0 for closed arms, sum 1
     * @throws IllegalArgumentException if no arm is open
     */
    public void best(BinaryArms results, double[] best) {
        if (results != knownOf || results.changes() != knownChanges) {
            compute(results);
            knownOf = results;
            knownChanges = results.changes();
        }
        System.arraycopy(known, 0, best, 0, results.arms());
    }

    private void compute(BinaryArms results) {
        int open = 0;
        for (int i = 0; i < results.arms(); i++) {
            if (results.isOpen(i)) {
                alpha[open] = results.alpha(i);
                beta[open] = results.beta(i);
                open++;
            }
        }
        Admissible.inRange("number of open arms", open, 1, results.arms());
        quadrature.compute(alpha, beta, open, packed);
        int next = 0;
        for (int i = 0; i < results.arms(); i++) {
            known[i] = results.isOpen(i) ? packed[next++] : 0;
        }
    }

    /**
     * The probability of each open arm to have a larger response probability than the control.
     *
     * @param results responses so far
     * @param control the control, open
     * @param better filled; 0 for closed arms and the control
     */
    public void better(BinaryArms results, int control, double[] better) {
        for (int i = 0; i < results.arms(); i++) {
            better[i] = i == control || !results.isOpen(i)
                    ? 0
                    : quadrature.probabilityGreater(
                            results.alpha(i), results.beta(i), results.alpha(control), results.beta(control));
        }
    }

    /**
     * The allocation probabilities of the next patients.
     *
     * @param results responses so far
     * @param control the control if it is open, or -1; then the others share everything
     * @param fraction patients so far over the largest number of patients, in [0, 1]
     * @param probabilities filled; 0 for closed arms, sum 1
     * @throws IllegalArgumentException if no arm is open, the fraction is not admissible or the rule's number of arms
     *     differs
     */
    public void probabilities(BinaryArms results, int control, double fraction, double[] probabilities) {
        Admissible.probability("fraction", fraction);
        Admissible.inRange("number of arms", results.arms(), weights.length, weights.length);
        Admissible.inRange("number of open arms", results.openArms(), 1, weights.length);
        boolean scored = results.total() >= rule.burnIn();
        if (scored) {
            score(results, control);
            temper(rule.tempering().exponent(fraction), results);
        } else {
            Arrays.fill(weights, 1);
        }
        shareWithControl(results, control, fraction, scored, probabilities);
    }

    private void score(BinaryArms results, int control) {
        if (rule.score() == AdaptiveRule.Score.BEST || control < 0) {
            best(results, weights);
        } else {
            better(results, control, weights);
        }
    }

    private void temper(double exponent, BinaryArms results) {
        if (exponent == 1) {
            return;
        }
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            weights[i] =
                    !results.isOpen(i) ? 0 : exponent == 0.5 ? Math.sqrt(weight) : StrictMath.pow(weight, exponent);
        }
    }

    private void shareWithControl(
            BinaryArms results, int control, double fraction, boolean scored, double[] probabilities) {
        int set = -1;
        double given = 0;
        boolean alone = results.openArms() == 1;
        if (control >= 0 && !alone) {
            if (rule.control() instanceof AdaptiveRule.ControlShare.Fixed fixed) {
                set = control;
                given = fixed.share();
            } else if (scored && rule.control() instanceof AdaptiveRule.ControlShare.CatchUp catchUp) {
                set = control;
                given = catchUp(results, control, catchUp.eta().exponent(fraction));
            } else if (scored && rule.control() instanceof AdaptiveRule.ControlShare.MatchBest) {
                weights[control] = 0;
                for (double weight : weights) {
                    weights[control] = Math.max(weights[control], weight);
                }
            }
        }
        rule.limits().share(weights, results.open(), set, given, probabilities);
    }

    /** {@code w / (1 + w)} with {@code w = exp(eta (max n_k - n_0)) / K}. */
    private static double catchUp(BinaryArms results, int control, double eta) {
        int most = 0;
        for (int i = 0; i < results.arms(); i++) {
            if (i != control && results.isOpen(i)) {
                most = Math.max(most, results.patients(i));
            }
        }
        int others = results.openArms() - 1;
        return 1 / (1 + others * StrictMath.exp(-eta * (most - results.patients(control))));
    }
}
