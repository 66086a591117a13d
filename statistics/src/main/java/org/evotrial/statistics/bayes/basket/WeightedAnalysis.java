package org.evotrial.statistics.bayes.basket;

import org.evotrial.statistics.bayes.BetaBinomial;

/**
 * Basket analysis by Beta posteriors with weighted data of the other baskets: {@code alpha_i = a + x_i + sum over j of
 * w_ij x_j} (with {@code a + x_j} in the sum where the prior is borrowed too), and so for failures. Weights are tabulated
 * once for all pairs of outcomes. Thread-safe.
 */
public final class WeightedAnalysis implements BasketAnalysis {
    private final BasketTrial trial;
    private final BetaBinomial prior;
    private final boolean borrowsPrior;
    private final double[][][][] weights;

    private WeightedAnalysis(BasketTrial trial, BetaBinomial prior, BorrowingWeights weights) {
        this.trial = trial;
        this.prior = prior;
        this.borrowsPrior = weights.borrowsPrior();
        this.weights = new double[trial.baskets()][trial.baskets()][][];
        for (int i = 0; i < trial.baskets(); i++) {
            for (int j = 0; j < trial.baskets(); j++) {
                if (i != j) {
                    this.weights[i][j] = table(weights, i, j);
                }
            }
        }
    }

    /**
     * An analysis.
     *
     * @param trial sizes and thresholds
     * @param prior prior of every basket
     * @param weights how much is borrowed
     * @return analysis
     */
    public static WeightedAnalysis of(BasketTrial trial, BetaBinomial prior, BorrowingWeights weights) {
        return new WeightedAnalysis(trial, prior, weights);
    }

    private double[][] table(BorrowingWeights rule, int i, int j) {
        int patients = trial.patients(i);
        int others = trial.patients(j);
        for (int k = 0; k <= i; k++) {
            for (int l = 0; l < (k < i ? trial.baskets() : j); l++) {
                if (k != l && trial.patients(k) == patients && trial.patients(l) == others) {
                    return weights[k][l];
                }
            }
        }
        double[][] table = new double[patients + 1][others + 1];
        for (int x = 0; x <= patients; x++) {
            for (int y = 0; y <= others; y++) {
                boolean known = patients == others && y < x;
                table[x][y] = known ? table[y][x] : rule.weight(prior, x, patients, y, others);
            }
        }
        return table;
    }

    @Override
    public BasketTrial trial() {
        return trial;
    }

    @Override
    public boolean interchangeable(int first, int second) {
        return trial.patients(first) == trial.patients(second);
    }

    @Override
    public void analyse(int[] responses, BasketPosterior posterior) {
        trial.requireResponses(responses);
        for (int i = 0; i < responses.length; i++) {
            double alpha = prior.alpha() + responses[i];
            double beta = prior.beta() + trial.patients(i) - responses[i];
            for (int j = 0; j < responses.length; j++) {
                if (j != i) {
                    double weight = weights[i][j][responses[i]][responses[j]];
                    alpha += weight * (responses[j] + (borrowsPrior ? prior.alpha() : 0));
                    beta += weight * (trial.patients(j) - responses[j] + (borrowsPrior ? prior.beta() : 0));
                }
            }
            BetaBinomial basket = new BetaBinomial(alpha, beta);
            posterior.moments(i, basket.mean(), basket.variance());
            for (int t = 0; t < trial.thresholds(); t++) {
                posterior.probabilityAbove(i, t, basket.probabilityAbove(trial.threshold(t)));
            }
        }
    }
}
