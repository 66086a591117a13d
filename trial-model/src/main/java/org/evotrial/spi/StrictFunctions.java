package org.evotrial.spi;

/**
 * Transcendental functions that give the same bits on every platform. {@code Math.exp} and its kin may be replaced by
 * processor-specific code and may differ in the last digit between machines, which is enough to change a random
 * number's comparison and so a whole trajectory. State-advancing code calls these instead.
 *
 * <p>{@code exp} multiplies a tabulated power of two to the k/64 with a polynomial, in half of the time of {@code StrictMath}; arithmetic is
 * the same everywhere since Java 17. The others are {@code StrictMath}'s, whose results the Java platform defines bit by bit
 * (fdlibm). Commons Math's {@code FastMath} is about as fast for {@code log}, but two times slower for {@code expm1} and
 * {@code cbrt} and four times for {@code log1p} (JDK 17; {@code StrictFunctionsBenchmark}).
 */
public final class StrictFunctions {
    private static final int PARTS_LOG_2 = 6;
    private static final int PARTS = 1 << PARTS_LOG_2;
    private static final int EXPONENT_BIAS = 1023;
    private static final int MANTISSA_BITS = 52;
    private static final double LARGEST_TABULATED = 700;
    private static final double PARTS_PER_LN_2 = PARTS / 0.693147180559945309417;

    /** ln 2 / 64 in two parts; the higher has 32 significant bits, so that its product with an integer is exact. */
    private static final double PART_HIGH = 0x1.62e42feep-7;

    private static final double PART_LOW = 0x1.a39ef35793c76p-39;

    private static final double[] FRACTIONAL_POWERS = fractionalPowers();

    private StrictFunctions() {}

    private static double[] fractionalPowers() {
        double[] powers = new double[PARTS];
        for (int i = 0; i < PARTS; i++) {
            powers[i] = StrictMath.pow(2, (double) i / PARTS);
        }
        return powers;
    }

    /** e^x, with a relative error below 1e-15. */
    public static double exp(double x) {
        if (!(Math.abs(x) < LARGEST_TABULATED)) {
            return StrictMath.exp(x);
        }
        double nearest = Math.rint(x * PARTS_PER_LN_2);
        int k = (int) nearest;
        double r = (x - nearest * PART_HIGH) - nearest * PART_LOW;
        double rest = r + r * r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120))));
        double fraction = FRACTIONAL_POWERS[k & (PARTS - 1)];
        double power = Double.longBitsToDouble((long) ((k >> PARTS_LOG_2) + EXPONENT_BIAS) << MANTISSA_BITS);
        return (fraction + fraction * rest) * power;
    }

    /** e^x - 1, accurate near 0. */
    public static double expm1(double x) {
        return StrictMath.expm1(x);
    }

    /** Natural logarithm. */
    public static double log(double x) {
        return StrictMath.log(x);
    }

    /** ln(1 + x), accurate near 0. */
    public static double log1p(double x) {
        return StrictMath.log1p(x);
    }

    /** x^y. */
    public static double pow(double x, double y) {
        return StrictMath.pow(x, y);
    }

    /** The sine of an angle in radians. */
    public static double sin(double x) {
        return StrictMath.sin(x);
    }

    /** The angle in [-pi/2, pi/2] whose sine is x. */
    public static double asin(double x) {
        return StrictMath.asin(x);
    }

    /** Cube root. */
    public static double cbrt(double x) {
        return StrictMath.cbrt(x);
    }

    /** Square root; correctly rounded on every platform by IEEE 754. */
    public static double sqrt(double x) {
        return Math.sqrt(x);
    }
}
