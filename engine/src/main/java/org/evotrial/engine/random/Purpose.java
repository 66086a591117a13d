package org.evotrial.engine.random;

/**
 * What the random numbers of a stream are for: the third word of a stream's address. Numbers are part of the stream
 * scheme and never reused.
 */
public final class Purpose {
    /** What a patient is at baseline. */
    public static final long BASELINE = 1;
    /** What happens in the patient under therapy. */
    public static final long BIOLOGY = 2;
    /** Loss to follow-up. */
    public static final long DROPOUT = 3;
    /** Deviation of visits from their planned days. */
    public static final long VISITS = 4;
    /** Arrival of patients; of the replicate. */
    public static final long RECRUITMENT = 5;
    /** Allocation to arms; of the replicate and stratum. */
    public static final long ALLOCATION = 6;
    /** Methods of analysis that draw random numbers; of the replicate. */
    public static final long ANALYSIS = 7;
    /** Traits of a patient that are drawn apart from the tumour. */
    public static final long TRAITS = 8;
    /** Toxic events. */
    public static final long TOXICITY = 9;
    /** What the patient takes. */
    public static final long DOSING = 10;
    /** First of the assays' purposes: assay i has {@code ASSAY + i}. */
    public static final long ASSAY = 1000;

    /**
     * Version of the addressing, stored with every result: xoshiro256++, its state Philox4x64-10 of (0, replicate, patient,
     * purpose) under the key (seed, mix64(seed)).
     */
    public static final String SCHEME = "xoshiro256++/philox4x64-10/seed,mix64(seed)/0,replicate,patient,purpose/2";

    private Purpose() {}
}
