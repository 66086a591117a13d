package org.evotrial.statistics.verification;

import java.util.List;
import java.util.Set;
import org.evotrial.statistics.phasetwo.SimonDesign;
import org.evotrial.statistics.phasetwo.SimonSearch;

/** Optimal and minimax two-stage designs of clinfun's {@code ph2simon}. */
final class ClinfunSimonTwoStageCheck implements ReferenceCheck {
    private static final int DEFAULT_MOST_TRIALS = 200;
    private static final Tolerance SAME = Tolerance.absolute(0);
    // The file has ten significant digits.
    private static final Tolerance PROBABILITY = Tolerance.absolute(1e-10);
    private static final Tolerance EXPECTED = Tolerance.relative(1e-9);

    @Override
    public String file() {
        return "clinfun_simon_two_stage.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "p0", "p1", "alpha", "beta", "type", "r1", "n1", "r", "n", "EN0", "PET0", "alphaActual", "powerActual");
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        int mostTrials = (int) HeaderText.number(HeaderText.of(table), "nmax", DEFAULT_MOST_TRIALS);
        for (List<ReferenceRow> rows : table.groups("p0", "p1", "alpha", "beta")) {
            findings.together(rows, () -> {
                ReferenceRow first = rows.get(0);
                SimonSearch.Result designs = SimonSearch.designs(
                        first.number("p0"),
                        first.number("p1"),
                        first.number("alpha"),
                        first.number("beta"),
                        mostTrials);
                findings.each(rows, row -> compare(row, design(designs, row.text("type")), findings));
            });
        }
    }

    private static SimonDesign design(SimonSearch.Result designs, String type) {
        return switch (type) {
            case "optimal" -> designs.optimal();
            case "minimax" -> designs.minimax();
            default ->
                throw new IllegalArgumentException(String.format("The type (%s) must be optimal or minimax.", type));
        };
    }

    private static void compare(ReferenceRow row, SimonDesign design, Findings findings) {
        double p0 = row.number("p0");
        findings.compare(row, "r1", design.firstStageBound(), SAME);
        findings.compare(row, "n1", design.firstStageTrials(), SAME);
        findings.compare(row, "r", design.bound(), SAME);
        findings.compare(row, "n", design.trials(), SAME);
        findings.compare(row, "EN0", design.expectedTrials(p0), EXPECTED);
        findings.compare(row, "PET0", design.earlyTermination(p0), PROBABILITY);
        findings.compare(row, "alphaActual", design.rejection(p0), PROBABILITY);
        findings.compare(row, "powerActual", design.rejection(row.number("p1")), PROBABILITY);
    }
}
