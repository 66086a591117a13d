package org.evotrial.engine.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.evotrial.engine.SeededAssertions;
import org.evotrial.engine.SmallTrial;
import org.evotrial.engine.Trials;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.reduce.Tables;
import org.evotrial.engine.replicate.UncensoredRunner;
import org.evotrial.model.result.Curve;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.Truth;
import org.evotrial.spi.Estimand;
import org.evotrial.spi.MetricDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrueDistributionsTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final int PATIENTS = 4000;

    private static double[][][] simulated(SimulationPlan plan) {
        double[][][] days = new double[2][1][PATIENTS];
        new UncensoredRunner(plan).run(0, PATIENTS, days, new double[2][0][PATIENTS]);
        return days;
    }

    private static Truth find(List<Truth> truths, String measure, String arm, @Nullable String label) {
        List<Truth> found = truths.stream()
                .filter(t -> t.measure().equals(measure) && t.arm().equals(arm))
                .filter(t -> label == null || t.label().contains(label))
                .distinct()
                .toList();
        assertThat(found).as("%s %s", measure, arm).isNotEmpty();
        return found.get(0);
    }

    /**
     * Medians 6 and 9 months: closed forms of exponential times. 4,000 patients per arm: a shift of the medians by 18 %, of the
     * rates by .063 and of the log hazard ratio by .18 would be detected with power .999.
     */
    @Test
    void meetsTheClosedFormsOfExponentialTimes() {
        SimulationPlan plan = SmallTrial.plan(Trials.read(Trials.example("group-sequential"), Map.of()), "base");
        List<Truth> truths = new TrueDistributions(plan, simulated(plan), new double[2][0][PATIENTS], 0.95).truths();

        Truth control = find(truths, "medianMonths", "control", null);
        SeededAssertions.assertNear(control.value(), 6, 6 / StrictMath.log(2) / Math.sqrt(PATIENTS));
        Truth experimental = find(truths, "medianMonths", "experimental", null);
        SeededAssertions.assertNear(experimental.value(), 9, 9 / StrictMath.log(2) / Math.sqrt(PATIENTS));
        Truth rate = find(truths, "eventFreeProbability", "control", "12");
        SeededAssertions.assertNear(rate.value(), 0.25, Math.sqrt(.25 * .75 / PATIENTS));
        // The same threshold per patient in both arms: pairs of the Cox model are dependent, its error bounds them from
        // above.
        Truth ratio = find(truths, "logHazardRatio", "experimental", null);
        SeededAssertions.assertNear(ratio.value(), StrictMath.log(6.0 / 9), Math.sqrt(2.0 / PATIENTS));
        assertThat(ratio.referenceArm()).isEqualTo("control");
        assertThat(ratio.mcse()).isCloseTo(Math.sqrt(2.0 / PATIENTS), within(0.002));
        assertThat(control.patients()).isEqualTo(PATIENTS);
        assertThat(control.lower()).isLessThan(control.value());
        assertThat(control.upper()).isGreaterThan(control.value());
    }

    private static TrueDistributions written(@Nullable Estimand estimand, double[] a, double[] b) {
        SimulationPlan plan = Tables.plan(
                "base",
                List.of(MetricDefinition.mean("months", "months")),
                estimand == null ? List.of() : List.of(estimand));
        double[] none = new double[a.length];
        return new TrueDistributions(plan, new double[][][] {{a, none}, {b, none}}, new double[2][0][a.length], 0.95);
    }

    @Test
    void hasNoMedianThatIsNotReachedAndNoRateBeyondTheHorizon() {
        double[] late = {100, NEVER, NEVER, NEVER, NEVER};
        Estimand median =
                new Estimand(Estimand.Measure.MEDIAN_MONTHS, 0, 0, -1, Double.NaN, 0, -1, -1, -1, "median", null);
        Estimand beyond = new Estimand(
                Estimand.Measure.EVENT_FREE_PROBABILITY, 0, 0, -1, 61 * 365.25 / 12, 0, -1, -1, -1, "rate", null);

        assertThat(written(median, late, late).truths().get(0).value()).isNaN();
        assertThat(written(beyond, late, late).truths().get(0).value()).isNaN();
    }

    @Test
    void countsAnEventOnTheDayOfTheLandmarkAsEvent() {
        Estimand rate =
                new Estimand(Estimand.Measure.EVENT_FREE_PROBABILITY, 0, 1, -1, 100, 0, -1, -1, -1, "rate", null);
        double[] days = {50, 100, 100.5, NEVER};

        assertThat(written(rate, days, days).truths().get(0).value()).isEqualTo(0.5);
    }

    @Test
    void hasNoHazardRatioWithoutEvents() {
        Estimand ratio = new Estimand(
                Estimand.Measure.LOG_HAZARD_RATIO, 0, 1, 0, Double.NaN, 0, -1, -1, -1, "log hazard ratio", null);
        double[] none = {NEVER, NEVER};

        assertThat(written(ratio, none, none).truths().get(0).value()).isNaN();
    }

    @Test
    void dividesAPatientBetweenArmsThatTie() {
        // Best: A; tie; B; tie (neither has the event). Allocation shares 1/4 and 3/4.
        double[] a = {200, 100, 10, NEVER};
        double[] b = {100, 100, 20, NEVER};
        List<Estimate> shares = written(null, a, b).bestArms();

        assertThat(shares)
                .extracting(Estimate::metric)
                .containsExactly("bestArmShare", "bestArmShare", "onBestArmShare");
        assertThat(shares).extracting(Estimate::endpoint).containsOnly("pfs");
        // A: (1 + 1/2 + 0 + 1/2) / 4; B the rest; allocated to a best arm: (1/4 + 1 + 3/4 + 1) / 4.
        assertThat(shares.get(0).value()).isCloseTo(0.5, within(1e-12));
        assertThat(shares.get(1).value()).isCloseTo(0.5, within(1e-12));
        assertThat(shares.get(2).value()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void countsEventsUpToEachMonthInTheCurve() {
        double month = 365.25 / 12;
        double[] a = {0.5 * month, month, 2.5 * month, NEVER};
        List<Curve> curves = written(null, a, a).curves();
        Curve pfs = curves.get(0);

        assertThat(pfs.arm()).isEqualTo("A");
        assertThat(pfs.months()).hasSize(61);
        assertThat(pfs.values().subList(0, 5)).containsExactly(1.0, 0.5, 0.5, 0.25, 0.25);
        assertThat(pfs.values().get(60)).isEqualTo(0.25);
    }
}
