package org.evotrial.patient.birthdeath;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A small branching process of several types whose rates change from phase to phase, for the slow reference solutions.
 *
 * @param phases in the order of time
 */
record BranchingModel(List<Phase> phases) {

    /**
     * Constant rates for some days.
     *
     * @param days length
     * @param birth divisions per cell and day
     * @param death deaths per cell and day
     * @param mutation [i][j]: chance that a division of i makes one daughter a j; the diagonal is zero
     * @param transition [i][j]: changes of a cell of type i into j, per day; the diagonal is zero
     */
    record Phase(double days, double[] birth, double[] death, double[][] mutation, double[][] transition) {
        double divisionsWithout(int i) {
            double rest = 1;
            for (double u : mutation[i]) {
                rest -= u;
            }
            return birth[i] * rest;
        }

        double fastest() {
            double fastest = 0;
            for (int i = 0; i < birth.length; i++) {
                double sum = birth[i] + death[i];
                for (double k : transition[i]) {
                    sum += k;
                }
                fastest = Math.max(fastest, sum);
            }
            return fastest;
        }

        /** The same phase as arguments of the step: m x m, row-major. */
        BranchingStep set(BranchingStep step, double stepDays) {
            int m = birth.length;
            double[] births = new double[m];
            double[] flatTransition = new double[m * m];
            double[] flatProduction = new double[m * m];
            for (int i = 0; i < m; i++) {
                births[i] = divisionsWithout(i);
                for (int j = 0; j < m; j++) {
                    flatTransition[i * m + j] = transition[i][j];
                    flatProduction[i * m + j] = birth[i] * mutation[i][j];
                }
            }
            return step.set(m, births, death, flatTransition, flatProduction, stepDays);
        }
    }

    int types() {
        return phases.get(0).birth().length;
    }

    double days() {
        return phases.stream().mapToDouble(Phase::days).sum();
    }

    /** Rates up to .3 (divisions), .4 (deaths) and .3 (changes) a day; about every second arrow exists. */
    static BranchingModel random(int types, int phases, double days, UniformRandomProvider random) {
        List<Phase> list = new ArrayList<>();
        for (int p = 0; p < phases; p++) {
            double[] birth = new double[types];
            double[] death = new double[types];
            double[][] mutation = new double[types][types];
            double[][] transition = new double[types][types];
            for (int i = 0; i < types; i++) {
                birth[i] = .3 * random.nextDouble();
                death[i] = .4 * random.nextDouble();
                for (int j = 0; j < types; j++) {
                    if (i != j) {
                        mutation[i][j] = random.nextDouble() < .5 ? .4 * random.nextDouble() / types : 0;
                        transition[i][j] = random.nextDouble() < .5 ? .3 * random.nextDouble() : 0;
                    }
                }
            }
            list.add(new Phase(days / phases, birth, death, mutation, transition));
        }
        return new BranchingModel(List.copyOf(list));
    }
}
