package org.evotrial.engine.text;

import java.util.List;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.Verdict;
import org.evotrial.model.result.Verdict.Outcome;
import org.jspecify.annotations.Nullable;

/** The verdicts on a trial's acceptance rules as text. */
public final class VerdictTable {
    private VerdictTable() {}

    /**
     * One row per verdict, then one sentence for each that is not a pass.
     *
     * @return lines ended by line feeds
     */
    public static String of(List<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return "The trial file has no acceptance rules: nothing was judged.\n";
        }
        TextTable table = new TextTable("verdict", "scenario", "rule", "estimate", "interval", "n");
        for (Verdict verdict : verdicts) {
            table.row(
                    verdict.outcome().name(),
                    verdict.scenario() == null ? "-" : verdict.scenario(),
                    verdict.requirement(),
                    measured(verdict.estimate()),
                    interval(verdict),
                    verdict.estimate() == null
                            ? "0"
                            : Numbers.count(verdict.estimate().n()));
        }
        StringBuilder text = new StringBuilder(table.toString());
        for (Verdict verdict : verdicts) {
            if (verdict.outcome() != Outcome.PASS) {
                text.append(verdict.outcome())
                        .append(": ")
                        .append(verdict.message())
                        .append('\n');
            }
        }
        return text.append(summary(verdicts)).append('\n').toString();
    }

    /** How many verdicts there are of each outcome, in one line: {@code 3 PASS, 1 FAIL, 1 INCONCLUSIVE}. */
    public static String summary(List<Verdict> verdicts) {
        StringBuilder text = new StringBuilder();
        for (Outcome outcome : Outcome.values()) {
            long count = verdicts.stream().filter(v -> v.outcome() == outcome).count();
            text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(outcome);
        }
        return text.toString();
    }

    private static String measured(@Nullable Estimate estimate) {
        if (estimate == null || estimate.n() == 0) {
            return "not measured";
        }
        return Numbers.significant(estimate.value(), 5) + " ± " + Numbers.significant(estimate.mcse(), 2);
    }

    private static String interval(Verdict verdict) {
        if (Double.isNaN(verdict.lower()) || Double.isNaN(verdict.upper())) {
            return "-";
        }
        return "[%s, %s] at %s %%"
                .formatted(
                        Numbers.significant(verdict.lower(), 5),
                        Numbers.significant(verdict.upper(), 5),
                        Numbers.significant(100 * verdict.confidence(), 4));
    }
}
