package org.evotrial.patient.sampling;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.StrictFunctions;

/** Exponential variates by inversion. */
public final class Exponential {
    private Exponential() {}

    /**
     * Draws from the exponential distribution with mean 1.
     *
     * @param random source of randomness
     * @return a finite number &ge; 0
     */
    public static double draw(UniformRandomProvider random) {
        return -StrictFunctions.log(openUniform(random));
    }

    /** Draws a uniform number in (0, 1]; its logarithm is finite. */
    static double openUniform(UniformRandomProvider random) {
        return 1 - random.nextDouble();
    }
}
