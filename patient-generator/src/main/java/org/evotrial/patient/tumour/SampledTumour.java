package org.evotrial.patient.tumour;

import org.evotrial.patient.assay.TumourView;

/** The tumour of one patient as samples meet it. */
final class SampledTumour implements TumourView {
    private final TumourPatient patient;
    private final Tumour tumour;
    private final int genotypes;

    SampledTumour(TumourPatient patient, TumourModel model) {
        this.patient = patient;
        tumour = patient.tumour();
        genotypes = model.genotypeCount();
    }

    @Override
    public int lesions() {
        return tumour.lesions();
    }

    @Override
    public int organ(int lesion) {
        return tumour.organ(lesion);
    }

    @Override
    public double cells(int lesion) {
        return patient.expectedCells(lesion);
    }

    @Override
    public double cells(int lesion, int genotype, int phenotype) {
        return patient.expectedCells(lesion, genotype, phenotype);
    }

    @Override
    public int nextGenotype(int lesion, int from) {
        long left = from < genotypes ? tumour.seen(lesion) >>> from : 0;
        return left == 0 ? -1 : from + Long.numberOfTrailingZeros(left);
    }

    @Override
    public double birthsPerDay(int lesion, int genotype) {
        return patient.birthsPerDay(lesion, genotype);
    }

    @Override
    public double deathsPerDay(int lesion, int genotype) {
        return patient.deathsPerDay(lesion, genotype);
    }

    @Override
    public double nadir(int lesion) {
        return tumour.nadir(lesion);
    }

    @Override
    public double genomeEquivalentsPerCellDeath() {
        return patient.shedding();
    }

    @Override
    public double nonTumourVaf(int biomarker) {
        return patient.nonTumourVaf(biomarker);
    }

    @Override
    public int regimen() {
        return patient.regimen();
    }

    @Override
    public double day() {
        return patient.day();
    }
}
