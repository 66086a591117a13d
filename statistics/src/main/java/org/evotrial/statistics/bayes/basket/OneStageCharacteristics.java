package org.evotrial.statistics.bayes.basket;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.evotrial.statistics.Admissible;

/**
 * Operating characteristics of a one-stage basket trial by enumeration: a basket is declared active if {@code P(p_j > c)
 * >= evidence} for the first threshold {@code c} of its trial. A basket is truly active if {@code p_j > c}.
 *
 * <p>Only outcomes that differ by more than the order of interchangeable baskets with equal true rates are visited.
 */
public final class OneStageCharacteristics {
    private final BasketAnalysis analysis;
    private final double[] rates;
    private final double evidence;
    private final int[] alike;
    private final double[][] probability;
    private final int[] first;
    private final int[] last;
    private final int[] responses;
    private final BasketPosterior posterior;
    private final double[] rejection;
    private final double[] mean;
    private final double[] meanSquare;
    private final double[] squaredError;
    private double anyFalse;
    private double anyTrue;
    private double correct;
    private double visited;

    private OneStageCharacteristics(BasketAnalysis analysis, double[] rates, double evidence, double neglected) {
        this.analysis = analysis;
        this.rates = rates;
        this.evidence = evidence;
        int baskets = rates.length;
        alike = new int[baskets];
        first = new int[baskets];
        last = new int[baskets];
        probability = new double[baskets][];
        responses = new int[baskets];
        posterior = new BasketPosterior(analysis.trial());
        rejection = new double[baskets];
        mean = new double[baskets];
        meanSquare = new double[baskets];
        squaredError = new double[baskets];
        for (int j = 0; j < baskets; j++) {
            alike[j] = -1;
            for (int i = 0; i < j; i++) {
                alike[j] = analysis.interchangeable(i, j) && rates[i] == rates[j] ? i : alike[j];
            }
            support(j, neglected / (2 * baskets));
        }
    }

    /**
     * Enumerates the outcomes.
     *
     * @param analysis model, with at least one threshold
     * @param rates true response rates per basket, each in [0, 1]
     * @param evidence posterior probability that declares a basket active, in (0, 1)
     * @param neglected bound of the probability of outcomes that are left out, in [0, 0.01]; 0 for none
     * @return operating characteristics
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static OneStageCharacteristics of(
            BasketAnalysis analysis, double[] rates, double evidence, double neglected) {
        Admissible.inRange("number of thresholds", analysis.trial().thresholds(), 1, Integer.MAX_VALUE);
        Admissible.inRange(
                "number of rates",
                rates.length,
                analysis.trial().baskets(),
                analysis.trial().baskets());
        for (double rate : rates) {
            Admissible.probability("rate", rate);
        }
        Admissible.openProbability("evidence", evidence);
        if (!(neglected >= 0 && neglected <= 0.01)) {
            throw new IllegalArgumentException(
                    String.format("The neglected probability (%s) must be in [0, 0.01].", neglected));
        }
        OneStageCharacteristics result = new OneStageCharacteristics(analysis, rates.clone(), evidence, neglected);
        result.visit(0, 1);
        result.finish();
        return result;
    }

    private void support(int basket, double tail) {
        int patients = analysis.trial().patients(basket);
        BinomialDistribution distribution = BinomialDistribution.of(patients, rates[basket]);
        probability[basket] = new double[patients + 1];
        for (int y = 0; y <= patients; y++) {
            probability[basket][y] = distribution.probability(y);
        }
        int low = 0;
        while (distribution.cumulativeProbability(low) <= tail && low < patients) {
            low++;
        }
        int high = patients;
        while (distribution.survivalProbability(high - 1) <= tail && high > low) {
            high--;
        }
        first[basket] = low;
        last[basket] = high;
    }

    /** Fills the responses basket by basket, not decreasing among those that are alike. */
    private void visit(int basket, double weight) {
        if (weight == 0) {
            return;
        }
        if (basket == rates.length) {
            outcome(weight);
            return;
        }
        int start = alike[basket] < 0 ? first[basket] : responses[alike[basket]];
        for (int y = start; y <= last[basket]; y++) {
            responses[basket] = y;
            visit(basket + 1, weight * probability[basket][y] * arrangements(basket, y));
        }
    }

    /** By how much a basket multiplies the number of orders of those that are alike: place / ties so far. */
    private double arrangements(int basket, int y) {
        int place = 1;
        int ties = 1;
        for (int i = alike[basket]; i >= 0; i = alike[i]) {
            place++;
            ties += responses[i] == y ? 1 : 0;
        }
        return (double) place / ties;
    }

    private void outcome(double weight) {
        analysis.analyse(responses, posterior);
        boolean falsely = false;
        boolean truly = false;
        double threshold = analysis.trial().threshold(0);
        for (int j = 0; j < rates.length; j++) {
            boolean active = rates[j] > threshold;
            boolean declared = posterior.probabilityAbove(j, 0) >= evidence;
            falsely |= declared && !active;
            truly |= declared && active;
            correct += declared == active ? weight : 0;
            rejection[j] += declared ? weight : 0;
            double estimate = posterior.mean(j);
            mean[j] += weight * estimate;
            meanSquare[j] += weight * estimate * estimate;
            squaredError[j] += weight * (estimate - rates[j]) * (estimate - rates[j]);
        }
        anyFalse += falsely ? weight : 0;
        anyTrue += truly ? weight : 0;
        visited += weight;
    }

    /** Shares what was counted among baskets that are alike, as sorting gave the first the fewest responses. */
    private void finish() {
        for (double[] values : new double[][] {rejection, mean, meanSquare, squaredError}) {
            double[] shared = values.clone();
            for (int j = 0; j < values.length; j++) {
                double sum = 0;
                int count = 0;
                for (int i = 0; i < values.length; i++) {
                    if (root(i) == root(j)) {
                        sum += values[i];
                        count++;
                    }
                }
                shared[j] = sum / count;
            }
            System.arraycopy(shared, 0, values, 0, values.length);
        }
    }

    private int root(int basket) {
        int root = basket;
        while (alike[root] >= 0) {
            root = alike[root];
        }
        return root;
    }

    /**
     * Probability that a basket is declared active.
     *
     * @return per basket
     */
    public double[] rejection() {
        return rejection.clone();
    }

    /**
     * Probability that at least one truly inactive basket is declared active.
     *
     * @return family-wise error rate; 0 without inactive baskets
     */
    public double familyWiseError() {
        return anyFalse;
    }

    /**
     * Probability that at least one truly active basket is declared active.
     *
     * @return experiment-wise power; 0 without active baskets
     */
    public double experimentWisePower() {
        return anyTrue;
    }

    /**
     * Expected number of baskets that are declared what they are.
     *
     * @return from 0 to the number of baskets
     */
    public double expectedCorrectDecisions() {
        return correct;
    }

    /**
     * Expectation of the posterior means.
     *
     * @return per basket
     */
    public double[] mean() {
        return mean.clone();
    }

    /**
     * Standard deviation of the posterior means over trials.
     *
     * @return per basket
     */
    public double[] deviationOfMean() {
        double[] deviation = new double[mean.length];
        Arrays.setAll(deviation, j -> Math.sqrt(Math.max(0, meanSquare[j] - mean[j] * mean[j])));
        return deviation;
    }

    /**
     * Mean squared error of the posterior means.
     *
     * @return per basket
     */
    public double[] meanSquaredError() {
        return squaredError.clone();
    }

    /**
     * Probability of the outcomes that were left out.
     *
     * @return at most what was admitted, and rounding errors
     */
    public double neglected() {
        return Math.max(0, 1 - visited);
    }
}
