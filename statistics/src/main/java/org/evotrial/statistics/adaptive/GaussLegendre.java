package org.evotrial.statistics.adaptive;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Nodes and weights of the Gauss-Legendre rule on [-1, 1]. */
final class GaussLegendre {
    private final double[] nodes;
    private final double[] weights;

    GaussLegendre(int points) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(points);
        nodes = new double[points];
        weights = new double[points];
        for (int i = 0; i < points; i++) {
            nodes[i] = rule.getPoint(i);
            weights[i] = rule.getWeight(i);
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
