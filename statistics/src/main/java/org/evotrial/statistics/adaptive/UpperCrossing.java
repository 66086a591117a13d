package org.evotrial.statistics.adaptive;

import org.evotrial.statistics.GaussLegendre;
import org.evotrial.statistics.StandardNormal;

/**
 * The probability that a Brownian motion exceeds given bounds at given times: what is left of a group-sequential design
 * whose past is known. Trapezoidal rule on a grid common to all looks, whose error falls faster than any power of its step
 * for these smooth densities away from the bounds, and Gauss-Legendre panels up to each bound.
 */
final class UpperCrossing {
    private static final double REACH = 9;
    private static final GaussLegendre RULE = new GaussLegendre(32);

    private UpperCrossing() {}

    /** {@code P(B(I_j) / sqrt(I_j) >= b_j for at least one j)} for ascending information. */
    static double probability(double[] information, double[] bounds) {
        double crossed = StandardNormal.survival(bounds[0]);
        double[] nodes = new double[0];
        double[] masses = new double[0];
        for (int j = 0; j + 1 < bounds.length; j++) {
            double high = Math.min(bounds[j], REACH) * Math.sqrt(information[j]);
            double low = -REACH * Math.sqrt(information[j]);
            if (high <= low) {
                return Math.min(1, crossed);
            }
            double narrowest = Math.sqrt(Math.min(
                    information[j + 1] - information[j],
                    j == 0 ? information[0] : information[j] - information[j - 1]));
            int panels = (int) Math.ceil((high - low) / (8 * narrowest));
            double[] nextNodes = new double[panels * RULE.points()];
            double[] nextMasses = new double[nextNodes.length];
            for (int i = 0; i < nextNodes.length; i++) {
                double from = low + (high - low) * (i / RULE.points()) / panels;
                double half = 0.5 * (high - low) / panels;
                nextNodes[i] = from + half * (1 + RULE.node(i % RULE.points()));
                nextMasses[i] =
                        half * RULE.weight(i % RULE.points()) * density(nextNodes[i], j, information, nodes, masses);
            }
            nodes = nextNodes;
            masses = nextMasses;
            double sd = Math.sqrt(information[j + 1] - information[j]);
            double bound = bounds[j + 1] * Math.sqrt(information[j + 1]);
            for (int i = 0; i < nodes.length; i++) {
                crossed += masses[i] * StandardNormal.survival((bound - nodes[i]) / sd);
            }
        }
        return Math.min(1, crossed);
    }

    private static double density(double b, int look, double[] information, double[] nodes, double[] masses) {
        if (look == 0) {
            double sd = Math.sqrt(information[0]);
            return StandardNormal.density(b / sd) / sd;
        }
        double sd = Math.sqrt(information[look] - information[look - 1]);
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += masses[i] * StandardNormal.density((b - nodes[i]) / sd);
        }
        return sum / sd;
    }
}
