package org.evotrial.patient.assay;

import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.ConfigurationException;

/** An assay of evolving tumours: a record that compiles to the sampler of a patient. */
public interface TumourAssay extends AssayConfiguration {
    /**
     * Checks the assay against the disease and compiles it.
     *
     * @param disease what is sampled
     * @param pointer where the assay stands in the trial file
     * @throws ConfigurationException if the assay asks for what the disease does not have
     */
    CompiledAssay compile(AssayedDisease disease, String pointer);
}
