package org.evotrial.statistics.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.evotrial.statistics.groupsequential.CrossingProbabilities;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;

/** Stopping probabilities under a drift: rpact's {@code getPowerAndAverageSampleNumber} at alpha .025, one-sided. */
final class RpactGsCrossingProbabilitiesCheck implements ReferenceCheck {
    private static final double ALPHA = 0.025;
    private static final Tolerance BOUND = Tolerance.absolute(1e-6);
    // Without a futility bound the package stops at z = -6, a chance of 1e-9.
    private static final Tolerance PROBABILITY = Tolerance.absolute(2e-7);

    @Override
    public String file() {
        return "rpact_gs_crossing_probabilities.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "k",
                "theta",
                "futilityBound",
                "look",
                "criticalValue",
                "rejectPerStage",
                "futilityPerStage",
                "overallReject",
                "averageSampleNumber");
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        for (List<ReferenceRow> rows : LookRows.designs(table, "k", "theta", "futilityBound")) {
            findings.together(rows, () -> compare(rows, findings));
        }
    }

    private static void compare(List<ReferenceRow> rows, Findings findings) {
        ReferenceRow first = rows.get(0);
        int k = first.integer("k");
        GroupSequentialDesign design = RpactDesigns.of("asOF", "", 1, ALPHA, RpactDesigns.equal(k));
        if (!first.missing("futilityBound")) {
            double[] bounds = new double[k - 1];
            Arrays.fill(bounds, first.number("futilityBound"));
            design = design.withNonBindingFutility(bounds);
        }
        CrossingProbabilities crossing = design.crossingProbabilities(first.number("theta"));
        for (ReferenceRow row : LookRows.requireComplete(rows, k)) {
            int look = row.integer("look");
            findings.compare(row, "criticalValue", design.criticalValue(look), BOUND);
            findings.compare(row, "rejectPerStage", crossing.rejection(look), PROBABILITY);
            findings.compare(row, "futilityPerStage", crossing.futility(look), PROBABILITY);
            findings.compare(row, "overallReject", crossing.overallRejection(), PROBABILITY);
            findings.compare(row, "averageSampleNumber", crossing.expectedInformation(), PROBABILITY);
        }
    }
}
