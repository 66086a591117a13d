package org.evotrial.statistics.groupsequential;

/**
 * {@code exp(-x)} for {@code x} in [0, 700], within 1.5 units in the last place and the same on every machine: four
 * times as fast as {@link StrictMath#exp}, which the recursive integration calls some ten thousand times per boundary.
 *
 * <p>{@code exp(-x) = 2^(-n / 64) exp(r)} with {@code n} the integer nearest to {@code 64 x / log 2}; the first factor
 * from a table, the second from its series, as {@code |r| <= log(2) / 128}. Tang 1989, doi:10.1145/63522.214389.
 */
final class NegativeExponential {
    private static final int BITS = 6;
    private static final int SIZE = 1 << BITS;
    private static final int MASK = SIZE - 1;
    private static final int EXPONENT_SHIFT = 52;
    private static final double STEPS_PER_UNIT = SIZE / StrictMath.log(2);
    // The logarithm of 2 in two parts, the first with trailing zeros so that its multiples are exact.
    private static final double STEP_HIGH = 0x1.62e42feep-1 / SIZE;
    private static final double STEP_LOW = 0x1.a39ef35793c76p-33 / SIZE;
    private static final long[] POWERS = powers();

    private NegativeExponential() {}

    /** {@code exp(-x)}; not checked: {@code x} must be in [0, 700]. */
    static double value(double x) {
        int n = (int) (x * STEPS_PER_UNIT + 0.5);
        double r = (n * STEP_HIGH - x) + n * STEP_LOW;
        double square = r * r;
        double series = r + square * (0.5 + r * (1.0 / 6)) + square * square * (1.0 / 24 + r * (1.0 / 120));
        double power = Double.longBitsToDouble(POWERS[n & MASK] - ((long) (n >> BITS) << EXPONENT_SHIFT));
        return power + power * series;
    }

    private static long[] powers() {
        long[] powers = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            powers[i] = Double.doubleToLongBits(StrictMath.pow(2, -(double) i / SIZE));
        }
        return powers;
    }
}
