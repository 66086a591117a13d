package org.evotrial.statistics.groupsequential;

/** Gauss-Legendre rules on [-1, 1] with an even number of points. */
final class GaussLegendre {
    static final int MOST_POINTS = 32;

    private static final double[][] NODES = new double[MOST_POINTS / 2 + 1][];
    private static final double[][] WEIGHTS = new double[MOST_POINTS / 2 + 1][];

    static {
        for (int half = 1; half <= MOST_POINTS / 2; half++) {
            NODES[half] = new double[2 * half];
            WEIGHTS[half] = new double[2 * half];
            fill(NODES[half], WEIGHTS[half]);
        }
    }

    private GaussLegendre() {}

    /** Abscissae, not to be written to; the number of points is even, from 2 to {@link #MOST_POINTS}. */
    static double[] nodes(int points) {
        return NODES[points / 2];
    }

    /** Weights, not to be written to. */
    static double[] weights(int points) {
        return WEIGHTS[points / 2];
    }

    private static void fill(double[] nodes, double[] weights) {
        int points = nodes.length;
        for (int i = 0; i < points; i++) {
            double x = StrictMath.cos(StrictMath.PI * (i + 0.75) / (points + 0.5));
            double slope = 1;
            for (int iteration = 0; iteration < 20; iteration++) {
                double before = 1;
                double value = x;
                for (int k = 2; k <= points; k++) {
                    double following = ((2 * k - 1) * x * value - (k - 1) * before) / k;
                    before = value;
                    value = following;
                }
                slope = points * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }
            nodes[i] = x;
            weights[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }
}
