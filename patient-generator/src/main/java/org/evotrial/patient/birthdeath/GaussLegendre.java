package org.evotrial.patient.birthdeath;

/**
 * Nodes and weights of Gauss-Legendre rules on [0, 1], with 8 and with 16 points.
 *
 * @see <a href="https://dlmf.nist.gov/3.5#v">NIST Digital Library of Mathematical Functions, section 3.5(v)</a>
 */
final class GaussLegendre {
    /** Eight points, for integrands that vary by a few e-folds. */
    static final GaussLegendre COARSE = new GaussLegendre(
            new double[] {0.1834346424956498049, 0.5255324099163289858, 0.7966664774136267396, 0.9602898564975362317},
            new double[] {0.3626837833783619830, 0.3137066458778872873, 0.2223810344533744705, 0.1012285362903762592});

    /** Sixteen points. */
    static final GaussLegendre FINE = new GaussLegendre(
            new double[] {
                0.0950125098376374402, 0.2816035507792589132, 0.4580167776572273863, 0.6178762444026437484,
                0.7554044083550030339, 0.8656312023878317439, 0.9445750230732325761, 0.9894009349916499326
            },
            new double[] {
                0.1894506104550684963, 0.1826034150449235889, 0.1691565193950025382, 0.1495959888165767321,
                0.1246289712555338720, 0.0951585116824927848, 0.0622535239386478929, 0.0271524594117540949
            });

    private final double[] nodes;
    private final double[] weights;

    /** Unfolds the positive half of a rule on [-1, 1]. */
    private GaussLegendre(double[] halfNodes, double[] halfWeights) {
        int half = halfNodes.length;
        nodes = new double[2 * half];
        weights = new double[2 * half];
        for (int i = 0; i < half; i++) {
            nodes[half - 1 - i] = 0.5 * (1 - halfNodes[i]);
            nodes[half + i] = 0.5 * (1 + halfNodes[i]);
            weights[half - 1 - i] = 0.5 * halfWeights[i];
            weights[half + i] = 0.5 * halfWeights[i];
        }
    }

    /** Number of nodes. */
    int points() {
        return nodes.length;
    }

    /** Returns the i-th node, in (0, 1), ascending. */
    double node(int i) {
        return nodes[i];
    }

    /** Returns the weight of the i-th node; the weights sum to 1. */
    double weight(int i) {
        return weights[i];
    }
}
