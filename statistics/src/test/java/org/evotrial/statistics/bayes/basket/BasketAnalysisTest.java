package org.evotrial.statistics.bayes.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.junit.jupiter.api.Test;

/** Packages are compared by the verification (baskexact_one_stage, bhm_exnex_posteriors, bhmbasket_oc). */
class BasketAnalysisTest {
    private static final BasketTrial TRIAL = BasketTrial.equal(6, 24, 0.35);
    private static final Offset<Double> EXACT = Offset.offset(1e-10);
    private static final double LOGIT_15 = Math.log(0.15 / 0.85);
    private static final double LOGIT_35 = Math.log(0.35 / 0.65);

    /** Brute force in NumPy: 60 nodes of tau, 800 of mu, 400 per basket; stable to about 2e-5. */
    @Test
    void berryAgreesWithBruteForceWhereTheHeterogeneityIsSmall() {
        BasketPosterior posterior = berry(TRIAL).analyse(9, 8, 7, 9, 8, 10);
        assertThat(posterior.mean(0)).isCloseTo(0.35651877, Offset.offset(1e-6));
        assertThat(posterior.mean(5)).isCloseTo(0.36523141, Offset.offset(1e-6));
        assertThat(posterior.probabilityAbove(0, 0)).isCloseTo(0.53168915, Offset.offset(3e-5));
        assertThat(posterior.probabilityAbove(2, 0)).isCloseTo(0.42869544, Offset.offset(3e-5));
        assertThat(posterior.probabilityAbove(5, 0)).isCloseTo(0.58233744, Offset.offset(3e-5));
    }

    @Test
    void aFinerGridGivesTheSamePosteriors() {
        HierarchyTable.Basket[] baskets = new HierarchyTable.Basket[4];
        Arrays.fill(baskets, new HierarchyTable.Basket(15, 0, 0.5, LOGIT_15, 2));
        BasketTrial trial = BasketTrial.equal(4, 15, 0.2);
        ExchangeableDistribution prior =
                new ExchangeableDistribution(LOGIT_15, 2, new HeterogeneityPrior.HalfNormal(1));
        HierarchicalAnalysis usual = HierarchicalAnalysis.of(trial, baskets, prior, HierarchyGrid.Resolution.STANDARD);
        HierarchicalAnalysis fine =
                HierarchicalAnalysis.of(trial, baskets, prior, new HierarchyGrid.Resolution(24, 0.7, 0.4));
        for (int[] responses : new int[][] {{1, 2, 3, 4}, {3, 3, 3, 3}, {0, 0, 0, 15}, {2, 3, 8, 9}}) {
            BasketPosterior first = usual.analyse(responses);
            BasketPosterior second = fine.analyse(responses);
            for (int j = 0; j < 4; j++) {
                assertThat(first.mean(j)).isCloseTo(second.mean(j), Offset.offset(2e-5));
                assertThat(first.probabilityAbove(j, 0)).isCloseTo(second.probabilityAbove(j, 0), Offset.offset(2e-5));
            }
        }
    }

    @Test
    void withoutExchangeabilityNothingIsBorrowed() {
        BasketTrial trial = BasketTrial.of(new int[] {10, 20}, 0.2);
        HierarchicalAnalysis alone = HierarchicalAnalysis.exnex(
                trial,
                new double[] {0, 0},
                new ExchangeableDistribution(0, 1, new HeterogeneityPrior.Uniform(0.1, 1)),
                List.of(BasketLogit.at(0.2, 1), BasketLogit.at(0.2, 1)));
        assertThat(alone.analyse(3, 0).mean(0)).isCloseTo(alone.analyse(3, 20).mean(0), Offset.offset(1e-12));
        assertThat(alone.interchangeable(0, 1)).isFalse();
    }

    @Test
    void theMemoryReturnsWhatTheAnalysisDoes() {
        HierarchicalAnalysis analysis = berry(TRIAL);
        MemoisedAnalysis memory = MemoisedAnalysis.of(analysis);
        for (int[] responses : new int[][] {{5, 1, 3, 1, 0, 9}, {9, 0, 1, 1, 3, 5}, {1, 1, 0, 3, 5, 9}}) {
            BasketPosterior remembered = memory.analyse(responses);
            BasketPosterior fresh = analysis.analyse(responses);
            for (int j = 0; j < 6; j++) {
                assertThat(remembered.mean(j)).isCloseTo(fresh.mean(j), Offset.offset(1e-14));
                assertThat(remembered.probabilityAbove(j, 0))
                        .isCloseTo(fresh.probabilityAbove(j, 0), Offset.offset(1e-14));
            }
        }
        assertThat(memory.size()).isEqualTo(1);
    }

    // Fujikawa et al. 2020, supplement, as quoted in the tests of baskexact: n = 15, epsilon 2, natural logarithm.
    @Test
    void fujikawaWeightsArePublished() {
        BorrowingWeights natural = new BorrowingWeights.Fujikawa(2, 0, Math.E, true);
        assertThat(natural.weight(BetaBinomial.uniform(), 5, 15, 1, 15)).isCloseTo(0.3206983, Offset.offset(1e-6));
        assertThat(natural.weight(BetaBinomial.uniform(), 5, 15, 3, 15)).isCloseTo(0.7493639, Offset.offset(1e-6));
        assertThat(natural.weight(BetaBinomial.uniform(), 1, 15, 3, 15)).isCloseTo(0.6509846, Offset.offset(1e-6));
        BorrowingWeights binary = new BorrowingWeights.Fujikawa(2, 0, 2, true);
        assertThat(binary.weight(BetaBinomial.uniform(), 5, 15, 1, 15)).isLessThan(0.2);
    }

    /** Expected: QUADPACK's adaptive rule by SciPy 1.17.1, tolerance 1e-12. */
    @Test
    void densitiesThatUnderflowLeaveTheDivergenceFinite() {
        BorrowingWeights natural = new BorrowingWeights.Fujikawa(2, 0, Math.E, true);
        assertThat(natural.weight(BetaBinomial.uniform(), 0, 24, 1, 24)).isCloseTo(0.7911217503711837, EXACT);
        assertThat(natural.weight(BetaBinomial.uniform(), 17, 24, 18, 24)).isCloseTo(0.9522306316148129, EXACT);
        assertThat(natural.weight(BetaBinomial.uniform(), 17, 24, 24, 24)).isCloseTo(0.1303465729915717, EXACT);
    }

    @Test
    void weightsFallWithTheDistance() {
        BorrowingWeights natural = new BorrowingWeights.Fujikawa(2, 0, Math.E, true);
        for (int patients : new int[] {5, 24, 60, 150}) {
            for (int x = 0; x <= patients; x += 1 + patients / 20) {
                double previous = 1;
                for (int y = x + 1; y <= patients; y++) {
                    double weight = natural.weight(BetaBinomial.uniform(), x, patients, y, patients);
                    assertThat(weight).as("%d and %d of %d", x, y, patients).isLessThan(previous + 1e-12);
                    previous = weight;
                }
                assertThat(previous).isGreaterThan(0.0941);
            }
        }
    }

    @Test
    void enumerationWithAndWithoutSymmetryAgree() {
        BasketTrial trial = BasketTrial.of(new int[] {8, 8, 9}, 0.2);
        double[] rates = {0.2, 0.2, 0.4};
        WeightedAnalysis analysis = WeightedAnalysis.of(
                trial, BetaBinomial.uniform(), new BorrowingWeights.CalibratedPowerPrior(1, 1, true));
        OneStageCharacteristics enumerated = OneStageCharacteristics.of(analysis, rates, 0.9, 0);
        OneStageCharacteristics almost =
                OneStageCharacteristics.of(analysis, new double[] {0.2, 0.2 + 1e-15, 0.4}, 0.9, 0);
        assertThat(enumerated.rejection()[0]).isCloseTo(almost.rejection()[0], Offset.offset(1e-12));
        assertThat(enumerated.mean()[1]).isCloseTo(almost.mean()[1], Offset.offset(1e-12));
        assertThat(enumerated.neglected()).isLessThan(1e-12);
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> berry(TRIAL).analyse(1, 2, 3, 4, 5, 25))
                .withMessageContaining("25");
        assertThatIllegalArgumentException().isThrownBy(() -> berry(TRIAL).analyse(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> BasketTrial.of(new int[0], 0.2));
        assertThatIllegalArgumentException().isThrownBy(() -> new HeterogeneityPrior.HalfNormal(0));
    }

    private static HierarchicalAnalysis berry(BasketTrial trial) {
        double[] targets = new double[trial.baskets()];
        Arrays.fill(targets, 0.35);
        return HierarchicalAnalysis.berry(
                trial,
                targets,
                new ExchangeableDistribution(LOGIT_15 - LOGIT_35, 2, new HeterogeneityPrior.HalfNormal(1)));
    }
}
