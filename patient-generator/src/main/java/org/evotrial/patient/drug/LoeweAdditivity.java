package org.evotrial.patient.drug;

import org.evotrial.spi.StrictFunctions;

/**
 * The effect E of several drugs that are dilutions of each other: sum of x_i / X_i(E) = 1, where X_i(E) = (E/(M_i - E))^{1/h_i} is the
 * dose, in units of EC50, at which drug i alone has the effect E; a drug with M_i at most E adds nothing. The sum falls from at
 * least 1 at the largest single effect to 0 at the largest M_i, so E is unique. With equal M and h it is the effect of the sum of
 * the doses.
 */
final class LoeweAdditivity {
    private static final int MOST_STEPS = 200;

    private LoeweAdditivity() {}

    /**
     * The joint effect.
     *
     * @param n number of drugs
     * @param largest M_i, at least 0
     * @param hill h_i
     * @param logX ln x_i
     */
    static double effect(int n, double[] largest, double[] hill, double[] logX) {
        double most = 0;
        double low = 0;
        boolean alike = true;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, largest[i]);
            low = Math.max(low, largest[i] * single(hill[i], logX[i]));
            alike &= largest[i] == largest[0] && hill[i] == hill[0];
            sum += StrictFunctions.exp(logX[i]);
        }
        if (alike) {
            return largest[0] * single(hill[0], StrictFunctions.log(sum));
        }
        return low > 0 ? root(n, largest, hill, logX, low, most) : 0;
    }

    private static double single(double hill, double logX) {
        return 1 / (1 + StrictFunctions.exp(-hill * logX));
    }

    /** Bisection: robust where a partial agonist drops out, and done once per step of the patient, not per cell. */
    private static double root(int n, double[] largest, double[] hill, double[] logX, double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < MOST_STEPS; step++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (sum(n, largest, hill, logX, middle) > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double sum(int n, double[] largest, double[] hill, double[] logX, double effect) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (largest[i] > effect) {
                sum += StrictFunctions.exp(logX[i] - StrictFunctions.log(effect / (largest[i] - effect)) / hill[i]);
            }
        }
        return sum;
    }
}
