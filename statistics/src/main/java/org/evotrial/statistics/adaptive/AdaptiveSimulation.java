package org.evotrial.statistics.adaptive;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.statistics.Admissible;

/**
 * Simulates trials with selection of arms or populations, tested by the closed inverse normal combination test. What one
 * trial does is that of {@link ClosedCombinationTest}; this is its counterpart for loops, on normal scores and without
 * allocation.
 *
 * <p>After each stage all intersections are tested. The trial stops for success by the criterion; for futility if every
 * selected hypothesis lies in an unrejected intersection whose p-value was 1 in some stage, since with weights that are
 * fixed it can then never be rejected (Bonferroni's test gives such p-values), or if the rule selects none; otherwise the
 * selected go on. Ties of effects, frequent with counts, are broken at random. An intersection none of whose hypotheses is
 * in the trial any more cannot be rejected later; and a hypothesis counts as rejected only at a stage in which it is in the
 * trial, although the closure principle would allow to reject one that was dropped when its last intersections fall later.
 *
 * @param design how stages are combined
 * @param scores test of the intersections in each stage
 * @param selection rule after each interim stage
 * @param success when a trial stops early
 */
public record AdaptiveSimulation(
        InverseNormalDesign design, IntersectionScores scores, SelectionRule selection, Success success) {
    /** Half width of the uniform noise on effects that breaks ties; far below any difference of rates. */
    private static final double TIE_NOISE = 1e-9;

    /** When a trial stops for success at an interim stage. */
    public enum Success {
        /** If all hypotheses in the trial are rejected. */
        ALL_SELECTED,
        /** If at least one is rejected. */
        AT_LEAST_ONE
    }

    /**
     * Simulates.
     *
     * @param outcomes what is observed, as many stages as the design has
     * @param replicates number of trials, positive
     * @param random source of random numbers
     * @return counts over the trials
     * @throws IllegalArgumentException if the stages differ or there are no replicates
     */
    public AdaptiveTrialCounts run(StagewiseOutcomes outcomes, int replicates, UniformRandomProvider random) {
        Admissible.inRange("number of stages of the outcomes", outcomes.stages(), design.stages(), design.stages());
        Admissible.inRange("number of hypotheses", outcomes.hypotheses(), 1, 16);
        Admissible.inRange("number of replicates", replicates, 1, Integer.MAX_VALUE);
        Trial trial = new Trial(this, outcomes);
        AdaptiveTrialCounts.Builder counts = new AdaptiveTrialCounts.Builder(outcomes.hypotheses());
        for (int i = 0; i < replicates; i++) {
            trial.run(random);
            counts.add(trial.rejected, trial.size, trial.futile);
        }
        return counts.build();
    }

    /** The workspace of one trial. */
    private static final class Trial {
        private final AdaptiveSimulation plan;
        private final StagewiseOutcomes outcomes;
        private final int all;
        private final double[] weights;
        private final double[] bounds;
        private final double[] sums;
        private final boolean[] rejectedSets;
        private final double[] effects;
        private int rejected;
        private double size;
        private boolean futile;

        Trial(AdaptiveSimulation plan, StagewiseOutcomes outcomes) {
            this.plan = plan;
            this.outcomes = outcomes;
            this.all = (1 << outcomes.hypotheses()) - 1;
            int stages = plan.design.stages();
            this.weights = new double[stages];
            this.bounds = new double[stages];
            for (int k = 0; k < stages; k++) {
                weights[k] = plan.design.weight(k + 1);
                double fraction = plan.design.groupSequentialDesign().informationFraction(k + 1);
                bounds[k] = plan.design.criticalValue(k + 1) * Math.sqrt(fraction);
            }
            this.sums = new double[all + 1];
            this.rejectedSets = new boolean[all + 1];
            this.effects = new double[outcomes.hypotheses()];
        }

        void run(UniformRandomProvider random) {
            outcomes.start();
            Arrays.fill(sums, 0);
            Arrays.fill(rejectedSets, false);
            int selected = all;
            rejected = 0;
            size = 0;
            futile = false;
            for (int k = 0; k < weights.length; k++) {
                outcomes.simulate(k, selected, random);
                size += outcomes.size(k, selected);
                int hopeless = test(k, selected);
                if (k == weights.length - 1 || succeeds(selected)) {
                    return;
                }
                int next = plan.selection.select(withoutTies(random), selected);
                if (next == 0 || (selected & ~hopeless) == 0) {
                    futile = true;
                    return;
                }
                selected = next;
            }
        }

        private double[] withoutTies(UniformRandomProvider random) {
            double[] estimated = outcomes.effects();
            for (int i = 0; i < effects.length; i++) {
                effects[i] = estimated[i] + TIE_NOISE * (2 * random.nextDouble() - 1);
            }
            return effects;
        }

        /** Tests all intersections; says which hypotheses can never be rejected. */
        private int test(int stage, int selected) {
            double[] z = outcomes.z();
            int open = 0;
            int hopeless = 0;
            for (int set = 1; set <= all; set++) {
                if (rejectedSets[set]) {
                    continue;
                }
                int used = set & selected;
                sums[set] += used == 0 ? Double.NEGATIVE_INFINITY : weights[stage] * plan.scores.score(z, used);
                if (sums[set] >= bounds[stage]) {
                    rejectedSets[set] = true;
                } else {
                    open |= set;
                    hopeless |= sums[set] == Double.NEGATIVE_INFINITY ? set : 0;
                }
            }
            rejected |= ~open & selected;
            return hopeless;
        }

        private boolean succeeds(int selected) {
            return plan.success == Success.ALL_SELECTED ? (selected & ~rejected) == 0 : rejected != 0;
        }
    }
}
