package org.evotrial.engine.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.PatientStreams;

/** All streams that one thread needs, re-addressed from patient to patient without allocation. */
public final class StreamSet implements PatientStreams {
    private final AddressedStream baseline;
    private final AddressedStream traits;
    private final AddressedStream biology;
    private final AddressedStream toxicity;
    private final AddressedStream dosing;
    private final AddressedStream dropout;
    private final AddressedStream visits;
    private final AddressedStream recruitment;
    private final AddressedStream analysis;
    private final AddressedStream[] assays;
    private final AddressedStream[] allocation;

    /**
     * @param seed master seed
     * @param assays number of assays
     * @param strata number of strata of the allocation, at least 1
     */
    public StreamSet(long seed, int assays, int strata) {
        baseline = new AddressedStream(seed);
        traits = new AddressedStream(seed);
        biology = new AddressedStream(seed);
        toxicity = new AddressedStream(seed);
        dosing = new AddressedStream(seed);
        dropout = new AddressedStream(seed);
        visits = new AddressedStream(seed);
        recruitment = new AddressedStream(seed);
        analysis = new AddressedStream(seed);
        this.assays = streams(seed, assays);
        allocation = streams(seed, strata);
    }

    private static AddressedStream[] streams(long seed, int count) {
        AddressedStream[] streams = new AddressedStream[count];
        for (int i = 0; i < count; i++) {
            streams[i] = new AddressedStream(seed);
        }
        return streams;
    }

    /** Points the streams of the trial at a replicate. */
    public void replicate(long replicate) {
        recruitment.address(replicate, 0, Purpose.RECRUITMENT);
        analysis.address(replicate, 0, Purpose.ANALYSIS);
        for (int stratum = 0; stratum < allocation.length; stratum++) {
            allocation[stratum].address(replicate, stratum, Purpose.ALLOCATION);
        }
    }

    /** Points the streams of a patient at a patient of a replicate. */
    public void patient(long replicate, long patient) {
        baseline.address(replicate, patient, Purpose.BASELINE);
        traits.address(replicate, patient, Purpose.TRAITS);
        biology.address(replicate, patient, Purpose.BIOLOGY);
        toxicity.address(replicate, patient, Purpose.TOXICITY);
        dosing.address(replicate, patient, Purpose.DOSING);
        dropout.address(replicate, patient, Purpose.DROPOUT);
        visits.address(replicate, patient, Purpose.VISITS);
        for (int assay = 0; assay < assays.length; assay++) {
            assays[assay].address(replicate, patient, Purpose.ASSAY + assay);
        }
    }

    @Override
    public UniformRandomProvider baseline() {
        return baseline;
    }

    @Override
    public UniformRandomProvider traits() {
        return traits;
    }

    @Override
    public UniformRandomProvider biology() {
        return biology;
    }

    @Override
    public UniformRandomProvider toxicity() {
        return toxicity;
    }

    @Override
    public UniformRandomProvider dosing() {
        return dosing;
    }

    @Override
    public UniformRandomProvider assay(int assay) {
        return assays[assay];
    }

    /** Loss to follow-up of the current patient. */
    public UniformRandomProvider dropout() {
        return dropout;
    }

    /** Visit days of the current patient. */
    public UniformRandomProvider visits() {
        return visits;
    }

    /** Arrivals of the current replicate. */
    public UniformRandomProvider recruitment() {
        return recruitment;
    }

    /** Allocation of a stratum in the current replicate. */
    public UniformRandomProvider allocation(int stratum) {
        return allocation[stratum];
    }

    /** The analyses' own draws in the current replicate. */
    public UniformRandomProvider analysis() {
        return analysis;
    }
}
