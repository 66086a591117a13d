package org.evotrial.engine.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.evotrial.model.config.AcceptanceRule;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.Verdict;
import org.evotrial.model.result.Verdict.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcceptanceGateTest {
    private static Estimate estimate(String metric, String statistic, long n, double value, double mcse) {
        return new Estimate(
                metric, statistic, "", "B", "pfs", "superiority", null, null, null, n, value, mcse, value, value);
    }

    private static Estimate relative(String metric, String statistic, String relativeTo, double value, double mcse) {
        return new Estimate(
                metric, statistic, "", null, null, null, null, null, relativeTo, 1000, value, mcse, value, value);
    }

    private static ScenarioResult scenario(String id, Estimate... estimates) {
        return new ScenarioResult(
                id,
                id,
                "base",
                List.of(),
                Map.of(),
                List.of(),
                1000,
                1000,
                List.of(),
                List.of(estimates),
                List.of(),
                List.of());
    }

    private static AcceptanceRule rule(
            String metric,
            String scenario,
            @Nullable Double atMost,
            @Nullable Double atLeast,
            @Nullable List<Double> between,
            @Nullable String relativeTo) {
        return new AcceptanceRule(
                metric, scenario, null, null, null, null, null, atMost, atLeast, between, relativeTo, 0.99, null);
    }

    private static AcceptanceRule atMost(double bound) {
        return rule("rejectionProbability", "base", bound, null, null, null);
    }

    private static AcceptanceRule atLeast(double bound) {
        return rule("rejectionProbability", "base", null, bound, null, null);
    }

    private static Verdict judge(AcceptanceRule rule, ScenarioResult... scenarios) {
        List<Verdict> verdicts = AcceptanceGate.judge(List.of(rule), List.of(scenarios));
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
    }

    private static ScenarioResult rejected(long count, long n) {
        double p = (double) count / n;
        return scenario("base", estimate("rejectionProbability", "probability", n, p, Math.sqrt(p * (1 - p) / n)));
    }

    @Test
    void passesWhereTheWholeIntervalLiesWithinTheBound() {
        // Clopper-Pearson 99 % of 20/1000: scipy 1.11 binomtest(20, 1000).proportion_ci(.99, 'exact') = (.010344,
        // .034639).
        Verdict verdict = judge(atMost(0.035), rejected(20, 1000));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict.upper()).isLessThan(0.035);
        assertThat(verdict.replicatesToDecide()).isZero();
    }

    @Test
    void failsWhereTheWholeIntervalLiesBeyondTheBound() {
        assertThat(judge(atMost(0.025), rejected(60, 1000)).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(judge(atLeast(0.9), rejected(800, 1000)).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void isInconclusiveWhereTheIntervalStraddlesTheBoundAndSaysHowManyReplicatesWouldDecide() {
        Verdict verdict = judge(atMost(0.025), rejected(20, 1000));

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        // z^2 b (1 - b) / (p - b)^2 with z = 2.5758, b = .025, p = .02: 6.6349 * .024375 / .000025 = 6469.
        assertThat(verdict.replicatesToDecide()).isCloseTo(6469, within(2L));
        assertThat(verdict.message()).contains("about " + verdict.replicatesToDecide() + " replicates would decide");
    }

    @Test
    void judgesNothingOutOfNAndNOutOfNByAnIntervalThatHoldsThere() {
        // Clopper-Pearson 99 %: 0 of n has the upper limit 1 - .005^(1/n); 1 - exp(ln(.005) / 200) = .0261438.
        Verdict none = judge(atMost(0.02), rejected(0, 200));
        Verdict all = judge(atLeast(0.98), rejected(200, 200));

        assertThat(none.upper()).isCloseTo(0.0261438, within(1e-6));
        assertThat(none.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(all.lower()).isCloseTo(1 - 0.0261438, within(1e-6));
        assertThat(all.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(judge(atMost(0.027), rejected(0, 200)).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(atLeast(0.97), rejected(200, 200)).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void judgesMeansByTheNormalInterval() {
        // 10 +- 2.5758 * .1.
        ScenarioResult mean = scenario("base", estimate("durationMonths", "mean", 100, 10, 0.1));

        assertThat(judge(rule("durationMonths", "base", null, null, List.of(9.7, 10.3), null), mean)
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(judge(rule("durationMonths", "base", null, null, List.of(9.8, 10.3), null), mean)
                        .outcome())
                .isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(judge(rule("durationMonths", "base", null, null, List.of(10.3, 11.0), null), mean)
                        .outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(judge(rule("durationMonths", "base", 9.7, null, null, null), mean)
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void failsWhatWasNotMeasured() {
        ScenarioResult nan =
                scenario("base", estimate("rejectionProbability", "probability", 0, Double.NaN, Double.NaN));
        ScenarioResult noError = scenario("base", estimate("rejectionProbability", "probability", 5, 0.5, Double.NaN));

        for (Verdict verdict : List.of(
                judge(atMost(1), nan),
                judge(atMost(1), noError),
                judge(atMost(1), scenario("base")),
                judge(atMost(1)),
                judge(rule("rejectionProbability", "elsewhere", 1.0, null, null, null), rejected(1, 10)),
                judge(rule("rejectionProbabilty", "base", 1.0, null, null, null), rejected(1, 10)))) {
            assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
            assertThat(verdict.message()).startsWith("nothing was measured: ");
            assertThat(verdict.lower()).isNaN();
        }
    }

    @Test
    void cannotDecideByOneReplicate() {
        Verdict verdict = judge(
                rule("durationMonths", "base", 20.0, null, null, null),
                scenario("base", estimate("durationMonths", "mean", 1, 10, Double.POSITIVE_INFINITY)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.message()).endsWith("more replicates would decide");
    }

    @Test
    void judgesEveryScenarioOfAStarAndFailsTheOnesWithoutTheEstimate() {
        List<Verdict> verdicts = AcceptanceGate.judge(
                List.of(rule("rejectionProbability", "*", 0.5, null, null, null)),
                List.of(rejected(1, 100), scenario("other", estimate("events", "mean", 10, 1, 1))));

        assertThat(verdicts).extracting(Verdict::scenario).containsExactly("base", "other");
        assertThat(verdicts).extracting(Verdict::outcome).containsExactly(Outcome.PASS, Outcome.FAIL);
    }

    @Test
    void selectsByEveryNameGiven() {
        ScenarioResult base = scenario("base", estimate("months", "mean", 100, 10, 0.1));

        assertThat(selected("B", "pfs", "superiority", null, base)).isEqualTo(Outcome.PASS);
        assertThat(selected("A", null, null, null, base)).isEqualTo(Outcome.FAIL);
        assertThat(selected(null, "os", null, null, base)).isEqualTo(Outcome.FAIL);
        assertThat(selected(null, null, "other", null, base)).isEqualTo(Outcome.FAIL);
        assertThat(selected(null, null, null, "final", base)).isEqualTo(Outcome.FAIL);
    }

    private static Outcome selected(
            @Nullable String arm,
            @Nullable String endpoint,
            @Nullable String hypothesis,
            @Nullable String look,
            ScenarioResult scenario) {
        AcceptanceRule rule = new AcceptanceRule(
                "months", "base", hypothesis, arm, endpoint, look, null, 11.0, null, null, null, 0.99, null);
        return judge(rule, scenario).outcome();
    }

    @Test
    void takesTheStatisticAfterTheDot() {
        ScenarioResult base = scenario(
                "base",
                estimate("months", "mean", 100, 10, 0.1),
                estimate("months", "quantile95", 100, 30, 0.1),
                estimate("months", "coverage", 1000, 0.95, 0.007));

        assertThat(judge(rule("months", "base", 11.0, null, null, null), base).outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(judge(rule("months.quantile95", "base", 11.0, null, null, null), base)
                        .outcome())
                .isEqualTo(Outcome.FAIL);
        // A coverage is a proportion: Clopper-Pearson, not the normal interval .932 to .968.
        Verdict coverage = judge(rule("months.coverage", "base", null, 0.9, null, null), base);
        assertThat(coverage.outcome()).isEqualTo(Outcome.PASS);
        assertThat(coverage.lower()).isNotCloseTo(0.95 - 2.5758 * 0.007, within(1e-4));
        assertThat(judge(rule("months.bias", "base", 1.0, null, null, null), base)
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void judgesDifferencesOnlyWhereTheRuleAsksForThem() {
        ScenarioResult base = scenario(
                "base",
                estimate("months", "mean", 1000, 10, 0.1),
                relative("months", "difference", "null", 2, 0.1),
                relative("months", "difference", "arm A", -2, 0.1));

        Verdict difference = judge(rule("months", "base", null, 1.5, null, "null"), base);
        assertThat(difference.outcome()).isEqualTo(Outcome.PASS);
        assertThat(difference.estimate()).isNotNull();
        assertThat(judge(rule("months", "base", null, 9.5, null, null), base).outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(judge(rule("months", "base", null, -10.0, null, "other"), base)
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void roundsTowardsTheViolation() {
        // Limits .0250001 and .0349999 would round to the bounds themselves.
        Verdict above = judge(
                rule("months", "base", 0.025, null, null, null),
                scenario("base", estimate("months", "mean", 100, 0.0300000, 0.0049999 / 2.5758293035489)));
        Verdict below = judge(
                rule("months", "base", null, 0.035, null, null),
                scenario("base", estimate("months", "mean", 100, 0.0300000, 0.0049999 / 2.5758293035489)));

        assertThat(above.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(above.message()).contains("interval 0.02501 to 0.035").contains("not at most 0.025");
        assertThat(below.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(below.message()).contains("interval 0.025 to 0.03499").contains("not at least 0.035");
    }

    @Test
    void roundsAValueThatExceedsTheBoundUpwards() {
        Verdict verdict = judge(
                rule("months", "base", 0.025, null, null, null),
                scenario("base", estimate("months", "mean", 100, 0.0250001, 1e-3)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.message()).startsWith("0.02501,");
    }

    @Test
    void givesOneVerdictPerRuleInTheOrderOfTheRules() {
        List<Verdict> verdicts =
                AcceptanceGate.judge(List.of(atMost(0.5), atLeast(0.5), atMost(1)), List.of(rejected(10, 100)));

        assertThat(verdicts).extracting(Verdict::rule).containsExactly(0, 1, 2);
        assertThat(verdicts).extracting(Verdict::outcome).containsExactly(Outcome.PASS, Outcome.FAIL, Outcome.PASS);
        assertThat(AcceptanceGate.judge(List.of(), List.of(rejected(10, 100)))).isEmpty();
    }
}
