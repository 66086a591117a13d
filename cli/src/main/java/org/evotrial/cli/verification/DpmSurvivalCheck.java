package org.evotrial.cli.verification;

import java.util.Set;
import org.evotrial.patient.precision.PrecisionDrug;
import org.evotrial.patient.precision.PrecisionMedicine;
import org.evotrial.patient.precision.PrecisionRule;
import org.evotrial.patient.precision.PrecisionStrategy;
import org.evotrial.patient.precision.TwoDrugTumour;
import org.evotrial.statistics.verification.Findings;
import org.evotrial.statistics.verification.ReferenceRow;
import org.evotrial.statistics.verification.RowCheck;
import org.evotrial.statistics.verification.Tolerance;

/** Survival under the strategies of dynamic precision medicine. */
final class DpmSurvivalCheck implements RowCheck {
    // The reference goes in steps of .005 days, and sees that a type passes one cell up to a step late.
    private static final Tolerance STEPS = Tolerance.absolute(0.03);

    @Override
    public String file() {
        return "dpm_survival.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "sensitive",
                "resistantToFirst",
                "resistantToSecond",
                "resistantToBoth",
                "growthPerDay",
                "firstKillPerDay",
                "firstKillOfResistantPerDay",
                "firstResistancePerDivision",
                "secondKillPerDay",
                "secondKillOfResistantPerDay",
                "secondResistancePerDivision",
                "windowDays",
                "detectionCells",
                "lethalCells",
                "horizonDays",
                "currentPractice",
                "minimiseTotal",
                "minimiseResistantOncePresent",
                "minimiseResistantBelow1e11");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        PrecisionRule rule = new PrecisionRule(
                row.number("windowDays"),
                row.number("detectionCells"),
                row.number("lethalCells"),
                row.number("horizonDays"));
        PrecisionMedicine medicine = new PrecisionMedicine(rule, tumour(row));
        compare(row, "currentPractice", medicine.survivalDays(PrecisionStrategy.CURRENT_PRACTICE), findings);
        compare(row, "minimiseTotal", medicine.survivalDays(PrecisionStrategy.MINIMISE_TOTAL), findings);
        compare(
                row,
                "minimiseResistantOncePresent",
                medicine.survivalDays(PrecisionStrategy.MINIMISE_RESISTANT_ONCE_PRESENT),
                findings);
        compare(
                row,
                "minimiseResistantBelow1e11",
                medicine.survivalDays(PrecisionStrategy.MINIMISE_RESISTANT_BELOW_1E11),
                findings);
    }

    private static void compare(ReferenceRow row, String column, double ours, Findings findings) {
        findings.compare(row, column, ours, STEPS);
    }

    private static TwoDrugTumour tumour(ReferenceRow row) {
        return new TwoDrugTumour(
                row.number("sensitive"),
                row.number("resistantToFirst"),
                row.number("resistantToSecond"),
                row.number("resistantToBoth"),
                row.number("growthPerDay"),
                drug(row, "first"),
                drug(row, "second"));
    }

    private static PrecisionDrug drug(ReferenceRow row, String which) {
        return new PrecisionDrug(
                row.number(which + "KillPerDay"),
                row.number(which + "KillOfResistantPerDay"),
                row.number(which + "ResistancePerDivision"));
    }
}
