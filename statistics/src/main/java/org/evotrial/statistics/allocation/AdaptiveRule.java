package org.evotrial.statistics.allocation;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;

/**
 * How allocation follows the responses. Weights are posterior probabilities raised to a tempered exponent; the control may be
 * protected; limits apply last.
 *
 * @param score which posterior probability
 * @param tempering its exponent
 * @param control how the control is protected
 * @param burnIn patients with a result before allocation adapts; until then shares are equal, within the limits
 * @param limits limits of the probabilities
 */
public record AdaptiveRule(Score score, Tempering tempering, ControlShare control, int burnIn, AllocationLimits limits)
        implements Serializable {
    /** Which posterior probability of an arm is its weight. */
    public enum Score {
        /** {@code P(p_i is the largest)}, of the arms that are still open. */
        BEST,
        /** {@code P(p_i > p_control)}; the control needs a protection, as it has no such probability. */
        BETTER_THAN_CONTROL
    }

    /** How the control is protected from losing its patients to the other arms. */
    public sealed interface ControlShare extends Serializable {
        /** Not at all, or there is none: it is weighed as the others are. */
        record Weighed() implements ControlShare {}

        /**
         * A fixed share: .2 in I-SPY 2, Barker et al. 2009, doi:10.1038/clpt.2009.68.
         *
         * @param share in (0, 1)
         */
        record Fixed(double share) implements ControlShare {
            /**
             * Checks the share.
             *
             * @throws IllegalArgumentException if it is not in (0, 1)
             */
            public Fixed {
                Admissible.openProbability("share of the control", share);
            }
        }

        /** As large as the largest share of the others. */
        record MatchBest() implements ControlShare {}

        /**
         * The control follows the arm with most patients: weight {@code exp(eta (max n_k - n_0)) / K} beside weights of the
         * {@code K} others that sum to 1. Trippa et al. 2012, doi:10.1200/JCO.2011.39.8420.
         *
         * @param eta its exponent, growing with the trial
         */
        record CatchUp(Tempering eta) implements ControlShare {}
    }

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if the burn-in is negative, or the control is to be compared with itself
     */
    public AdaptiveRule {
        Admissible.inRange("burnIn", burnIn, 0, Integer.MAX_VALUE);
        if (score == Score.BETTER_THAN_CONTROL && control instanceof ControlShare.Weighed) {
            throw new IllegalArgumentException("The score BETTER_THAN_CONTROL needs a protected control.");
        }
    }

    /**
     * Thall and Wathen's rule: {@code P(best)^c} for all arms.
     *
     * @param arms number of arms
     * @param tempering exponent {@code c}
     * @return rule without burn-in and limits
     * @throws IllegalArgumentException if there is no arm
     */
    public static AdaptiveRule thallWathen(int arms, Tempering tempering) {
        return new AdaptiveRule(Score.BEST, tempering, new ControlShare.Weighed(), 0, AllocationLimits.none(arms));
    }

    /**
     * Trippa's rule: {@code P(p_k > p_0)^gamma}, and a control that catches up.
     *
     * @param arms number of arms with the control
     * @param gamma exponent of the probabilities
     * @param eta exponent of the control
     * @return rule without burn-in and limits
     * @throws IllegalArgumentException if there is no arm
     */
    public static AdaptiveRule trippa(int arms, Tempering gamma, Tempering eta) {
        return new AdaptiveRule(
                Score.BETTER_THAN_CONTROL, gamma, new ControlShare.CatchUp(eta), 0, AllocationLimits.none(arms));
    }

    /**
     * As in I-SPY 2: a fixed share for the control, the others in proportion to {@code P(p_k > p_0)}.
     *
     * @param arms number of arms with the control
     * @param controlShare in (0, 1), commonly .2
     * @return rule without burn-in and limits
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static AdaptiveRule iSpy(int arms, double controlShare) {
        return new AdaptiveRule(
                Score.BETTER_THAN_CONTROL,
                new Tempering.Constant(1),
                new ControlShare.Fixed(controlShare),
                0,
                AllocationLimits.none(arms));
    }

    /**
     * The same rule with a burn-in.
     *
     * @param patients with a result before allocation adapts
     * @return rule
     * @throws IllegalArgumentException if the number is negative
     */
    public AdaptiveRule withBurnIn(int patients) {
        return new AdaptiveRule(score, tempering, control, patients, limits);
    }

    /**
     * The same rule with limits.
     *
     * @param changed limits
     * @return rule
     */
    public AdaptiveRule withLimits(AllocationLimits changed) {
        return new AdaptiveRule(score, tempering, control, burnIn, changed);
    }
}
