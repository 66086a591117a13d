package org.evotrial.patient.assay;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Gamma;

/**
 * Shares of the types of cells (genotype by phenotype) in a small region of a lesion, Dirichlet(kappa f): gamma variates of
 * shapes kappa f over their sum. Should all underflow, as happens for kappa near 0, the region holds one type, drawn by f.
 */
final class LocalSample {
    private final int phenotypes;
    private final double[] lesionCells;
    private final double[] shares;

    LocalSample(AssayedDisease disease) {
        phenotypes = disease.phenotypeCount();
        lesionCells = new double[disease.genotypeCount() * phenotypes];
        shares = new double[lesionCells.length];
    }

    /** Looks at a lesion with cells. */
    void look(TumourView tumour, int lesion) {
        Arrays.fill(lesionCells, 0);
        double sum = 0;
        for (int g = tumour.nextGenotype(lesion, 0); g >= 0; g = tumour.nextGenotype(lesion, g + 1)) {
            for (int phenotype = 0; phenotype < phenotypes; phenotype++) {
                double cells = tumour.cells(lesion, g, phenotype);
                lesionCells[g * phenotypes + phenotype] = cells;
                sum += cells;
            }
        }
        for (int type = 0; type < lesionCells.length; type++) {
            lesionCells[type] /= sum;
        }
    }

    /** Draws another region of the lesion. */
    void draw(double mixing, UniformRandomProvider random) {
        double sum = 0;
        for (int type = 0; type < shares.length; type++) {
            shares[type] = lesionCells[type] > 0 ? Gamma.draw(mixing * lesionCells[type], random) : 0;
            sum += shares[type];
        }
        if (sum > 0) {
            for (int type = 0; type < shares.length; type++) {
                shares[type] /= sum;
            }
        } else {
            drawOne(random);
        }
    }

    private void drawOne(UniformRandomProvider random) {
        double left = random.nextDouble();
        int last = -1;
        for (int type = 0; type < shares.length; type++) {
            if (lesionCells[type] > 0 && left >= 0) {
                last = type;
            }
            left -= lesionCells[type];
        }
        Arrays.fill(shares, 0);
        shares[last] = 1;
    }

    /** Share of a genotype in the region. */
    double genotype(int genotype) {
        double sum = 0;
        for (int phenotype = 0; phenotype < phenotypes; phenotype++) {
            sum += shares[genotype * phenotypes + phenotype];
        }
        return sum;
    }

    /** Share of cells in the region that are in another phenotype than the first. */
    double changed() {
        double sum = 0;
        for (int type = 0; type < shares.length; type++) {
            sum += type % phenotypes == 0 ? 0 : shares[type];
        }
        return Math.min(1, sum);
    }
}
