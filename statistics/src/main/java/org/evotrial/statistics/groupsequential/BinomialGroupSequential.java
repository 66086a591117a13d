package org.evotrial.statistics.groupsequential;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.evotrial.statistics.Admissible;

/**
 * A single-arm group-sequential trial that counts responses, with exact stopping probabilities by convolution: at a look
 * it stops for futility with at most {@code a_k} and for efficacy with at least {@code b_k} responses among {@code n_k}.
 * Jennison and Turnbull 2000, section 12.1. Immutable.
 */
public final class BinomialGroupSequential {
    private static final int MOST_TRIALS = 100_000;

    private final int[] trials;
    private final int[] futility;
    private final int[] efficacy;

    /**
     * A design.
     *
     * @param trials cumulative numbers of patients at the looks, strictly ascending, positive, at most 100,000
     * @param futility stop with at most so many responses; -1 where there is no such stop
     * @param efficacy stop with at least so many responses, above those of futility; {@code n + 1} or more where there is
     *     no such stop
     * @throws IllegalArgumentException if there is no look, the arrays differ in length, or a number is not admissible
     */
    public BinomialGroupSequential(int[] trials, int[] futility, int[] efficacy) {
        if (trials.length == 0 || trials.length != futility.length || trials.length != efficacy.length) {
            throw new IllegalArgumentException(String.format(
                    "The numbers of trials (%d), futility (%d) and efficacy bounds (%d) must be equal and positive.",
                    trials.length, futility.length, efficacy.length));
        }
        int before = 0;
        for (int k = 0; k < trials.length; k++) {
            Admissible.inRange("number of trials at look " + (k + 1), trials[k], before + 1L, MOST_TRIALS);
            Admissible.inRange("futility bound of look " + (k + 1), futility[k], -1, efficacy[k] - 1L);
            Admissible.inRange("efficacy bound of look " + (k + 1), efficacy[k], 0, Integer.MAX_VALUE);
            before = trials[k];
        }
        this.trials = trials.clone();
        this.futility = futility.clone();
        this.efficacy = efficacy.clone();
    }

    /**
     * Number of looks.
     *
     * @return looks, the last one included
     */
    public int looks() {
        return trials.length;
    }

    /**
     * Exact stopping probabilities.
     *
     * @param responseProbability in [0, 1]
     * @return probabilities by look
     * @throws IllegalArgumentException if the probability is outside [0, 1]
     */
    public Outcome outcome(double responseProbability) {
        Admissible.probability("responseProbability", responseProbability);
        double[] upper = new double[trials.length];
        double[] lower = new double[trials.length];
        double[] going = {1};
        double expected = 0;
        double reaching = 1;
        int before = 0;
        for (int k = 0; k < trials.length; k++) {
            expected += reaching * (trials[k] - before);
            going = convolve(
                    going, BinomialDistribution.of(trials[k] - before, responseProbability), trials[k] - before);
            reaching = 0;
            for (int x = 0; x < going.length; x++) {
                if (x >= efficacy[k]) {
                    upper[k] += going[x];
                } else if (x <= futility[k]) {
                    lower[k] += going[x];
                } else {
                    reaching += going[x];
                    continue;
                }
                going[x] = 0;
            }
            before = trials[k];
        }
        return new Outcome(upper, lower, expected);
    }

    private static double[] convolve(double[] going, BinomialDistribution added, int trialsAdded) {
        double[] probability = new double[trialsAdded + 1];
        Arrays.setAll(probability, added::probability);
        double[] sum = new double[going.length + trialsAdded];
        for (int x = 0; x < going.length; x++) {
            if (going[x] > 0) {
                for (int y = 0; y <= trialsAdded; y++) {
                    sum[x + y] += going[x] * probability[y];
                }
            }
        }
        return sum;
    }

    /** Stopping probabilities under one response probability. Looks count from 1. */
    public static final class Outcome {
        private final double[] upper;
        private final double[] lower;
        private final double expectedTrials;

        private Outcome(double[] upper, double[] lower, double expectedTrials) {
            this.upper = upper;
            this.lower = lower;
            this.expectedTrials = expectedTrials;
        }

        /**
         * Probability to stop for efficacy at a look.
         *
         * @param look from 1
         * @return probability
         */
        public double efficacy(int look) {
            return upper[look - 1];
        }

        /**
         * Probability to stop for futility at a look; at the last look to have at most the futility bound.
         *
         * @param look from 1
         * @return probability
         */
        public double futility(int look) {
            return lower[look - 1];
        }

        /**
         * Probability to stop for efficacy at any look: power, or type I error.
         *
         * @return probability
         */
        public double overallEfficacy() {
            return Arrays.stream(upper).sum();
        }

        /**
         * Expected number of patients at the end of the trial.
         *
         * @return patients
         */
        public double expectedTrials() {
            return expectedTrials;
        }
    }
}
