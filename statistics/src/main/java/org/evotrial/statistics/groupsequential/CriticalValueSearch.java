package org.evotrial.statistics.groupsequential;

import org.evotrial.statistics.StandardNormal;

/** Finds the critical value of the present look of a recursion that spends a given probability. */
final class CriticalValueSearch {
    private static final int MOST_ITERATIONS = 200;
    private static final double RELATIVE_TOLERANCE = 1e-13;

    private CriticalValueSearch() {}

    /**
     * The {@code c} with {@code P(no stop before, Z_k >= c) = probability}, by Newton steps on the logarithm within a
     * bracket.
     *
     * @param recursion at the present look
     * @param probability one-sided probability to spend, not negative
     * @return critical value; positive infinity if nothing (or less than 1e-300) is to be spent
     * @throws IllegalArgumentException if so few trials reach the look that the probability cannot be spent, which
     *     takes binding futility bounds
     */
    static double upperBound(RecursiveIntegration recursion, double probability) {
        if (probability < 1e-300) {
            return Double.POSITIVE_INFINITY;
        }
        double high = StandardNormal.upperQuantile(probability);
        double low = Double.NEGATIVE_INFINITY;
        double c = high;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double tail = recursion.upperTail(c);
            if (tail > probability) {
                low = c;
            } else {
                high = c;
            }
            double step = tail / recursion.density(c) * StrictMath.log(tail / probability);
            if (Math.abs(step) <= RELATIVE_TOLERANCE * (1 + Math.abs(c))) {
                return c + step;
            }
            double next = c + step;
            if (!(next > low && next < high)) {
                next = low == Double.NEGATIVE_INFINITY ? c - 1 : 0.5 * (low + high);
            }
            if (high - low <= RELATIVE_TOLERANCE * (1 + Math.abs(c))) {
                return next;
            }
            c = next;
        }
        throw new IllegalArgumentException(String.format(
                "The futility bounds must leave enough trials to spend the probability %s at a later look.",
                probability));
    }
}
