package org.evotrial.statistics.allocation;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;

/** The exponent {@code c} that makes adaptive probabilities less extreme, {@code p^c}; it may grow during the trial. */
public sealed interface Tempering extends Serializable {
    /**
     * The exponent.
     *
     * @param fraction patients so far over the largest number of patients, in [0, 1]
     * @return zero or positive; 0 makes allocation equal, 1 leaves the probabilities as they are
     */
    double exponent(double fraction);

    /**
     * The same exponent throughout: Thall and Wathen 2007, doi:10.1016/j.ejca.2006.11.006, commonly use 1/2.
     *
     * @param value zero or positive
     */
    record Constant(double value) implements Tempering {
        /**
         * Checks the exponent.
         *
         * @throws IllegalArgumentException if it is not admissible
         */
        public Constant {
            Admissible.nonNegative("exponent", value);
        }

        @Override
        public double exponent(double fraction) {
            return value;
        }
    }

    /**
     * {@code scale fraction^power}. Thall and Wathen's {@code n / (2 N)} is scale 1/2, power 1; Trippa et al. 2012,
     * doi:10.1200/JCO.2011.39.8420, use {@code a (n / N)^b}.
     *
     * @param scale value at the end, zero or positive
     * @param power zero or positive
     */
    record Growing(double scale, double power) implements Tempering {
        /**
         * Checks the components.
         *
         * @throws IllegalArgumentException if one is not admissible
         */
        public Growing {
            Admissible.nonNegative("scale", scale);
            Admissible.nonNegative("power", power);
        }

        @Override
        public double exponent(double fraction) {
            return scale * StrictMath.pow(fraction, power);
        }
    }
}
