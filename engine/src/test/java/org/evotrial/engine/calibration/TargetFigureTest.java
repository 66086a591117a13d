package org.evotrial.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evotrial.model.calibration.CalibrationTarget;
import org.evotrial.model.calibration.Statistic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetFigureTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void aMedianIsThatOfKaplanAndMeier() {
        Figure figure =
                TargetFigure.of(target(Statistic.MEDIAN_PFS_MONTHS, null), new double[] {5, 1, 3, 4, NEVER}, 10);
        assertThat(figure.value()).isEqualTo(4);
        assertThat(figure.comparable()).isEqualTo(4);
    }

    @Test
    void aMedianBeyondTheFollowUpIsComparedAsThatOfAnExponentialCurve() {
        // S(10) = 3/4: the exponential curve through it has its median at 10 ln(1/2) / ln(3/4) = 24.094
        Figure figure = TargetFigure.of(target(Statistic.MEDIAN_OS_MONTHS, null), new double[] {5, 11, NEVER, 30}, 10);
        assertThat(figure.value()).isNaN();
        assertThat(figure.comparable()).isCloseTo(24.094208, within(1e-5));
        // Nobody dies: no curve tells how long it would take; ten times the follow-up stands for that.
        assertThat(TargetFigure.of(target(Statistic.MEDIAN_OS_MONTHS, null), new double[] {NEVER, NEVER}, 10)
                        .comparable())
                .isEqualTo(100);
    }

    @Test
    void aRateHasGreenwoodsError() {
        Figure figure = TargetFigure.of(target(Statistic.OS_RATE, 6.0), new double[] {5, 6, 7, NEVER}, 10);
        assertThat(figure.value()).isEqualTo(0.5);
        // without censoring Greenwood's error is the binomial one
        assertThat(figure.standardError()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void sharesAreOfThePatientsWhomTheyConcern() {
        Figure figure =
                TargetFigure.of(target(Statistic.RESPONSE_RATE, null), new double[] {1, 0, Double.NaN, 1, 1}, 10);
        assertThat(figure.value()).isEqualTo(0.75);
        assertThat(figure.standardError()).isCloseTo(Math.sqrt(0.75 * 0.25 / 4), within(1e-12));
        assertThat(TargetFigure.of(target(Statistic.RESPONSE_RATE, null), new double[] {Double.NaN}, 10))
                .isEqualTo(Figure.NONE);
    }

    @Test
    void residualsAreInUnitsOfTheLargerStandardError() {
        CalibrationTarget target = target(Statistic.RESPONSE_RATE, null);
        assertThat(Objective.standardised(new Figure(0.7, 0.7, 0.01), target, 0.01))
                .isCloseTo(2, within(1e-12));
        assertThat(Objective.standardised(new Figure(0.7, 0.7, 0.4), target, 0.4))
                .isCloseTo(0.5, within(1e-12));
        assertThat(Objective.standardised(Figure.NONE, target, 0)).isEqualTo(Objective.UNKNOWN);
    }

    @Test
    void pointsOutsideTheRangesAreReflected() {
        assertThat(Fit.reflected(new double[] {0.25, -0.25, 1.25, 2.5, -1.5}))
                .containsExactly(new double[] {0.25, 0.25, 0.75, 0.5, 0.5}, within(1e-12));
    }

    private static CalibrationTarget target(Statistic statistic, @Nullable Double atMonths) {
        return new CalibrationTarget(
                "arm", statistic, atMonths, null, null, null, null, null, 0.5, 0.1, null, 1, false, null);
    }
}
