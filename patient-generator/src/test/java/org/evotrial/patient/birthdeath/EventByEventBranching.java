package org.evotrial.patient.birthdeath;

import org.apache.commons.rng.UniformRandomProvider;

/** The slow, obviously correct simulation of a branching model: one event at a time (Gillespie). */
record EventByEventBranching(BranchingModel model) {

    /** Returns the cells of each type at the end, from the given cells. */
    int[] simulate(int[] founders, UniformRandomProvider random) {
        int[] cells = founders.clone();
        for (BranchingModel.Phase phase : model.phases()) {
            double time = 0;
            while (true) {
                double rate = 0;
                for (int i = 0; i < cells.length; i++) {
                    rate += cells[i] * outOf(phase, i);
                }
                time -= Math.log(1 - random.nextDouble()) / rate;
                if (!(time < phase.days())) {
                    break;
                }
                event(phase, cells, random.nextDouble() * rate, random);
            }
        }
        return cells;
    }

    private static double outOf(BranchingModel.Phase phase, int i) {
        double sum = phase.birth()[i] + phase.death()[i];
        for (double k : phase.transition()[i]) {
            sum += k;
        }
        return sum;
    }

    private static void event(BranchingModel.Phase phase, int[] cells, double position, UniformRandomProvider random) {
        int type = 0;
        double left = position;
        while (left >= cells[type] * outOf(phase, type) && type < cells.length - 1) {
            left -= cells[type] * outOf(phase, type);
            type++;
        }
        double which = random.nextDouble() * outOf(phase, type);
        if (which < phase.death()[type]) {
            cells[type]--;
        } else if (which < phase.death()[type] + phase.birth()[type]) {
            cells[daughter(phase, type, random)]++;
        } else {
            which -= phase.death()[type] + phase.birth()[type];
            int to = 0;
            while (which >= phase.transition()[type][to] && to < cells.length - 1) {
                which -= phase.transition()[type][to];
                to++;
            }
            cells[type]--;
            cells[to]++;
        }
    }

    private static int daughter(BranchingModel.Phase phase, int type, UniformRandomProvider random) {
        double u = random.nextDouble();
        for (int j = 0; j < phase.birth().length; j++) {
            u -= phase.mutation()[type][j];
            if (u < 0) {
                return j;
            }
        }
        return type;
    }
}
