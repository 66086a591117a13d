package org.evotrial.spi;

/**
 * Transcendental functions that give the same bits on every platform. {@code Math.exp} and its kin may be replaced by
 * processor-specific code and may differ in the last digit between machines, which is enough to change a random
 * number's comparison and so a whole trajectory. State-advancing code calls these instead.
 *
 * <p>Backed by {@code StrictMath}, whose results the Java platform defines bit by bit (fdlibm). The alternative, Commons Math's {@code FastMath},
 * is a little faster for {@code exp} and about as fast for {@code log}, but two times slower for {@code expm1} and {@code cbrt} and
 * four times for {@code log1p} (JDK 17; {@code StrictFunctionsBenchmark}).
 */
public final class StrictFunctions {
    private StrictFunctions() {}

    /** e^x. */
    public static double exp(double x) {
        return StrictMath.exp(x);
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

    /** Cube root. */
    public static double cbrt(double x) {
        return StrictMath.cbrt(x);
    }

    /** Square root; correctly rounded on every platform by IEEE 754. */
    public static double sqrt(double x) {
        return Math.sqrt(x);
    }
}
