package org.evotrial.statistics.montecarlo;

import java.io.Serializable;
import java.util.Arrays;
import org.evotrial.statistics.Admissible;

/**
 * What an estimator gave in each replicate: estimate, model-based standard error and interval. It keeps them all, as the
 * bias-eliminated coverage asks for the intervals once the mean is known. Not thread-safe.
 */
public final class EstimationSample implements Serializable {
    private static final long serialVersionUID = 1L;

    private double[] estimates = new double[64];
    private double[] standardErrors = new double[64];
    private double[] lower = new double[64];
    private double[] upper = new double[64];
    private int count;
    private long withoutEstimate;

    /** No replicates yet. */
    public EstimationSample() {}

    /**
     * Takes the result of a replicate.
     *
     * @param estimate finite
     * @param standardError as the model has it, zero or positive
     * @param lowerLimit of the confidence interval, possibly negative infinity
     * @param upperLimit at least {@code lowerLimit}, possibly positive infinity
     * @throws IllegalArgumentException if a number is not admissible; nothing is taken then
     */
    public void add(double estimate, double standardError, double lowerLimit, double upperLimit) {
        Admissible.finite("estimate", estimate);
        Admissible.nonNegative("standardError", standardError);
        if (!(lowerLimit <= upperLimit)) {
            throw new IllegalArgumentException(String.format(
                    "The lower limit (%s) must be at most the upper limit (%s).", lowerLimit, upperLimit));
        }
        if (count == estimates.length) {
            grow(2 * count);
        }
        estimates[count] = estimate;
        standardErrors[count] = standardError;
        lower[count] = lowerLimit;
        upper[count] = upperLimit;
        count++;
    }

    /** Takes a replicate in which there was no estimate, for instance because a fit did not converge. */
    public void addWithoutEstimate() {
        withoutEstimate++;
    }

    /**
     * Takes the replicates of another sample, after its own.
     *
     * @param other not changed
     */
    public void merge(EstimationSample other) {
        int total = count + other.count;
        if (total > estimates.length) {
            grow(Math.max(total, 2 * estimates.length));
        }
        System.arraycopy(other.estimates, 0, estimates, count, other.count);
        System.arraycopy(other.standardErrors, 0, standardErrors, count, other.count);
        System.arraycopy(other.lower, 0, lower, count, other.count);
        System.arraycopy(other.upper, 0, upper, count, other.count);
        count = total;
        withoutEstimate += other.withoutEstimate;
    }

    /**
     * How many replicates have an estimate.
     *
     * @return count
     */
    public int count() {
        return count;
    }

    /**
     * How many replicates have none. Every performance measure is conditional on the others: report this beside it.
     *
     * @return count
     */
    public long withoutEstimate() {
        return withoutEstimate;
    }

    /**
     * How many intervals contain a value, limits included.
     *
     * @param value any number
     * @return count
     */
    public long covering(double value) {
        long covering = 0;
        for (int i = 0; i < count; i++) {
            if (lower[i] <= value && value <= upper[i]) {
                covering++;
            }
        }
        return covering;
    }

    double estimate(int replicate) {
        return estimates[replicate];
    }

    double standardError(int replicate) {
        return standardErrors[replicate];
    }

    private void grow(int capacity) {
        estimates = Arrays.copyOf(estimates, capacity);
        standardErrors = Arrays.copyOf(standardErrors, capacity);
        lower = Arrays.copyOf(lower, capacity);
        upper = Arrays.copyOf(upper, capacity);
    }
}
