package org.evotrial.spi.truth;

/**
 * The true state of a patient at the current day. Lineages are indexed as in
 * {@link org.evotrial.spi.PatientModel#lineages()}, lesions from 0.
 */
public interface PatientTruth {
    /** Number of lesions, including those too small to be seen. */
    int lesions();

    /** Whether the lesion lies in the central nervous system. */
    boolean centralNervousSystem(int lesion);

    /** Name of the organ in which the lesion lies; empty if the model knows none. */
    default String organ(int lesion) {
        return "";
    }

    /** Whether imaging follows the lesion as a target lesion. */
    default boolean target(int lesion) {
        return false;
    }

    /** Cells of a lineage in a lesion, at least 0. */
    double cells(int lesion, int lineage);

    /** Cells of a lineage in the whole patient. */
    default double cells(int lineage) {
        double sum = 0;
        for (int i = 0; i < lesions(); i++) {
            sum += cells(i, lineage);
        }
        return sum;
    }

    /** Cells of a phenotype in a lesion, whatever their genotype, by {@link org.evotrial.spi.PatientModel#phenotypes()}; at least 0. */
    default double phenotypeCells(int lesion, int phenotype) {
        return 0;
    }

    /** Day of the first cell of a lineage (0 if present at baseline; infinite if none so far). */
    double emergenceDay(int lineage);

    /**
     * Lineage in which the first cell of a lineage arose; -1 for founders, for lineages without a cell so far, and where the model
     * does not know.
     */
    default int parent(int lineage) {
        return -1;
    }

    /** Expected variant allele fraction in plasma of a biomarker of the disease now, without sampling noise, in [0, 1]. */
    double plasmaVaf(int biomarker);

    /** Sum of longest diameters of the target lesions without measurement error, mm. */
    double targetSumMillimetres();

    /** Index of the lineage with most cells in progressing lesions now, or -1 without a tumour. */
    int dominantLineage();
}
