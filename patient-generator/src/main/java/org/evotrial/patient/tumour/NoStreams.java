package org.evotrial.patient.tumour;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.PatientStreams;

/** The streams of a patient who has not begun: drawing from them is an error. */
enum NoStreams implements PatientStreams {
    INSTANCE;

    private static final UniformRandomProvider NOTHING = () -> {
        throw new IllegalStateException("The patient has not begun.");
    };

    @Override
    public UniformRandomProvider baseline() {
        return NOTHING;
    }

    @Override
    public UniformRandomProvider traits() {
        return NOTHING;
    }

    @Override
    public UniformRandomProvider biology() {
        return NOTHING;
    }

    @Override
    public UniformRandomProvider assay(int assay) {
        return NOTHING;
    }
}
