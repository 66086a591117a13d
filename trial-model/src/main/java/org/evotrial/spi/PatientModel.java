package org.evotrial.spi;

import java.io.Serializable;
import java.util.List;

/** A compiled patient model: immutable, shared between threads, sent to executors. */
public interface PatientModel extends Serializable {
    /** A patient to be reused for any number of virtual patients by one thread. */
    Patient newPatient();

    /** Names of the lineages (genotypes, in the order of {@link org.evotrial.spi.truth.PatientTruth}); empty without a tumour. */
    default List<String> lineages() {
        return List.of();
    }

    /** Names of the phenotypes (states that a cell can enter and leave without a mutation); empty if cells have only one. */
    default List<String> phenotypes() {
        return List.of();
    }

    /** Whether any treatment is toxic, so that a trial records toxicity. */
    default boolean toxic() {
        return false;
    }

    /** Number of levels of each baseline factor, aligned with {@link PatientModelConfiguration#factors()}. */
    default int[] factorLevels() {
        return new int[0];
    }
}
