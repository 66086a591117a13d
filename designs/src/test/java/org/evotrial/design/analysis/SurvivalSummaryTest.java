package org.evotrial.design.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.evotrial.design.endpoint.ObjectiveResponse;
import org.evotrial.design.trial.Columns;
import org.evotrial.design.trial.NamedThings;
import org.evotrial.design.trial.Report;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.CurveDefinition;
import org.evotrial.spi.Estimand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivalSummaryTest {
    private static final NamedThings TRIAL = new NamedThings("control", "experimental");

    /** R survival (survfit with conf.type log-log), in the columns of tte_kernel_results.csv. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void describesArmsAsTheSurvivalPackageDoes(int dataset) {
        Report report = run(summary("control").create(TRIAL), Columns.reference(dataset));

        assertThat(report.value("medianMonths", "control"))
                .isCloseTo(Columns.referenceResult(dataset, "km_median_arm0"), within(1e-9));
        assertThat(report.value("medianMonthsLower", "control"))
                .isCloseTo(Columns.referenceResult(dataset, "km_median_lower_loglog_arm0"), within(1e-9));
        assertThat(report.value("medianMonthsUpper", "control"))
                .isCloseTo(Columns.referenceResult(dataset, "km_median_upper_loglog_arm0"), within(1e-9));
        assertThat(report.value("eventFreeProbability", "experimental", "9 months"))
                .isCloseTo(Columns.referenceResult(dataset, "km_surv_t9_arm1"), within(1e-12));
        assertThat(report.value("eventFreeProbabilityStandardError", "experimental", "9 months"))
                .isCloseTo(Columns.referenceResult(dataset, "km_se_t9_arm1"), within(1e-12));
        assertThat(report.value("logRankZ", "experimental"))
                .isCloseTo(-Columns.referenceResult(dataset, "logrank_z"), within(1e-12));
        assertThat(report.value("logHazardRatio", "experimental"))
                .isCloseTo(Columns.referenceResult(dataset, "cox_efron_loghr"), within(1e-9));
    }

    /** The upper limit of data set 2 in arm 1 is NA in R survival: the upper curve never reaches one half. */
    @Test
    void anUpperLimitThatIsNotReachedIsInfinite() {
        Report report = run(summary(null).create(TRIAL), Columns.reference(2));

        assertThat(report.value("medianMonthsUpper", "experimental")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(report.value("medianReachedProbability", "experimental")).isEqualTo(1);
    }

    /** Five patients, events at 2 and 4 months, censored at 5, 6, 7: S is 1, .8, .6; at risk 5, 5, 4, 3 at 0, 2, 4, 5. */
    @Test
    void curvesStepDownAtEventsAndEndWithTheFollowUp() {
        Analysis analysis = new SurvivalSummary(null, null, List.of(), 8, 1, IntervalScale.LOG_LOG, 0.95, null)
                .create(new NamedThings("single"));
        Report report = run(analysis, Columns.oneArm(2, 4, -5, -6, -7));

        assertThat(analysis.curves()).extracting(CurveDefinition::curve).containsExactly("kaplanMeier", "numberAtRisk");
        assertThat(report.curve(0))
                .containsExactly(new double[] {1, 1, 0.8, 0.8, 0.6, 0.6, 0.6, 0.6, Double.NaN}, within(1e-15));
        assertThat(report.curve(1)).containsExactly(5, 5, 5, 4, 4, 3, 2, 1, 0);
        assertThat(report.value("medianMonths")).isNaN();
        assertThat(report.value("medianReachedProbability")).isZero();
    }

    @Test
    void aMedianAndEveryLandmarkRateIsAnEstimand() {
        List<Estimand> estimands = summary("control").create(TRIAL).estimands();

        assertThat(estimands)
                .extracting(Estimand::measure)
                .containsExactly(
                        Estimand.Measure.MEDIAN_MONTHS,
                        Estimand.Measure.EVENT_FREE_PROBABILITY,
                        Estimand.Measure.EVENT_FREE_PROBABILITY,
                        Estimand.Measure.MEDIAN_MONTHS,
                        Estimand.Measure.EVENT_FREE_PROBABILITY,
                        Estimand.Measure.EVENT_FREE_PROBABILITY,
                        Estimand.Measure.LOG_HAZARD_RATIO);
    }

    /** 3 of 5 patients with an event. */
    @Test
    void binaryEndpointsAreDescribedByTheShareOfAllRandomisedPatients() {
        NamedThings index =
                new NamedThings("single").endpoints(Map.of("orr", new ObjectiveResponse("ORR", "imaging", false)));
        Analysis analysis =
                new SurvivalSummary(null, null, List.of(6.0), 12, 1, IntervalScale.LOG_LOG, 0.95, null).create(index);
        Report report = run(analysis, Columns.oneArm(2, 2, 4, -5, -1));

        assertThat(report.value("responseShare")).isEqualTo(0.6);
        assertThat(analysis.curves()).isEmpty();
    }

    /** Arrays for the 60 patients of each arm of data set 3 would take more than 4,000 bytes; small records may be made. */
    @Test
    void noArrayIsAllocatedAfterWarmUp() {
        Analysis analysis = summary("control").create(TRIAL);
        Report report = new Report(analysis);
        Analysis.Workspace workspace = analysis.newWorkspace();
        Columns data = Columns.reference(3);
        int calls = 200;

        assertThat(Allocation.bytes(() -> workspace.analyse(data, report), calls) / calls)
                .isLessThan(1000);
    }

    @Test
    void anArmWithoutPatientsIsNotDescribed() {
        Report report = run(summary("control").create(TRIAL), Columns.oneArm(2, 4, -5));

        assertThat(report.value("medianMonths", "experimental")).isNaN();
        assertThat(report.value("medianMonths", "control")).isEqualTo(4);
    }

    @Test
    void aGridThatIsTooFineIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new SurvivalSummary(null, null, List.of(), 36, 0.001, IntervalScale.PLAIN, 0.95, null));
    }

    private static SurvivalSummary summary(String control) {
        return new SurvivalSummary(List.of("os"), control, List.of(3.0, 9.0), 12, 1, IntervalScale.LOG_LOG, 0.95, null);
    }

    private static Report run(Analysis analysis, Columns data) {
        Report report = new Report(analysis);
        Analysis.Workspace workspace = analysis.newWorkspace();
        workspace.begin();
        workspace.analyse(data, report);
        return report;
    }
}
