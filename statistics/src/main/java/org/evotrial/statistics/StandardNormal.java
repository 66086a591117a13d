package org.evotrial.statistics;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * The standard normal distribution, with both tails to full relative accuracy.
 *
 * <p>Density {@code exp(-x^2 / 2) / sqrt(2 pi)}. The tails use the complementary error function, so that a survival
 * probability of 1e-100 is as accurate as one of 0.1.
 */
public final class StandardNormal {
    private static final double SQRT_2 = StrictMath.sqrt(2.0);
    private static final double INVERSE_SQRT_2_PI = 1.0 / StrictMath.sqrt(2.0 * StrictMath.PI);

    private StandardNormal() {}

    /**
     * The density at {@code x}.
     *
     * @param x any number; NaN gives NaN
     * @return the density
     */
    public static double density(double x) {
        return INVERSE_SQRT_2_PI * StrictMath.exp(-0.5 * x * x);
    }

    /**
     * {@code P(Z <= x)}.
     *
     * @param x any number, infinities included; NaN gives NaN
     * @return the lower tail
     */
    public static double cumulative(double x) {
        return 0.5 * Erfc.value(-x / SQRT_2);
    }

    /**
     * {@code P(Z > x)}.
     *
     * @param x any number, infinities included; NaN gives NaN
     * @return the upper tail
     */
    public static double survival(double x) {
        return 0.5 * Erfc.value(x / SQRT_2);
    }

    /**
     * The {@code x} with {@code P(Z <= x) = p}.
     *
     * @param p probability in [0, 1]; 0 gives negative and 1 positive infinity
     * @return the quantile
     * @throws IllegalArgumentException if {@code p} is outside [0, 1]
     */
    public static double quantile(double p) {
        return -upperQuantile(p);
    }

    /**
     * The {@code x} with {@code P(Z > x) = p}: the critical value of a one-sided test at level {@code p}.
     *
     * @param p probability in [0, 1]; 0 gives positive and 1 negative infinity
     * @return the quantile of the upper tail
     * @throws IllegalArgumentException if {@code p} is outside [0, 1]
     */
    public static double upperQuantile(double p) {
        Admissible.probability("probability", p);
        return SQRT_2 * InverseErfc.value(2.0 * p);
    }
}
