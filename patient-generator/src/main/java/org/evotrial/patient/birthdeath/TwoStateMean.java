package org.evotrial.patient.birthdeath;

import org.evotrial.spi.StrictFunctions;

/**
 * The mean matrix of two states in closed form: with eigenvalues l1 &ge; l2 of G, exp(G t) = e^(l2 t) I + f(t) (G - l2 I),
 * f(t) = (e^(l1 t) - e^(l2 t))/(l1 - l2). No element of G - l2 I is negative, so that nothing cancels.
 */
final class TwoStateMean {
    private static final double LEAST_GAP = 1e-3;

    private double lower;
    private double gap;
    private double length;
    private double excess00;
    private double excess11;
    private double to1;
    private double to0;

    /** Returns false, without a result, where the eigenvalues are so close that the differences would cancel. */
    boolean set(double[] generator, double days) {
        to1 = generator[1];
        to0 = generator[2];
        double halfGap = 0.5 * (generator[0] - generator[3]);
        double root = StrictFunctions.sqrt(halfGap * halfGap + to1 * to0);
        if (root * days < LEAST_GAP) {
            return false;
        }
        double large = root + Math.abs(halfGap);
        double small = to1 * to0 / large;
        excess00 = halfGap > 0 ? large : small;
        excess11 = halfGap > 0 ? small : large;
        double middle = 0.5 * (generator[0] + generator[3]);
        lower = middle - root;
        gap = 2 * root;
        length = days;
        return true;
    }

    /** Writes the mean matrix, row-major. */
    void fillMean(double[] mean) {
        double lowerMean = StrictFunctions.exp(lower * length);
        fill(mean, lowerMean, lowerMean * Rates.integratedExponential(gap, length));
    }

    /** Writes the integral of the mean matrix over the days, row-major. */
    void fillIntegral(double[] integral) {
        double lowerDays = Rates.integratedExponential(lower, length);
        fill(integral, lowerDays, (Rates.integratedExponential(lower + gap, length) - lowerDays) / gap);
    }

    private void fill(double[] matrix, double diagonal, double factor) {
        matrix[0] = diagonal + factor * excess00;
        matrix[1] = factor * to1;
        matrix[2] = factor * to0;
        matrix[3] = diagonal + factor * excess11;
    }
}
