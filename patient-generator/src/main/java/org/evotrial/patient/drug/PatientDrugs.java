package org.evotrial.patient.drug;

import java.util.Arrays;

/** How one patient differs from the average in what drugs do: exposure and largest kill. */
public final class PatientDrugs {
    private final double[] logExposure;
    private final double[] killFactor;

    /** An average patient. */
    public PatientDrugs(int drugs) {
        logExposure = new double[drugs];
        killFactor = new double[drugs];
        Arrays.fill(killFactor, 1);
    }

    /** Sets a drug's exposure, as the logarithm of its ratio to the average, and its kill relative to the average. */
    public void set(int drug, double logRelativeExposure, double relativeKill) {
        logExposure[drug] = logRelativeExposure;
        killFactor[drug] = relativeKill;
    }

    /** Logarithm of the exposure relative to the average at the same dose. */
    public double logExposure(int drug) {
        return logExposure[drug];
    }

    /** Kill relative to the average at the same exposure. */
    public double killFactor(int drug) {
        return killFactor[drug];
    }
}
