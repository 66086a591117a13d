package org.evotrial.patient;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.spi.PatientStreams;

/** Streams of a test patient: counter-based, keyed by seed, patient and purpose. */
public final class FixedStreams implements PatientStreams {
    private final long seed;
    private final long patient;

    public FixedStreams(long seed, long patient) {
        this.seed = seed;
        this.patient = patient;
    }

    @Override
    public UniformRandomProvider baseline() {
        return stream(1);
    }

    @Override
    public UniformRandomProvider traits() {
        return stream(-1);
    }

    @Override
    public UniformRandomProvider biology() {
        return stream(2);
    }

    @Override
    public UniformRandomProvider assay(int assay) {
        return stream(3 + assay);
    }

    @Override
    public UniformRandomProvider dosing() {
        return stream(-1);
    }

    @Override
    public UniformRandomProvider toxicity() {
        return stream(-2);
    }

    private UniformRandomProvider stream(long purpose) {
        return new Philox4x64(new long[] {seed, patient, 0, 0, 0, purpose});
    }
}
