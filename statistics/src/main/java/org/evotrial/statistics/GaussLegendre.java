package org.evotrial.statistics;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Nodes and weights of a Gauss-Legendre rule on [-1, 1], in ascending order, for loops that evaluate many integrands at once. */
public final class GaussLegendre {
    private final double[] nodes;
    private final double[] weights;

    /**
     * Computes a rule.
     *
     * @param points number of nodes, in [1, 1000]
     * @throws IllegalArgumentException for any other number
     */
    public GaussLegendre(int points) {
        Admissible.inRange("number of nodes", points, 1, 1000);
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(points);
        nodes = new double[points];
        weights = new double[points];
        for (int i = 0; i < points; i++) {
            nodes[i] = rule.getPoint(i);
            weights[i] = rule.getWeight(i);
        }
    }

    /** Returns the number of nodes. */
    public int points() {
        return nodes.length;
    }

    /** Returns the node of an index from 0. */
    public double node(int index) {
        return nodes[index];
    }

    /** Returns the weight of an index from 0; the weights sum to 2. */
    public double weight(int index) {
        return weights[index];
    }
}
