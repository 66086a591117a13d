package org.evotrial.patient.assay;

import java.io.Serializable;

/** An assay of one disease: immutable, shared by all patients. */
@FunctionalInterface
public interface CompiledAssay extends Serializable {
    /**
     * A sampler of patients, to be reused for any number of them by one thread.
     *
     * @param disease what the assay was compiled for
     */
    AssaySampler newSampler(AssayedDisease disease);
}
