package org.evotrial.patient.birthdeath;

import org.evotrial.spi.StrictFunctions;

/** Functions of rates that keep their precision where a difference of rates vanishes. */
final class Rates {
    private Rates() {}

    /**
     * Returns the integral of e^(rate t) over [0, days]: (e^(rate days) - 1) / rate, and {@code days} at rate 0.
     *
     * @param rate any finite number, per day
     * @param days length of the interval, &ge; 0
     */
    static double integratedExponential(double rate, double days) {
        double exponent = rate * days;
        if (Math.abs(exponent) < 1e-8) {
            return days * (1 + 0.5 * exponent);
        }
        return StrictFunctions.expm1(exponent) / rate;
    }

    /**
     * Returns the integral of t e^(rate t) over [0, days].
     *
     * @param rate any finite number, per day
     * @param days length of the interval, &ge; 0
     */
    static double integratedGrowingExponential(double rate, double days) {
        double exponent = rate * days;
        if (Math.abs(exponent) < 1e-4) {
            return days * days * (0.5 + exponent / 3);
        }
        return (days * StrictFunctions.exp(exponent) - integratedExponential(rate, days)) / rate;
    }

    static void requireNonNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must be finite and not negative.");
        }
    }
}
