package org.evotrial.design.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.evotrial.design.trial.Columns;
import org.evotrial.design.trial.NamedThings;
import org.evotrial.design.trial.Report;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.Estimand;
import org.evotrial.spi.LookReport.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandmarkRateTest {
    private static final NamedThings TRIAL = new NamedThings("control", "experimental").lookEvents(10, 20);

    /** R survival (survfit), in the columns of tte_kernel_results.csv. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void estimatesAsTheSurvivalPackageDoes(int dataset) {
        Report report = run(
                test(6, 0.4, 0.05, IntervalScale.LOG_LOG),
                Columns.reference(dataset).at(1, true));

        assertThat(report.value("eventFreeProbability"))
                .isCloseTo(Columns.referenceResult(dataset, "km_surv_t6_arm1"), within(1e-12));
        assertThat(report.value("eventFreeProbabilityStandardError"))
                .isCloseTo(Columns.referenceResult(dataset, "km_se_t6_arm1"), within(1e-12));
    }

    /**
     * Data set 2, arm 1, 6 months: S = .789904761904762, SE = .076385152535769 (R survival). The plain statistic against p0
     * is (S - p0) / SE, which passes 1.644854 (normal quantile of .95) at p0 = .6642624.
     */
    @Test
    void thePlainTestRejectsExactlyBelowItsCriticalNullRate() {
        assertThat(run(
                                test(6, 0.66426, 0.05, IntervalScale.PLAIN),
                                Columns.reference(2).at(1, true))
                        .decision())
                .isEqualTo(Decision.REJECT);
        assertThat(run(
                                test(6, 0.66427, 0.05, IntervalScale.PLAIN),
                                Columns.reference(2).at(1, true))
                        .decision())
                .isEqualTo(Decision.RETAIN);
    }

    /**
     * The same on the log-log scale: log(-log p0) at the critical rate is log(-log S) + 1.644854 SE / (S |log S|) =
     * -1.444589 + 1.644854 x 0.410026, so p0 = 0.629430.
     */
    @Test
    void theLogLogTestRejectsExactlyBelowItsCriticalNullRate() {
        double critical = 0.629430;

        assertThat(run(
                                test(6, critical - 1e-5, 0.05, IntervalScale.LOG_LOG),
                                Columns.reference(2).at(1, true))
                        .decision())
                .isEqualTo(Decision.REJECT);
        assertThat(run(
                                test(6, critical + 1e-5, 0.05, IntervalScale.LOG_LOG),
                                Columns.reference(2).at(1, true))
                        .decision())
                .isEqualTo(Decision.RETAIN);
    }

    /**
     * Nobody is censored before the landmark, so S = x / 52 and Greenwood's variance is binomial. At 27 of 52 the log-log
     * statistic against .4 is 1.6457725, at 26 it is 1.3949979 (the statistic's formula, worked out apart): 27 event-free patients are needed.
     */
    @Test
    void withoutCensoringTheTestCountsEventFreePatients() {
        LandmarkRate test =
                new LandmarkRate("primary", "os", "control", 18, 0.4, 0.05, IntervalScale.LOG_LOG, 0.95, null);

        assertThat(run(test, eventFree(27, 52).at(1, true)).decision()).isEqualTo(Decision.REJECT);
        assertThat(run(test, eventFree(26, 52).at(1, true)).decision()).isEqualTo(Decision.RETAIN);
        assertThat(run(test, eventFree(27, 52).at(1, true)).value("landmarkZ")).isCloseTo(1.6457725, within(1e-7));
    }

    private static Columns eventFree(int free, int patients) {
        double[] months = new double[patients];
        for (int i = 0; i < patients; i++) {
            months[i] = i < free ? -24 : 1 + 0.1 * i;
        }
        return Columns.oneArm(months);
    }

    @Test
    void decidesAtTheLastLookOnly() {
        Report report = run(
                test(6, 0.4, 0.05, IntervalScale.LOG_LOG), Columns.reference(2).at(0, false));

        assertThat(report.decision()).isEqualTo(Decision.CONTINUE);
        assertThat(report.value("eventFreeProbability")).isNaN();
    }

    @Test
    void withoutFollowUpToTheLandmarkThereIsNoEstimateAndTheNullIsRetained() {
        Report report = run(
                test(60, 0.01, 0.05, IntervalScale.LOG_LOG),
                Columns.reference(2).at(1, true));

        assertThat(report.decision()).isEqualTo(Decision.RETAIN);
        assertThat(report.value("rejectionProbability")).isZero();
        assertThat(report.value("eventFreeProbability")).isNaN();
    }

    @Test
    void theTrueRateIsItsEstimand() {
        Estimand estimand = test(18, 0.4, 0.05, IntervalScale.LOG_LOG)
                .create(TRIAL)
                .estimands()
                .get(0);

        assertThat(estimand.measure()).isEqualTo(Estimand.Measure.EVENT_FREE_PROBABILITY);
        assertThat(estimand.atDay()).isEqualTo(547.875); // 18 x 365.25 / 12
        assertThat(estimand.arm()).isEqualTo(1);
        assertThat(estimand.referenceArm()).isEqualTo(-1);
    }

    @Test
    void aNullRateOfZeroOrOneIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> test(18, 0, 0.05, IntervalScale.PLAIN));
        assertThatIllegalArgumentException().isThrownBy(() -> test(18, 1, 0.05, IntervalScale.PLAIN));
    }

    private static LandmarkRate test(double months, double nullRate, double alpha, IntervalScale scale) {
        return new LandmarkRate("primary", "os", "experimental", months, nullRate, alpha, scale, 0.95, null);
    }

    private static Report run(LandmarkRate test, Columns data) {
        Analysis analysis = test.create(TRIAL);
        Report report = new Report(analysis);
        Analysis.Workspace workspace = analysis.newWorkspace();
        workspace.begin();
        workspace.analyse(data, report);
        return report;
    }
}
