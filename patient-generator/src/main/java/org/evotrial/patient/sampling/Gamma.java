package org.evotrial.patient.sampling;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.StrictFunctions;

/**
 * Gamma variates by Marsaglia and Tsang's squeeze, boosted for shapes below one.
 *
 * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia, Tsang (2000), A simple method for generating gamma
 *     variables, ACM TOMS 26, 363-372</a>
 */
public final class Gamma {
    private Gamma() {}

    /**
     * Draws from the gamma distribution with density proportional to x^(shape-1) e^(-x).
     *
     * @param shape a positive finite number
     * @param random source of randomness
     * @return a number &ge; 0 with mean {@code shape}
     * @throws IllegalArgumentException if the shape is not positive and finite (a NaN inside the rejection loop would
     *     never end)
     */
    public static double draw(double shape, UniformRandomProvider random) {
        if (!(shape > 0 && shape < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The gamma shape (" + shape + ") must be positive and finite.");
        }
        if (shape < 1) {
            double boost = StrictFunctions.exp(StrictFunctions.log(Exponential.openUniform(random)) / shape);
            return boost * atLeastOne(shape + 1, random);
        }
        return atLeastOne(shape, random);
    }

    private static double atLeastOne(double shape, UniformRandomProvider random) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictFunctions.sqrt(9 * d);
        while (true) {
            double z = Normal.draw(random);
            double root = 1 + c * z;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            double u = Exponential.openUniform(random);
            double z2 = z * z;
            if (u < 1 - 0.0331 * z2 * z2 || StrictFunctions.log(u) < 0.5 * z2 + d * (1 - v + StrictFunctions.log(v))) {
                return d * v;
            }
        }
    }
}
