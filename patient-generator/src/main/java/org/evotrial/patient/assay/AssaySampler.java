package org.evotrial.patient.assay;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.Measurement;

/** Samples one patient after the other with one assay. Single-threaded; allocates nothing. */
public interface AssaySampler {
    /** Forgets the last patient. Draws no random numbers, so that a patient who is never sampled costs nothing. */
    default void begin() {}

    /**
     * Takes a sample.
     *
     * @param tumour the patient's tumour now
     * @param random this patient's stream of this assay, which nothing else draws from
     * @param out receives the result
     */
    void sample(TumourView tumour, UniformRandomProvider random, Measurement out);
}
