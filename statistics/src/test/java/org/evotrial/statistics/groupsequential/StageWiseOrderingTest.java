package org.evotrial.statistics.groupsequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evotrial.statistics.groupsequential.Sidedness.ONE_SIDED;
import static org.evotrial.statistics.groupsequential.Sidedness.TWO_SIDED_SYMMETRIC;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.BinomialAssertion;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.StandardNormal;
import org.junit.jupiter.api.Test;

/** Numbers of rpact are checked by the verification of rpact_analysis_survival.csv; here is theory. */
class StageWiseOrderingTest {
    private static final GroupSequentialDesign ONE =
            GroupSequentialDesign.spending(new SpendingFunction.LanDeMetsPocock(), 0.025, ONE_SIDED, 0.4, 0.7, 1);
    private static final GroupSequentialDesign TWO =
            GroupSequentialDesign.shaped(BoundaryShape.obrienFleming(), 0.05, TWO_SIDED_SYMMETRIC, 0.4, 0.7, 1);

    @Test
    void isTheFixedTestAtTheFirstLook() {
        StageWiseOrdering outcome = StageWiseOrdering.of(ONE, 1, 2.7).scaled(4);
        assertThat(outcome.pValue()).isCloseTo(StandardNormal.survival(2.7), Offset.offset(1e-15));
        assertThat(outcome.medianUnbiasedEstimate()).isCloseTo(2.7 / 4, Offset.offset(1e-12));
        ConfidenceInterval interval = outcome.interval(0.95);
        assertThat(interval.lower()).isCloseTo((2.7 - 1.959963984540054) / 4, Offset.offset(1e-12));
        assertThat(interval.upper()).isCloseTo((2.7 + 1.959963984540054) / 4, Offset.offset(1e-12));
    }

    @Test
    void thePValueIsTheLevelSpentWhereTheStatisticIsTheCriticalValue() {
        for (GroupSequentialDesign design : new GroupSequentialDesign[] {
            ONE, TWO, ONE.withBindingFutility(-0.2, 0.8), ONE.withNonBindingFutility(0, 1)
        }) {
            for (int look = 1; look <= 3; look++) {
                assertThat(StageWiseOrdering.of(design, look, design.criticalValue(look))
                                .pValue())
                        .isCloseTo(design.alphaSpent(look), Offset.offset(1e-12));
            }
        }
    }

    @Test
    void ordersEarlierRejectionsBeforeLaterOnes() {
        double later = StageWiseOrdering.of(ONE, 2, 4).pValue();
        double earlier = StageWiseOrdering.of(ONE, 1, ONE.criticalValue(1)).pValue();
        assertThat(later).isGreaterThan(earlier);
        assertThat(StageWiseOrdering.of(TWO, 2, -4).upperPValue(0))
                .isLessThan(
                        1 - StageWiseOrdering.of(TWO, 1, TWO.criticalValue(1)).upperPValue(0));
    }

    @Test
    void mirrorsTheSidesOfATwoSidedTest() {
        for (int look = 1; look <= 3; look++) {
            StageWiseOrdering up = StageWiseOrdering.of(TWO, look, 1.3);
            StageWiseOrdering down = StageWiseOrdering.of(TWO, look, -1.3);
            assertThat(up.pValue()).isCloseTo(down.pValue(), Offset.offset(1e-13));
            assertThat(up.upperPValue(0.8)).isCloseTo(1 - down.upperPValue(-0.8), Offset.offset(1e-13));
            assertThat(up.medianUnbiasedEstimate()).isCloseTo(-down.medianUnbiasedEstimate(), Offset.offset(1e-11));
        }
    }

    @Test
    void limitsAndEstimateAreWhereThePValueSaysSo() {
        StageWiseOrdering outcome = StageWiseOrdering.of(ONE, 3, 2.4).scaled(2, 2.5, 3);
        ConfidenceInterval interval = outcome.interval(0.9);
        assertThat(outcome.upperPValue(interval.lower())).isCloseTo(0.05, Offset.offset(1e-12));
        assertThat(outcome.upperPValue(outcome.medianUnbiasedEstimate())).isCloseTo(0.5, Offset.offset(1e-12));
        assertThat(outcome.upperPValue(interval.upper())).isCloseTo(0.95, Offset.offset(1e-12));
    }

    /** 4,000 trials detect a shift of .052 of the .3 with power .999 at alpha 1e-6. */
    @Test
    void thePValueOfTheTrueEffectIsUniform() {
        GroupSequentialDesign design = ONE.withBindingFutility(-0.2, 0.8);
        SplittableRandom random = new SplittableRandom(20240411);
        int trials = 4000;
        int below = 0;
        for (int i = 0; i < trials; i++) {
            if (simulate(design, 2.5, random).upperPValue(2.5) <= 0.3) {
                below++;
            }
        }
        BinomialAssertion.assertProportion(below, trials, 0.3);
    }

    private static StageWiseOrdering simulate(GroupSequentialDesign design, double drift, SplittableRandom random) {
        double score = 0;
        double before = 0;
        for (int look = 1; ; look++) {
            double t = design.informationFraction(look);
            double normal = StandardNormal.quantile(random.nextDouble(0x1p-53, 1));
            score += drift * (t - before) + Math.sqrt(t - before) * normal;
            before = t;
            double z = score / Math.sqrt(t);
            if (look == design.looks() || z >= design.criticalValue(look) || z <= design.futilityBound(look)) {
                return StageWiseOrdering.of(design, look, z);
            }
        }
    }

    @Test
    void rejectsWhatIsNoOutcomeAndNamesIt() {
        assertThatThrownBy(() -> StageWiseOrdering.of(ONE, 4, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The look (4) must be in [1, 3].");
        assertThatThrownBy(() -> StageWiseOrdering.of(ONE, 0, 1)).hasMessageContaining("(0)");
        assertThatThrownBy(() -> StageWiseOrdering.of(ONE, 1, Double.NaN)).hasMessageContaining("statistic (NaN)");
        StageWiseOrdering outcome = StageWiseOrdering.of(ONE, 2, 1);
        assertThatThrownBy(() -> outcome.scaled(1)).hasMessageContaining("must be 2 positive finite numbers");
        assertThatThrownBy(() -> outcome.scaled(1, 0)).hasMessageContaining("[1.0, 0.0]");
        assertThatThrownBy(() -> outcome.interval(1)).hasMessageContaining("level (1.0)");
        assertThatThrownBy(() -> outcome.upperPValue(Double.NaN)).hasMessageContaining("effect (NaN)");
    }
}
