package org.evotrial.statistics;

import java.util.Arrays;

/**
 * Rectangle probabilities of standard normal variables with correlations, without random numbers.
 *
 * <p>Any correlation, up to six variables ({@link #rectangle}): Plackett's identity. Along {@code R(t) = I + t (R - I)}
 * the probability moves by
 *
 * <pre>
 *   dP/dt = sum_{i&lt;j} r_ij sum_corners (+-) phi_2(x_i, x_j; t r_ij) P(others in the rectangle | x_i, x_j)
 * </pre>
 *
 * <p>so that one quadrature in {@code t} takes two variables away, down to {@link BivariateNormal}; {@code t = 1 - (1 -
 * u)^2} flattens the density's peak at high correlations. The matrix may be singular. Absolute errors below 1e-11 with
 * up to four variables, 1e-9 with six; tails smaller than that have no accurate digits. Plackett 1954,
 * doi:10.1093/biomet/41.3-4.351; Genz 2004, doi:10.1023/B:STCO.0000035304.20635.31.
 *
 * <p>Correlations {@code l_i l_j} of any number of variables ({@link #productCorrelation}), as of many-to-one
 * comparisons: given one common variable the others are independent, which leaves a single integral. Dunnett 1955,
 * doi:10.1080/01621459.1955.10501294.
 */
public final class MultivariateNormal {
    private static final int MOST_VARIABLES = 6;
    private static final int MOST_PRODUCT_VARIABLES = 1_000;
    private static final double REACH = 9;
    private static final double TOLERANCE = 1e-12;

    private MultivariateNormal() {}

    /**
     * {@code P(X_1 <= b_1, ..., X_d <= b_d)}.
     *
     * @param upper limits, one to six; infinities are welcome
     * @param correlation symmetric, positive semi-definite, ones on the diagonal
     * @return the probability
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static double cumulative(double[] upper, double[][] correlation) {
        double[] lower = new double[upper.length];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        return rectangle(lower, upper, correlation);
    }

    /**
     * {@code P(a_1 <= X_1 <= b_1, ..., a_d <= X_d <= b_d)}.
     *
     * @param lower limits, one to six; infinities are welcome
     * @param upper limits, as many; an upper limit below the lower gives 0
     * @param correlation symmetric, positive semi-definite, ones on the diagonal
     * @return the probability
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static double rectangle(double[] lower, double[] upper, double[][] correlation) {
        Admissible.inRange("number of variables", upper.length, 1, MOST_VARIABLES);
        CorrelationMatrix.require(correlation, upper.length);
        if (emptyRectangle(lower, upper)) {
            return 0;
        }
        double p = PlackettIntegral.probability(lower, upper, correlation, TOLERANCE);
        return Math.max(0, Math.min(1, p));
    }

    /**
     * {@code P(a_i <= X_i <= b_i for all i)} where {@code X_i = l_i Y + sqrt(1 - l_i^2) E_i}: the correlation of
     * {@code X_i} and {@code X_j} is {@code l_i l_j}. Dunnett's correlation with {@code n_0} controls is {@code l_i =
     * sqrt(n_i / (n_0 + n_i))}.
     *
     * @param lower limits, one to a thousand; infinities are welcome
     * @param upper limits, as many
     * @param loadings {@code l_i}, in [-1, 1]
     * @return the probability, to 1e-12 absolutely
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static double productCorrelation(double[] lower, double[] upper, double[] loadings) {
        Admissible.inRange("number of variables", upper.length, 1, MOST_PRODUCT_VARIABLES);
        Admissible.inRange("number of loadings", loadings.length, upper.length, upper.length);
        if (emptyRectangle(lower, upper)) {
            return 0;
        }
        double from = -REACH;
        double to = REACH;
        double[] roots = new double[loadings.length];
        for (int i = 0; i < roots.length; i++) {
            double l = loadings[i];
            if (!(l >= -1 && l <= 1)) {
                throw new IllegalArgumentException(String.format("The loading (%s) must be in [-1, 1].", l));
            }
            roots[i] = Math.sqrt((1 - l) * (1 + l));
            if (roots[i] == 0) {
                from = Math.max(from, l > 0 ? lower[i] : -upper[i]);
                to = Math.min(to, l > 0 ? upper[i] : -lower[i]);
            }
        }
        if (from >= to) {
            return 0;
        }
        double p = AdaptiveQuadrature.integral(
                y -> StandardNormal.density(y) * independent(y, lower, upper, loadings, roots), from, to, TOLERANCE);
        return Math.max(0, Math.min(1, p));
    }

    private static double independent(double y, double[] lower, double[] upper, double[] loadings, double[] roots) {
        double product = 1;
        for (int i = 0; i < roots.length && product > 0; i++) {
            if (roots[i] > 0) {
                double shift = loadings[i] * y;
                product *= interval((lower[i] - shift) / roots[i], (upper[i] - shift) / roots[i]);
            }
        }
        return product;
    }

    /** {@code P(a <= Z <= b)}, by the tails that lose no digits. */
    static double interval(double a, double b) {
        if (!(a < b)) {
            return 0;
        }
        return a > 0
                ? StandardNormal.survival(a) - StandardNormal.survival(b)
                : StandardNormal.cumulative(b) - StandardNormal.cumulative(a);
    }

    private static boolean emptyRectangle(double[] lower, double[] upper) {
        Admissible.inRange("number of lower limits", lower.length, upper.length, upper.length);
        boolean empty = false;
        for (int i = 0; i < upper.length; i++) {
            if (Double.isNaN(lower[i]) || Double.isNaN(upper[i])) {
                throw new IllegalArgumentException(
                        String.format("The limits (%s, %s) of variable %d must be numbers.", lower[i], upper[i], i));
            }
            empty |= lower[i] >= upper[i];
        }
        return empty;
    }
}
