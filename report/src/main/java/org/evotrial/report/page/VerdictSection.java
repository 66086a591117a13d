package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.Verdict;
import org.evotrial.model.result.Verdict.Outcome;
import org.evotrial.report.chart.VerdictChart;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Wording;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the design promised and whether it holds.
 *
 * @param outcome the worst verdict: {@code fail}, {@code inconclusive}, {@code pass} or {@code none}
 * @param headline the verdict in a sentence
 * @param counts how many rules have which verdict, worst first
 * @param rules the rules, worst first
 */
public record VerdictSection(String outcome, String headline, List<Count> counts, List<Rule> rules) {
    /** How many rules have a verdict. */
    public record Count(String outcome, String text) {}

    /**
     * A rule and its verdict.
     *
     * @param outcome class of the verdict
     * @param verdict the verdict in capitals
     * @param requirement the rule in words
     * @param where scenario, arm and so on
     * @param estimate the number
     * @param interval the interval that was judged, with its confidence
     * @param picture the interval against the bound; empty if nothing was measured
     * @param message one sentence
     * @param remarks why this bound
     */
    public record Rule(
            String outcome,
            String verdict,
            String requirement,
            String where,
            String estimate,
            String interval,
            String picture,
            String message,
            List<String> remarks) {}

    static VerdictSection of(RunResult result, Wording wording) {
        List<Verdict> worstFirst = new ArrayList<>(result.verdicts());
        worstFirst.sort(Comparator.comparingInt(verdict -> severity(verdict.outcome())));
        List<Count> counts = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.FAIL, Outcome.INCONCLUSIVE, Outcome.PASS)) {
            long count = worstFirst.stream().filter(v -> v.outcome() == outcome).count();
            if (count > 0) {
                counts.add(new Count(style(outcome), count + " " + outcome));
            }
        }
        List<Rule> rules = worstFirst.stream()
                .map(verdict -> rule(verdict, result, wording))
                .toList();
        return new VerdictSection(
                worstFirst.isEmpty() ? "none" : style(worstFirst.get(0).outcome()),
                headline(worstFirst),
                counts,
                rules);
    }

    private static String headline(List<Verdict> worstFirst) {
        if (worstFirst.isEmpty()) {
            return "No acceptance rule was judged: nothing is promised and nothing is shown to hold.";
        }
        return switch (worstFirst.get(0).outcome()) {
            case FAIL -> "The design does not keep what it promises.";
            case INCONCLUSIVE -> "The design is not shown to keep what it promises: more replicates are needed.";
            case PASS -> "The design keeps every promise, beyond Monte Carlo error.";
        };
    }

    private static Rule rule(Verdict verdict, RunResult result, Wording wording) {
        Estimate estimate = verdict.estimate();
        JsonNode rule = result.configuration().path("acceptance").path(verdict.rule());
        String estimateText = "not measured";
        String interval = "";
        String picture = "";
        if (estimate != null && estimate.n() > 0 && !Double.isNaN(estimate.value())) {
            Figure figure = Figure.of(
                    estimate.value(),
                    estimate.mcse(),
                    verdict.lower(),
                    verdict.upper(),
                    estimate.isProbability(),
                    estimate.n());
            estimateText = figure.value() + (figure.error().isEmpty() ? "" : " (" + figure.error() + ")");
            interval = figure.interval().isEmpty() ? "" : figure.interval() + ", at " + percent(verdict.confidence());
            picture = picture(verdict, estimate, rule);
        }
        return new Rule(
                style(verdict.outcome()),
                verdict.outcome().name(),
                verdict.requirement(),
                where(verdict, result, wording),
                estimateText,
                interval,
                picture,
                verdict.message(),
                Settings.remarksOf(rule));
    }

    private static String where(Verdict verdict, RunResult result, Wording wording) {
        String scenario = verdict.scenario() == null ? "no scenario" : scenarioTitle(verdict.scenario(), result);
        Estimate estimate = verdict.estimate();
        if (estimate == null) {
            return scenario;
        }
        String selectors = wording.where(
                estimate.arm(), estimate.endpoint(), estimate.hypothesis(), estimate.look(), estimate.detail());
        return selectors.isEmpty() ? scenario : scenario + " · " + selectors;
    }

    private static String scenarioTitle(String id, RunResult result) {
        for (ScenarioResult scenario : result.scenarios()) {
            if (scenario.id().equals(id)) {
                return scenario.title();
            }
        }
        return id;
    }

    private static String picture(Verdict verdict, Estimate estimate, JsonNode rule) {
        double atLeast = bound(rule.get("atLeast"), rule.path("between").get(0));
        double atMost = bound(rule.get("atMost"), rule.path("between").get(1));
        boolean unbounded = Double.isNaN(atLeast) && Double.isNaN(atMost);
        if (unbounded || Double.isNaN(verdict.lower()) || Double.isNaN(verdict.upper())) {
            return "";
        }
        String title = verdict.outcome() + ": " + verdict.requirement();
        return new VerdictChart(title, estimate.value(), verdict.lower(), verdict.upper(), atLeast, atMost).svg();
    }

    private static double bound(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (one != null && one.isNumber()) {
            return one.asDouble();
        }
        return other != null && other.isNumber() ? other.asDouble() : Double.NaN;
    }

    private static String percent(double confidence) {
        return Rounding.plain(confidence * 100, 6) + " % confidence";
    }

    private static int severity(Outcome outcome) {
        return switch (outcome) {
            case FAIL -> 0;
            case INCONCLUSIVE -> 1;
            case PASS -> 2;
        };
    }

    private static String style(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
