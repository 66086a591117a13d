package org.evotrial.patient.tumour;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.patient.disease.Genotypes;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.patient.drug.DrugEffects;

/**
 * What the cells of each genotype become: edges of the graph of genotypes, first those that gain a mechanism, in the order
 * of the mechanisms, then those that lose one.
 *
 * <p>From founders every mechanism is followed. A cell that already resists is followed into a further mechanism only
 * where that matters: where it lowers the effect of a drug of the trial, in some organ and at average exposure, by
 * at least 1 % of the largest effect; where it is an advantage, hides from immune cells, cancels another one or is required by
 * another one. Otherwise it stays what it is, unless neutral mutations are to be followed. Immutable.
 */
final class Acquisitions implements Serializable {
    private static final long serialVersionUID = 1;

    /** Relative to the largest effect of the drug. */
    private static final double LEAST_PROTECTION = 0.01;

    private final int[][] mechanisms;
    private final int[][] descendants;
    private final boolean[][] losses;

    Acquisitions(Genotypes genotypes, DrugEffects effects, EvolvingTumourDisease disease) {
        mechanisms = new int[genotypes.count()][];
        descendants = new int[genotypes.count()][];
        losses = new boolean[genotypes.count()][];
        for (int g = 0; g < mechanisms.length; g++) {
            List<Integer> gained = new ArrayList<>();
            List<Integer> lost = new ArrayList<>();
            for (int m = 0; m < disease.mechanisms().size(); m++) {
                if (follows(genotypes, effects, disease, g, m)) {
                    gained.add(m);
                }
                if (genotypes.reverted(g, m) >= 0) {
                    lost.add(m);
                }
            }
            int of = g;
            List<Integer> all = new ArrayList<>(gained);
            all.addAll(lost);
            mechanisms[g] = all.stream().mapToInt(Integer::intValue).toArray();
            descendants[g] = new int[all.size()];
            losses[g] = new boolean[all.size()];
            for (int i = 0; i < all.size(); i++) {
                losses[g][i] = i >= gained.size();
                descendants[g][i] =
                        losses[g][i] ? genotypes.reverted(of, all.get(i)) : genotypes.descendant(of, all.get(i));
            }
        }
    }

    private static boolean follows(
            Genotypes genotypes, DrugEffects effects, EvolvingTumourDisease disease, int genotype, int m) {
        Mechanism mechanism = disease.mechanisms().get(m);
        int descendant = genotypes.descendant(genotype, m);
        boolean arises = descendant >= 0
                && (mechanism.perDivision(disease.mutationsPerBasePerDivision()) > 0 || mechanism.switchesPerDay() > 0);
        return arises
                && (isFounder(genotypes, disease, genotype)
                        || disease.neutralMutations()
                        || matters(mechanism, disease.mechanisms())
                        || effects.protects(genotype, descendant, LEAST_PROTECTION));
    }

    private static boolean matters(Mechanism mechanism, List<Mechanism> all) {
        return mechanism.fitnessCost() < 0
                || mechanism.antigenicity() < 1
                || !mechanism.cancels().isEmpty()
                || all.stream().anyMatch(other -> other.requires().contains(mechanism.id()));
    }

    private static boolean isFounder(Genotypes genotypes, EvolvingTumourDisease disease, int genotype) {
        for (int m = 0; m < disease.mechanisms().size(); m++) {
            boolean truncal = disease.mechanisms().get(m).preExisting() instanceof PreExisting.Truncal;
            if (genotypes.has(genotype, m) && !truncal) {
                return false;
            }
        }
        return true;
    }

    /** Number of edges from a genotype. */
    int from(int genotype) {
        return mechanisms[genotype].length;
    }

    /** Number of edges from the genotype with most of them. */
    int most() {
        int most = 0;
        for (int[] edges : mechanisms) {
            most = Math.max(most, edges.length);
        }
        return most;
    }

    /** The mechanism that is gained or lost along the i-th edge from a genotype. */
    int mechanism(int genotype, int i) {
        return mechanisms[genotype][i];
    }

    /** Whether the mechanism is lost along the i-th edge from a genotype. */
    boolean isLoss(int genotype, int i) {
        return losses[genotype][i];
    }

    /** What a cell becomes along the i-th edge from a genotype. */
    int descendant(int genotype, int i) {
        return descendants[genotype][i];
    }

    /** A bit per genotype that cells of a genotype become. */
    long descendants(int genotype) {
        long bits = 0;
        for (int descendant : descendants[genotype]) {
            bits |= 1L << descendant;
        }
        return bits;
    }
}
