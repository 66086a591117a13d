package org.evotrial.statistics.bayes.basket;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;

/** Sizes of the baskets of a trial and the response rates that posterior probabilities refer to. Immutable. */
public final class BasketTrial {
    private static final int MOST_PATIENTS = 1000;

    private final int[] patients;
    private final double[] thresholds;

    private BasketTrial(int[] patients, double[] thresholds) {
        this.patients = patients;
        this.thresholds = thresholds;
    }

    /**
     * A trial.
     *
     * @param patients number of patients per basket, at least one basket, each in [1, 1000]
     * @param thresholds response rates {@code c} of which {@code P(p_j > c)} will be computed, each in (0, 1); may be
     *     empty
     * @return the trial
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static BasketTrial of(int[] patients, double... thresholds) {
        Admissible.inRange("number of baskets", patients.length, 1, 1000);
        for (int each : patients) {
            Admissible.inRange("number of patients", each, 1, MOST_PATIENTS);
        }
        for (double each : thresholds) {
            Admissible.openProbability("threshold", each);
        }
        return new BasketTrial(patients.clone(), thresholds.clone());
    }

    /**
     * A trial with baskets of equal size.
     *
     * @param baskets number of baskets, positive
     * @param patients number of patients of each, in [1, 1000]
     * @param thresholds response rates of which {@code P(p_j > c)} will be computed, each in (0, 1)
     * @return the trial
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static BasketTrial equal(int baskets, int patients, double... thresholds) {
        int[] sizes = new int[(int) Admissible.inRange("number of baskets", baskets, 1, 1000)];
        Arrays.fill(sizes, patients);
        return of(sizes, thresholds);
    }

    /**
     * Number of baskets.
     *
     * @return at least 1
     */
    public int baskets() {
        return patients.length;
    }

    /**
     * Size of a basket.
     *
     * @param basket from 0
     * @return number of patients
     */
    public int patients(int basket) {
        return patients[basket];
    }

    /**
     * Number of thresholds.
     *
     * @return zero or positive
     */
    public int thresholds() {
        return thresholds.length;
    }

    /**
     * A threshold.
     *
     * @param index from 0
     * @return response rate in (0, 1)
     */
    public double threshold(int index) {
        return thresholds[index];
    }

    int[] requireResponses(int[] responses) {
        Admissible.inRange("number of response counts", responses.length, patients.length, patients.length);
        for (int j = 0; j < patients.length; j++) {
            if (responses[j] < 0 || responses[j] > patients[j]) {
                Admissible.inRange("number of responses", responses[j], 0, patients[j]);
            }
        }
        return responses;
    }
}
