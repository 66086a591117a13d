package org.evotrial.patient.precision;

/** Divided differences of e^(rate t) in the rate, accurate where rates coincide. */
final class ExponentialDifferences {
    private static final double CLOSE = 0.05;
    private static final double SPREAD = 0.5;
    private static final double[] RECIPROCAL_FACTORIALS = reciprocalFactorials();

    private ExponentialDifferences() {}

    /** 1/2!, 1/3! and so on. */
    private static double[] reciprocalFactorials() {
        double[] reciprocals = new double[11];
        double factorial = 1;
        for (int k = 0; k < reciprocals.length; k++) {
            factorial *= k + 2;
            reciprocals[k] = 1 / factorial;
        }
        return reciprocals;
    }

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

    /**
     * The second divided difference at three rates, in any order.
     *
     * @param ea e^(at)
     * @param eb e^(bt)
     * @param ec e^(ct)
     */
    static double second(double a, double b, double c, double t, double ea, double eb, double ec) {
        if (a < b) {
            return ordered(b, a, c, t, eb, ea, ec);
        }
        return ordered(a, b, c, t, ea, eb, ec);
    }

    private static double ordered(double a, double b, double c, double t, double ea, double eb, double ec) {
        if (b >= c) {
            return descending(a, b, c, t, ea, eb, ec);
        }
        return a >= c ? descending(a, c, b, t, ea, ec, eb) : descending(c, a, b, t, ec, ea, eb);
    }

    private static double descending(double a, double b, double c, double t, double ea, double eb, double ec) {
        if ((a - c) * t > SPREAD) {
            return (first(a, b, t, ea, eb) - first(b, c, t, eb, ec)) / (a - c);
        }
        return t * t * eb * series((a - b) * t, (c - b) * t);
    }

    /** Sum of h_k(p, q) / (k + 2)! with the complete homogeneous symmetric polynomials h_k. */
    private static double series(double p, double q) {
        double sum = 0;
        double power = 1;
        double homogeneous = 1;
        for (double reciprocal : RECIPROCAL_FACTORIALS) {
            sum += homogeneous * reciprocal;
            power *= p;
            homogeneous = power + q * homogeneous;
        }
        return sum;
    }
}
