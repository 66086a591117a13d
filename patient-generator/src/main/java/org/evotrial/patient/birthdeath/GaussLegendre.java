package org.evotrial.patient.birthdeath;

/**
 * Nodes and weights of the 16-point Gauss-Legendre rule on [0, 1].
 *
 * @see <a href="https://dlmf.nist.gov/3.5#v">NIST Digital Library of Mathematical Functions, section 3.5(v)</a>
 */
final class GaussLegendre {
    private static final double[] HALF_NODES = {
        0.0950125098376374402, 0.2816035507792589132, 0.4580167776572273863, 0.6178762444026437484,
        0.7554044083550030339, 0.8656312023878317439, 0.9445750230732325761, 0.9894009349916499326
    };
    private static final double[] HALF_WEIGHTS = {
        0.1894506104550684963, 0.1826034150449235889, 0.1691565193950025382, 0.1495959888165767321,
        0.1246289712555338720, 0.0951585116824927848, 0.0622535239386478929, 0.0271524594117540949
    };

    /** Number of nodes. */
    static final int POINTS = 16;

    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        for (int i = 0; i < POINTS / 2; i++) {
            NODES[POINTS / 2 - 1 - i] = 0.5 * (1 - HALF_NODES[i]);
            NODES[POINTS / 2 + i] = 0.5 * (1 + HALF_NODES[i]);
            WEIGHTS[POINTS / 2 - 1 - i] = 0.5 * HALF_WEIGHTS[i];
            WEIGHTS[POINTS / 2 + i] = 0.5 * HALF_WEIGHTS[i];
        }
    }

    private GaussLegendre() {}

    /** Returns the i-th node, in (0, 1), ascending. */
    static double node(int i) {
        return NODES[i];
    }

    /** Returns the weight of the i-th node; the weights sum to 1. */
    static double weight(int i) {
        return WEIGHTS[i];
    }
}
