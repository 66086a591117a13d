package org.evotrial.patient.assay;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.Measurement;

/** Samples one patient after the other with one assay. Single-threaded; allocates nothing. */
public interface AssaySampler {
    /** Forgets the last patient. Draws no random numbers, so that a patient who is never sampled costs nothing. */
    default void begin() {}

    /** Whether the sampler follows the tumour, as markers do whose level depends on the past. */
    default boolean followsTumour() {
        return false;
    }

    /** Begins to follow a patient at baseline; only if {@link #followsTumour}. */
    default void start(TumourView tumour) {}

    /**
     * Notes the end of a step of the tumour, at regular intervals and at every change of the regimen, whenever samples are
     * taken; only if {@link #followsTumour}.
     */
    default void follow(TumourView tumour) {}

    /**
     * Takes a sample.
     *
     * @param tumour the patient's tumour now
     * @param random this patient's stream of this assay, which nothing else draws from
     * @param out receives the result
     */
    void sample(TumourView tumour, UniformRandomProvider random, Measurement out);
}
