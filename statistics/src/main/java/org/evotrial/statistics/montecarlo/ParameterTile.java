package org.evotrial.statistics.montecarlo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.statistics.Admissible;

/**
 * A piece of a parameter region, with the point at which the trial is simulated: a box, or what half-spaces leave of it.
 * Coordinates are natural parameters of an {@link ExponentialFamily}. Immutable.
 */
public final class ParameterTile implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DIMENSIONS = 12;

    private final double[] lower;
    private final double[] upper;
    private final double[] point;
    private final double[][] vertices;

    private ParameterTile(double[] lower, double[] upper, double[][] vertices) {
        this.lower = lower;
        this.upper = upper;
        this.vertices = vertices;
        this.point = mean(vertices);
    }

    /**
     * A box.
     *
     * @param lower smallest value of each parameter, finite; at most 12 parameters
     * @param upper largest, at least {@code lower}
     * @return the box; its point is the middle
     * @throws IllegalArgumentException if the limits are not admissible
     */
    public static ParameterTile box(double[] lower, double[] upper) {
        Admissible.inRange("number of parameters", lower.length, 1, MOST_DIMENSIONS);
        Admissible.inRange("number of upper limits", upper.length, lower.length, lower.length);
        for (int i = 0; i < lower.length; i++) {
            Admissible.finite("lower limit", lower[i]);
            if (!(upper[i] >= lower[i] && upper[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(String.format(
                        "The upper limit (%s) must be finite and at least the lower limit (%s).", upper[i], lower[i]));
            }
        }
        double[][] vertices = new double[1 << lower.length][lower.length];
        for (int v = 0; v < vertices.length; v++) {
            for (int i = 0; i < lower.length; i++) {
                vertices[v][i] = (v >> i & 1) == 0 ? lower[i] : upper[i];
            }
        }
        return new ParameterTile(lower.clone(), upper.clone(), vertices);
    }

    /**
     * The part of this tile in a half-space, such as that of a null hypothesis.
     *
     * @param halfSpace of as many parameters
     * @return the tiles that remain: none or one
     */
    public List<ParameterTile> in(HalfSpace halfSpace) {
        List<double[]> inside = new ArrayList<>();
        List<double[]> outside = new ArrayList<>();
        for (double[] vertex : vertices) {
            (halfSpace.excess(vertex) <= 0 ? inside : outside).add(vertex);
        }
        if (inside.isEmpty()) {
            return List.of();
        }
        if (outside.isEmpty()) {
            return List.of(this);
        }
        // Every edge that the border cuts joins an inner and an outer vertex; the other segments add inner points only.
        List<double[]> kept = new ArrayList<>(inside);
        for (double[] a : inside) {
            for (double[] b : outside) {
                kept.add(halfSpace.crossing(a, b));
            }
        }
        return List.of(new ParameterTile(lower, upper, kept.toArray(double[][]::new)));
    }

    /**
     * The two halves of the box that this tile was cut from.
     *
     * @param parameter which parameter is divided, from 0
     * @return two boxes, not cut by half-spaces
     */
    List<ParameterTile> halves(int parameter) {
        double middle = 0.5 * (lower[parameter] + upper[parameter]);
        double[] below = upper.clone();
        double[] above = lower.clone();
        below[parameter] = middle;
        above[parameter] = middle;
        return List.of(box(lower, below), box(above, upper));
    }

    /**
     * Where the trial is simulated.
     *
     * @return natural parameters, a copy
     */
    public double[] point() {
        return point.clone();
    }

    /** The corners, and perhaps points between them: not copied. */
    double[][] vertices() {
        return vertices;
    }

    /** Whether a parameter lies in the box that this tile was cut from. */
    boolean boxContains(double[] natural) {
        for (int i = 0; i < natural.length; i++) {
            if (natural[i] < lower[i] || natural[i] > upper[i]) {
                return false;
            }
        }
        return true;
    }

    double halfWidth(int parameter) {
        return 0.5 * (upper[parameter] - lower[parameter]);
    }

    private static double[] mean(double[][] vertices) {
        double[] mean = new double[vertices[0].length];
        for (double[] vertex : vertices) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vertex[i] / vertices.length;
            }
        }
        return mean;
    }

    /**
     * The parameters with {@code sum normal_i theta_i <= bound}.
     *
     * @param normal one number per parameter
     * @param bound largest admissible sum
     */
    public record HalfSpace(double[] normal, double bound) implements Serializable {
        /**
         * Where parameter {@code i} is at most parameter {@code j}: "arm {@code i} is not better than arm {@code j}".
         *
         * @param dimension number of parameters
         * @param i from 0
         * @param j from 0
         * @return the half-space
         */
        public static HalfSpace atMost(int dimension, int i, int j) {
            double[] normal = new double[dimension];
            normal[i] += 1;
            normal[j] -= 1;
            return new HalfSpace(normal, 0);
        }

        double excess(double[] natural) {
            double sum = -bound;
            for (int i = 0; i < natural.length; i++) {
                sum += normal[i] * natural[i];
            }
            return sum;
        }

        double[] crossing(double[] inside, double[] outside) {
            double in = excess(inside);
            double share = in / (in - excess(outside));
            double[] crossing = new double[inside.length];
            for (int i = 0; i < crossing.length; i++) {
                crossing[i] = inside[i] + share * (outside[i] - inside[i]);
            }
            return crossing;
        }
    }
}
