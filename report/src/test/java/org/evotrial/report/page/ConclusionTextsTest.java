package org.evotrial.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.TrialSummary;
import org.evotrial.model.result.TrialSummary.Boundary;
import org.evotrial.model.result.Verdict;
import org.evotrial.model.result.Verdict.Outcome;
import org.evotrial.report.figure.Wording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Conclusions from estimates that are written down here. */
class ConclusionTextsTest {
    private static final TrialSummary TRIAL = new TrialSummary(
            "t",
            "Trial",
            List.of(),
            "composed",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Boundary("h", "final", 1, 1.96, 0.025, 0.025, Double.NaN)),
            100,
            1,
            0.95,
            List.of(),
            List.of());
    private static final Phrases PHRASES = new Phrases(new Wording(TRIAL), 0.95);

    private static Estimate estimate(
            String metric, String statistic, @Nullable String relativeTo, double value, double half) {
        return new Estimate(
                metric,
                statistic,
                "",
                null,
                null,
                "h",
                null,
                null,
                relativeTo,
                400,
                value,
                half / 1.96,
                value - half,
                value + half);
    }

    private static Estimate rejection(double value, double half) {
        return estimate("rejectionProbability", "probability", null, value, half);
    }

    private static ScenarioResult scenario(String id, String kind, Estimate... estimates) {
        return new ScenarioResult(
                id,
                "Scenario " + id,
                kind,
                List.of(),
                Map.of(),
                List.of(),
                400,
                400,
                List.of(),
                List.of(estimates),
                List.of(),
                List.of());
    }

    private static Conclusion decision(ScenarioResult scenario) {
        return new DecisionConclusions(TRIAL, List.of(scenario), PHRASES).all().get(0);
    }

    @Test
    void aNullWhoseWholeIntervalLiesBelowTheLevelHoldsAndOneAboveFails() {
        Conclusion below = decision(scenario("null", "null", rejection(0.015, 0.005)));
        assertThat(below.status()).isEqualTo("pass");
        assertThat(below.text()).contains("whole interval lies at or below the 2.5 % that the boundaries spend");
        Conclusion above = decision(scenario("null", "null-by-biology", rejection(0.04, 0.005)));
        assertThat(above.status()).isEqualTo("fail");
        assertThat(above.text()).contains("whole interval lies above the 2.5 %");
    }

    /** 400 replicates with an interval of half width .02 exclude the level, .005 away, after 400 * 4^2 = 6,400. */
    @Test
    void aNullWhoseIntervalHoldsTheLevelIsUndecidedEvenIfTheEstimateIsBelow() {
        Conclusion undecided = decision(scenario("null", "null", rejection(0.02, 0.02)));
        assertThat(undecided.status()).isEqualTo("inconclusive");
        assertThat(undecided.text()).contains("neither keeping nor exceeding it is shown", "About 6400 replicates");
    }

    /** Half width .03 at a difference of .02: 400 * 1.5^2 = 900 replicates. */
    @Test
    void aDifferenceWhoseIntervalHoldsNoughtIsNotCalledADifference() {
        Conclusion undecided = decision(scenario(
                "other",
                "alternative",
                rejection(0.5, 0.05),
                estimate("rejectionProbability", "difference", "base", 0.02, 0.03)));
        assertThat(undecided.mark()).isEqualTo("undecided");
        assertThat(undecided.text()).contains("No difference is shown", "2.0 points", "About 900 replicates in all");
        Conclusion same = decision(scenario(
                "other",
                "alternative",
                rejection(0.5, 0.05),
                estimate("rejectionProbability", "difference", "base", 0, 0)));
        assertThat(same.text()).endsWith("Every replicate decides as in the base scenario.");
    }

    @Test
    void biasIsStatedOrBounded() {
        ScenarioResult biased = scenario("base", "base", estimate("eventFreeProbability", "bias", null, -0.03, 0.01));
        assertThat(new EstimatorConclusions(biased, PHRASES).all())
                .singleElement()
                .extracting(Conclusion::text)
                .asString()
                .contains("misses the true value by −3.00 points", "It is biased downwards.");
        ScenarioResult unbiased = scenario(
                "base",
                "base",
                estimate("eventFreeProbability", "bias", null, -0.002, 0.01),
                estimate("eventFreeProbability", "coverage", null, 0.94, 0.02));
        assertThat(new EstimatorConclusions(unbiased, PHRASES).all())
                .singleElement()
                .extracting(Conclusion::text)
                .asString()
                .contains("No bias is shown, and one beyond 1.20 points is excluded.")
                .contains("holds the true value in 94.0 %");
    }

    @Test
    void aRuleThatManyEstimatesKeepIsToldOnceAndThoseThatDoNotEachByThemselves() {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Outcome outcome = i < 5 ? Outcome.PASS : Outcome.INCONCLUSIVE;
            verdicts.add(new Verdict(
                    0, outcome, "m at least 0.8", "s" + i, rejection(0.9, 0.05), 0.99, 0.84, 0.94, 700, "message"));
        }
        RunResult result = new RunResult(
                "1",
                TRIAL,
                List.of(),
                null,
                verdicts,
                List.of(),
                List.of(),
                JsonMapper.shared().readTree("{\"acceptance\": [{\"metric\": \"m\", \"atLeast\": 0.8}]}"));
        assertThat(new RuleConclusions(result, new Wording(TRIAL)).all())
                .extracting(Conclusion::text)
                .containsExactly(
                        "m at least 0.8: it holds for 5 of the 6 estimates that the rule selects.",
                        "s5: probability of rejecting (h) is 90.0 % (MCSE 2.6, 99 % interval 84.0 to 94.0 %, n = 400). The rule"
                                + " asks for at least 80 %. The interval straddles it. About 700 replicates in all would"
                                + " decide if the estimate stays.");
    }
}
