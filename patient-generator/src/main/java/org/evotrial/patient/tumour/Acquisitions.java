package org.evotrial.patient.tumour;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.patient.disease.Genotypes;
import org.evotrial.patient.drug.DrugEffects;

/**
 * Which mechanisms the cells of each genotype acquire, and what they then are.
 *
 * <p>From sensitive cells every mechanism is followed. A cell that already resists is followed into a further mechanism only
 * where that protects it: where it lowers the effect of a drug of the trial, in some organ and at average exposure, by
 * at least 1 % of the largest effect. Otherwise it stays what it is, unless neutral mutations are to be followed. Immutable.
 */
final class Acquisitions implements Serializable {
    private static final long serialVersionUID = 1;

    /** Relative to the largest effect of the drug. */
    private static final double LEAST_PROTECTION = 0.01;

    private final int[][] mechanisms;
    private final int[][] descendants;
    private final double[][] rates;
    private final double[] allRates;

    Acquisitions(Genotypes genotypes, DrugEffects effects, EvolvingTumourDisease disease) {
        mechanisms = new int[genotypes.count()][];
        descendants = new int[genotypes.count()][];
        rates = new double[genotypes.count()][];
        allRates = new double[genotypes.count()];
        for (int g = 0; g < mechanisms.length; g++) {
            List<Integer> followed = new ArrayList<>();
            for (int m = 0; m < disease.mechanisms().size(); m++) {
                int descendant = genotypes.descendant(g, m);
                boolean arises = descendant >= 0 && disease.mechanisms().get(m).mutationsPerDivision() > 0;
                if (arises
                        && (g == 0
                                || disease.neutralMutations()
                                || effects.protects(g, descendant, LEAST_PROTECTION))) {
                    followed.add(m);
                }
            }
            int of = g;
            mechanisms[g] = followed.stream().mapToInt(Integer::intValue).toArray();
            descendants[g] =
                    followed.stream().mapToInt(m -> genotypes.descendant(of, m)).toArray();
            rates[g] = followed.stream()
                    .mapToDouble(m -> disease.mechanisms().get(m).mutationsPerDivision())
                    .toArray();
            for (double rate : rates[g]) {
                allRates[g] += rate;
            }
        }
    }

    /** Number of mechanisms that cells of a genotype acquire. */
    int from(int genotype) {
        return mechanisms[genotype].length;
    }

    /** The i-th mechanism that cells of a genotype acquire. */
    int mechanism(int genotype, int i) {
        return mechanisms[genotype][i];
    }

    /** Probability per division of the i-th mechanism that cells of a genotype acquire. */
    double rate(int genotype, int i) {
        return rates[genotype][i];
    }

    /** Probability per division of any mechanism that cells of a genotype acquire. */
    double rate(int genotype) {
        return allRates[genotype];
    }

    /**
     * Chooses among the mechanisms that cells of a genotype acquire, with probabilities proportional to their rates.
     *
     * @param uniform a uniform number in [0, 1)
     */
    int choose(int genotype, double uniform) {
        double left = uniform * allRates[genotype];
        int last = rates[genotype].length - 1;
        int i = 0;
        while (i < last && left >= rates[genotype][i]) {
            left -= rates[genotype][i++];
        }
        return i;
    }

    /** What such a cell becomes. */
    int descendant(int genotype, int i) {
        return descendants[genotype][i];
    }
}
