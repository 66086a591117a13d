package org.evotrial.engine.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.evotrial.model.config.AcceptanceRule;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.Verdict;
import org.evotrial.model.result.Verdict.Outcome;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.montecarlo.ReplicateNumber;
import org.evotrial.statistics.proportion.ProportionInterval;
import org.jspecify.annotations.Nullable;

/**
 * Judges acceptance rules. A rule holds for an estimate if its whole Monte Carlo interval lies within the bound, is violated
 * if the whole interval lies beyond it, and is inconclusive otherwise. Proportions are judged by the Clopper-Pearson
 * interval, which also holds at 0/n and n/n, everything else by a normal interval. A rule that selects nothing, or
 * nothing that was measured, is violated.
 */
public final class AcceptanceGate {
    private AcceptanceGate() {}

    /** One verdict per rule and estimate that it selects, in the order of the rules. */
    public static List<Verdict> judge(List<AcceptanceRule> rules, List<ScenarioResult> scenarios) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            List<Verdict> ofRule = judge(i, rules.get(i), scenarios);
            verdicts.addAll(ofRule.isEmpty() ? List.of(nothingMeasured(i, rules.get(i), null, null)) : ofRule);
        }
        return verdicts;
    }

    private static List<Verdict> judge(int index, AcceptanceRule rule, List<ScenarioResult> scenarios) {
        List<Verdict> verdicts = new ArrayList<>();
        for (ScenarioResult scenario : scenarios) {
            if (!rule.scenario().equals("*") && !rule.scenario().equals(scenario.id())) {
                continue;
            }
            List<Estimate> selected =
                    scenario.estimates().stream().filter(e -> selects(rule, e)).toList();
            if (selected.isEmpty()) {
                verdicts.add(nothingMeasured(index, rule, scenario.id(), null));
            }
            selected.forEach(e -> verdicts.add(judge(index, rule, scenario.id(), e)));
        }
        return verdicts;
    }

    /** A rule's metric is {@code name} for the probability or mean, or {@code name.statistic}. */
    private static boolean selects(AcceptanceRule rule, Estimate e) {
        int dot = rule.metric().indexOf('.');
        String name = dot < 0 ? rule.metric() : rule.metric().substring(0, dot);
        boolean statistic = dot >= 0
                ? e.statistic().equals(rule.metric().substring(dot + 1))
                : rule.relativeTo() != null
                        ? e.statistic().equals("difference")
                        : e.statistic().equals("probability") || e.statistic().equals("mean");
        return statistic
                && e.metric().equals(name)
                && Objects.equals(e.relativeTo(), rule.relativeTo())
                && wanted(rule.arm(), e.arm())
                && wanted(rule.endpoint(), e.endpoint())
                && wanted(rule.hypothesis(), e.hypothesis())
                && wanted(rule.look(), e.look())
                && wanted(rule.detail(), e.detail());
    }

    private static boolean wanted(@Nullable String selector, @Nullable String value) {
        return selector == null || selector.equals(value);
    }

    private static Verdict judge(int index, AcceptanceRule rule, String scenario, Estimate e) {
        if (e.n() == 0 || Double.isNaN(e.value()) || Double.isNaN(e.mcse())) {
            return nothingMeasured(index, rule, scenario, e);
        }
        ConfidenceInterval interval = interval(e, rule.confidence());
        double low = lowest(rule);
        double high = highest(rule);
        Outcome outcome = interval.lower() >= low && interval.upper() <= high
                ? Outcome.PASS
                : interval.upper() < low || interval.lower() > high ? Outcome.FAIL : Outcome.INCONCLUSIVE;
        long needed = outcome == Outcome.INCONCLUSIVE ? replicates(e, low, high, rule.confidence()) : 0;
        String message = Messages.of(rule, e, interval, outcome, needed);
        return new Verdict(
                index,
                outcome,
                Messages.requirement(rule),
                scenario,
                e,
                rule.confidence(),
                interval.lower(),
                interval.upper(),
                needed,
                message);
    }

    private static ConfidenceInterval interval(Estimate e, double confidence) {
        if (e.isProbability()) {
            return ProportionInterval.clopperPearson(Math.round(e.value() * e.n()), e.n(), confidence);
        }
        double half = e.mcse() == 0 ? 0 : ConfidenceInterval.normalQuantile(confidence) * e.mcse();
        return new ConfidenceInterval(e.value() - half, e.value() + half, confidence);
    }

    /** 0 where one replicate alone does not say how much they vary. */
    private static long replicates(Estimate e, double low, double high, double confidence) {
        if (Double.isInfinite(e.mcse())) {
            return 0;
        }
        double bound = Math.abs(e.value() - low) < Math.abs(e.value() - high) ? low : high;
        if (e.isProbability() && bound >= 0 && bound <= 1) {
            return ReplicateNumber.toDecideProportion(e.value(), bound, confidence);
        }
        return ReplicateNumber.toDecideMean(e.value(), bound, e.mcse() * Math.sqrt(e.n()), confidence);
    }

    static double lowest(AcceptanceRule rule) {
        Double atLeast = rule.atLeast();
        List<Double> between = rule.between();
        return atLeast != null ? atLeast : between != null ? between.get(0) : Double.NEGATIVE_INFINITY;
    }

    static double highest(AcceptanceRule rule) {
        Double atMost = rule.atMost();
        List<Double> between = rule.between();
        return atMost != null ? atMost : between != null ? between.get(1) : Double.POSITIVE_INFINITY;
    }

    private static Verdict nothingMeasured(
            int index, AcceptanceRule rule, @Nullable String scenario, @Nullable Estimate e) {
        String why = scenario == null
                ? "there is no result for scenario %s".formatted(rule.scenario())
                : e == null ? "no estimate has this name and these selectors" : "no replicate measured it";
        return new Verdict(
                index,
                Outcome.FAIL,
                Messages.requirement(rule),
                scenario,
                e,
                rule.confidence(),
                Double.NaN,
                Double.NaN,
                0,
                "nothing was measured: " + why);
    }
}
