package org.evotrial.statistics.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.BinomialAssertion;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.groupsequential.SpendingFunction;
import org.evotrial.statistics.multiplicity.DunnettDistribution;
import org.evotrial.statistics.multiplicity.IntersectionTest;
import org.junit.jupiter.api.Test;

class AdaptiveSimulationTest {
    private static final InverseNormalDesign TWO =
            InverseNormalDesign.spending(new SpendingFunction.LanDeMetsOBrienFleming(), 0.025, 0.5, 1);

    @Test
    void rulesSelectTheBestTheNearAndTheGood() {
        double[] effects = {0.1, 0.4, 0.35, 0.4};
        assertThat(new SelectionRule.All().select(effects, 0b1011)).isEqualTo(0b1011);
        assertThat(new SelectionRule.Best(1).select(effects, 0b1111)).isEqualTo(0b0010);
        assertThat(new SelectionRule.Best(2).select(effects, 0b1111)).isEqualTo(0b1010);
        assertThat(new SelectionRule.Best(3).select(effects, 0b0101)).isEqualTo(0b0101);
        assertThat(new SelectionRule.WithinEpsilon(0.05).select(effects, 0b1111))
                .isEqualTo(0b1110);
        assertThat(new SelectionRule.WithinEpsilon(0.04).select(effects, 0b1111))
                .isEqualTo(0b1010);
        assertThat(new SelectionRule.WithinEpsilon(0.3).select(effects, 0b0101)).isEqualTo(0b0101);
        assertThat(new SelectionRule.AboveThreshold(new SelectionRule.All(), 0.35).select(effects, 0b1111))
                .isEqualTo(0b1010);
        assertThat(new SelectionRule.AboveThreshold(new SelectionRule.Best(1), 0.5).select(effects, 0b1111))
                .isZero();
        assertThat(new SelectionRule.WithinEpsilon(1).select(effects, 0)).isZero();
        assertThatThrownBy(() -> new SelectionRule.Best(0)).hasMessageContaining("count (0)");
        assertThatThrownBy(() -> new SelectionRule.WithinEpsilon(-1)).hasMessageContaining("-1.0");
    }

    @Test
    void scoresAreThoseOfTheTests() {
        double[] z = {-1.3, 2.1, 0.4, 3.3};
        double[] p = new double[4];
        for (int i = 0; i < 4; i++) {
            p[i] = StandardNormal.survival(z[i]);
        }
        DunnettDistribution dunnett = DunnettDistribution.equicorrelated(4, 0.5);
        for (int set = 1; set < 16; set++) {
            assertThat(IntersectionScores.bonferroni().score(z, set))
                    .isCloseTo(score(new IntersectionTest.Bonferroni(), p, set), Offset.offset(1e-9));
            assertThat(IntersectionScores.simes().score(z, set))
                    .isCloseTo(score(new IntersectionTest.Simes(), p, set), Offset.offset(1e-9));
            assertThat(IntersectionScores.sidak().score(z, set))
                    .isCloseTo(score(new IntersectionTest.Sidak(), p, set), Offset.offset(1e-9));
            assertThat(IntersectionScores.equicorrelated(4, 0.5).score(z, set))
                    .isCloseTo(score(new IntersectionTest.Dunnett(dunnett), p, set), Offset.offset(2e-6));
        }
        assertThat(IntersectionScores.bonferroni().score(new double[] {-1, -1}, 0b11))
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    private static double score(IntersectionTest test, double[] p, int set) {
        return StandardNormal.upperQuantile(test.pValue(p, set));
    }

    @Test
    void oneArmHasTheLevelAndThePowerOfTheGroupSequentialTest() {
        // 100,000 trials detect shifts of .0040 and .0117 with probability .999.
        AdaptiveSimulation simulation = simulation(IntersectionScores.bonferroni(), new SelectionRule.All());
        AdaptiveTrialCounts none =
                simulation.run(new MultiArmMeanOutcomes(new double[] {0}, 2, 50, 100), 100_000, random(1));
        BinomialAssertion.assertProportion(none.anyRejection(), 100_000, 0.025);
        double drift = 0.8 / 2 * Math.sqrt(100 / 2.0);
        AdaptiveTrialCounts some =
                simulation.run(new MultiArmMeanOutcomes(new double[] {0.8}, 2, 50, 100), 100_000, random(2));
        BinomialAssertion.assertProportion(
                some.anyRejection(),
                100_000,
                TWO.groupSequentialDesign().crossingProbabilities(drift).overallRejection());
        AdaptiveTrialCounts survival =
                simulation.run(new MultiArmSurvivalOutcomes(new double[] {0.7}, 100, 200), 100_000, random(3));
        BinomialAssertion.assertProportion(
                survival.anyRejection(),
                100_000,
                TWO.groupSequentialDesign()
                        .crossingProbabilities(-Math.log(0.7) * Math.sqrt(200) / 2)
                        .overallRejection());
    }

    @Test
    void bonferroniStopsWhereNothingCanBeRejectedAnyMore() {
        // Two arms: the p-value of both is 1 if both are at least 1/2, with correlation 1/2: P(both Z <= 0) = 1/3.
        AdaptiveSimulation simulation = simulation(IntersectionScores.bonferroni(), new SelectionRule.Best(1));
        AdaptiveTrialCounts counts =
                simulation.run(new MultiArmMeanOutcomes(new double[2], 1, 50, 100), 100_000, random(4));
        BinomialAssertion.assertProportion(counts.futilityStops(), 100_000, 1.0 / 3);
        assertThat(counts.meanSize()).isBetween(3 * 50 + 0.6 * 100, 3 * 50 + 0.7 * 100);
    }

    @Test
    void aThresholdThatNoneMeetsStopsTheTrial() {
        AdaptiveSimulation simulation =
                simulation(IntersectionScores.simes(), new SelectionRule.AboveThreshold(new SelectionRule.All(), 10));
        AdaptiveTrialCounts counts =
                simulation.run(new MultiArmRateOutcomes(new double[] {0.3, 0.3}, 0.3, 20, 40), 100, random(5));
        assertThat(counts.futilityStops()).isEqualTo(100);
        assertThat(counts.meanSize()).isEqualTo(60);
        assertThat(counts.standardDeviationOfSize()).isZero();
    }

    @Test
    void enrichmentTestsHaveTheirLevelsWithTheSelectedPopulation() {
        // The intersection test of Spiessens and Debois is exact for survival statistics; with the best population
        // going on, any
        // rejection needs the intersection (.025). 200,000 trials detect an excess of .0028.
        double share = 0.4;
        EnrichmentSurvivalOutcomes outcomes = new EnrichmentSurvivalOutcomes(share, 1, 1, 120, 240);
        assertThat(outcomes.informationShare()).isCloseTo(share, Offset.offset(1e-12));
        AdaptiveTrialCounts counts = simulation(
                        IntersectionScores.equicorrelated(2, Math.sqrt(share)), new SelectionRule.Best(1))
                .run(outcomes, 200_000, random(6));
        assertThat(counts.anyRejectionRate()).isBetween(0.022, 0.025 + 5 * Math.sqrt(0.025 / 200_000));
        AdaptiveTrialCounts rates = simulation(IntersectionScores.simes(), new SelectionRule.All())
                .run(
                        new EnrichmentRateOutcomes(share, new double[] {1, 1}, new double[] {0, 0}, 150, 300),
                        50,
                        random(7));
        assertThat(rates.rejections()).containsExactly(50, 50);
        assertThat(rates.meanSize()).isEqualTo(150);
    }

    @Test
    void ratesOfZeroAndOneAreNoProblem() {
        AdaptiveTrialCounts counts = simulation(IntersectionScores.simes(), new SelectionRule.All())
                .run(new MultiArmRateOutcomes(new double[] {0, 1}, 0, 20, 40), 50, random(8));
        assertThat(counts.rejections()).containsExactly(0, 50);
    }

    @Test
    void theStepOfASeedIsRepeatable() {
        AdaptiveSimulation simulation = simulation(IntersectionScores.sidak(), new SelectionRule.WithinEpsilon(0.1));
        MultiArmRateOutcomes outcomes = new MultiArmRateOutcomes(new double[] {0.3, 0.4}, 0.3, 20, 40);
        assertThat(simulation.run(outcomes, 500, random(9))).isEqualTo(simulation.run(outcomes, 500, random(9)));
    }

    @Test
    void rejectsWhatCannotBeSimulated() {
        AdaptiveSimulation simulation = simulation(IntersectionScores.simes(), new SelectionRule.All());
        MultiArmRateOutcomes three = new MultiArmRateOutcomes(new double[] {0.3}, 0.3, 20, 40, 60);
        assertThatThrownBy(() -> simulation.run(three, 10, random(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stages of the outcomes (3)");
        assertThatThrownBy(
                        () -> simulation.run(new MultiArmRateOutcomes(new double[] {0.3}, 0.3, 20, 40), 0, random(1)))
                .hasMessageContaining("replicates (0)");
        assertThatThrownBy(() -> new MultiArmRateOutcomes(new double[] {1.3}, 0.3, 20))
                .hasMessageContaining("1.3");
        assertThatThrownBy(() -> new MultiArmRateOutcomes(new double[] {0.3}, 0.3, 20, 20))
                .hasMessageContaining("cumulative size (20)");
        assertThatThrownBy(() -> new MultiArmSurvivalOutcomes(new double[] {0}, 20))
                .hasMessageContaining("hazard");
        assertThatThrownBy(() -> new EnrichmentRateOutcomes(0.01, new double[] {0, 0}, new double[] {0, 0}, 20))
                .hasMessageContaining("subjects in a group (0)");
        assertThatThrownBy(() -> IntersectionScores.equicorrelated(0, 0.5)).hasMessageContaining("(0)");
    }

    private static AdaptiveSimulation simulation(IntersectionScores scores, SelectionRule rule) {
        return new AdaptiveSimulation(TWO, scores, rule, AdaptiveSimulation.Success.ALL_SELECTED);
    }

    private static UniformRandomProvider random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random::nextLong;
    }
}
