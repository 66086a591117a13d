package org.evotrial.patient.precision;

/**
 * A tumour before treatment with two drugs: cells by type, and what they do.
 *
 * @param sensitive cells S that are resistant to neither drug, &ge; 0
 * @param resistantToFirst cells R1 that are resistant to the first drug, &ge; 0
 * @param resistantToSecond cells R2 that are resistant to the second drug, &ge; 0
 * @param resistantToBoth cells R12, &ge; 0
 * @param growthPerDay g0, net growth of every type without treatment, &gt; 0
 * @param first first drug
 * @param second second drug
 */
public record TwoDrugTumour(
        double sensitive,
        double resistantToFirst,
        double resistantToSecond,
        double resistantToBoth,
        double growthPerDay,
        PrecisionDrug first,
        PrecisionDrug second) {
    public TwoDrugTumour {
        requireNonNegative("sensitive", sensitive);
        requireNonNegative("resistantToFirst", resistantToFirst);
        requireNonNegative("resistantToSecond", resistantToSecond);
        requireNonNegative("resistantToBoth", resistantToBoth);
        requireNonNegative("growthPerDay", growthPerDay);
    }

    static void requireNonNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must be finite and not negative.");
        }
    }
}
