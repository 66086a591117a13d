package org.evotrial.patient.assay;

/**
 * What samples can be taken from: the expected state of one patient's tumour now. Read only; nothing here changes the
 * tumour or draws random numbers. Lesions count from 0 and keep their index; genotypes and organs are those of the
 * {@link AssayedDisease}.
 */
public interface TumourView {
    /** Number of lesions, including those too small to be seen and those that are gone. */
    int lesions();

    /** The organ of a lesion. */
    int organ(int lesion);

    /** Cells of a lesion. */
    double cells(int lesion);

    /** Cells of a genotype and phenotype in a lesion. */
    double cells(int lesion, int genotype, int phenotype);

    /** The first genotype from {@code from} on of which the lesion may have cells; -1 if there is none. */
    int nextGenotype(int lesion, int from);

    /** Births per day of a genotype in a lesion, all phenotypes together. */
    double birthsPerDay(int lesion, int genotype);

    /** Deaths per day of a genotype in a lesion, all phenotypes together. */
    double deathsPerDay(int lesion, int genotype);

    /** Fewest cells that the lesion has had since baseline. */
    double nadir(int lesion);

    /** Genome equivalents that this patient's tumour sheds into plasma per cell death. */
    double genomeEquivalentsPerCellDeath();

    /** Fraction of this patient's normal cell-free DNA that looks like a biomarker, the same in every sample. */
    double nonTumourVaf(int biomarker);

    /** Index of the regimen that the patient takes. */
    int regimen();

    /** Days since randomisation. */
    double day();
}
