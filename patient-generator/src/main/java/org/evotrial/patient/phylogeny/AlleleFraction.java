package org.evotrial.patient.phylogeny;

/**
 * Variant allele fraction in a sample of tumour and normal cells: VAF = p m c / (p P + 2 (1 - p)) with purity p, multiplicity m
 * (mutated copies in a mutated cell), cancer cell fraction c and ploidy P (copies of the locus in a tumour cell); normal cells
 * have two copies, none of them mutated.
 *
 * @param purity share of tumour cells in the sample, in (0, 1]
 * @param ploidy copies of the locus in a tumour cell, &gt; 0
 * @param multiplicity mutated copies in a cell that has the mutation, in (0, ploidy]
 * @see <a href="https://doi.org/10.1038/nbt.2203">Carter et al. (2012), Absolute quantification of somatic DNA alterations in
 *     human cancer, Nature Biotechnology 30, 413-421</a>
 */
public record AlleleFraction(double purity, double ploidy, double multiplicity) {
    private static final double NORMAL_PLOIDY = 2;

    public AlleleFraction {
        if (!(purity > 0 && purity <= 1)) {
            throw new IllegalArgumentException("The purity (" + purity + ") must be in (0, 1].");
        }
        if (!(ploidy > 0 && ploidy < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The ploidy (" + ploidy + ") must be positive.");
        }
        if (!(multiplicity > 0 && multiplicity <= ploidy)) {
            throw new IllegalArgumentException(
                    "The multiplicity (" + multiplicity + ") must be positive and at most the ploidy " + ploidy + ".");
        }
    }

    /**
     * Expected variant allele fraction.
     *
     * @param cancerCellFraction share of the tumour cells that have the mutation, in [0, 1]
     */
    public double of(double cancerCellFraction) {
        return purity * multiplicity * cancerCellFraction / copies();
    }

    /**
     * The cancer cell fraction that has a given expected allele fraction; noise can bring it above 1.
     *
     * @param variantAlleleFraction &ge; 0
     */
    public double cancerCellFraction(double variantAlleleFraction) {
        return variantAlleleFraction * copies() / (purity * multiplicity);
    }

    private double copies() {
        return purity * ploidy + NORMAL_PLOIDY * (1 - purity);
    }
}
