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

    /** Difference of exponents from which a quotient of differences loses no more than two digits. */
    private static final double FAR = 0.5;

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
        double e0 = exponential(sensitiveRate, t);
        double e1 = exponential(firstRate, t);
        double e2 = exponential(secondRate, t);
        double e3 = exponential(bothRate, t);
        boolean sensitive = sensitiveToFirst > 0 || sensitiveToSecond > 0;
        double first = sensitive ? ExponentialDifferences.first(firstRate, sensitiveRate, t, e1, e0) : 0;
        double second = sensitive ? ExponentialDifferences.first(secondRate, sensitiveRate, t, e2, e0) : 0;
        m[0] = e0;
        m[1] = firstHeld ? 0 : sensitiveToFirst * first;
        m[2] = e1;
        m[3] = secondHeld ? 0 : sensitiveToSecond * second;
        m[4] = e2;
        double viaFirst =
                bothHeld || !(firstToBoth > 0) ? 0 : ExponentialDifferences.first(bothRate, firstRate, t, e3, e1);
        double viaSecond =
                bothHeld || !(secondToBoth > 0) ? 0 : ExponentialDifferences.first(bothRate, secondRate, t, e3, e2);
        m[5] = bothHeld ? 0 : step(sensitiveToBoth, bothRate, sensitiveRate, t, e3, e0);
        if (sensitive && viaFirst + viaSecond > 0) {
            double gap = bothRate - sensitiveRate;
            if (Math.abs(gap) * t > FAR) {
                m[5] += (firstToBoth * sensitiveToFirst * (firstHeld ? 0 : viaFirst - first)
                                + secondToBoth * sensitiveToSecond * (secondHeld ? 0 : viaSecond - second))
                        / gap;
            } else {
                m[5] += twoStepsNear(t, e0, e1, e2, e3);
            }
        }
        m[6] = firstToBoth * viaFirst;
        m[7] = secondToBoth * viaSecond;
        m[8] = e3;
    }

    private static double exponential(double rate, double t) {
        return rate == 0 ? 1 : StrictFunctions.exp(rate * t);
    }

    private static double step(double mutations, double to, double from, double t, double eTo, double eFrom) {
        return mutations > 0 ? mutations * ExponentialDifferences.first(to, from, t, eTo, eFrom) : 0;
    }

    /** Mutations in two steps where the rates of S and R12 are close. */
    private double twoStepsNear(double t, double e0, double e1, double e2, double e3) {
        double sum = 0;
        if (!firstHeld && firstToBoth > 0) {
            sum = firstToBoth
                    * sensitiveToFirst
                    * ExponentialDifferences.second(bothRate, firstRate, sensitiveRate, t, e3, e1, e0);
        }
        if (!secondHeld && secondToBoth > 0) {
            sum += secondToBoth
                    * sensitiveToSecond
                    * ExponentialDifferences.second(bothRate, secondRate, sensitiveRate, t, e3, e2, e0);
        }
        return sum;
    }

    /** Cells of S, R1 or R2 after a time, without those of the others. */
    double single(int type, double[] x, double t) {
        double e0 = exponential(sensitiveRate, t);
        if (type == 0) {
            return e0 * x[0];
        }
        double own = type == 1 ? firstRate : secondRate;
        double mutations = type == 1 ? sensitiveToFirst : sensitiveToSecond;
        double e = exponential(own, t);
        return e * x[type] + x[0] * step(mutations, own, sensitiveRate, t, e, e0);
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
