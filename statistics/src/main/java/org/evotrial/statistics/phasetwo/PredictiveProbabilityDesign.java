package org.evotrial.statistics.phasetwo;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.groupsequential.BinomialGroupSequential;

/**
 * The design of Lee and Liu 2008, doi:10.1177/1740774508089279: at each look before the last stop for futility if the predictive
 * probability of success is below {@code thetaL}, and for efficacy if it is above {@code thetaU}; at the end the treatment is
 * effective if the posterior probability is at least {@code thetaT}. Immutable.
 *
 * <p>With {@code thetaU = 1} the trial never stops for efficacy. The threshold {@code thetaT} matters only through the
 * number of responses that it requires of all patients.
 */
public final class PredictiveProbabilityDesign {
    private final int[] looks;
    private final int[] futility;
    private final int[] efficacy;

    /**
     * A design.
     *
     * @param prediction prior, {@code p0}, {@code thetaT} and the maximum number of patients
     * @param futilityThreshold {@code thetaL}, in [0, 1]; 0 for no stop
     * @param efficacyThreshold {@code thetaU}, in [thetaL, 1]
     * @param looks numbers of patients at the looks, strictly ascending; the last is the maximum of {@code prediction}
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public PredictiveProbabilityDesign(
            ResponsePrediction prediction, double futilityThreshold, double efficacyThreshold, int... looks) {
        Admissible.probability("futilityThreshold", futilityThreshold);
        Admissible.probability("efficacyThreshold", efficacyThreshold);
        if (!(futilityThreshold <= efficacyThreshold)) {
            throw new IllegalArgumentException(String.format(
                    "The futilityThreshold (%s) must be at most the efficacyThreshold (%s).",
                    futilityThreshold, efficacyThreshold));
        }
        this.looks = Looks.requireAscending(looks);
        int trials = Looks.last(looks);
        Admissible.inRange("number of trials at the last look", trials, prediction.trials(), prediction.trials());
        futility = new int[looks.length];
        efficacy = new int[looks.length];
        int required = prediction.requiredResponses();
        for (int k = 0; k < looks.length - 1; k++) {
            futility[k] = -1;
            efficacy[k] = looks[k] + 1;
            for (int x = looks[k]; x >= 0; x--) {
                double probability = prediction.predictiveProbability(x, looks[k], required);
                if (probability > efficacyThreshold) {
                    efficacy[k] = x;
                } else if (probability < futilityThreshold) {
                    futility[k] = x;
                    break;
                }
            }
        }
        futility[looks.length - 1] = required - 1;
        efficacy[looks.length - 1] = required;
    }

    /**
     * The largest numbers of responses that stop for futility.
     *
     * @return by look, -1 where none does; at the last look those that are not effective
     */
    public int[] futilityBounds() {
        return futility.clone();
    }

    /**
     * The smallest numbers of responses that stop for efficacy.
     *
     * @return by look, one more than the patients where none does
     */
    public int[] efficacyBounds() {
        return efficacy.clone();
    }

    /**
     * Numbers of patients at the looks.
     *
     * @return numbers, ascending
     */
    public int[] looks() {
        return looks.clone();
    }

    /**
     * The trial with its bounds; gives the exact type I error, power and expected number of patients.
     *
     * @return trial
     */
    public BinomialGroupSequential trial() {
        return new BinomialGroupSequential(looks, futility, efficacy);
    }

    @Override
    public String toString() {
        return String.format(
                "looks %s, futility %s, efficacy %s",
                Arrays.toString(looks), Arrays.toString(futility), Arrays.toString(efficacy));
    }
}
