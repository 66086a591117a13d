package org.evotrial.spi;

import org.apache.commons.math3.util.FastMath;

/**
 * Transcendental functions that give the same bits on every platform. {@code Math.exp} and its kin may be replaced by
 * processor-specific code and may differ in the last digit between machines, which is enough to change a random
 * number's comparison and so a whole trajectory. State-advancing code calls these instead.
 *
 * <p>Backed by Commons Math's {@code FastMath}, which is plain Java and, on JDK 17, faster than {@code StrictMath}; the
 * benchmark module measures both.
 */
public final class StrictFunctions {
    private StrictFunctions() {}

    /** e^x. */
    public static double exp(double x) {
        return FastMath.exp(x);
    }

    /** e^x - 1, accurate near 0. */
    public static double expm1(double x) {
        return FastMath.expm1(x);
    }

    /** Natural logarithm. */
    public static double log(double x) {
        return FastMath.log(x);
    }

    /** ln(1 + x), accurate near 0. */
    public static double log1p(double x) {
        return FastMath.log1p(x);
    }

    /** x^y. */
    public static double pow(double x, double y) {
        return FastMath.pow(x, y);
    }

    /** Cube root. */
    public static double cbrt(double x) {
        return FastMath.cbrt(x);
    }

    /** Square root; correctly rounded on every platform by IEEE 754. */
    public static double sqrt(double x) {
        return Math.sqrt(x);
    }
}
