package org.evotrial.statistics.adaptive;

import org.evotrial.statistics.Admissible;

/** Outcomes of a trial whose stages have sizes that are fixed in advance; what is simulated goes into reused arrays. */
abstract class PlannedStages implements StagewiseOutcomes {
    /** Size of every stage. */
    final int[] sizes;

    /** Stage-wise statistics of the latest stage. */
    final double[] z;

    /** Effects estimated from all stages so far. */
    final double[] effects;

    /**
     * @param hypotheses number of hypotheses
     * @param cumulativeSizes subjects or events at the end of each stage, positive, strictly ascending
     */
    PlannedStages(int hypotheses, int... cumulativeSizes) {
        sizes = increments(cumulativeSizes);
        z = new double[hypotheses];
        effects = new double[hypotheses];
    }

    private static int[] increments(int... cumulative) {
        Admissible.inRange("number of stages", cumulative.length, 1, 100);
        int[] sizes = new int[cumulative.length];
        int before = 0;
        for (int k = 0; k < sizes.length; k++) {
            Admissible.inRange("cumulative size", cumulative[k], before + 1L, Integer.MAX_VALUE);
            sizes[k] = cumulative[k] - before;
            before = cumulative[k];
        }
        return sizes;
    }

    @Override
    public final int hypotheses() {
        return z.length;
    }

    @Override
    public final int stages() {
        return sizes.length;
    }

    @Override
    public final double[] z() {
        return z;
    }

    @Override
    public final double[] effects() {
        return effects;
    }

    /** The size of all groups of a stage together, whichever hypotheses are selected. */
    @Override
    public double size(int stage, int selected) {
        return sizes[stage];
    }
}
