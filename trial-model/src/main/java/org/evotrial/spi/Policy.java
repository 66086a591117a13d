package org.evotrial.spi;

import java.io.Serializable;

/** A compiled treatment policy: immutable and stateless; what it must remember of a patient is in {@link PatientView#memory()}. */
public interface Policy extends Serializable {
    /** Number of memory cells that this policy needs per patient. */
    default int memorySize() {
        return 0;
    }

    /** The regimen at randomisation. */
    int initialRegimen();

    /**
     * The regimen from now on, after something new was seen of the patient.
     *
     * @param view what the trial knows of the patient; valid only during the call
     * @return index of the regimen; {@link PatientView#regimen()} to change nothing
     */
    int decide(PatientView view);
}
