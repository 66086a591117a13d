package org.evotrial.statistics.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evotrial.statistics.adaptive.FisherDesign;
import org.evotrial.statistics.adaptive.FisherStages;

/**
 * Critical values of rpact's {@code getDesignFisher}. The level is what is spent at the last look; information rates and
 * futility bounds may be given in columns of their own, and are equal and absent otherwise.
 */
final class RpactFisherDesignCheck implements ReferenceCheck {
    // rpact's searches stop at 1e-14; the values are printed with 13 or 14 decimals, nine digits of the smallest.
    private static final Tolerance CRITICAL_VALUE = Tolerance.relative(1e-7);
    private static final Tolerance PROBABILITY = Tolerance.absolute(1e-10);

    @Override
    public String file() {
        return "rpact_fisher_design.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "method",
                "k",
                "look",
                "criticalValue",
                "stageLevel",
                "cumulativeAlphaSpent",
                "alpha",
                "alpha0",
                "informationRate");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("alpha", "alpha0", "informationRate");
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        for (List<ReferenceRow> rows : LookRows.designs(table, "method", "k")) {
            findings.together(rows, () -> compare(table, rows, findings));
        }
    }

    private static void compare(ReferenceTable table, List<ReferenceRow> rows, Findings findings) {
        ReferenceRow first = rows.get(0);
        List<ReferenceRow> looks = LookRows.requireComplete(rows, first.integer("k"));
        FisherDesign design = design(first.text("method"), looks, table.columns());
        for (ReferenceRow row : looks) {
            int look = row.integer("look");
            findings.compare(row, "criticalValue", design.criticalValue(look), CRITICAL_VALUE);
            findings.compare(row, "stageLevel", design.stageLevel(look), PROBABILITY);
            findings.compare(row, "cumulativeAlphaSpent", design.alphaSpent(look), PROBABILITY);
        }
    }

    private static FisherDesign design(String method, List<ReferenceRow> looks, List<String> columns) {
        FisherStages stages = stages(looks, columns);
        double[] spent = LookRows.numbers(looks, "cumulativeAlphaSpent");
        if ("userDefinedAlpha".equals(method)) {
            return FisherDesign.userDefinedAlpha(stages, spent);
        }
        double alpha = columns.contains("alpha") ? looks.get(0).number("alpha") : spent[spent.length - 1];
        return FisherDesign.of(method(method), Math.rint(alpha * 1e10) / 1e10, stages);
    }

    private static FisherDesign.Method method(String name) {
        return switch (name) {
            case "equalAlpha" -> FisherDesign.Method.EQUAL_ALPHA;
            case "fullAlpha" -> FisherDesign.Method.FULL_ALPHA;
            case "noInteraction" -> FisherDesign.Method.NO_INTERACTION;
            default ->
                throw new IllegalArgumentException(String.format(
                        "The method (%s) must be one of equalAlpha, fullAlpha, noInteraction, userDefinedAlpha.",
                        name));
        };
    }

    private static FisherStages stages(List<ReferenceRow> looks, List<String> columns) {
        List<Double> fractions = new ArrayList<>();
        List<Double> alpha0 = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            ReferenceRow row = looks.get(i);
            fractions.add(
                    columns.contains("informationRate") ? row.number("informationRate") : (i + 1.0) / looks.size());
            if (i + 1 < looks.size()) {
                alpha0.add(columns.contains("alpha0") ? row.numberOr("alpha0", 1) : 1.0);
            }
        }
        return new FisherStages(fractions, alpha0, true);
    }
}
