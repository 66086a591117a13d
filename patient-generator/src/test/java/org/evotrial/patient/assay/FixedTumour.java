package org.evotrial.patient.assay;

import java.util.ArrayList;
import java.util.List;

/** A tumour that a test sets: per lesion its organ, cells by genotype and phenotype, and nadir. */
final class FixedTumour implements TumourView {
    private final List<Integer> organs = new ArrayList<>();
    private final List<double[][]> cells = new ArrayList<>();
    private final List<Double> nadirs = new ArrayList<>();
    double birth = .14;
    double death = .13;
    double day;
    double nonTumourVaf;
    double shedding = 1e-4;
    boolean passesOverEmptyGenotypes;

    /** Adds a lesion with cells[genotype][phenotype]. */
    FixedTumour lesion(int organ, double[][] numbers) {
        organs.add(organ);
        cells.add(numbers);
        nadirs.add(cells(organs.size() - 1));
        return this;
    }

    FixedTumour nadir(int lesion, double number) {
        nadirs.set(lesion, number);
        return this;
    }

    double[][] of(int lesion) {
        return cells.get(lesion);
    }

    @Override
    public int lesions() {
        return organs.size();
    }

    @Override
    public int organ(int lesion) {
        return organs.get(lesion);
    }

    @Override
    public double cells(int lesion) {
        double sum = 0;
        for (int g = 0; g < cells.get(lesion).length; g++) {
            sum += cellsOf(lesion, g);
        }
        return sum;
    }

    @Override
    public double cells(int lesion, int genotype, int phenotype) {
        return cells.get(lesion)[genotype][phenotype];
    }

    private double cellsOf(int lesion, int genotype) {
        double sum = 0;
        for (double number : cells.get(lesion)[genotype]) {
            sum += number;
        }
        return sum;
    }

    @Override
    public int nextGenotype(int lesion, int from) {
        int genotype = from;
        while (genotype < cells.get(lesion).length && passesOverEmptyGenotypes && cellsOf(lesion, genotype) == 0) {
            genotype++;
        }
        return genotype < cells.get(lesion).length ? genotype : -1;
    }

    @Override
    public double birthsPerDay(int lesion, int genotype) {
        return birth * cellsOf(lesion, genotype);
    }

    @Override
    public double deathsPerDay(int lesion, int genotype) {
        return death * cellsOf(lesion, genotype);
    }

    @Override
    public double nadir(int lesion) {
        return nadirs.get(lesion);
    }

    @Override
    public double genomeEquivalentsPerCellDeath() {
        return shedding;
    }

    @Override
    public double nonTumourVaf(int biomarker) {
        return nonTumourVaf;
    }

    @Override
    public int regimen() {
        return 0;
    }

    @Override
    public double day() {
        return day;
    }
}
