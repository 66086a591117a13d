package org.evotrial.patient.birthdeath;

import org.evotrial.spi.StrictFunctions;

/**
 * The mean matrix of two states in closed form: with eigenvalues l1 &ge; l2 of G, exp(G t) = e^(l2 t) I + f(t) (G - l2 I),
 * f(t) = (e^(l1 t) - e^(l2 t))/(l1 - l2). No element of G - l2 I is negative, so that nothing cancels.
 */
final class TwoStateMean {
    private static final double LEAST_GAP = 1e-3;

    private double lowerMean;
    private double lowerDays;
    private double meanFactor;
    private double daysFactor;
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
        double lower = middle - root;
        lowerMean = StrictFunctions.exp(lower * days);
        lowerDays = Rates.integratedExponential(lower, days);
        meanFactor = lowerMean * Rates.integratedExponential(2 * root, days);
        daysFactor = (Rates.integratedExponential(middle + root, days) - lowerDays) / (2 * root);
        return true;
    }

    /** Writes the mean matrix and its integral, row-major. */
    void copyTo(double[] mean, double[] integral) {
        fill(mean, lowerMean, meanFactor);
        fill(integral, lowerDays, daysFactor);
    }

    private void fill(double[] matrix, double diagonal, double factor) {
        matrix[0] = diagonal + factor * excess00;
        matrix[1] = factor * to1;
        matrix[2] = factor * to0;
        matrix[3] = diagonal + factor * excess11;
    }
}
