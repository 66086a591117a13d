package org.evotrial.statistics.survival.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.AdaptiveQuadrature;
import org.junit.jupiter.api.Test;

class EventProjectionTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);
    private static final PiecewiseHazard NONE = PiecewiseHazard.constant(0);

    @Test
    void exponentialEventsUnderUniformAccrualHaveAClosedForm() {
        // 1 - (exp(-h (c - a)) - exp(-h c)) / (h a) after accrual over a: Lachin and Foulkes 1986.
        double h = 0.1;
        EventProjection trial = trial(PiecewiseHazard.constant(h), NONE, Accrual.uniform(200, 12));
        double expected = 1 - (Math.exp(-h * 8) - Math.exp(-h * 20)) / (h * 12);
        assertThat(trial.controlProbability(20)).isCloseTo(expected, ROUNDING);
        assertThat(trial.events(20)).isCloseTo(200 * expected, Offset.offset(1e-10));
        assertThat(trial.calendarTimeOf(200 * expected)).isCloseTo(20, Offset.offset(1e-9));
        assertThat(trial.probability(0)).isZero();
    }

    @Test
    void tinyAndHugeHazardsKeepTheirDigits() {
        Accrual accrual = Accrual.uniform(100, 10);
        // To first order in h the mean follow-up of 5 at the end of accrual times h.
        EventProjection rare = trial(PiecewiseHazard.constant(1e-9), NONE, accrual);
        assertThat(rare.probability(10) / 1e-9).isCloseTo(5, Offset.offset(1e-7));
        EventProjection sudden = trial(PiecewiseHazard.constant(1e6), NONE, accrual);
        assertThat(sudden.probability(10)).isCloseTo(1, Offset.offset(1e-6));
        EventProjection moderate = trial(PiecewiseHazard.constant(0.05), NONE, accrual);
        double closed = 1 - (1 - Math.exp(-0.5)) / 0.5;
        assertThat(moderate.probability(10)).isCloseTo(closed, ROUNDING);
    }

    @Test
    void everythingPiecewiseAgreesWithQuadrature() {
        PiecewiseHazard hazard = PiecewiseHazard.piecewise(new double[] {0, 3, 7}, new double[] {0.02, 0.2, 0.05});
        PiecewiseHazard dropout = PiecewiseHazard.piecewise(new double[] {0, 5}, new double[] {0.03, 0});
        Accrual accrual = Accrual.piecewise(new double[] {0, 2, 6}, new double[] {5, 0, 12}, 11);
        EventProjection trial = trial(hazard, dropout, accrual);
        for (double c : new double[] {1, 4, 9.5, 11, 30}) {
            double quadrature = 0;
            for (double from = 0; from < c; from += 0.5) {
                quadrature += AdaptiveQuadrature.integral(
                        s -> accrual.entered(c - s) * hazard.hazard(s) * hazard.survival(s) * dropout.survival(s),
                        from,
                        from + 0.5,
                        1e-12);
            }
            assertThat(trial.events(c)).isCloseTo(quadrature, Offset.offset(1e-9));
        }
    }

    @Test
    void unequalGroupsAreWeightedByTheAllocation() {
        EventProjection trial = new EventProjection(
                Accrual.uniform(90, 3),
                2,
                new EventProjection.Group(PiecewiseHazard.constant(0.2), NONE),
                new EventProjection.Group(PiecewiseHazard.constant(0.1), NONE));
        assertThat(trial.probability(5))
                .isCloseTo((trial.controlProbability(5) + 2 * trial.experimentalProbability(5)) / 3, ROUNDING);
        assertThat(trial.withSubjects(180).events(5)).isCloseTo(2 * trial.events(5), ROUNDING);
    }

    @Test
    void eventsThatAreNeverExpectedHaveNoTime() {
        PiecewiseHazard cured = PiecewiseHazard.piecewise(new double[] {0, 1}, new double[] {0.5, 0});
        EventProjection trial = trial(cured, NONE, Accrual.uniform(100, 2));
        assertThat(trial.calendarTimeOf(39)).isFinite();
        // 1 - exp(-.5) is .3935.
        assertThat(trial.calendarTimeOf(40)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void hazardsAndAccrualInvertTheirIntegrals() {
        PiecewiseHazard hazard = PiecewiseHazard.piecewise(new double[] {0, 3, 7}, new double[] {0.02, 0, 0.05});
        assertThat(hazard.survival(hazard.quantile(0.3))).isCloseTo(0.7, ROUNDING);
        assertThat(hazard.quantile(0.01)).isLessThan(3);
        assertThat(PiecewiseHazard.ofMedian(6).survival(6)).isCloseTo(0.5, ROUNDING);
        assertThat(PiecewiseHazard.ofShare(0.05, 12).survival(12)).isCloseTo(0.95, ROUNDING);
        Accrual accrual = Accrual.piecewise(new double[] {0, 6}, new double[] {10, 20}, 18);
        assertThat(accrual.subjects()).isEqualTo(300);
        assertThat(accrual.entered(7)).isEqualTo(80);
        assertThat(accrual.timeOf(80)).isEqualTo(7);
        assertThat(accrual.timeOf(300)).isEqualTo(18);
    }

    @Test
    void rejectsBadArguments() {
        assertThatThrownBy(() -> PiecewiseHazard.constant(-1)).hasMessageContaining("hazards (-1.0)");
        assertThatThrownBy(() -> PiecewiseHazard.piecewise(new double[] {1}, new double[] {1}))
                .hasMessageContaining("begin with 0");
        assertThatThrownBy(() -> PiecewiseHazard.piecewise(new double[] {0, 2, 2}, new double[3]))
                .hasMessageContaining("ascend strictly");
        assertThatThrownBy(() -> PiecewiseHazard.ofShare(1, 12)).hasMessageContaining("share (1.0)");
        assertThatThrownBy(() -> Accrual.piecewise(new double[] {0, 6}, new double[] {1, 1}, 6))
                .hasMessageContaining("end (6.0)");
        assertThatThrownBy(() -> Accrual.uniform(10, 5).timeOf(11)).hasMessageContaining("number (11.0)");
        EventProjection trial = trial(NONE, NONE, Accrual.uniform(10, 5));
        assertThatThrownBy(() -> trial.events(-1)).hasMessageContaining("calendarTime (-1.0)");
    }

    private static EventProjection trial(PiecewiseHazard hazard, PiecewiseHazard dropout, Accrual accrual) {
        EventProjection.Group group = new EventProjection.Group(hazard, dropout);
        return new EventProjection(accrual, 1, group, group);
    }
}
