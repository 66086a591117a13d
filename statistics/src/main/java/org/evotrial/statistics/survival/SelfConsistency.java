package org.evotrial.statistics.survival;

import java.util.Arrays;

/** Turnbull's iteration for subjects who each cover a run of intervals. */
final class SelfConsistency {
    private final int[] from;
    private final int[] to;
    private final double[] p;
    private final double[] below;
    private final double[] change;

    /** Subject i covers the intervals from[i] to to[i] - 1; all intervals begin with the same mass. */
    SelfConsistency(int[] from, int[] to, int intervals) {
        this.from = from;
        this.to = to;
        p = new double[intervals];
        Arrays.fill(p, 1.0 / intervals);
        below = new double[intervals + 1];
        change = new double[intervals + 1];
    }

    /** Iterates until the likelihood is known to be near its maximum; gives the bound of the distance reached. */
    double run(int mostIterations, double enough) {
        double gap = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < mostIterations && gap > enough; iteration++) {
            gap = iterate();
        }
        return gap;
    }

    private double iterate() {
        for (int j = 0; j < p.length; j++) {
            below[j + 1] = below[j] + p[j];
        }
        Arrays.fill(change, 0);
        for (int i = 0; i < from.length; i++) {
            double inverse = 1 / (below[to[i]] - below[from[i]]);
            change[from[i]] += inverse;
            change[to[i]] -= inverse;
        }
        double gradient = 0;
        double largest = 0;
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            gradient += change[j];
            double g = gradient / from.length;
            largest = Math.max(largest, g);
            p[j] *= g;
            sum += p[j];
        }
        for (int j = 0; j < p.length; j++) {
            p[j] /= sum;
        }
        return from.length * (largest - 1);
    }

    double probability(int interval) {
        return p[interval];
    }
}
