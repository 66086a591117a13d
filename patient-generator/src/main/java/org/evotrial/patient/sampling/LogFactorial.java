package org.evotrial.patient.sampling;

import org.evotrial.spi.StrictFunctions;

/** Natural logarithm of the factorial. */
public final class LogFactorial {
    private static final double HALF_LOG_TWO_PI = 0.918938533204672741780;
    private static final double[] SMALL = new double[128];

    static {
        for (int n = 2; n < SMALL.length; n++) {
            SMALL[n] = SMALL[n - 1] + StrictFunctions.log(n);
        }
    }

    private LogFactorial() {}

    /**
     * Returns ln(n!): a sum of logarithms below 128, Stirling's series with three terms above (truncation error below
     * 1e-17).
     *
     * @param n a non-negative integer held in a double
     * @return ln(n!)
     */
    public static double of(double n) {
        return n < SMALL.length ? SMALL[(int) n] : (n + 0.5) * StrictFunctions.log(n) - n + HALF_LOG_TWO_PI + tail(n);
    }

    /** Returns ln(n!) less Stirling's leading terms, to better than 1e-9 for every n. */
    static double tail(double n) {
        if (n < 10) {
            return n < 1
                    ? -HALF_LOG_TWO_PI
                    : SMALL[(int) n] - ((n + 0.5) * StrictFunctions.log(n) - n + HALF_LOG_TWO_PI);
        }
        double inverse = 1 / n;
        double square = inverse * inverse;
        return inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
    }
}
