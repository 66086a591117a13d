package org.evotrial.engine.acceptance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.config.AcceptanceRule;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.Verdict.Outcome;
import org.evotrial.statistics.ConfidenceInterval;
import org.jspecify.annotations.Nullable;

/** Sentences of verdicts. Numbers that decide are rounded towards the violation, never into the bound. */
final class Messages {
    private static final int DIGITS = 4;

    private Messages() {}

    /** The rule in words. */
    static String requirement(AcceptanceRule rule) {
        List<String> selectors = new ArrayList<>();
        add(selectors, "hypothesis", rule.hypothesis());
        add(selectors, "arm", rule.arm());
        add(selectors, "endpoint", rule.endpoint());
        add(selectors, "look", rule.look());
        add(selectors, "detail", rule.detail());
        add(selectors, "relative to", rule.relativeTo());
        String of = selectors.isEmpty() ? "" : " (%s)".formatted(String.join(", ", selectors));
        return rule.metric() + of + " " + bound(rule);
    }

    private static void add(List<String> selectors, String name, @Nullable String value) {
        if (value != null) {
            selectors.add(name + " " + value);
        }
    }

    private static String bound(AcceptanceRule rule) {
        if (rule.atMost() != null) {
            return "at most " + rule.atMost();
        }
        if (rule.atLeast() != null) {
            return "at least " + rule.atLeast();
        }
        List<Double> between = rule.between();
        return between == null ? "" : "between %s and %s".formatted(between.get(0), between.get(1));
    }

    /** What was found, and what it means. */
    static String of(AcceptanceRule rule, Estimate e, ConfidenceInterval interval, Outcome outcome, long needed) {
        boolean above = outcome == Outcome.FAIL && AcceptanceGate.highest(rule) < interval.lower();
        boolean below = outcome == Outcome.FAIL && AcceptanceGate.lowest(rule) > interval.upper();
        String found = "%s, %s %% interval %s to %s, n = %d"
                .formatted(
                        rounded(e.value(), towardsViolation(rule, e.value())),
                        percent(rule.confidence()),
                        rounded(interval.lower(), above ? RoundingMode.CEILING : RoundingMode.FLOOR),
                        rounded(interval.upper(), below ? RoundingMode.FLOOR : RoundingMode.CEILING),
                        e.n());
        return switch (outcome) {
            case PASS -> "%s: %s".formatted(found, bound(rule));
            case FAIL -> "%s: not %s".formatted(found, bound(rule));
            case INCONCLUSIVE ->
                "%s: may or may not be %s; %s replicates would decide".formatted(found, bound(rule), number(needed));
        };
    }

    private static String number(long needed) {
        return needed == 0 ? "more" : needed == Long.MAX_VALUE ? "infinitely many" : "about " + needed;
    }

    private static RoundingMode towardsViolation(AcceptanceRule rule, double value) {
        if (value > AcceptanceGate.highest(rule)) {
            return RoundingMode.CEILING;
        }
        return value < AcceptanceGate.lowest(rule) ? RoundingMode.FLOOR : RoundingMode.HALF_EVEN;
    }

    /** Rounds the shortest decimal that stands for the number: 0.025 is not a little more than 0.025. */
    private static String rounded(double value, RoundingMode mode) {
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value))
                        .round(new MathContext(DIGITS, mode))
                        .stripTrailingZeros()
                        .toPlainString()
                : Double.toString(value);
    }

    private static String percent(double confidence) {
        return BigDecimal.valueOf(confidence)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }
}
