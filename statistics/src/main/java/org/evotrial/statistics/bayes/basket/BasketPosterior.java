package org.evotrial.statistics.bayes.basket;

/** Posterior moments and tail probabilities of the response rates of all baskets; mutable, to be used again. */
public final class BasketPosterior {
    private final int thresholds;
    private final double[] mean;
    private final double[] variance;
    private final double[] above;

    /**
     * Room for the posteriors of a trial.
     *
     * @param trial number of baskets and thresholds
     */
    public BasketPosterior(BasketTrial trial) {
        thresholds = trial.thresholds();
        mean = new double[trial.baskets()];
        variance = new double[trial.baskets()];
        above = new double[trial.baskets() * thresholds];
    }

    /**
     * Posterior mean.
     *
     * @param basket from 0
     * @return mean of the response rate
     */
    public double mean(int basket) {
        return mean[basket];
    }

    /**
     * Posterior standard deviation.
     *
     * @param basket from 0
     * @return standard deviation of the response rate
     */
    public double standardDeviation(int basket) {
        return Math.sqrt(Math.max(0, variance[basket]));
    }

    /**
     * Posterior probability of a rate above a threshold.
     *
     * @param basket from 0
     * @param threshold index of the threshold in the trial, from 0
     * @return {@code P(p_j > c)}
     */
    public double probabilityAbove(int basket, int threshold) {
        return above[basket * thresholds + threshold];
    }

    /**
     * Sets the moments of a basket.
     *
     * @param basket from 0
     * @param newMean posterior mean
     * @param newVariance posterior variance
     */
    public void moments(int basket, double newMean, double newVariance) {
        mean[basket] = newMean;
        variance[basket] = newVariance;
    }

    /**
     * Sets a tail probability; rounding errors outside [0, 1] are cut.
     *
     * @param basket from 0
     * @param threshold index of the threshold in the trial, from 0
     * @param probability {@code P(p_j > c)}
     */
    public void probabilityAbove(int basket, int threshold, double probability) {
        above[basket * thresholds + threshold] = Math.max(0, Math.min(1, probability));
    }

    /** Copies the results of a basket from those of another. */
    void copy(int to, BasketPosterior from, int basket) {
        mean[to] = from.mean[basket];
        variance[to] = from.variance[basket];
        System.arraycopy(from.above, basket * thresholds, above, to * thresholds, thresholds);
    }

    int doublesPerBasket() {
        return 2 + thresholds;
    }

    void write(int basket, double[] store, int at) {
        store[at] = mean[basket];
        store[at + 1] = variance[basket];
        System.arraycopy(above, basket * thresholds, store, at + 2, thresholds);
    }

    void read(int basket, double[] store, int at) {
        mean[basket] = store[at];
        variance[basket] = store[at + 1];
        System.arraycopy(store, at + 2, above, basket * thresholds, thresholds);
    }
}
