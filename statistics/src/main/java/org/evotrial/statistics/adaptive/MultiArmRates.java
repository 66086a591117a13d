package org.evotrial.statistics.adaptive;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.multiplicity.DunnettDistribution;
import org.evotrial.statistics.multiplicity.IntersectionTest;
import org.evotrial.statistics.proportion.DifferenceScoreTest;
import org.evotrial.statistics.proportion.TwoProportions;
import org.jspecify.annotations.Nullable;

/**
 * The analysis of a trial of several arms against one control with a binary endpoint, over the stages so far: stage-wise
 * score tests of the differences of rates, the closed combination test, and repeated confidence intervals. Larger rates are
 * better.
 *
 * @param design how stages are combined
 * @param kind test of the intersections
 * @param stages the data
 */
public record MultiArmRates(CombinationDesign design, Kind kind, List<Stage> stages) implements Serializable {
    /** How intersections are tested. */
    public enum Kind {
        /** Dunnett's test with the correlations of the stage's sample sizes. */
        DUNNETT,
        /** Bonferroni's test. */
        BONFERRONI,
        /** Simes' test; confidence intervals are Bonferroni's. */
        SIMES,
        /** Sidak's test. */
        SIDAK,
        /** Fixed order of the arms; confidence intervals are not available. */
        HIERARCHICAL
    }

    /**
     * The data of one stage alone, not accumulated.
     *
     * @param successes by arm, the control last
     * @param subjects by arm, the control last; 0 for an arm that has been dropped
     */
    public record Stage(List<Integer> successes, List<Integer> subjects) implements Serializable {
        /**
         * Checks the counts.
         *
         * @throws IllegalArgumentException if numbers differ, a count is negative, successes exceed subjects, or the control
         *     is empty
         */
        public Stage {
            successes = List.copyOf(successes);
            subjects = List.copyOf(subjects);
            Admissible.inRange("number of arms", subjects.size(), 2, IntersectionTest.MOST_HYPOTHESES + 1L);
            Admissible.inRange("number of successes", successes.size(), subjects.size(), subjects.size());
            for (int i = 0; i < subjects.size(); i++) {
                Admissible.inRange("number of subjects", subjects.get(i), 0, Integer.MAX_VALUE);
                Admissible.inRange("number of successes", successes.get(i), 0, subjects.get(i));
            }
            Admissible.inRange(
                    "number of subjects of the control", subjects.get(subjects.size() - 1), 1, Integer.MAX_VALUE);
        }

        int arms() {
            return subjects.size() - 1;
        }

        boolean has(int arm) {
            return subjects.get(arm) > 0;
        }

        double z(int arm, double delta) {
            TwoProportions data = new TwoProportions(
                    successes.get(arm), subjects.get(arm), successes.get(arms()), subjects.get(arms()));
            return DifferenceScoreTest.FARRINGTON_MANNING.statistic(data, delta);
        }
    }

    /**
     * Checks the stages.
     *
     * @throws IllegalArgumentException if there are no stages, more than the design has, or the number of arms changes
     */
    public MultiArmRates {
        stages = List.copyOf(stages);
        Admissible.inRange("number of stages", stages.size(), 1, design.stages());
        int arms = stages.get(0).arms();
        for (Stage stage : stages) {
            Admissible.inRange("number of arms of a stage", stage.arms(), arms, arms);
        }
    }

    /**
     * The closed combination test of no difference to the control.
     *
     * @return the test after all stages given
     */
    public ClosedCombinationTest closedTest() {
        List<IntersectionTest> tests = new ArrayList<>();
        double[][] pValues = new double[stages.size()][];
        for (int k = 0; k < pValues.length; k++) {
            Stage stage = stages.get(k);
            tests.add(intersectionTest(stage));
            pValues[k] = new double[stage.arms()];
            for (int arm = 0; arm < stage.arms(); arm++) {
                pValues[k][arm] = stage.has(arm) ? StandardNormal.survival(stage.z(arm, 0)) : Double.NaN;
            }
        }
        return ClosedCombinationTest.of(design, tests, pValues);
    }

    /**
     * The repeated confidence interval of the difference to the control: the differences that the combination of
     * single-step adjusted score tests does not reject, from either side at level alpha. Simultaneous over arms and
     * stages, level {@code 1 - 2 alpha}. Posch, Koenig, Branson, Brannath, Dunger-Baldauf and Bauer 2005,
     * doi:10.1002/sim.2389.
     *
     * @param arm from 0
     * @param stage from 1
     * @return interval within [-1, 1]; null if the arm is not in the stage
     * @throws IllegalArgumentException if stage or arm are not admissible, or the kind is {@link Kind#HIERARCHICAL}
     */
    public @Nullable ConfidenceInterval repeatedInterval(int arm, int stage) {
        Admissible.inRange("stage", stage, 1, stages.size());
        Admissible.inRange("arm", arm, 0, stages.get(0).arms() - 1L);
        if (kind == Kind.HIERARCHICAL) {
            throw new IllegalArgumentException("The kind (HIERARCHICAL) must be one with single-step p-values.");
        }
        for (int k = 0; k < stage; k++) {
            if (!stages.get(k).has(arm)) {
                return null;
            }
        }
        double lower = limit(arm, stage, 1);
        double upper = limit(arm, stage, -1);
        return new ConfidenceInterval(Math.min(lower, upper), Math.max(lower, upper), 1 - 2 * design.alpha());
    }

    /** The difference at which the evidence above (sign 1) or below (sign -1) it is just enough. */
    private double limit(int arm, int stage, int sign) {
        double low = -1 + 1e-12;
        double high = 1 - 1e-12;
        double atLow = evidence(arm, stage, sign, low);
        double atHigh = evidence(arm, stage, sign, high);
        if (sign > 0 && atLow < 0) {
            return -1;
        }
        if (sign < 0 && atHigh < 0) {
            return 1;
        }
        if (atLow * atHigh >= 0) {
            return sign > 0 ? 1 : -1;
        }
        return new BrentSolver(1e-13, 1e-11, 1e-14).findRoot(d -> evidence(arm, stage, sign, d), low, high);
    }

    private double evidence(int arm, int stage, int sign, double delta) {
        double[] pValues = new double[stage];
        for (int k = 0; k < stage; k++) {
            Stage data = stages.get(k);
            double[] own = new double[data.arms()];
            for (int i = 0; i < own.length; i++) {
                own[i] = !data.has(i) ? Double.NaN : i == arm ? StandardNormal.survival(sign * data.z(i, delta)) : 1;
            }
            pValues[k] = intersectionTest(data).singleStepPValue(own, arm);
        }
        return design.evidence(pValues, stage);
    }

    private IntersectionTest intersectionTest(Stage stage) {
        return switch (kind) {
            case BONFERRONI -> new IntersectionTest.Bonferroni();
            case SIMES -> new IntersectionTest.Simes();
            case SIDAK -> new IntersectionTest.Sidak();
            case HIERARCHICAL -> new IntersectionTest.Hierarchical();
            case DUNNETT -> {
                double[] sizes = new double[stage.arms()];
                for (int i = 0; i < sizes.length; i++) {
                    // The correlations of an arm that is gone are not used; any size will do.
                    sizes[i] = Math.max(1, stage.subjects().get(i));
                }
                yield new IntersectionTest.Dunnett(
                        DunnettDistribution.ofSampleSizes(stage.subjects().get(stage.arms()), sizes));
            }
        };
    }
}
