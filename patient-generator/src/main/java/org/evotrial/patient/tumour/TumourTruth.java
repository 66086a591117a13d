package org.evotrial.patient.tumour;

import java.util.Arrays;
import org.evotrial.patient.phylogeny.ClonalTruth;
import org.evotrial.patient.phylogeny.CloneTree;
import org.evotrial.spi.truth.PatientTruth;

/** The true state of one patient, for estimands and pictures. */
final class TumourTruth implements PatientTruth, ClonalTruth {
    /** Cells relative to the nadir from which a lesion progresses: 20 % in diameter. */
    private static final double PROGRESSING = 1.2 * 1.2 * 1.2;

    private final TumourPatient patient;
    private final TumourModel model;
    private final int genotypes;
    private final double[] cellsOf;

    TumourTruth(TumourPatient patient, TumourModel model) {
        this.patient = patient;
        this.model = model;
        genotypes = model.genotypes.count();
        cellsOf = new double[model.lineages().size()];
    }

    @Override
    public int lesions() {
        return patient.tumour().lesions();
    }

    @Override
    public CloneTree clones(int lesion) {
        return patient.clones(lesion);
    }

    @Override
    public boolean centralNervousSystem(int lesion) {
        return model.centralNervousSystem[patient.tumour().organ(lesion)];
    }

    @Override
    public String organ(int lesion) {
        return model.disease.organs().get(patient.tumour().organ(lesion)).id();
    }

    @Override
    public boolean target(int lesion) {
        return patient.target(lesion);
    }

    @Override
    public double phenotypeCells(int lesion, int phenotype) {
        double sum = 0;
        for (int g = 0; g < genotypes; g++) {
            sum += patient.expectedCells(lesion, g, phenotype);
        }
        return sum;
    }

    /** Cells of a genotype in the founders' phenotype; or, for the last lineages, all cells of another phenotype. */
    @Override
    public double cells(int lesion, int lineage) {
        if (lineage < genotypes) {
            return patient.expectedCells(lesion, lineage, 0);
        }
        return phenotypeCells(lesion, lineage - genotypes + 1);
    }

    @Override
    public double emergenceDay(int lineage) {
        return lineage < genotypes ? patient.tumour().emergenceDay(lineage) : 0;
    }

    /** Phenotypes change from and to each other and descend from nothing. */
    @Override
    public int parent(int lineage) {
        return lineage < genotypes ? patient.tumour().parent(lineage) : -1;
    }

    @Override
    public double plasmaVaf(int biomarker) {
        return patient.plasmaVaf(biomarker);
    }

    @Override
    public double targetSumMillimetres() {
        return patient.targetSum();
    }

    /** Among lesions 20 % in diameter above their nadir; among all lesions if there is none. */
    @Override
    public int dominantLineage() {
        int among = dominantAmong(true);
        return among >= 0 ? among : dominantAmong(false);
    }

    private int dominantAmong(boolean progressingOnly) {
        Arrays.fill(cellsOf, 0);
        Tumour tumour = patient.tumour();
        for (int lesion = 0; lesion < lesions(); lesion++) {
            if (!progressingOnly || progressing(lesion)) {
                for (long left = tumour.alive(lesion); left != 0; left &= left - 1) {
                    int g = Long.numberOfTrailingZeros(left);
                    cellsOf[g] += patient.expectedCells(lesion, g, 0);
                    for (int p = 1; p < model.states.phenotypes(); p++) {
                        cellsOf[genotypes + p - 1] += patient.expectedCells(lesion, g, p);
                    }
                }
            }
        }
        int dominant = -1;
        double most = 0;
        for (int lineage = 0; lineage < cellsOf.length; lineage++) {
            if (cellsOf[lineage] > most) {
                most = cellsOf[lineage];
                dominant = lineage;
            }
        }
        return dominant;
    }

    private boolean progressing(int lesion) {
        return patient.expectedCells(lesion) >= PROGRESSING * patient.tumour().nadir(lesion);
    }
}
