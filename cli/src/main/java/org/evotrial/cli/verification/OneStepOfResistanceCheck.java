package org.evotrial.cli.verification;

import java.util.Set;
import java.util.function.DoubleSupplier;
import org.evotrial.patient.theory.DeclineUnderTreatment;
import org.evotrial.patient.theory.ResistanceAtDetection;
import org.evotrial.patient.theory.SubclonesByAge;
import org.evotrial.patient.theory.TimeToDetection;
import org.evotrial.patient.theory.UnequalFitness;
import org.evotrial.statistics.verification.Findings;
import org.evotrial.statistics.verification.ReferenceRow;
import org.evotrial.statistics.verification.RowCheck;

/**
 * One step of resistance: what is there at detection at M cells, and what arises while treatment shrinks them. Cells without a
 * value are skipped; without mutant rates mutants grow like sensitive cells.
 */
final class OneStepOfResistanceCheck implements RowCheck {
    // Quadratures on both sides, to a relative 1e-11 and better.
    private static final double EXACT = 1e-10;
    // The order statistic nests two quadratures.
    private static final double NESTED = 1e-7;

    @Override
    public String file() {
        return "one_step_of_resistance.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "birthPerDay",
                "deathPerDay",
                "mutationsPerDivision",
                "cells",
                "mutantBirthPerDay",
                "mutantDeathPerDay",
                "treatedDeathPerDay",
                "rank",
                "size",
                "fraction",
                "survival",
                "meanDays",
                "sdDays",
                "noResistance",
                "livingSubclones",
                "expectedResistantCells",
                "medianSize",
                "sizeExceeded",
                "largestExceeds",
                "noSurvivingMutant");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        new Row(row, findings).compare();
    }

    /** One row. */
    private record Row(ReferenceRow row, Findings findings) {
        void compare() {
            double birth = row.number("birthPerDay");
            double death = row.number("deathPerDay");
            double cells = row.number("cells");
            ResistanceAtDetection detection =
                    new ResistanceAtDetection(birth, death, row.number("mutationsPerDivision"), cells);
            TimeToDetection time = new TimeToDetection(birth, death, cells);
            compare("survival", EXACT, detection::survivalProbability);
            compare("meanDays", EXACT, time::meanDays);
            compare("sdDays", EXACT, time::standardDeviationDays);
            compare("largestExceeds", EXACT, () -> detection.largestSubcloneExceeds(row.number("fraction")));
            subclones(detection);
            compare("medianSize", EXACT, () -> byAge(detection).sizeExceededInLimit(row.integer("rank"), 0.5));
            compare("sizeExceeded", NESTED, () -> byAge(detection).exceeds(row.integer("rank"), row.number("size")));
            compare("noSurvivingMutant", EXACT, () -> decline(detection).noSurvivingMutant());
        }

        private void subclones(ResistanceAtDetection detection) {
            if (row.missing("mutantBirthPerDay") && row.missing("mutantDeathPerDay")) {
                compare("noResistance", EXACT, detection::noResistance);
                compare("livingSubclones", EXACT, detection::livingSubclones);
                compare("expectedResistantCells", EXACT, detection::expectedResistantCells);
                return;
            }
            UnequalFitness unequal =
                    new UnequalFitness(detection, row.number("mutantBirthPerDay"), row.number("mutantDeathPerDay"));
            // a relative error of the exponent is an absolute one of the logarithm
            compare("noResistance", EXACT * (1 + unequal.livingSubclones()), unequal::noResistance);
            compare("livingSubclones", EXACT, unequal::livingSubclones);
            compare("expectedResistantCells", EXACT, unequal::expectedResistantCells);
        }

        private static SubclonesByAge byAge(ResistanceAtDetection detection) {
            return new SubclonesByAge(detection);
        }

        /** Mutants have the rates that sensitive cells had before treatment, unless the row says others. */
        private DeclineUnderTreatment decline(ResistanceAtDetection detection) {
            double birth = row.numberOr("mutantBirthPerDay", detection.birthPerDay());
            double death = row.numberOr("mutantDeathPerDay", detection.deathPerDay());
            return new DeclineUnderTreatment(
                    detection.birthPerDay(),
                    row.number("treatedDeathPerDay"),
                    birth > death ? (birth - death) / birth : 0,
                    detection.mutationsPerDivision(),
                    detection.cells());
        }

        private void compare(String column, double relative, DoubleSupplier ours) {
            if (!row.missing(column)) {
                findings.compare(row, column, ours.getAsDouble(), Printed.tolerance(row, column, relative));
            }
        }
    }
}
