package org.evotrial.spi;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The random streams of one patient in one replicate. Each is addressed by (seed, replicate, patient, purpose) and
 * independent of the others, so that, for example, an additional plasma sample changes no tumour.
 */
public interface PatientStreams {
    /** What the patient is at baseline: lesions, clones, rates, factors. Nothing else draws from it. */
    UniformRandomProvider baseline();

    /**
     * Traits of the patient that are drawn apart from the tumour, so that adding them changes none: biomarker strata, chromosomal
     * instability, the architecture of clones.
     */
    UniformRandomProvider traits();

    /** What happens under therapy: births, deaths, mutations, the time of death. */
    UniformRandomProvider biology();

    /**
     * What the patient takes: adherence. Streams that do not have it serve patients that need none.
     *
     * @throws UnsupportedOperationException by these
     */
    default UniformRandomProvider dosing() {
        throw new UnsupportedOperationException("These streams have none for dosing.");
    }

    /**
     * Toxic events. Streams that do not have it serve patients of drugs without toxicity.
     *
     * @throws UnsupportedOperationException by these
     */
    default UniformRandomProvider toxicity() {
        throw new UnsupportedOperationException("These streams have none for toxicity.");
    }

    /** Sampling and measurement noise of one assay. */
    UniformRandomProvider assay(int assay);
}
