package org.evotrial.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.proportion.ProportionInterval;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);
    private static final double[] TIMES = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35
    };
    private static final boolean[] EVENTS = {
        true, true, true, false, true, false, true, false, false, true, true, false, false, false, true, true, false,
        false, false, false, false
    };

    @Test
    void agreesWithTheSixMercaptopurineArmOfFreireich() {
        // Freireich et al. 1963, 6-MP arm; curve and Greenwood's errors as printed in Collett, Modelling Survival Data,
        // and Kleinbaum and Klein, Survival Analysis, table 2.3.
        KaplanMeier curve = KaplanMeier.of(TIMES, EVENTS);
        Offset<Double> printed = Offset.offset(5.1e-5);
        assertThat(curve.survival(6)).isCloseTo(0.8571, printed);
        assertThat(curve.survival(7)).isCloseTo(0.8067, printed);
        assertThat(curve.survival(10)).isCloseTo(0.7529, printed);
        assertThat(curve.survival(13)).isCloseTo(0.6902, printed);
        assertThat(curve.survival(16)).isCloseTo(0.6275, printed);
        assertThat(curve.survival(22)).isCloseTo(0.5378, printed);
        assertThat(curve.survival(23)).isCloseTo(0.4482, printed);
        assertThat(SurvivalQuantile.median(curve)).isEqualTo(23);
        assertThat(curve.standardError(6)).isCloseTo(0.0764, printed);
        assertThat(curve.standardError(23)).isCloseTo(0.1346, printed);
        assertThat(curve.atRisk(6)).isEqualTo(21);
        assertThat(curve.atRisk(7)).isEqualTo(17);
        assertThat(curve.atRisk(35.1)).isZero();
        assertThat(curve.events()).isEqualTo(9);
        assertThat(curve.lastTime()).isEqualTo(35);
    }

    @Test
    void withoutCensoringTheCurveIsTheShareOfSurvivorsWithTheBinomialError() {
        double[] time = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        boolean[] event = {true, true, true, true, true, true, true, true, true, true};
        KaplanMeier curve = KaplanMeier.of(time, event);
        for (int t = 1; t < 10; t++) {
            double p = (10 - t) / 10.0;
            assertThat(curve.survival(t)).isCloseTo(p, ROUNDING);
            assertThat(curve.standardError(t)).isCloseTo(Math.sqrt(p * (1 - p) / 10), ROUNDING);
            assertThat(LandmarkSurvival.z(curve, t, 0.4, SurvivalScale.PLAIN))
                    .isCloseTo((p - 0.4) / Math.sqrt(p * (1 - p) / 10), ROUNDING);
        }
        // The curve is 0.5 from 5 to 6.
        assertThat(SurvivalQuantile.median(curve)).isEqualTo(5.5);
        assertThat(RestrictedMean.of(curve, 10).value()).isCloseTo(5.5, ROUNDING);
    }

    @Test
    void theTestRejectsWhenTheIntervalExcludesTheRate() {
        KaplanMeier curve = KaplanMeier.of(TIMES, EVENTS);
        for (SurvivalScale scale : SurvivalScale.values()) {
            ConfidenceInterval interval = LandmarkSurvival.interval(curve, 20, 0.95, scale);
            double critical = StandardNormal.upperQuantile(0.025);
            assertThat(LandmarkSurvival.z(curve, 20, interval.lower(), scale))
                    .isCloseTo(critical, Offset.offset(1e-10));
            assertThat(LandmarkSurvival.z(curve, 20, interval.upper(), scale))
                    .isCloseTo(-critical, Offset.offset(1e-10));
        }
    }

    @Test
    void withoutEventsOrSurvivorsTheIntervalIsTheExactBinomialOne() {
        double[] time = {1, 2, 3};
        KaplanMeier none = KaplanMeier.of(time, new boolean[3]);
        assertThat(none.survival(2)).isEqualTo(1);
        assertThat(none.standardError(2)).isZero();
        assertThat(LandmarkSurvival.interval(none, 2, 0.95, SurvivalScale.LOG_LOG)
                        .lower())
                .isCloseTo(ProportionInterval.clopperPearson(2, 2, 0.95).lower(), ROUNDING);
        assertThat(LandmarkSurvival.interval(none, 9, 0.95, SurvivalScale.LOG_LOG))
                .isEqualTo(new ConfidenceInterval(0, 1, 0.95));
        assertThat(SurvivalQuantile.median(none)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(SurvivalQuantile.medianInterval(none, 0.95).upper()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(LandmarkSurvival.z(none, 2, 0.5, SurvivalScale.PLAIN))
                .isCloseTo(StandardNormal.upperQuantile(0.25), ROUNDING);
        assertThat(LandmarkSurvival.z(none, 9, 0.5, SurvivalScale.PLAIN)).isEqualTo(Double.NEGATIVE_INFINITY);
        KaplanMeier all = KaplanMeier.of(time, new boolean[] {true, true, true});
        assertThat(all.survival(3)).isZero();
        assertThat(LandmarkSurvival.interval(all, 3, 0.95, SurvivalScale.PLAIN).upper())
                .isCloseTo(ProportionInterval.clopperPearson(0, 3, 0.95).upper(), ROUNDING);
        assertThat(LandmarkSurvival.z(all, 3, 0.5, SurvivalScale.LOG_LOG))
                .isCloseTo(StandardNormal.quantile(0.125), ROUNDING);
    }

    @Test
    void allTiedAtOneTimeIsOneStepToZero() {
        KaplanMeier curve = KaplanMeier.of(new double[] {4, 4, 4}, new boolean[] {true, true, true});
        assertThat(curve.eventTimes()).containsExactly(4);
        assertThat(curve.survival(3.999)).isEqualTo(1);
        assertThat(curve.survival(4)).isZero();
        assertThat(SurvivalQuantile.median(curve)).isEqualTo(4);
        assertThat(RestrictedMean.of(curve, 10).value()).isEqualTo(4);
        assertThat(RestrictedMean.of(curve, 10).standardError()).isZero();
    }

    @Test
    void aWorkspaceForgetsTheGroupBefore() {
        int[] group = new int[21];
        group[3] = 1;
        group[20] = 1;
        KaplanMeier workspace = new KaplanMeier(0);
        assertThatThrownBy(() -> workspace.survival(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(workspace::lastTime).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SurvivalQuantile.median(workspace)).isInstanceOf(IllegalStateException.class);
        workspace.compute(TIMES, EVENTS, group, 0, 21);
        assertThat(workspace.subjects()).isEqualTo(19);
        assertThat(workspace.events()).isEqualTo(9);
        workspace.compute(TIMES, EVENTS, group, 1, 21);
        // Two subjects, censored at 6 and 35.
        assertThat(workspace.subjects()).isEqualTo(2);
        assertThat(workspace.events()).isZero();
        assertThat(workspace.survival(30)).isEqualTo(1);
        assertThat(workspace.lastTime()).isEqualTo(35);
        assertThat(workspace.atRisk(7)).isEqualTo(1);
    }

    @Test
    void rejectsBadArguments() {
        KaplanMeier curve = KaplanMeier.of(TIMES, EVENTS);
        assertThatThrownBy(() -> KaplanMeier.of(new double[0], new boolean[0])).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> KaplanMeier.of(new double[] {-1}, new boolean[1]))
                .hasMessageContaining("(-1.0)");
        assertThatThrownBy(() -> KaplanMeier.of(TIMES, EVENTS, new int[21], 1, 21))
                .hasMessageContaining("group (1)");
        assertThatThrownBy(() -> curve.survival(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> SurvivalQuantile.of(curve, 1)).hasMessageContaining("(1.0)");
        assertThatThrownBy(() -> LandmarkSurvival.interval(curve, 3, 0, SurvivalScale.PLAIN))
                .hasMessageContaining("level (0.0)");
        assertThatThrownBy(() -> LandmarkSurvival.z(curve, 3, 1, SurvivalScale.PLAIN))
                .hasMessageContaining("p0 (1.0)");
        assertThatThrownBy(() -> RestrictedMean.of(curve, 0)).hasMessageContaining("tau (0.0)");
    }
}
