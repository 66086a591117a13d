package org.evotrial.cli.verification;

import java.util.Set;
import org.evotrial.patient.theory.DualTherapy;
import org.evotrial.statistics.verification.Findings;
import org.evotrial.statistics.verification.ReferenceRow;
import org.evotrial.statistics.verification.RowCheck;
import org.evotrial.statistics.verification.Tolerance;

/** Failure of two drugs given together: the published formulas, and the backward equation. */
final class DualTherapyFailureCheck implements RowCheck {
    private static final double FORMULA = 1e-10;
    // 1 - exp(-x) loses what the equations' relative error of 1e-10 leaves of it.
    private static final double EQUATION = 1e-7;

    @Override
    public String file() {
        return "dual_therapy_failure.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "birthPerDay",
                "deathPerDay",
                "treatedDeathPerDay",
                "mutationsPerBase",
                "firstBases",
                "secondBases",
                "sharedBases",
                "cells",
                "cellsRounding",
                "failure",
                "exactFailure");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        DualTherapy therapy = new DualTherapy(
                row.number("birthPerDay"),
                row.number("deathPerDay"),
                row.number("treatedDeathPerDay"),
                row.number("mutationsPerBase"),
                row.number("firstBases"),
                row.number("secondBases"),
                row.number("sharedBases"));
        double cells = row.number("cells");
        double rounding = row.numberOr("cellsRounding", 0);
        if (!row.missing("failure")) {
            // a burden that is printed rounded moves the result by as much as the formula says
            double spread = (therapy.failure(cells + rounding) - therapy.failure(cells - rounding)) / 2;
            Tolerance tolerance = Tolerance.absolute(Printed.error(row, "failure", FORMULA) + Math.abs(spread));
            findings.compare(row, "failure", therapy.failure(cells), tolerance);
        }
        if (!row.missing("exactFailure")) {
            findings.compare(
                    row, "exactFailure", therapy.exactFailure(cells), Printed.tolerance(row, "exactFailure", EQUATION));
        }
    }
}
