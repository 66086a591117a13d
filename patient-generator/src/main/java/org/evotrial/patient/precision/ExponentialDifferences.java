package org.evotrial.patient.precision;

import org.evotrial.spi.StrictFunctions;

/** Divided differences of e^(rate t) in the rate, accurate where rates coincide. */
final class ExponentialDifferences {
    private static final double CLOSE = 0.05;
    private static final double SPREAD = 0.5;
    private static final int TERMS = 12;

    private ExponentialDifferences() {}

    /**
     * (e^(at) - e^(bt)) / (a - b), which is the integral of e^(a(t-s)) e^(bs) ds over [0, t].
     *
     * @param ea e^(at)
     * @param eb e^(bt)
     */
    static double first(double a, double b, double t, double ea, double eb) {
        double d = (a - b) * t;
        if (Math.abs(d) > CLOSE) {
            return (ea - eb) / (a - b);
        }
        return t * eb * (1 + d / 2 * (1 + d / 3 * (1 + d / 4 * (1 + d / 5 * (1 + d / 6 * (1 + d / 7))))));
    }

    /** The second divided difference at three rates, in any order. */
    static double second(double a, double b, double c, double t) {
        double high = Math.max(a, Math.max(b, c));
        double low = Math.min(a, Math.min(b, c));
        double middle = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
        double em = StrictFunctions.exp(middle * t);
        if ((high - low) * t > SPREAD) {
            double upper = first(high, middle, t, StrictFunctions.exp(high * t), em);
            double lower = first(middle, low, t, em, StrictFunctions.exp(low * t));
            return (upper - lower) / (high - low);
        }
        return t * t * em * series((high - middle) * t, (low - middle) * t);
    }

    /** Sum of h_k(p, q) / (k + 2)! with the complete homogeneous symmetric polynomials h_k. */
    private static double series(double p, double q) {
        double sum = 0;
        double power = 1;
        double homogeneous = 1;
        double factorial = 2;
        for (int k = 0; k < TERMS; k++) {
            sum += homogeneous / factorial;
            power *= p;
            homogeneous = power + q * homogeneous;
            factorial *= k + 3;
        }
        return sum;
    }
}
