package org.evotrial.spi;

import java.io.Serializable;
import java.util.List;

/** The disease of a trial: how its patients are generated. */
public interface PatientModelConfiguration extends Serializable {
    /** The biomarkers (mechanisms of resistance, markers) that assays of this disease can report, in a fixed order. */
    List<String> biomarkers();

    /** Baseline factors that are known before randomisation, by which allocation can be stratified. */
    default List<String> factors() {
        return List.of();
    }

    /**
     * Compiles the model for one scenario.
     *
     * @param context the trial's treatments, regimens and assays, with the indices by which the engine refers to them
     * @throws ConfigurationException if treatments or assays are of a kind that this model cannot use
     */
    PatientModel create(PatientModelContext context);
}
