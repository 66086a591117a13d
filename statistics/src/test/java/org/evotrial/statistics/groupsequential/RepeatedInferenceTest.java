package org.evotrial.statistics.groupsequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evotrial.statistics.groupsequential.Sidedness.ONE_SIDED;
import static org.evotrial.statistics.groupsequential.Sidedness.TWO_SIDED_SYMMETRIC;

import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.evotrial.statistics.ConfidenceInterval;
import org.junit.jupiter.api.Test;

/** Expected values without other source: nested adaptive quadrature and Brent's method, SciPy 1.17.1. */
class RepeatedInferenceTest {
    private static final SpendingFunction OBRIEN_FLEMING = new SpendingFunction.LanDeMetsOBrienFleming();
    private static final GroupSequentialDesign SPENDING =
            GroupSequentialDesign.spending(OBRIEN_FLEMING, 0.025, ONE_SIDED, 0.5, 1);
    private static final GroupSequentialDesign POCOCK =
            GroupSequentialDesign.shaped(BoundaryShape.pocock(), 0.025, ONE_SIDED, 0.5, 1);

    @Test
    void agreesWithQuadrature() {
        GroupSequentialDesign early = GroupSequentialDesign.spending(OBRIEN_FLEMING, 0.025, ONE_SIDED, 0.4, 1);
        assertThat(RepeatedInference.pValue(early, 1, 2)).isCloseTo(0.1497305757081666, Offset.offset(1e-12));
        assertThat(RepeatedInference.pValue(SPENDING, 2, 2.5)).isCloseTo(0.006248123404192263, Offset.offset(1e-12));
        assertThat(RepeatedInference.pValue(POCOCK, 1, 2.5)).isCloseTo(0.010893024659964043, Offset.offset(1e-13));
        assertThat(RepeatedInference.pValue(POCOCK, 2, 2.5)).isCloseTo(0.010893024659964043, Offset.offset(1e-13));
    }

    @Test
    void keepsItsRelativeAccuracyFarInTheTail() {
        assertThat(RepeatedInference.pValue(POCOCK, 2, 10))
                .isCloseTo(1.523948374940767e-23, Percentage.withPercentage(1e-6));
        // Nothing of note is spent early at such levels: the p-value is that of the last look alone, 1 - Phi(10).
        assertThat(RepeatedInference.pValue(SPENDING, 2, 10))
                .isCloseTo(7.619853024160526e-24, Percentage.withPercentage(1e-4));
    }

    @Test
    void doublesTheSideOfATwoSidedTest() {
        GroupSequentialDesign two =
                GroupSequentialDesign.shaped(BoundaryShape.pocock(), 0.05, TWO_SIDED_SYMMETRIC, 0.5, 1);
        assertThat(RepeatedInference.pValue(two, 2, -2.4)).isCloseTo(0.028502557528841756, Offset.offset(1e-12));
        GroupSequentialDesign spending =
                GroupSequentialDesign.spending(OBRIEN_FLEMING, 0.05, TWO_SIDED_SYMMETRIC, 0.4, 1);
        assertThat(RepeatedInference.pValue(spending, 1, 2)).isCloseTo(0.2994611514163332, Offset.offset(1e-12));
        assertThat(RepeatedInference.pValue(spending, 2, 0)).isEqualTo(1);
        assertThat(RepeatedInference.pValue(spending, 2, 0.01)).isBetween(0.99, 1.0);
    }

    @Test
    void isTheLevelWhereTheStatisticIsTheCriticalValue() {
        for (BoundaryShape shape : new BoundaryShape[] {
            BoundaryShape.obrienFleming(), new BoundaryShape.WangTsiatis(0.25), BoundaryShape.pocock()
        }) {
            GroupSequentialDesign design = GroupSequentialDesign.shaped(shape, 0.01, ONE_SIDED, 0.2, 0.6, 1);
            for (int look = 1; look <= 3; look++) {
                assertThat(RepeatedInference.pValue(design, look, design.criticalValue(look)))
                        .isCloseTo(0.01, Offset.offset(1e-12));
            }
        }
        GroupSequentialDesign design =
                GroupSequentialDesign.spending(new SpendingFunction.HwangShihDeCani(1), 0.01, ONE_SIDED, 0.2, 0.6, 1);
        for (int look = 1; look <= 3; look++) {
            assertThat(RepeatedInference.pValue(design, look, design.criticalValue(look)))
                    .isCloseTo(0.01, Offset.offset(1e-12));
            // Futility that may be overruled changes nothing.
            assertThat(RepeatedInference.pValue(
                            design.withNonBindingFutility(-1, 0.5), look, design.criticalValue(look)))
                    .isCloseTo(0.01, Offset.offset(1e-12));
        }
    }

    @Test
    void endsAtOneHalf() {
        assertThat(RepeatedInference.pValue(SPENDING, 1, -0.3)).isEqualTo(0.5);
        assertThat(RepeatedInference.pValue(SPENDING, 2, -3)).isEqualTo(0.5);
        assertThat(RepeatedInference.pValue(POCOCK, 1, 0)).isEqualTo(0.5);
        assertThat(RepeatedInference.pValue(POCOCK, 1, 0.001)).isEqualTo(0.5);
    }

    @Test
    void saysWhatHaybittleAndPetosInterimLooksSpend() {
        GroupSequentialDesign peto =
                GroupSequentialDesign.shaped(new BoundaryShape.HaybittlePeto(3), 0.025, ONE_SIDED, 0.5, 1);
        assertThat(RepeatedInference.pValue(peto, 1, 2.99)).isEqualTo(0.5);
        assertThat(RepeatedInference.pValue(peto, 1, 3.2)).isCloseTo(peto.stageLevel(1), Offset.offset(1e-14));
        assertThat(RepeatedInference.pValue(peto, 2, peto.criticalValue(2))).isCloseTo(0.025, Offset.offset(1e-12));
    }

    @Test
    void theIntervalExcludesNoEffectExactlyIfTheLookRejects() {
        double c = POCOCK.criticalValue(1);
        ConfidenceInterval at = RepeatedInference.interval(POCOCK, 1, c, 5);
        assertThat(at.lower()).isZero();
        assertThat(at.upper()).isCloseTo(2 * c / 5, Offset.offset(1e-15));
        assertThat(at.level()).isCloseTo(0.95, Offset.offset(1e-15));
        GroupSequentialDesign late =
                GroupSequentialDesign.spending((t, alpha) -> t < 1 ? 0 : alpha, 0.025, ONE_SIDED, 0.5, 1);
        assertThat(RepeatedInference.interval(late, 1, 2, 5).lower()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(RepeatedInference.pValue(late, 1, 5)).isEqualTo(0.5);
    }

    @Test
    void rejectsWhatIsNoLookAndNamesIt() {
        assertThatThrownBy(() -> RepeatedInference.pValue(POCOCK, 3, 1)).hasMessage("The look (3) must be in [1, 2].");
        assertThatThrownBy(() -> RepeatedInference.pValue(POCOCK, 1, Double.POSITIVE_INFINITY))
                .hasMessageContaining("statistic (Infinity) must be finite");
        assertThatThrownBy(() -> RepeatedInference.interval(POCOCK, 1, 1, 0)).hasMessageContaining("meanPerUnit (0.0)");
    }
}
