package org.evotrial.statistics.montecarlo;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;

/**
 * Count, mean and variance of a stream of numbers, in one pass (Welford 1962, doi:10.1080/00401706.1962.10490022) and
 * mergeable (Chan, Golub and LeVeque 1983, doi:10.1080/00031305.1983.10483115). Not thread-safe.
 *
 * <p>The result depends in the last digits on how the stream was cut. Whoever merges blocks of fixed size in a fixed
 * order gets the same bits with any number of threads.
 */
public final class SampleMoments implements Serializable {
    private static final long serialVersionUID = 1L;

    private long count;
    private double mean;
    private double sumOfSquares;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    /** No numbers yet. */
    public SampleMoments() {}

    /**
     * Takes a number.
     *
     * @param value finite
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public void add(double value) {
        Admissible.finite("value", value);
        count++;
        double delta = value - mean;
        mean += delta / count;
        sumOfSquares += delta * (value - mean);
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
    }

    /**
     * Takes the numbers of another accumulator, as if they came after its own.
     *
     * @param other not changed
     */
    public void merge(SampleMoments other) {
        if (other.count == 0) {
            return;
        }
        if (count == 0) {
            count = other.count;
            mean = other.mean;
            sumOfSquares = other.sumOfSquares;
            minimum = other.minimum;
            maximum = other.maximum;
            return;
        }
        long total = count + other.count;
        double delta = other.mean - mean;
        double weight = (double) other.count / total;
        mean += delta * weight;
        sumOfSquares += other.sumOfSquares + delta * delta * weight * count;
        count = total;
        minimum = Math.min(minimum, other.minimum);
        maximum = Math.max(maximum, other.maximum);
    }

    /**
     * How many numbers there are.
     *
     * @return count
     */
    public long count() {
        return count;
    }

    /**
     * The mean.
     *
     * @return mean
     * @throws IllegalStateException if there is no number
     */
    public double mean() {
        requireCount(1);
        return mean;
    }

    /**
     * The variance with divisor {@code n - 1}.
     *
     * @return variance
     * @throws IllegalStateException if there are fewer than 2 numbers
     */
    public double variance() {
        requireCount(2);
        return sumOfSquares / (count - 1);
    }

    /**
     * The square root of {@link #variance()}.
     *
     * @return standard deviation
     * @throws IllegalStateException if there are fewer than 2 numbers
     */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /**
     * The smallest number.
     *
     * @return minimum
     * @throws IllegalStateException if there is no number
     */
    public double minimum() {
        requireCount(1);
        return minimum;
    }

    /**
     * The largest number.
     *
     * @return maximum
     * @throws IllegalStateException if there is no number
     */
    public double maximum() {
        requireCount(1);
        return maximum;
    }

    private void requireCount(int least) {
        if (count < least) {
            throw new IllegalStateException(
                    String.format("The count (%d) must be at least %d for this moment.", count, least));
        }
    }
}
