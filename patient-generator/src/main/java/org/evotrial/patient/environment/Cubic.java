package org.evotrial.patient.environment;

/**
 * A cubic on [0, 1] through its values at 0, 1/2 and 1 with its slope at 0, and its values at equal distances. Mutable; nothing is
 * allocated.
 */
final class Cubic {
    private double start;
    private double slope;
    private double quadratic;
    private double cubic;
    private double least;
    private double most;
    private double value;
    private double first;
    private double second;
    private double third;

    /**
     * Sets the cubic.
     *
     * @param atStart value at 0
     * @param slopeAtStart slope at 0
     * @param half value at 1/2 less that at 0
     * @param change value at 1 less that at 0
     */
    void set(double atStart, double slopeAtStart, double half, double change) {
        start = atStart;
        slope = slopeAtStart;
        quadratic = 8 * half - change - 3 * slope;
        cubic = change - slope - quadratic;
        double bend = (2 * Math.abs(quadratic) + 6 * Math.abs(cubic)) / 32;
        least = start + Math.min(Math.min(half, change), 0) - bend;
        most = start + Math.max(Math.max(half, change), 0) + bend;
    }

    /** Whether bounds by the values at 0, 1/2 and 1 and the largest curvature between lie within an open interval. */
    boolean staysWithin(double low, double high) {
        return least > low && most < high;
    }

    /** Prepares {@link #next} for values at 1/n, 2/n and so on. */
    void divide(int n) {
        double x = 1.0 / n;
        value = start;
        third = 6 * cubic * x * x * x;
        second = 2 * quadratic * x * x;
        first = x * (slope + x * (quadratic + x * cubic));
    }

    /** The next value, by differences. */
    double next() {
        value += first;
        second += third;
        first += second;
        return value;
    }
}
