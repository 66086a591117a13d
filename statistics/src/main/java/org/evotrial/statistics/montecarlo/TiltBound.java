package org.evotrial.statistics.montecarlo;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;
import org.evotrial.statistics.Admissible;

/**
 * Carries a rejection probability from one parameter to others. With {@code f} the probability at {@code theta}, Hoelder's
 * inequality on the likelihood ratio gives for every {@code q >= 1}
 *
 * <p>{@code f(theta + v) <= f^(1 - 1/q) exp([A(theta + q v) - A(theta)] / q - [A(theta + v) - A(theta)])},
 *
 * <p>for any test and any adaptive design on data of an {@link ExponentialFamily}. The bound is quasi-convex in {@code v}, so
 * that over a tile the corners decide, and its logarithm convex in {@code 1/q}, so that the best {@code q} is found
 * safely; every {@code q} gives a valid bound. Sklar, Guarantees for comprehensive simulation assessment of statistical
 * methods, 2022, doi:10.48550/arXiv.2212.10042.
 */
public final class TiltBound {
    private TiltBound() {}

    /**
     * An upper bound of the rejection probability over a tile.
     *
     * @param family distribution of the data
     * @param tile region; its point is where {@code probability} holds
     * @param probability rejection probability at the point, or an upper limit of it, in [0, 1]
     * @return upper bound, in [probability, 1]
     * @throws IllegalArgumentException if the probability is not admissible or the dimensions differ
     */
    public static double over(ExponentialFamily family, ParameterTile tile, double probability) {
        return over(family, tile.point(), tile.vertices(), probability);
    }

    /**
     * An upper bound of the rejection probability at another parameter.
     *
     * @param family distribution of the data
     * @param from natural parameter at which {@code probability} holds
     * @param to natural parameter to carry it to
     * @param probability rejection probability at {@code from}, or an upper limit of it, in [0, 1]
     * @return upper bound, in [0, 1]
     * @throws IllegalArgumentException if the probability is not admissible or the dimensions differ
     */
    public static double at(ExponentialFamily family, double[] from, double[] to, double probability) {
        return over(family, from, new double[][] {to}, probability);
    }

    private static double over(ExponentialFamily family, double[] from, double[][] vertices, double probability) {
        Admissible.probability("probability", probability);
        if (probability == 0 || probability == 1) {
            return probability;
        }
        UnivariatePointValuePair best = optimum(family, from, vertices, StrictMath.log(probability));
        return Math.min(1, StrictMath.exp(best.getValue()));
    }

    /** The best {@code 1 / q} with the logarithm of its bound. */
    static UnivariatePointValuePair optimum(
            ExponentialFamily family, double[] from, double[][] vertices, double logarithm) {
        return new BrentOptimizer(1e-9, 1e-12)
                .optimize(
                        new MaxEval(500),
                        GoalType.MINIMIZE,
                        new SearchInterval(1e-6, 1),
                        new UnivariateObjectiveFunction(inverse ->
                                Math.min(1e3, logarithmicBound(family, from, vertices, logarithm, inverse))));
    }

    /** The largest bound at the corners for {@code q = 1 / inverse}. */
    static double logarithmicBound(
            ExponentialFamily family, double[] from, double[][] vertices, double logarithm, double inverse) {
        double origin = family.logPartition(from);
        double[] stretched = new double[from.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (double[] vertex : vertices) {
            for (int i = 0; i < from.length; i++) {
                stretched[i] = from[i] + (vertex[i] - from[i]) / inverse;
            }
            double far = family.logPartition(stretched);
            double near = family.logPartition(vertex);
            if (far == Double.POSITIVE_INFINITY || near == Double.POSITIVE_INFINITY) {
                return Double.POSITIVE_INFINITY;
            }
            largest = Math.max(largest, inverse * (far - origin) - (near - origin));
        }
        return (1 - inverse) * logarithm + largest;
    }
}
