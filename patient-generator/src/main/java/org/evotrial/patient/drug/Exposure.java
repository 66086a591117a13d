package org.evotrial.patient.drug;

import org.evotrial.spi.StrictFunctions;

/** What is taken at a time: the relative dose of every drug. A reusable workspace; see {@link Exposures}. */
public final class Exposure {
    private final double[] dose;
    private final double[] logDose;
    private final int[] taken;
    private int count;

    /** Nothing of so many drugs. */
    public Exposure(int drugs) {
        dose = new double[drugs];
        logDose = new double[drugs];
        taken = new int[drugs];
    }

    /** Sets the relative doses of all drugs, each finite and at least 0. */
    public void set(double[] doses) {
        count = 0;
        for (int drug = 0; drug < dose.length; drug++) {
            double value = doses[drug];
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The dose (%s) of drug %d must be a finite number, at least 0.".formatted(value, drug));
            }
            dose[drug] = value;
            if (value > 0) {
                logDose[drug] = StrictFunctions.log(value);
                taken[count++] = drug;
            }
        }
    }

    /** Whether these are the doses. */
    boolean is(double[] doses) {
        for (int drug = 0; drug < dose.length; drug++) {
            if (dose[drug] != doses[drug]) {
                return false;
            }
        }
        return true;
    }

    /** Number of drugs taken. */
    public int count() {
        return count;
    }

    /** The i-th drug taken. */
    public int drug(int i) {
        return taken[i];
    }

    /** Dose of a drug relative to full dose. */
    public double dose(int drug) {
        return dose[drug];
    }

    /** Logarithm of the relative dose of a drug that is taken. */
    public double logDose(int drug) {
        return logDose[drug];
    }
}
