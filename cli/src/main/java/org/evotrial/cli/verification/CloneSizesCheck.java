package org.evotrial.cli.verification;

import java.util.Set;
import org.evotrial.patient.theory.CloneSize;
import org.evotrial.patient.theory.ResistanceAtDetection;
import org.evotrial.patient.theory.ResistantCells;
import org.evotrial.statistics.verification.Findings;
import org.evotrial.statistics.verification.ReferenceRow;
import org.evotrial.statistics.verification.RowCheck;

/** Laws of numbers of cells: descendants after some days, and resistant cells at detection. */
final class CloneSizesCheck implements RowCheck {
    // The references are a truncated system of equations and a discrete Fourier transform.
    private static final double RELATIVE = 1e-8;
    private static final int MOST_CELLS = 100_000;

    @Override
    public String file() {
        return "clone_sizes.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "law",
                "birthPerDay",
                "deathPerDay",
                "days",
                "founders",
                "mutationsPerDivision",
                "cells",
                "n",
                "probability");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        findings.compare(row, "probability", probability(row), Printed.tolerance(row, "probability", RELATIVE));
    }

    private static double probability(ReferenceRow row) {
        double birth = row.number("birthPerDay");
        double death = row.number("deathPerDay");
        int n = row.integer("n");
        if (n < 0 || n > MOST_CELLS) {
            throw new IllegalArgumentException("The n (%d) must be between 0 and %d.".formatted(n, MOST_CELLS));
        }
        return switch (row.text("law")) {
            case "birth-death" ->
                new CloneSize(birth, death, row.number("days")).probability(row.integer("founders"), n);
            case "resistant-cells" ->
                new ResistantCells(new ResistanceAtDetection(
                                birth, death, row.number("mutationsPerDivision"), row.number("cells")))
                        .probabilities(n)[n];
            default ->
                throw new IllegalArgumentException(
                        "The law (%s) must be one of birth-death, resistant-cells.".formatted(row.text("law")));
        };
    }
}
