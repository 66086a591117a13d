package org.evotrial.statistics.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.BinomialAssertion;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.groupsequential.SpendingFunction;
import org.evotrial.statistics.multiplicity.AdjustedPValues;
import org.evotrial.statistics.multiplicity.DunnettDistribution;
import org.evotrial.statistics.multiplicity.IntersectionTest;
import org.junit.jupiter.api.Test;

class ClosedCombinationTestTest {
    private static final SpendingFunction OBRIEN_FLEMING = new SpendingFunction.LanDeMetsOBrienFleming();
    private static final InverseNormalDesign TWO = InverseNormalDesign.spending(OBRIEN_FLEMING, 0.025, 0.5, 1);

    @Test
    void handComputedFisherExampleWithADroppedArm() {
        // Bonferroni, c2 = .0038042: {1, 2} has .04 and .02 (arm 2 dropped): .0008; {1} .02 x .02 = .0004; {2} .1 x 1.
        FisherDesign fisher = FisherDesign.of(FisherDesign.Method.FULL_ALPHA, 0.025, FisherStages.equal(2));
        IntersectionTest bonferroni = new IntersectionTest.Bonferroni();
        ClosedCombinationTest test = ClosedCombinationTest.of(fisher, List.of(bonferroni, bonferroni), new double[][] {
            {0.02, 0.1}, {0.02, Double.NaN}
        });
        assertThat(test.intersectionPValue(0b11, 1)).isEqualTo(0.04);
        assertThat(test.intersectionPValue(0b11, 2)).isEqualTo(0.02);
        assertThat(test.intersectionPValue(0b10, 2)).isEqualTo(1);
        assertThat(test.rejected(1)).isZero();
        assertThat(test.rejected(2)).isEqualTo(0b01);
        assertThat(test.intersectionRejected(0b11, 2)).isTrue();
        assertThat(test.repeatedPValue(1, 2)).isNaN();
        // c2 / .04 is smaller than c2 / .02.
        assertThat(test.conditionalRejectionProbability(0, 1))
                .isCloseTo(fisher.criticalValue(2) / 0.04, Offset.offset(1e-12));
        assertThat(test.conditionalRejectionProbability(1, 1))
                .isCloseTo(fisher.criticalValue(2) / 0.1, Offset.offset(1e-12));
    }

    @Test
    void withOneStageItIsTheClosedTest() {
        InverseNormalDesign once = InverseNormalDesign.spending(OBRIEN_FLEMING, 0.025, 1);
        SplittableRandom random = new SplittableRandom(1);
        for (int example = 0; example < 30; example++) {
            double[] p = random.doubles(3).map(u -> 0.1 * u).toArray();
            ClosedCombinationTest test =
                    ClosedCombinationTest.of(once, List.of(new IntersectionTest.Bonferroni()), new double[][] {p});
            double[] holm = AdjustedPValues.holm(p);
            for (int i = 0; i < 3; i++) {
                assertThat(test.repeatedPValue(i, 1)).isCloseTo(holm[i], Offset.offset(1e-9));
                assertThat((test.rejected(1) >> i & 1) != 0).isEqualTo(holm[i] <= 0.025);
            }
        }
    }

    @Test
    void aRepeatedPValueAtMostAlphaIsARejection() {
        SplittableRandom random = new SplittableRandom(2);
        IntersectionTest dunnett = new IntersectionTest.Dunnett(DunnettDistribution.equicorrelated(2, 0.5));
        int rejections = 0;
        for (int example = 0; example < 60; example++) {
            double[][] p = {
                random.doubles(2).map(u -> 0.2 * u * u).toArray(),
                random.doubles(2).map(u -> 0.2 * u * u).toArray()
            };
            ClosedCombinationTest test = ClosedCombinationTest.of(TWO, List.of(dunnett, dunnett), p);
            if (test.rejected(1) != 0) {
                continue;
            }
            for (int i = 0; i < 2; i++) {
                boolean rejected = (test.rejected(2) >> i & 1) != 0;
                // An intersection may fall at stage 1 alone, so that only this direction holds in general.
                if (test.repeatedPValue(i, 2) <= 0.025) {
                    assertThat(rejected).isTrue();
                    rejections++;
                }
            }
        }
        assertThat(rejections).isGreaterThan(20);
    }

    @Test
    void intervalsOfRatesContainTheDifferencesThatAreNotRejected() {
        MultiArmRates.Stage first = new MultiArmRates.Stage(List.of(12, 15, 8), List.of(40, 41, 40));
        MultiArmRates.Stage second = new MultiArmRates.Stage(List.of(20, 0, 9), List.of(42, 0, 41));
        MultiArmRates rates = new MultiArmRates(TWO, MultiArmRates.Kind.SIDAK, List.of(first, second));
        ConfidenceInterval interval = rates.repeatedInterval(0, 2);
        assertThat(interval).isNotNull();
        assertThat(interval.level()).isCloseTo(0.95, Offset.offset(1e-12));
        assertThat(interval.contains((12 + 20) / 82.0 - (8 + 9) / 81.0)).isTrue();
        assertThat(rates.repeatedInterval(1, 2)).isNull();
        assertThat(rates.repeatedInterval(1, 1)).isNotNull();
    }

    @Test
    void armsWithNoOrOnlySuccessesHaveLimits() {
        MultiArmRates.Stage stage = new MultiArmRates.Stage(List.of(0, 20, 0), List.of(20, 20, 20));
        MultiArmRates rates = new MultiArmRates(TWO, MultiArmRates.Kind.DUNNETT, List.of(stage));
        ConfidenceInterval none = rates.repeatedInterval(0, 1);
        ConfidenceInterval all = rates.repeatedInterval(1, 1);
        assertThat(none.lower()).isCloseTo(-none.upper(), Offset.offset(1e-9));
        assertThat(none.lower()).isBetween(-1.0, -0.1);
        assertThat(all.upper()).isEqualTo(1);
        assertThat(all.lower()).isBetween(0.1, 1.0);
        assertThat(rates.closedTest().repeatedPValue(0, 1)).isBetween(0.5, 1.0);
        assertThat(rates.closedTest().rejected(1)).isEqualTo(0b10);
    }

    @Test
    void keepsTheFamilywiseErrorWithSelectionOfTheBest() {
        // Three arms, Dunnett, two stages, the best goes on: rejecting is rejecting the global hypothesis (level .025)
        // and the
        // selected arm. 400,000 trials (by the simulation, which is checked against this test below) detect .0019.
        AdaptiveSimulation simulation = new AdaptiveSimulation(
                TWO,
                IntersectionScores.equicorrelated(3, 0.5),
                new SelectionRule.Best(1),
                AdaptiveSimulation.Success.ALL_SELECTED);
        AdaptiveTrialCounts counts =
                simulation.run(new MultiArmMeanOutcomes(new double[3], 1, 50, 100), 400_000, random(20_261_121));
        assertThat(BinomialAssertion.detectableShift(400_000, 0.025)).isLessThan(0.002);
        assertThat(counts.anyRejectionRate()).isLessThan(0.025 + 5 * Math.sqrt(0.025 / 400_000));
        assertThat(counts.anyRejectionRate()).isGreaterThan(0.022);
        assertThat(counts.futilityRate()).isZero();
    }

    @Test
    void theSimulatedTrialIsTheClosedCombinationTest() {
        IntersectionTest[] tests = {
            new IntersectionTest.Bonferroni(),
            new IntersectionTest.Simes(),
            new IntersectionTest.Sidak(),
            new IntersectionTest.Dunnett(DunnettDistribution.equicorrelated(3, 0.5))
        };
        IntersectionScores[] scores = {
            IntersectionScores.bonferroni(),
            IntersectionScores.simes(),
            IntersectionScores.sidak(),
            IntersectionScores.equicorrelated(3, 0.5)
        };
        UniformRandomProvider random = random(3);
        SplittableRandom gauss = new SplittableRandom(4);
        int rejections = 0;
        for (int example = 0; example < 400; example++) {
            int kind = example % 4;
            double[][] z = new double[2][3];
            double[][] p = new double[2][3];
            for (int k = 0; k < 2; k++) {
                for (int i = 0; i < 3; i++) {
                    z[k][i] = 1.2 + gauss.nextGaussian();
                    p[k][i] = StandardNormal.survival(z[k][i]);
                }
            }
            Recorded outcomes = new Recorded(z);
            AdaptiveTrialCounts counts = new AdaptiveSimulation(
                            TWO, scores[kind], new SelectionRule.All(), AdaptiveSimulation.Success.ALL_SELECTED)
                    .run(outcomes, 1, random);
            int rejected = ClosedCombinationTest.of(TWO, List.of(tests[kind], tests[kind]), p)
                    .rejected(2);
            for (int i = 0; i < 3; i++) {
                assertThat(counts.rejections().get(i)).isEqualTo(rejected >> i & 1);
            }
            rejections += Integer.bitCount(rejected);
        }
        assertThat(rejections).isBetween(100, 1100);
    }

    /** Given statistics instead of simulated ones. */
    private record Recorded(double[][] given, double[] z) implements StagewiseOutcomes {
        Recorded(double[][] given) {
            this(given, new double[given[0].length]);
        }

        @Override
        public int hypotheses() {
            return z.length;
        }

        @Override
        public int stages() {
            return given.length;
        }

        @Override
        public void start() {}

        @Override
        public void simulate(int stage, int selected, UniformRandomProvider random) {
            System.arraycopy(given[stage], 0, z, 0, z.length);
        }

        @Override
        public double[] effects() {
            return z;
        }

        @Override
        public double size(int stage, int selected) {
            return 1;
        }
    }

    @Test
    void rejectsDataThatDoNotFitTheDesign() {
        IntersectionTest simes = new IntersectionTest.Simes();
        assertThatThrownBy(() -> ClosedCombinationTest.of(TWO, List.of(), new double[0][]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number of stages (0)");
        assertThatThrownBy(() -> ClosedCombinationTest.of(TWO, List.of(simes), new double[][] {{0.1}, {0.1}}))
                .hasMessageContaining("number of intersection tests (1)");
        assertThatThrownBy(() ->
                        ClosedCombinationTest.of(TWO, List.of(simes, simes), new double[][] {{0.1, 0.2}, {0.1}}))
                .hasMessageContaining("number of hypotheses (1)");
        assertThatThrownBy(() -> ClosedCombinationTest.of(TWO, List.of(simes), new double[][] {{2}}))
                .hasMessageContaining("2.0");
        assertThatThrownBy(() -> new MultiArmRates.Stage(List.of(1, 2), List.of(5, 0)))
                .hasMessageContaining("successes");
        assertThatThrownBy(() -> new MultiArmRates.Stage(List.of(1, 0), List.of(5, 0)))
                .hasMessageContaining("subjects of the control (0)");
        MultiArmRates hierarchical = new MultiArmRates(
                TWO, MultiArmRates.Kind.HIERARCHICAL, List.of(new MultiArmRates.Stage(List.of(1, 2), List.of(5, 5))));
        assertThatThrownBy(() -> hierarchical.repeatedInterval(0, 1)).hasMessageContaining("HIERARCHICAL");
        assertThatThrownBy(() -> hierarchical.repeatedInterval(0, 2)).hasMessageContaining("stage (2)");
        assertThatThrownBy(() -> hierarchical.repeatedInterval(1, 1)).hasMessageContaining("arm (1)");
    }

    private static UniformRandomProvider random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random::nextLong;
    }
}
