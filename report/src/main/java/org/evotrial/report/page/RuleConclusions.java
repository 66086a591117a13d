package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.Verdict;
import org.evotrial.model.result.Verdict.Outcome;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.ReplicatesNeeded;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Wording;
import tools.jackson.databind.JsonNode;

/**
 * One conclusion per acceptance rule and estimate; where a rule selects many estimates, those that keep it share one.
 *
 * @param result the run
 * @param wording words of the trial
 */
record RuleConclusions(RunResult result, Wording wording) {
    private static final int MANY = 3;

    List<Conclusion> all() {
        List<Conclusion> conclusions = new ArrayList<>();
        int rules = result.verdicts().stream().mapToInt(Verdict::rule).max().orElse(-1) + 1;
        for (int rule = 0; rule < rules; rule++) {
            int index = rule;
            List<Verdict> verdicts = result.verdicts().stream()
                    .filter(verdict -> verdict.rule() == index)
                    .toList();
            List<Verdict> kept = verdicts.stream()
                    .filter(verdict -> verdict.outcome() == Outcome.PASS)
                    .toList();
            boolean together = kept.size() > MANY;
            if (together) {
                conclusions.add(Conclusion.holds("%s: it holds for %d of the %d estimates that the rule selects."
                        .formatted(kept.get(0).requirement(), kept.size(), verdicts.size())));
            }
            for (Verdict verdict : verdicts) {
                if (!(together && verdict.outcome() == Outcome.PASS)) {
                    conclusions.add(one(verdict));
                }
            }
        }
        return conclusions;
    }

    private Conclusion one(Verdict verdict) {
        Estimate estimate = verdict.estimate();
        if (estimate == null || !Phrases.isMeasured(estimate)) {
            return Conclusion.fails(verdict.requirement() + ": nothing was measured, and what is not measured fails.");
        }
        Estimate judged = estimate.withInterval(verdict.lower(), verdict.upper());
        String found = "%s: %s is %s. The rule asks for %s. "
                .formatted(
                        title(verdict),
                        subject(judged),
                        Phrases.number(judged, verdict.confidence()),
                        bound(verdict, judged));
        return switch (verdict.outcome()) {
            case PASS -> Conclusion.holds(found + "The whole interval keeps it.");
            case FAIL -> Conclusion.fails(found + "The whole interval breaks it.");
            case INCONCLUSIVE ->
                Conclusion.undecided(found + "The interval straddles it. "
                        + ReplicatesNeeded.sentence(verdict.replicatesToDecide(), judged.n()));
        };
    }

    private String subject(Estimate estimate) {
        String quantity = new Phrases(wording, result.trial().confidence()).quantity(estimate);
        String relative = estimate.relativeTo();
        return relative == null ? quantity : quantity + ", minus that of " + scenarioTitle(relative) + ",";
    }

    private String title(Verdict verdict) {
        String scenario = verdict.scenario();
        return scenario == null ? "No scenario" : scenarioTitle(scenario);
    }

    private String scenarioTitle(String id) {
        return result.scenarios().stream()
                .filter(scenario -> scenario.id().equals(id))
                .map(ScenarioResult::title)
                .findFirst()
                .orElse(id);
    }

    /** The bound in the units in which the reader sees the estimate. */
    private String bound(Verdict verdict, Estimate estimate) {
        JsonNode rule = result.configuration().path("acceptance").path(verdict.rule());
        if (rule.has("atLeast") && rule.get("atLeast").isNumber()) {
            return "at least " + number(rule.get("atLeast"), estimate);
        }
        if (rule.has("atMost") && rule.get("atMost").isNumber()) {
            return "at most " + number(rule.get("atMost"), estimate);
        }
        if (rule.path("between").size() == 2) {
            return "between %s and %s"
                    .formatted(
                            number(rule.path("between").get(0), estimate),
                            number(rule.path("between").get(1), estimate));
        }
        return verdict.requirement();
    }

    private static String number(JsonNode bound, Estimate estimate) {
        double value = bound.asDouble();
        if (!Figure.isPercent(estimate)) {
            return Rounding.plain(value, 9);
        }
        String unit = estimate.statistic().equals("difference") ? " points" : " %";
        return Rounding.plain(value * 100, 9) + unit;
    }
}
