package org.evotrial.statistics.bayes.assurance;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.bayes.BetaBinomial;

/**
 * A future trial of two response rates: power and assurance by enumeration of all outcomes, exact for any rule of success.
 *
 * <p>{@code P(success) = sum over x1, x0 of P(x1) P(x0) 1(success)} with binomial probabilities for fixed rates and
 * beta-binomial ones for independent beta distributions.
 *
 * @param experimental patients on experimental treatment, in [1, 20,000]
 * @param control patients on control, in [1, 20,000]
 * @param rule when the trial succeeds
 */
public record BinaryEndpointTrial(int experimental, int control, SuccessRule rule) {
    private static final int MOST_PATIENTS = 20_000;

    /** What a trial must show; asked for every outcome. */
    @FunctionalInterface
    public interface SuccessRule {
        /**
         * Whether an outcome is a success.
         *
         * @param experimental responses on experimental treatment
         * @param control responses on control
         * @return whether the trial succeeds
         */
        boolean succeeds(int experimental, int control);
    }

    /**
     * Checks the numbers of patients.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public BinaryEndpointTrial {
        Admissible.inRange("number of experimental patients", experimental, 1, MOST_PATIENTS);
        Admissible.inRange("number of control patients", control, 1, MOST_PATIENTS);
    }

    /**
     * A trial that ends with the z test of two rates with pooled variance, without continuity correction; equal rates of 0 or
     * 1 are no success. The test keeps its level approximately only.
     *
     * @param experimental patients on experimental treatment, in [1, 20,000]
     * @param control patients on control, in [1, 20,000]
     * @param oneSidedAlpha level, in (0, 1/2)
     * @return trial that succeeds where the experimental rate is significantly higher
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static BinaryEndpointTrial ofPooledTest(int experimental, int control, double oneSidedAlpha) {
        if (!(oneSidedAlpha > 0 && oneSidedAlpha < 0.5)) {
            throw new IllegalArgumentException(
                    String.format("The oneSidedAlpha (%s) must be in (0, 0.5).", oneSidedAlpha));
        }
        double critical = StandardNormal.upperQuantile(oneSidedAlpha);
        return new BinaryEndpointTrial(experimental, control, (x1, x0) -> {
            double difference = (double) x1 / experimental - (double) x0 / control;
            double pooled = (double) (x1 + x0) / (experimental + control);
            double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / experimental + 1.0 / control));
            return difference > 0 && difference >= critical * error;
        });
    }

    /**
     * The probability of success given the rates.
     *
     * @param experimentalRate in [0, 1]
     * @param controlRate in [0, 1]
     * @return power; at equal rates the actual level of the rule
     * @throws IllegalArgumentException if a rate is outside [0, 1]
     */
    public double power(double experimentalRate, double controlRate) {
        return sum(binomial(experimental, experimentalRate), binomial(control, controlRate));
    }

    /**
     * The probability of success given what is believed of the rates, independently.
     *
     * @param experimentalRate distribution of the rate on experimental treatment
     * @param controlRate distribution of the rate on control
     * @return assurance
     */
    public double assurance(BetaBinomial experimentalRate, BetaBinomial controlRate) {
        return sum(experimentalRate.predictive(experimental), controlRate.predictive(control));
    }

    private double sum(double[] first, double[] second) {
        double sum = 0;
        for (int x1 = 0; x1 < first.length; x1++) {
            double given = 0;
            for (int x0 = 0; x0 < second.length; x0++) {
                given += rule.succeeds(x1, x0) ? second[x0] : 0;
            }
            sum += first[x1] * given;
        }
        return Math.min(1, sum);
    }

    private static double[] binomial(int trials, double rate) {
        BinomialDistribution distribution = BinomialDistribution.of(trials, Admissible.probability("rate", rate));
        double[] probabilities = new double[trials + 1];
        for (int x = 0; x <= trials; x++) {
            probabilities[x] = distribution.probability(x);
        }
        return probabilities;
    }
}
