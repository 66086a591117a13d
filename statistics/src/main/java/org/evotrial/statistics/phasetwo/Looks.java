package org.evotrial.statistics.phasetwo;

import org.evotrial.statistics.Admissible;

/** Numbers of patients at the looks of a single-arm trial. */
final class Looks {
    private static final int MOST_TRIALS = 10_000;

    private Looks() {}

    /** A copy, if the numbers ascend strictly from 1 or more. */
    static int[] requireAscending(int... looks) {
        Admissible.inRange("number of looks", looks.length, 1, MOST_TRIALS);
        int before = 0;
        for (int look : looks) {
            Admissible.inRange("number of trials at a look", look, before + 1L, MOST_TRIALS);
            before = look;
        }
        return looks.clone();
    }

    static int last(int... looks) {
        return looks[looks.length - 1];
    }
}
