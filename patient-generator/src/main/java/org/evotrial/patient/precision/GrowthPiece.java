package org.evotrial.patient.precision;

import org.evotrial.spi.StrictFunctions;

/**
 * The four types S, R1, R2, R12 while none of them passes 1: x' = A x with A lower triangular, whose exponential is a sum of
 * exponentials. Rates of types that are off are 0, and so are mutations from
 * them; mutations into types that are held at 1 do not add to these.
 */
final class GrowthPiece {
    /** Entries of the exponential: rows S; R1; R2; R12 without those that are zero. */
    static final int ENTRIES = 9;

    double sensitiveRate;
    double firstRate;
    double secondRate;
    double bothRate;
    double sensitiveToFirst;
    double sensitiveToSecond;
    double sensitiveToBoth;
    double firstToBoth;
    double secondToBoth;
    boolean firstHeld;
    boolean secondHeld;
    boolean bothHeld;

    /** Sets the exponential e^(At). */
    void exponential(double t, double[] m) {
        double e0 = StrictFunctions.exp(sensitiveRate * t);
        double e1 = StrictFunctions.exp(firstRate * t);
        double e2 = StrictFunctions.exp(secondRate * t);
        double e3 = StrictFunctions.exp(bothRate * t);
        m[0] = e0;
        m[1] = firstHeld ? 0 : sensitiveToFirst * ExponentialDifferences.first(firstRate, sensitiveRate, t, e1, e0);
        m[2] = e1;
        m[3] = secondHeld ? 0 : sensitiveToSecond * ExponentialDifferences.first(secondRate, sensitiveRate, t, e2, e0);
        m[4] = e2;
        m[5] = 0;
        m[6] = 0;
        m[7] = 0;
        if (!bothHeld) {
            m[5] = sensitiveToBoth * ExponentialDifferences.first(bothRate, sensitiveRate, t, e3, e0)
                    + (firstHeld ? 0 : twoSteps(firstToBoth * sensitiveToFirst, firstRate, t))
                    + (secondHeld ? 0 : twoSteps(secondToBoth * sensitiveToSecond, secondRate, t));
            m[6] = firstToBoth * ExponentialDifferences.first(bothRate, firstRate, t, e3, e1);
            m[7] = secondToBoth * ExponentialDifferences.first(bothRate, secondRate, t, e3, e2);
        }
        m[8] = e3;
    }

    private double twoSteps(double mutations, double between, double t) {
        return mutations > 0 ? mutations * ExponentialDifferences.second(bothRate, between, sensitiveRate, t) : 0;
    }

    /** Sets y = m x. */
    static void apply(double[] m, double[] x, double[] y) {
        y[3] = m[5] * x[0] + m[6] * x[1] + m[7] * x[2] + m[8] * x[3];
        y[2] = m[3] * x[0] + m[4] * x[2];
        y[1] = m[1] * x[0] + m[2] * x[1];
        y[0] = m[0] * x[0];
    }

    /** Cells per day that mutations make of a type, also if it is held. */
    double inflow(int type, double[] x) {
        return switch (type) {
            case 0 -> 0;
            case 1 -> sensitiveToFirst * x[0];
            case 2 -> sensitiveToSecond * x[0];
            default -> sensitiveToBoth * x[0] + firstToBoth * x[1] + secondToBoth * x[2];
        };
    }
}
