package org.evotrial.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.ConfidenceInterval;
import org.junit.jupiter.api.Test;

class LandmarkSurvivalTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    private static KaplanMeier deaths(int n, int dead) {
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        for (int i = 0; i < n; i++) {
            time[i] = i + 1;
            event[i] = i < dead;
        }
        return KaplanMeier.of(time, event);
    }

    @Test
    void theLogIntervalIsThatOfTheDefinition() {
        // S = .6 of ten without censoring before: SE^2 = .6 * .4 / 10.
        KaplanMeier curve = deaths(10, 4);
        double reach = 1.959963984540054 * Math.sqrt(0.024) / 0.6;
        ConfidenceInterval interval = LandmarkSurvival.interval(curve, 4, 0.95, SurvivalScale.LOG);
        assertThat(interval.lower()).isCloseTo(0.6 * Math.exp(-reach), ROUNDING);
        assertThat(interval.upper()).isCloseTo(0.6 * Math.exp(reach), ROUNDING);
        assertThat(LandmarkSurvival.interval(curve, 1, 0.95, SurvivalScale.LOG).upper())
                .isEqualTo(1);
    }

    @Test
    void theDifferenceOnTheLogLogScaleIsThatOfTheDefinition() {
        KaplanMeier control = deaths(10, 6);
        KaplanMeier experimental = deaths(10, 3);
        double v0 = 0.6 / (0.4 * 10) / Math.pow(Math.log(0.4), 2);
        double v1 = 0.3 / (0.7 * 10) / Math.pow(Math.log(0.7), 2);
        double z = (Math.log(-Math.log(0.4)) - Math.log(-Math.log(0.7))) / Math.sqrt(v0 + v1);
        assertThat(LandmarkSurvival.differenceZ(control, experimental, 8)).isCloseTo(z, ROUNDING);
        assertThat(z).isPositive();
        assertThat(LandmarkSurvival.differenceZ(control, deaths(10, 0), 8)).isZero();
        assertThat(LandmarkSurvival.differenceZ(deaths(10, 10), experimental, 10))
                .isZero();
    }

    @Test
    void quantilesAndTheirIntervalsFollowTheScale() {
        KaplanMeier curve = deaths(20, 20);
        assertThat(SurvivalQuantile.of(curve, 0.25)).isEqualTo(5.5);
        for (SurvivalScale scale : SurvivalScale.values()) {
            ConfidenceInterval interval = SurvivalQuantile.interval(curve, 0.25, 0.9, scale);
            assertThat(LandmarkSurvival.interval(curve, interval.lower(), 0.9, scale)
                            .lower())
                    .isLessThanOrEqualTo(0.75);
            assertThat(LandmarkSurvival.interval(curve, interval.lower() - 1, 0.9, scale)
                            .lower())
                    .isGreaterThan(0.75);
            assertThat(LandmarkSurvival.interval(curve, interval.upper() - 1, 0.9, scale)
                            .upper())
                    .isGreaterThan(0.75);
        }
        assertThatThrownBy(() -> SurvivalQuantile.interval(curve, 0, 0.9, SurvivalScale.LOG))
                .hasMessageContaining("p (0.0)");
    }
}
