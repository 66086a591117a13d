package org.evotrial.spi;

import java.util.List;

/**
 * What a patient model is compiled against. All lists are in the order of the trial file; the engine refers to regimens
 * and assays by their index here.
 *
 * @param treatmentIds the treatments' names
 * @param treatments the treatments, aligned with {@code treatmentIds}
 * @param regimens what a patient can be on; index 0 is always the empty regimen (no treatment)
 * @param assayIds the assays' names
 * @param assays the assays, aligned with {@code assayIds}
 */
public record PatientModelContext(
        List<String> treatmentIds,
        List<TreatmentConfiguration> treatments,
        List<Regimen> regimens,
        List<String> assayIds,
        List<AssayConfiguration> assays) {}
