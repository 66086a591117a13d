package org.evotrial.patient.precision;

/**
 * One of two drugs without cross-resistance. At a relative dose D it kills D times the rates given here.
 *
 * @param killPerDay kill of cells that are not resistant to it, at full dose, &ge; 0
 * @param killOfResistantPerDay kill of cells that are resistant to it, at full dose, &ge; 0
 * @param resistancePerDivision share of divisions at which a cell becomes resistant to it, in [0, 1]
 */
public record PrecisionDrug(double killPerDay, double killOfResistantPerDay, double resistancePerDivision) {
    public PrecisionDrug {
        TwoDrugTumour.requireNonNegative("killPerDay", killPerDay);
        TwoDrugTumour.requireNonNegative("killOfResistantPerDay", killOfResistantPerDay);
        TwoDrugTumour.requireNonNegative("resistancePerDivision", resistancePerDivision);
        if (resistancePerDivision > 1) {
            throw new IllegalArgumentException(
                    "The resistancePerDivision (" + resistancePerDivision + ") must lie in [0, 1].");
        }
    }
}
