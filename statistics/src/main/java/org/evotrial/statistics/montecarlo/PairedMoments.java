package org.evotrial.statistics.montecarlo;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;

/**
 * Means, variances and covariance of pairs of numbers: two methods, arms or scenarios measured on the same replicates.
 * One pass and mergeable as {@link SampleMoments}. Not thread-safe.
 */
public final class PairedMoments implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SampleMoments first = new SampleMoments();
    private final SampleMoments second = new SampleMoments();
    private final SampleMoments differences = new SampleMoments();
    private double sumOfProducts;

    /** No pairs yet. */
    public PairedMoments() {}

    /**
     * Takes a pair.
     *
     * @param a finite
     * @param b finite
     * @throws IllegalArgumentException if a number is NaN or infinite; nothing is taken then
     */
    public void add(double a, double b) {
        Admissible.finite("first value", a);
        Admissible.finite("second value", b);
        double deviation = first.count() == 0 ? 0 : a - first.mean();
        first.add(a);
        second.add(b);
        differences.add(a - b);
        sumOfProducts += deviation * (b - second.mean());
    }

    /**
     * Takes the pairs of another accumulator, as if they came after its own.
     *
     * @param other not changed
     */
    public void merge(PairedMoments other) {
        if (other.count() > 0 && count() > 0) {
            double weight = (double) count() * other.count() / ((double) count() + other.count());
            sumOfProducts += (other.first.mean() - first.mean()) * (other.second.mean() - second.mean()) * weight;
        }
        sumOfProducts += other.sumOfProducts;
        first.merge(other.first);
        second.merge(other.second);
        differences.merge(other.differences);
    }

    /**
     * How many pairs there are.
     *
     * @return count
     */
    public long count() {
        return first.count();
    }

    /**
     * The first numbers of the pairs.
     *
     * @return their moments, a live view
     */
    public SampleMoments first() {
        return first;
    }

    /**
     * The second numbers of the pairs.
     *
     * @return their moments, a live view
     */
    public SampleMoments second() {
        return second;
    }

    /**
     * The differences, first minus second: {@link PerformanceMeasure#mean} of them is the paired difference.
     *
     * @return their moments, a live view
     */
    public SampleMoments differences() {
        return differences;
    }

    /**
     * The correlation.
     *
     * @return in [-1, 1]; 0 if one of the numbers never varies, as nothing is then known of the other
     * @throws IllegalStateException if there are fewer than 2 pairs
     */
    public double correlation() {
        double scale = first.standardDeviation() * second.standardDeviation();
        if (scale == 0) {
            return 0;
        }
        return Math.max(-1, Math.min(1, sumOfProducts / (count() - 1) / scale));
    }
}
