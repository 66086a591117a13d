package org.evotrial.statistics.verification;

import java.util.List;
import java.util.Set;
import org.evotrial.statistics.groupsequential.CrossingProbabilities;
import org.evotrial.statistics.groupsequential.DesignCharacteristics;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.SpendingFunction;

/** Bounds of rpact's {@code getDesignGroupSequential} with futility bounds, given or by beta spending. */
final class RpactGsFutilityBoundsCheck implements ReferenceCheck {
    private static final Tolerance BOUND = Tolerance.absolute(1e-6);
    private static final Tolerance PROBABILITY = Tolerance.absolute(2e-7);
    private static final Tolerance INFORMATION = Tolerance.relative(2e-6);

    @Override
    public String file() {
        return "rpact_gs_futility_bounds.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "type",
                "gammaA",
                "betaSpending",
                "gammaB",
                "binding",
                "alpha",
                "beta",
                "k",
                "look",
                "informationRate",
                "criticalValue",
                "futilityBound",
                "cumulativeAlphaSpent",
                "cumulativeBetaSpent",
                "inflationFactor",
                "asn1",
                "asn01",
                "asn0");
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        String[] inputs = {"type", "gammaA", "betaSpending", "gammaB", "binding", "alpha", "beta", "k"};
        for (List<ReferenceRow> rows : LookRows.designs(table, inputs)) {
            findings.together(rows, () -> compare(rows, findings));
        }
    }

    private static void compare(List<ReferenceRow> rows, Findings findings) {
        ReferenceRow first = rows.get(0);
        List<ReferenceRow> looks = LookRows.requireComplete(rows, first.integer("k"));
        GroupSequentialDesign design = design(looks);
        boolean spending = !userBounds(first);
        DesignCharacteristics characteristics = design.characteristics(1 - first.number("beta"));
        CrossingProbabilities crossing = design.crossingProbabilities(characteristics.drift());
        double betaSpent = 0;
        for (ReferenceRow row : looks) {
            int look = row.integer("look");
            findings.compare(row, "criticalValue", design.criticalValue(look), BOUND);
            findings.compare(row, "cumulativeAlphaSpent", design.alphaSpent(look), PROBABILITY);
            betaSpent += crossing.futility(look);
            if (spending) {
                findings.compare(row, "futilityBound", design.futilityBound(look), BOUND);
                double spent = look == looks.size() ? 1 - crossing.overallRejection() : betaSpent;
                findings.compare(row, "cumulativeBetaSpent", spent, PROBABILITY);
            }
            findings.compare(row, "inflationFactor", characteristics.inflationFactor(), INFORMATION);
            findings.compare(row, "asn1", characteristics.expectedInformation(), INFORMATION);
            findings.compare(row, "asn01", characteristics.expectedInformationHalfway(), INFORMATION);
            findings.compare(row, "asn0", characteristics.expectedInformationNull(), INFORMATION);
        }
    }

    private static boolean userBounds(ReferenceRow row) {
        return row.missing("betaSpending") || "none".equals(row.text("betaSpending"));
    }

    private static GroupSequentialDesign design(List<ReferenceRow> looks) {
        ReferenceRow first = looks.get(0);
        GroupSequentialDesign efficacy = RpactDesigns.of(
                first.text("type"),
                parameter(first, "gammaA"),
                1,
                first.number("alpha"),
                LookRows.numbers(looks, "informationRate"));
        boolean binding = first.flag("binding");
        if (userBounds(first)) {
            double[] bounds = looks.stream()
                    .limit(looks.size() - 1L)
                    .mapToDouble(row -> row.numberOr("futilityBound", Double.NEGATIVE_INFINITY))
                    .toArray();
            return binding ? efficacy.withBindingFutility(bounds) : efficacy.withNonBindingFutility(bounds);
        }
        SpendingFunction spending = RpactDesigns.spending(first.text("betaSpending"), parameter(first, "gammaB"));
        double beta = first.number("beta");
        return binding
                ? efficacy.withBindingBetaSpending(spending, beta)
                : efficacy.withNonBindingBetaSpending(spending, beta);
    }

    private static String parameter(ReferenceRow row, String column) {
        return row.missing(column) ? "" : row.text(column);
    }
}
