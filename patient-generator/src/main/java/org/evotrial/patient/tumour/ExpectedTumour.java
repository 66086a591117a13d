package org.evotrial.patient.tumour;

import java.util.Arrays;

/**
 * The cells of one patient as they are expected between two steps of the tumour: what samples see. Each genotype of a lesion is
 * computed when it is first asked for; nothing here changes the tumour.
 */
final class ExpectedTumour {
    private final Tumour tumour;
    private final PatientRates rates;
    private final int genotypes;
    private final int states;
    private final double[] cells;
    private final long[] cellsKnown;
    private final double[] total;
    private final long[] totalKnown;
    private int exposure;
    private double days;
    private long moment;

    ExpectedTumour(Tumour tumour, PatientRates rates, TumourModel model) {
        this.tumour = tumour;
        this.rates = rates;
        genotypes = model.genotypes.count();
        states = model.states.count();
        int populations = model.mostLesions() * genotypes;
        cells = new double[populations * states];
        cellsKnown = new long[populations];
        total = new double[model.mostLesions()];
        totalKnown = new long[total.length];
        Arrays.fill(cellsKnown, -1);
        Arrays.fill(totalKnown, -1);
    }

    /** Forgets what was computed: the tumour, its exposure or the patient has changed. */
    void renew(int newExposure) {
        exposure = newExposure;
        days = 0;
        moment++;
    }

    /** Looks at the tumour so many days after its last step. */
    ExpectedTumour at(double daysLater) {
        if (daysLater != days) {
            days = daysLater;
            moment++;
        }
        return this;
    }

    /** Cells of a lesion, without genotypes that no sample could tell ({@link Tumour#seen}). */
    double cells(int lesion) {
        if (days == 0) {
            return tumour.total(lesion);
        }
        if (totalKnown[lesion] != moment) {
            totalKnown[lesion] = moment;
            OrganSteps steps = tumour.steps(lesion, rates, exposure);
            double sum = 0;
            for (long left = tumour.seen(lesion); left != 0; left &= left - 1) {
                int g = Long.numberOfTrailingZeros(left);
                expect(lesion, g, steps);
                int at = (lesion * genotypes + g) * states;
                for (int s = 0; s < states; s++) {
                    sum += cells[at + s];
                }
            }
            total[lesion] = sum;
        }
        return total[lesion];
    }

    /** Cells of a genotype in one phenotype, in all niches. */
    double cells(int lesion, int genotype, int phenotype, int phenotypes) {
        double[] now = expect(lesion, genotype, tumour.steps(lesion, rates, exposure));
        int at = (lesion * genotypes + genotype) * states;
        double sum = 0;
        for (int s = phenotype; s < states; s += phenotypes) {
            sum += now[at + s];
        }
        return sum;
    }

    /** Births per day of a genotype. */
    double birthsPerDay(int lesion, int genotype) {
        OrganSteps steps = tumour.steps(lesion, rates, exposure);
        double[] now = expect(lesion, genotype, steps);
        return steps.of(genotype).birthsPerDay(now, (lesion * genotypes + genotype) * states);
    }

    /** Deaths per day of a genotype. */
    double deathsPerDay(int lesion, int genotype) {
        OrganSteps steps = tumour.steps(lesion, rates, exposure);
        double[] now = expect(lesion, genotype, steps);
        return steps.of(genotype).deathsPerDay(now, (lesion * genotypes + genotype) * states);
    }

    /** The array in which the expected cells of a genotype stand. */
    private double[] expect(int lesion, int genotype, OrganSteps steps) {
        if (days == 0) {
            return tumour.cells();
        }
        int population = lesion * genotypes + genotype;
        if (cellsKnown[population] != moment) {
            cellsKnown[population] = moment;
            int at = population * states;
            if ((tumour.alive(lesion) & 1L << genotype) == 0) {
                System.arraycopy(tumour.cells(), at, cells, at, states);
            } else {
                steps.of(genotype).expect(tumour.cells(), at, days, cells);
            }
        }
        return cells;
    }
}
