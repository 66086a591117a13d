package org.evotrial.engine.plan;

import java.io.Serializable;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.Regimen;

/**
 * What happens to one patient after randomisation.
 *
 * @param model the patient model
 * @param regimens what a patient can be on; index 0 is no treatment
 * @param treatments names of the treatments
 * @param arms the arms
 * @param assays the assays
 * @param biomarkers the biomarkers that the assays report
 * @param imagingAssay the assay that feeds the response assessment, or -1
 * @param endpoints the endpoints
 * @param endpointIds names of the endpoints
 * @param binaryEndpoints whether an endpoint is only about whether the event occurs
 * @param endsAtFirstProgression whether nothing after the first progression matters to the trial
 */
public record PatientPlan(
        PatientModel model,
        Regimen[] regimens,
        String[] treatments,
        ArmPlan[] arms,
        AssayPlan[] assays,
        BiomarkerPlan[] biomarkers,
        int imagingAssay,
        Endpoint[] endpoints,
        String[] endpointIds,
        boolean[] binaryEndpoints,
        boolean endsAtFirstProgression)
        implements Serializable {}
