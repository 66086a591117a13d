package org.evotrial.patient.tumour;

import org.evotrial.patient.disease.Mechanism;

/**
 * Rates at which the cells of one patient go along the edges of {@link Acquisitions}: per division, and per day for switches of
 * lineage. Switches of lineage speed up under treatment: their rates are multiplied by 1 + (factor - 1) stress.
 *
 * <p>A point mutation is so rare that it leaves the growth of the parents as it is. All other edges (loss of a mechanism,
 * copy-number event, fusion, reversion, switch of lineage) take the cell away: at a division with probability u one daughter
 * goes over, so that the parents multiply at the rate b (1 - u); at a switch at rate k per day they lose k.
 */
final class MutationSupply {
    private final Acquisitions acquisitions;
    private final Mechanism[] mechanisms;
    private final double perBase;
    private final double[][] perDivision;
    private final double[][] perDay;
    private final double[][] induction;
    private final double[] allPerDivision;
    private final double[] allPerDay;
    private final double[] inducedPerDivision;
    private final double[] inducedPerDay;
    private final double[] leaving;
    private final double[] inducedLeaving;
    private double copyNumberFactor;
    private double otherFactor;

    MutationSupply(TumourModel model) {
        acquisitions = model.acquisitions;
        mechanisms = model.disease.mechanisms().toArray(new Mechanism[0]);
        perBase = model.disease.mutationsPerBasePerDivision();
        int genotypes = model.genotypes.count();
        perDivision = new double[genotypes][];
        perDay = new double[genotypes][];
        induction = new double[genotypes][];
        for (int g = 0; g < genotypes; g++) {
            perDivision[g] = new double[acquisitions.from(g)];
            perDay[g] = new double[acquisitions.from(g)];
            induction[g] = new double[acquisitions.from(g)];
        }
        allPerDivision = new double[genotypes];
        allPerDay = new double[genotypes];
        inducedPerDivision = new double[genotypes];
        inducedPerDay = new double[genotypes];
        leaving = new double[genotypes];
        inducedLeaving = new double[genotypes];
        renew(1, 1);
    }

    /**
     * Sets the rates of another patient.
     *
     * @param newCopyNumberFactor factor on the rates of copy-number events
     * @param newOtherFactor factor on the rates of all other mutations, and of losses
     */
    void renew(double newCopyNumberFactor, double newOtherFactor) {
        copyNumberFactor = newCopyNumberFactor;
        otherFactor = newOtherFactor;
        for (int g = 0; g < perDivision.length; g++) {
            allPerDivision[g] = 0;
            allPerDay[g] = 0;
            inducedPerDivision[g] = 0;
            inducedPerDay[g] = 0;
            leaving[g] = 0;
            inducedLeaving[g] = 0;
            for (int i = 0; i < perDivision[g].length; i++) {
                set(g, i);
            }
        }
    }

    private void set(int genotype, int i) {
        Mechanism mechanism = mechanisms[acquisitions.mechanism(genotype, i)];
        boolean loss = acquisitions.isLoss(genotype, i);
        double rate = loss ? mechanism.reversionsPerDivision() : mechanism.perDivision(perBase);
        double division = Math.min(1, factor(mechanism) * rate);
        double day = loss ? 0 : mechanism.switchesPerDay();
        double induced = loss ? 0 : mechanism.onTreatmentFactor() - 1;
        perDivision[genotype][i] = division;
        perDay[genotype][i] = day;
        induction[genotype][i] = induced;
        allPerDivision[genotype] += division;
        allPerDay[genotype] += day;
        inducedPerDivision[genotype] += induced * division;
        inducedPerDay[genotype] += induced * day;
        if (loss || mechanism.kind() != Mechanism.Kind.POINT_MUTATION) {
            leaving[genotype] += division;
            inducedLeaving[genotype] += induced * division;
        }
    }

    /**
     * Acquisitions of a mechanism per division of cells that do not have it, before treatment: switches of lineage count as if
     * they occurred at divisions.
     *
     * @param birthPerDay divisions per cell and day
     */
    double beforeTreatment(int mechanism, double birthPerDay) {
        Mechanism acquired = mechanisms[mechanism];
        return Math.min(1, factor(acquired) * acquired.perDivision(perBase) + acquired.switchesPerDay() / birthPerDay);
    }

    private double factor(Mechanism mechanism) {
        return switch (mechanism.kind()) {
            case COPY_NUMBER -> copyNumberFactor;
            case LINEAGE_PLASTICITY -> 1;
            case POINT_MUTATION, FUSION, REVERSION -> otherFactor;
        };
    }

    /**
     * Probability per division that one daughter goes along an edge.
     *
     * @param stress relative drug effect on the genotype, in [0, 1]
     */
    double perDivision(int genotype, int i, double stress) {
        return perDivision[genotype][i] * (1 + induction[genotype][i] * stress);
    }

    /** Probability per division that one daughter goes along any edge from a genotype. */
    double perDivision(int genotype, double stress) {
        return allPerDivision[genotype] + inducedPerDivision[genotype] * stress;
    }

    /** Rate per cell and day of an edge, besides divisions. */
    double perDay(int genotype, int i, double stress) {
        return perDay[genotype][i] * (1 + induction[genotype][i] * stress);
    }

    /** Rate per cell and day of all edges from a genotype, besides divisions. */
    double perDay(int genotype, double stress) {
        return allPerDay[genotype] + inducedPerDay[genotype] * stress;
    }

    /** Probability that a division adds no parent, since one daughter goes over: all but the rare point mutations. */
    double leavingPerDivision(int genotype, double stress) {
        return Math.min(1, leaving[genotype] + inducedLeaving[genotype] * stress);
    }

    /**
     * Chooses an edge, with probabilities proportional to the rates.
     *
     * @param birthPerDay divisions per cell and day
     * @param uniform a uniform number in [0, 1)
     */
    int choose(int genotype, double stress, double birthPerDay, double uniform) {
        boolean daily = allPerDay[genotype] > 0;
        double left = daily
                ? uniform * (birthPerDay * perDivision(genotype, stress) + perDay(genotype, stress))
                : uniform * perDivision(genotype, stress);
        int last = perDivision[genotype].length - 1;
        for (int i = 0; i < last; i++) {
            double rate = perDivision(genotype, i, stress);
            left -= daily ? birthPerDay * rate + perDay(genotype, i, stress) : rate;
            if (left < 0) {
                return i;
            }
        }
        return last;
    }
}
