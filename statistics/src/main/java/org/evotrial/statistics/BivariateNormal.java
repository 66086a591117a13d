package org.evotrial.statistics;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Two standard normal variables with a correlation: orthant and rectangle probabilities, to about 1e-15 absolutely.
 *
 * <p>By Owen's function {@code T(h, a) = (2 pi)^-1 int_0^a exp(-h^2 (1 + x^2) / 2) / (1 + x^2) dx}, whose second argument
 * is brought into [-1, 1] by its reflection, so that one Gauss-Legendre rule serves every correlation, -1 and 1
 * included. Owen 1956, doi:10.1214/aoms/1177728074.
 */
public final class BivariateNormal {
    private static final int POINTS = 20;
    private static final double[] SQUARED_NODE = new double[POINTS];
    private static final double[] WEIGHT = new double[POINTS];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(POINTS, 0, 1);
        for (int i = 0; i < POINTS; i++) {
            SQUARED_NODE[i] = rule.getPoint(i) * rule.getPoint(i);
            WEIGHT[i] = rule.getWeight(i) / (2 * StrictMath.PI);
        }
    }

    private BivariateNormal() {}

    /**
     * {@code P(X <= h, Y <= k)}.
     *
     * @param h any number, infinities included
     * @param k any number, infinities included
     * @param correlation in [-1, 1]
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if a limit is NaN or the correlation outside [-1, 1]
     */
    public static double cumulative(double h, double k, double correlation) {
        if (Double.isNaN(h) || Double.isNaN(k) || !(correlation >= -1 && correlation <= 1)) {
            throw new IllegalArgumentException(String.format(
                    "The limits (%s, %s) must be numbers and the correlation (%s) in [-1, 1].", h, k, correlation));
        }
        if (Double.isInfinite(h) || Double.isInfinite(k)) {
            return StandardNormal.cumulative(h) * StandardNormal.cumulative(k) > 0
                    ? Math.min(StandardNormal.cumulative(h), StandardNormal.cumulative(k))
                    : 0;
        }
        double p = finite(h, k, correlation);
        return Math.max(0, Math.min(Math.min(StandardNormal.cumulative(h), StandardNormal.cumulative(k)), p));
    }

    /**
     * {@code P(a1 <= X <= b1, a2 <= Y <= b2)}.
     *
     * @param a1 lower limit of X
     * @param b1 upper limit of X
     * @param a2 lower limit of Y
     * @param b2 upper limit of Y
     * @param correlation in [-1, 1]
     * @return the probability; 0 where a lower limit is above the upper
     * @throws IllegalArgumentException as {@link #cumulative}
     */
    public static double rectangle(double a1, double b1, double a2, double b2, double correlation) {
        if (a1 >= b1 || a2 >= b2) {
            return 0;
        }
        double p = cumulative(b1, b2, correlation);
        if (a1 > Double.NEGATIVE_INFINITY) {
            p -= cumulative(a1, b2, correlation);
        }
        if (a2 > Double.NEGATIVE_INFINITY) {
            p -= cumulative(b1, a2, correlation);
        }
        if (a1 > Double.NEGATIVE_INFINITY && a2 > Double.NEGATIVE_INFINITY) {
            p += cumulative(a1, a2, correlation);
        }
        return Math.max(0, p);
    }

    private static double finite(double h, double k, double correlation) {
        double root = Math.sqrt((1 - correlation) * (1 + correlation));
        if (root == 0) {
            return correlation > 0
                    ? StandardNormal.cumulative(Math.min(h, k))
                    : Math.max(0, StandardNormal.cumulative(h) - StandardNormal.survival(k));
        }
        if (h == 0 && k == 0) {
            return 0.25 + StrictMath.asin(correlation) / (2 * StrictMath.PI);
        }
        double half = 0.5 * (StandardNormal.cumulative(h) + StandardNormal.cumulative(k));
        boolean opposite = h * k < 0 || (h * k == 0 && h + k < 0);
        return half
                - owenForSlope(h, k - correlation * h, root)
                - owenForSlope(k, h - correlation * k, root)
                - (opposite ? 0.5 : 0);
    }

    /** {@code T(h, numerator / (h root))}, where {@code h} may be 0. */
    private static double owenForSlope(double h, double numerator, double root) {
        if (h == 0) {
            return numerator > 0 ? 0.25 : numerator < 0 ? -0.25 : 0;
        }
        double slope = numerator / (h * root);
        return slope < 0 ? -owen(Math.abs(h), -slope) : owen(Math.abs(h), slope);
    }

    private static double owen(double h, double a) {
        if (a <= 1) {
            return integral(h, a);
        }
        double ah = a * h;
        double q = StandardNormal.survival(h);
        double r = StandardNormal.survival(ah);
        return 0.5 * (q + r) - q * r - (a < Double.POSITIVE_INFINITY ? integral(ah, 1 / a) : 0);
    }

    private static double integral(double h, double a) {
        double halfSquare = -0.5 * h * h;
        if (halfSquare < -700) {
            return 0;
        }
        double a2 = a * a;
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double x2 = SQUARED_NODE[i] * a2;
            sum += WEIGHT[i] / (1 + x2) * StrictMath.exp(halfSquare * (1 + x2));
        }
        return a * sum;
    }
}
