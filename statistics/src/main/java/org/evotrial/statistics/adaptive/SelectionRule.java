package org.evotrial.statistics.adaptive;

import java.io.Serializable;
import java.util.Objects;
import org.evotrial.statistics.Admissible;

/**
 * Which arms or populations go on after an interim analysis. Sets are bits; larger effects are better. Stateless and
 * without allocation.
 */
public sealed interface SelectionRule extends Serializable {
    /** Differences of effects this near to a bound count as equal to it, so that rounding does not decide. */
    double ROUNDING = 1e-12;

    /**
     * Selects among the candidates.
     *
     * @param effects effect of each hypothesis; those of others than candidates are not used
     * @param candidates hypotheses still in the trial
     * @return a subset of the candidates, possibly empty
     */
    int select(double[] effects, int candidates);

    /** All go on. */
    record All() implements SelectionRule {
        @Override
        public int select(double[] effects, int candidates) {
            return candidates;
        }
    }

    /**
     * The best go on; of equal effects the first.
     *
     * @param count how many at most, positive
     */
    record Best(int count) implements SelectionRule {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Best {
            Admissible.inRange("count", count, 1, 31);
        }

        @Override
        public int select(double[] effects, int candidates) {
            int selected = 0;
            int left = candidates;
            for (int i = 0; i < count && left != 0; i++) {
                int best = best(effects, left);
                selected |= 1 << best;
                left &= ~(1 << best);
            }
            return selected;
        }
    }

    /**
     * All within a distance of the best go on.
     *
     * @param epsilon distance on the scale of the effects, zero or positive; an effect at exactly this distance goes on
     */
    record WithinEpsilon(double epsilon) implements SelectionRule {
        /**
         * Checks the distance.
         *
         * @throws IllegalArgumentException if it is negative or not finite
         */
        public WithinEpsilon {
            Admissible.nonNegative("epsilon", epsilon);
        }

        @Override
        public int select(double[] effects, int candidates) {
            if (candidates == 0) {
                return 0;
            }
            double least = effects[best(effects, candidates)] - epsilon - ROUNDING;
            int selected = 0;
            for (int i = 0; i < effects.length; i++) {
                selected |= (candidates >> i & 1) != 0 && effects[i] >= least ? 1 << i : 0;
            }
            return selected;
        }
    }

    /**
     * Those that a rule selects and whose effect exceeds a threshold.
     *
     * @param rule selects first
     * @param threshold finite; an effect of exactly the threshold stops
     */
    record AboveThreshold(SelectionRule rule, double threshold) implements SelectionRule {
        /**
         * Checks the threshold.
         *
         * @throws IllegalArgumentException if it is not finite
         */
        public AboveThreshold {
            Objects.requireNonNull(rule);
            Admissible.finite("threshold", threshold);
        }

        @Override
        public int select(double[] effects, int candidates) {
            int selected = rule.select(effects, candidates);
            for (int i = 0; i < effects.length; i++) {
                selected &= effects[i] > threshold ? -1 : ~(1 << i);
            }
            return selected;
        }
    }

    private static int best(double[] effects, int candidates) {
        int best = Integer.numberOfTrailingZeros(candidates);
        for (int i = best + 1; i < effects.length; i++) {
            if ((candidates >> i & 1) != 0 && effects[i] > effects[best]) {
                best = i;
            }
        }
        return best;
    }
}
