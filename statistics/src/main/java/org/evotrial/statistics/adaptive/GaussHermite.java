package org.evotrial.statistics.adaptive;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Nodes and weights of the Gauss-Hermite rule, scaled to expectations over a standard normal variable. */
final class GaussHermite {
    private final double[] nodes;
    private final double[] weights;

    GaussHermite(int points) {
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(points);
        nodes = new double[points];
        weights = new double[points];
        for (int i = 0; i < points; i++) {
            nodes[i] = Math.sqrt(2) * rule.getPoint(i);
            weights[i] = rule.getWeight(i) / Math.sqrt(Math.PI);
        }
    }

    int points() {
        return nodes.length;
    }

    double node(int index) {
        return nodes[index];
    }

    double weight(int index) {
        return weights[index];
    }
}
