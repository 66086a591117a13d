package org.evotrial.design.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evotrial.design.analysis.GroupSequentialLogRank.Information;
import org.evotrial.design.trial.Columns;
import org.evotrial.design.trial.NamedThings;
import org.evotrial.design.trial.Report;
import org.evotrial.model.result.TrialSummary;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.Estimand;
import org.evotrial.spi.LookReport.Decision;
import org.evotrial.statistics.StandardNormal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupSequentialLogRankTest {
    private static final NamedThings TRIAL = new NamedThings("control", "experimental").lookEvents(125, 188, 250);

    /** R survival (survdiff, coxph with Efron's ties), in the columns of tte_kernel_results.csv. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void testsAndEstimatesAsTheSurvivalPackageDoes(int dataset) {
        Analysis analysis = test(0.025, false, null).create(TRIAL);
        Report report = new Report(analysis);
        Analysis.Workspace workspace = analysis.newWorkspace();
        workspace.begin();
        workspace.analyse(Columns.reference(dataset).at(2, true), report);

        assertThat(report.value("logRankZ", "look-3"))
                .isCloseTo(-Columns.referenceResult(dataset, "logrank_z"), within(1e-12));
        assertThat(report.value("logHazardRatio"))
                .isCloseTo(Columns.referenceResult(dataset, "cox_efron_loghr"), within(1e-9));
        assertThat(report.value("logHazardRatioStandardError"))
                .isCloseTo(Columns.referenceResult(dataset, "cox_efron_se"), within(1e-9));
    }

    /** R survival (survdiff with strata), in the columns of tte_kernel_results.csv. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void sumsOverStrataWhereAsked(int dataset) {
        Analysis analysis = test(0.025, true, null).create(TRIAL);
        Report report = run(analysis, Columns.reference(dataset).at(2, true));

        assertThat(report.value("logRankZ", "look-3"))
                .isCloseTo(-Columns.referenceResult(dataset, "stratified_logrank_z"), within(1e-12));
    }

    @Test
    void picksTheTwoArmsOutOfSeveral() {
        GroupSequentialLogRank test = test(0.025, false, null);
        Report direct = run(test.create(TRIAL), Columns.reference(2).at(2, true));
        NamedThings three = new NamedThings("experimental", "third", "control").lookEvents(125, 188, 250);
        Report picked =
                run(test.create(three), Columns.reference(2).renumbered(2, 0).at(2, true));

        assertThat(picked.value("logRankZ", "look-3")).isEqualTo(direct.value("logRankZ", "look-3"));
    }

    /** rpact 4.5: critical values 2.962588 2.359018 2.014084 at information fractions .5 .75 1. */
    @Test
    void boundariesAreThoseOfRpact() {
        GroupSequentialLogRank planned = new GroupSequentialLogRank(
                "superiority",
                "os",
                "experimental",
                "control",
                0.025,
                new AlphaSpending.OBrienFleming(),
                Information.PLANNED,
                List.of(0.5, 0.75, 1.0),
                null,
                null,
                false,
                null);
        List<TrialSummary.Boundary> boundaries = planned.create(TRIAL).boundaries();

        assertThat(boundaries).extracting(TrialSummary.Boundary::look).containsExactly("look-1", "look-2", "look-3");
        assertThat(boundaries.get(0).criticalValue()).isCloseTo(2.962588, within(1e-6));
        assertThat(boundaries.get(1).criticalValue()).isCloseTo(2.359018, within(1e-6));
        assertThat(boundaries.get(2).criticalValue()).isCloseTo(2.014084, within(1e-6));
        assertThat(boundaries.get(2).alphaSpent()).isCloseTo(0.025, within(1e-9));
        assertThat(boundaries.get(2).futilityBound()).isNaN();
    }

    @Test
    void informationFractionsAreThoseOfTheLooksEventsUnlessTheyAreGiven() {
        assertThat(test(0.025, false, null).create(TRIAL).boundaries())
                .extracting(TrialSummary.Boundary::information)
                .containsExactly(125 / 250.0, 188 / 250.0, 1.0);
    }

    /** z of data set 2 is 3.3164 (R survival): above the first critical value of 2.9626. */
    @Test
    void rejectsAtTheFirstLookThatCrossesAndTestsNoMoreInThatReplicate() {
        Analysis analysis = test(0.025, false, null).create(TRIAL);
        Report report = new Report(analysis);
        Analysis.Workspace workspace = analysis.newWorkspace();
        workspace.begin();
        workspace.analyse(Columns.reference(2).at(0, false), report);
        workspace.analyse(Columns.reference(1).at(1, false), report);

        assertThat(report.decision()).isEqualTo(Decision.REJECT);
        assertThat(report.decisions()).isEqualTo(1);
        assertThat(report.value("rejectionProbability")).isEqualTo(1);
        assertThat(report.value("rejectionProbabilityByLook", "look-1")).isEqualTo(1);
        assertThat(report.value("rejectionProbabilityByLook", "look-2")).isEqualTo(0);
        assertThat(report.value("rejectionProbabilityByLook", "look-3")).isEqualTo(0);
        assertThat(report.value("logRankZ", "look-2")).isNaN();
    }

    /** z of data set 1 is 1.4520 (R survival): below every critical value. */
    @Test
    void goesOnWithoutCrossingAndRetainsAtTheLastLook() {
        Analysis analysis = test(0.025, false, null).create(TRIAL);
        Report report = new Report(analysis);
        Analysis.Workspace workspace = analysis.newWorkspace();
        workspace.begin();
        workspace.analyse(Columns.reference(1).at(0, false), report);

        assertThat(report.decision()).isEqualTo(Decision.CONTINUE);
        assertThat(report.value("rejectionProbability")).isNaN();

        workspace.analyse(Columns.reference(1).at(2, true), report);

        assertThat(report.decision()).isEqualTo(Decision.RETAIN);
        assertThat(report.value("rejectionProbability")).isEqualTo(0);
        assertThat(report.value("rejectionProbabilityByLook", "look-1")).isEqualTo(0);
    }

    @Test
    void aNewReplicateForgetsTheOneBefore() {
        Analysis analysis = test(0.025, false, null).create(TRIAL);
        Analysis.Workspace workspace = analysis.newWorkspace();
        workspace.begin();
        workspace.analyse(Columns.reference(2).at(0, false), new Report(analysis));
        Report second = new Report(analysis);
        workspace.begin();
        workspace.analyse(Columns.reference(1).at(0, false), second);

        assertThat(second.decision()).isEqualTo(Decision.CONTINUE);
    }

    @Test
    void stopsForFutilityAtOrBelowTheBound() {
        Analysis analysis = test(0.025, false, List.of(1.5, 1.5)).create(TRIAL);
        Report report = run(analysis, Columns.reference(1).at(0, false));

        assertThat(report.decision()).isEqualTo(Decision.STOP_FOR_FUTILITY);
        assertThat(report.value("futilityProbability")).isEqualTo(1);
        assertThat(report.value("futilityProbabilityByLook", "look-1")).isEqualTo(1);
        assertThat(report.value("rejectionProbability")).isEqualTo(0);
        assertThat(analysis.boundaries().get(0).criticalValue()).isCloseTo(2.962588, within(1e-6));
        assertThat(analysis.boundaries().get(0).futilityBound()).isEqualTo(1.5);
    }

    /**
     * With all of alpha left at a single last look the critical value is the normal quantile whatever the events: z of
     * data set 3 decides at one-sided levels just above and below its p-value (R survival).
     */
    @Test
    void observedInformationSpendsEverythingAtTheLastLook() {
        double z = -Columns.referenceResult(3, "logrank_z");
        double p = StandardNormal.survival(z);

        assertThat(run(
                                observed(p * 1.001, 500).create(TRIAL),
                                Columns.reference(3).at(2, true))
                        .decision())
                .isEqualTo(Decision.REJECT);
        assertThat(run(
                                observed(p * 0.999, 500).create(TRIAL),
                                Columns.reference(3).at(2, true))
                        .decision())
                .isEqualTo(Decision.RETAIN);
    }

    @Test
    void observedInformationSpendsLessEarlyThanPlannedIfEventsAreFew() {
        Columns look = Columns.reference(2).at(0, false);

        assertThat(run(test(0.025, false, null).create(TRIAL), look).decision()).isEqualTo(Decision.REJECT);
        assertThat(run(observed(0.025, 250).create(TRIAL), look).decision()).isEqualTo(Decision.CONTINUE);
    }

    @Test
    void looksThatCountNoEventsNeedInformationFractions() {
        NamedThings calendar = new NamedThings("control", "experimental").lookEvents(Double.NaN, Double.NaN);

        assertThatThrownBy(() -> test(0.025, false, null).create(calendar))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("informationFractions");
    }

    @Test
    void theTrueLogHazardRatioIsItsEstimand() {
        Estimand estimand = test(0.025, false, null).create(TRIAL).estimands().get(0);

        assertThat(estimand.measure()).isEqualTo(Estimand.Measure.LOG_HAZARD_RATIO);
        assertThat(estimand.arm()).isEqualTo(1);
        assertThat(estimand.referenceArm()).isEqualTo(0);
        assertThat(estimand.intercurrentEvents()).contains("treatment policy");
    }

    @Test
    void interimLooksAllocateNothingAfterWarmUp() {
        Analysis analysis = test(0.025, false, null).create(TRIAL);
        Report report = new Report(analysis);
        Analysis.Workspace workspace = analysis.newWorkspace();
        Columns data = Columns.reference(1).at(0, false);

        assertThat(Allocation.bytes(
                        () -> {
                            workspace.begin();
                            workspace.analyse(data, report);
                        },
                        1000))
                .isLessThan(1000);
    }

    private static Report run(Analysis analysis, Columns data) {
        Report report = new Report(analysis);
        Analysis.Workspace workspace = analysis.newWorkspace();
        workspace.begin();
        workspace.analyse(data, report);
        return report;
    }

    private static GroupSequentialLogRank test(
            double alpha, boolean stratified, @Nullable List<Double> futilityBounds) {
        return new GroupSequentialLogRank(
                "superiority",
                "os",
                "experimental",
                "control",
                alpha,
                new AlphaSpending.OBrienFleming(),
                Information.PLANNED,
                null,
                null,
                futilityBounds,
                stratified,
                null);
    }

    private static GroupSequentialLogRank observed(double alpha, int maximumEvents) {
        return new GroupSequentialLogRank(
                "superiority",
                "os",
                "experimental",
                "control",
                alpha,
                new AlphaSpending.OBrienFleming(),
                Information.OBSERVED,
                null,
                maximumEvents,
                null,
                false,
                null);
    }
}
