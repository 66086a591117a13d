package org.evotrial.patient.birthdeath;

import org.apache.commons.rng.UniformRandomProvider;

/** The slow, obviously correct simulation of one step of resistance: one event at a time, mutants neutral. */
record EventByEvent(double birth, double death, double mutationsPerDivision) {

    /** Grows from one sensitive cell until there are M cells in all; extinct lineages start again. Returns resistant cells. */
    int resistantAtSize(int size, UniformRandomProvider random) {
        int sensitive = 1;
        int resistant = 0;
        while (sensitive + resistant < size) {
            if (sensitive + resistant == 0) {
                sensitive = 1;
            }
            boolean isSensitive = random.nextDouble() * (sensitive + resistant) < sensitive;
            boolean divides = random.nextDouble() * (birth + death) < birth;
            if (!isSensitive) {
                resistant += divides ? 1 : -1;
            } else if (!divides) {
                sensitive--;
            } else if (random.nextDouble() < mutationsPerDivision) {
                resistant++;
            } else {
                sensitive++;
            }
        }
        return resistant;
    }
}
