package org.evotrial.spi;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Transcendental functions that give the same bits on every platform. {@code Math.exp} and its kin may be replaced by
 * processor-specific code and may differ in the last digit between machines, which is enough to change a random
 * number's comparison and so a whole trajectory. State-advancing code calls these instead.
 *
 * <p>{@code exp}, {@code expm1}, {@code log} and {@code log1p} are a tabulated value at the nearest of 64 points and a short
 * series for what is left: about half of the time of {@code StrictMath}, which leaves the virtual machine for the last three in
 * JDK 17. Arithmetic is the same everywhere since Java 17. The others are {@code StrictMath}'s, whose results the Java platform
 * defines bit by bit (fdlibm). {@code StrictFunctionsBenchmark} compares them.
 */
public final class StrictFunctions {
    private static final int PARTS_LOG_2 = 6;
    private static final int PARTS = 1 << PARTS_LOG_2;
    private static final int EXPONENT_BIAS = 1023;
    private static final int MANTISSA_BITS = 52;
    private static final long SIGNIFICAND = (1L << MANTISSA_BITS) - 1;
    private static final double LARGEST_TABULATED = 700;

    /** Added to a number below 2^31 it leaves the nearest integer in the last bits. */
    private static final double ROUNDING = 0x1.8p52;

    private static final double LARGEST_SUM = 0x1p53;
    private static final double PARTS_PER_LN_2 = PARTS / 0.693147180559945309417;

    /** ln 2 / 64 in two parts; the higher has 32 significant bits, so that its product with an integer is exact. */
    private static final double PART_HIGH = 0x1.62e42feep-7;

    private static final double PART_LOW = 0x1.a39ef35793c76p-39;

    private static final double LN_2_HIGH = PARTS * PART_HIGH;
    private static final double LN_2_LOW = PARTS * PART_LOW;

    /** Below it in absolute value, 1 + x is near enough to 1 that the series alone gives its logarithm. */
    private static final double NEAR_ONE = 0x1p-7;

    /** 2^(i/64) in two parts. */
    private static final double[] FRACTIONAL_POWERS = new double[PARTS];

    private static final double[] FRACTIONAL_POWERS_LOW = new double[PARTS];

    /** Middles of 64 intervals that cover [3/4, 3/2), by the first six bits of the significand, and their logarithms. */
    private static final double[] CENTRES = new double[PARTS];

    private static final double[] CENTRE_LOGS = new double[PARTS];

    static {
        MathContext digits = new MathContext(40);
        BigDecimal step = BigDecimal.valueOf(2);
        for (int i = 0; i < PARTS_LOG_2; i++) {
            step = step.sqrt(digits);
        }
        BigDecimal power = BigDecimal.ONE;
        for (int i = 0; i < PARTS; i++) {
            FRACTIONAL_POWERS[i] = power.doubleValue();
            FRACTIONAL_POWERS_LOW[i] =
                    power.subtract(new BigDecimal(FRACTIONAL_POWERS[i])).doubleValue();
            power = power.multiply(step, digits);
            double middle = 1 + (i + 0.5) / PARTS;
            CENTRES[i] = i < PARTS / 2 ? middle : 0.5 * middle;
        }
        // beside 1 the logarithm keeps its relative precision only if nothing is added to it
        CENTRES[0] = 1;
        CENTRES[PARTS - 1] = 1;
        for (int i = 0; i < PARTS; i++) {
            CENTRE_LOGS[i] = StrictMath.log(CENTRES[i]);
        }
    }

    private StrictFunctions() {}

    /** e^x, with a relative error below 1e-15. */
    public static double exp(double x) {
        if (!(Math.abs(x) < LARGEST_TABULATED)) {
            return StrictMath.exp(x);
        }
        double rounded = x * PARTS_PER_LN_2 + ROUNDING;
        double nearest = rounded - ROUNDING;
        int k = (int) Double.doubleToRawLongBits(rounded);
        double r = (x - nearest * PART_HIGH) - nearest * PART_LOW;
        double rest = r + r * r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120))));
        double fraction = FRACTIONAL_POWERS[k & (PARTS - 1)];
        double power = Double.longBitsToDouble((long) ((k >> PARTS_LOG_2) + EXPONENT_BIAS) << MANTISSA_BITS);
        return (fraction + fraction * rest) * power;
    }

    /** e^x - 1, with a relative error below 1e-15, also near 0. */
    public static double expm1(double x) {
        if (!(Math.abs(x) < LARGEST_TABULATED)) {
            return StrictMath.expm1(x);
        }
        double rounded = x * PARTS_PER_LN_2 + ROUNDING;
        double nearest = rounded - ROUNDING;
        int k = (int) Double.doubleToRawLongBits(rounded);
        double r = (x - nearest * PART_HIGH) - nearest * PART_LOW;
        double series = r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720 + r * (1.0 / 5040))));
        double rest = r + r * r * (1.0 / 2 + r * (1.0 / 6 + series));
        if (k == 0) {
            return rest;
        }
        int part = k & (PARTS - 1);
        double power = Double.longBitsToDouble((long) ((k >> PARTS_LOG_2) + EXPONENT_BIAS) << MANTISSA_BITS);
        double fraction = FRACTIONAL_POWERS[part];
        return (power * fraction - 1) + power * (FRACTIONAL_POWERS_LOW[part] + fraction * rest);
    }

    /** Natural logarithm, with a relative error below 1e-15. */
    public static double log(double x) {
        if (!(x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY)) {
            return StrictMath.log(x);
        }
        long bits = Double.doubleToRawLongBits(x);
        int part = (int) (bits >>> (MANTISSA_BITS - PARTS_LOG_2)) & (PARTS - 1);
        int halved = part >> (PARTS_LOG_2 - 1);
        int exponent = (int) (bits >>> MANTISSA_BITS) - EXPONENT_BIAS + halved;
        double significand =
                Double.longBitsToDouble(bits & SIGNIFICAND | (long) (EXPONENT_BIAS - halved) << MANTISSA_BITS);
        double centre = CENTRES[part];
        double rest = logOfRatio((significand - centre) / (significand + centre));
        return exponent * LN_2_HIGH + (CENTRE_LOGS[part] + (exponent * LN_2_LOW + rest));
    }

    /** ln((1 + s)/(1 - s)) = 2 (s + s^3/3 + s^5/5 + ...). */
    private static double logOfRatio(double s) {
        double square = s * s;
        double series = 2.0 / 7 + square * (2.0 / 9);
        return 2 * s + s * square * (2.0 / 3 + square * (2.0 / 5 + square * series));
    }

    /** ln(1 + x), with a relative error below 1e-15, also near 0. */
    public static double log1p(double x) {
        if (Math.abs(x) < NEAR_ONE) {
            return logOfRatio(x / (2 + x));
        }
        if (!(x > -1 && x < LARGEST_SUM)) {
            return StrictMath.log1p(x);
        }
        double sum = 1 + x;
        double lost = x < 1 ? x - (sum - 1) : 1 - (sum - x);
        return log(sum) + lost / sum;
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
