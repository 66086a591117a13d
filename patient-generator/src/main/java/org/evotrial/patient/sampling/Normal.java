package org.evotrial.patient.sampling;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.StrictFunctions;

/**
 * Standard normal variates by the ratio of uniforms with Leva's quadratic bounds; a logarithm is needed in one draw out
 * of eighty.
 *
 * @see <a href="https://doi.org/10.1145/138351.138364">Leva (1992), A fast normal random number generator, ACM TOMS 18,
 *     449-453</a>
 */
public final class Normal {
    private static final double CENTRE_U = 0.449871;
    private static final double CENTRE_V = -0.386595;
    private static final double QUADRATIC = 0.19600;
    private static final double MIXED = 0.25472;
    private static final double INNER_BOUND = 0.27597;
    private static final double OUTER_BOUND = 0.27846;
    private static final double V_RANGE = 1.7156;

    private Normal() {}

    /**
     * Draws from the normal distribution with mean 0 and variance 1.
     *
     * @param random source of randomness
     * @return a finite number
     */
    public static double draw(UniformRandomProvider random) {
        while (true) {
            double u = Exponential.openUniform(random);
            double v = V_RANGE * (random.nextDouble() - 0.5);
            double x = u - CENTRE_U;
            double y = Math.abs(v) - CENTRE_V;
            double q = x * x + y * (QUADRATIC * y - MIXED * x);
            if (q < INNER_BOUND || q <= OUTER_BOUND && v * v <= -4 * StrictFunctions.log(u) * u * u) {
                return v / u;
            }
        }
    }
}
