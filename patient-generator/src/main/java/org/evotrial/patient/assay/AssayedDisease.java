package org.evotrial.patient.assay;

import java.io.Serializable;
import java.util.List;
import org.evotrial.patient.disease.Shedding;

/** What an assay may know of a disease when a trial's model is compiled: what is the same for all patients. */
public interface AssayedDisease extends Serializable {
    /** Biomarkers that assays of this disease can report. */
    List<String> biomarkers();

    /** Number of genotypes. */
    int genotypeCount();

    /** Whether cells of a genotype carry a biomarker, an index into {@link #biomarkers()}. */
    boolean carries(int genotype, int biomarker);

    /** Names of the mechanisms of resistance. */
    List<String> mechanisms();

    /** Whether cells of a genotype have a mechanism. */
    boolean has(int genotype, int mechanism);

    /** Names of the phenotypes; empty if cells have only one. */
    List<String> phenotypes();

    /** Number of phenotypes of a genotype, at least 1. */
    int phenotypeCount();

    /** Most lesions of a patient. */
    int mostLesions();

    /** Number of organs. */
    int organCount();

    /** Whether an organ belongs to the central nervous system. */
    boolean centralNervousSystem(int organ);

    /** Whether lesions in an organ can be biopsied. */
    boolean biopsyAccessible(int organ);

    /** DNA shed into plasma per cell death in an organ, relative to other organs. */
    double organShedding(int organ);

    /** Tumour DNA in plasma. */
    Shedding shedding();
}
