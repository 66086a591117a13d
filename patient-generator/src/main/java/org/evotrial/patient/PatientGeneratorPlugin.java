package org.evotrial.patient;

import java.util.List;
import org.evotrial.patient.assay.Biopsy;
import org.evotrial.patient.assay.CtdnaAssay;
import org.evotrial.patient.assay.RecistImaging;
import org.evotrial.patient.assay.SerumMarker;
import org.evotrial.patient.assay.SurgicalPathology;
import org.evotrial.patient.drug.DrugTreatment;
import org.evotrial.patient.parametric.HazardTreatment;
import org.evotrial.patient.parametric.PiecewiseExponentialDisease;
import org.evotrial.patient.tumour.EvolvingTumourDisease;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.PatientModelConfiguration;
import org.evotrial.spi.Plugin;
import org.evotrial.spi.TreatmentConfiguration;

/** The patient models, treatments and assays that ship with evotrial. */
public final class PatientGeneratorPlugin implements Plugin {
    @Override
    public List<Class<? extends PatientModelConfiguration>> patientModels() {
        return List.of(PiecewiseExponentialDisease.class, EvolvingTumourDisease.class);
    }

    @Override
    public List<Class<? extends TreatmentConfiguration>> treatments() {
        return List.of(HazardTreatment.class, DrugTreatment.class);
    }

    @Override
    public List<Class<? extends AssayConfiguration>> assays() {
        return List.of(CtdnaAssay.class, RecistImaging.class, Biopsy.class, SerumMarker.class, SurgicalPathology.class);
    }
}
