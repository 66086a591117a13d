package org.evotrial.statistics.verification;

import java.util.List;
import java.util.Set;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;

/** Critical values of rpact's {@code getDesignGroupSequential} without futility bounds. */
final class RpactGsEfficacyBoundsCheck implements ReferenceCheck {
    // rpact's root search stops at about 1e-8 of alpha, which moves a critical value by some 1e-7.
    private static final Tolerance BOUND = Tolerance.absolute(1e-6);
    private static final Tolerance PROBABILITY = Tolerance.absolute(2e-7);

    @Override
    public String file() {
        return "rpact_gs_efficacy_bounds.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "type",
                "parameter",
                "sided",
                "alpha",
                "k",
                "look",
                "informationRate",
                "criticalValue",
                "stageLevel",
                "cumulativeAlphaSpent");
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        for (List<ReferenceRow> rows : LookRows.designs(table, "type", "parameter", "sided", "alpha", "k")) {
            findings.together(rows, () -> compare(rows, findings));
        }
    }

    private static void compare(List<ReferenceRow> rows, Findings findings) {
        ReferenceRow first = rows.get(0);
        List<ReferenceRow> looks = LookRows.requireComplete(rows, first.integer("k"));
        GroupSequentialDesign design = RpactDesigns.of(
                first.text("type"),
                first.text("parameter"),
                first.integer("sided"),
                first.number("alpha"),
                LookRows.numbers(looks, "informationRate"));
        for (ReferenceRow row : looks) {
            int look = row.integer("look");
            findings.compare(row, "criticalValue", design.criticalValue(look), BOUND);
            findings.compare(row, "stageLevel", design.stageLevel(look), PROBABILITY);
            findings.compare(row, "cumulativeAlphaSpent", design.alphaSpent(look), PROBABILITY);
        }
    }
}
