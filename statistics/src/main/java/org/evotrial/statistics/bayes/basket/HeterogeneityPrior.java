package org.evotrial.statistics.bayes.basket;

import org.evotrial.statistics.Admissible;

/**
 * The prior of the between-basket standard deviation {@code tau} on the logit scale. A standard deviation: neither a
 * variance nor, as in the files of BUGS and JAGS, a precision {@code 1 / tau^2}.
 */
public sealed interface HeterogeneityPrior {
    /**
     * The density up to a constant factor.
     *
     * @param tau in [lower, upper]
     * @return density
     */
    double density(double tau);

    /**
     * Smallest value that is integrated.
     *
     * @return zero or positive
     */
    double lower();

    /**
     * Largest value that is integrated; what lies above is negligible or cut off by definition.
     *
     * @return above {@link #lower()}
     */
    double upper();

    /**
     * {@code |Z|} of a centred normal {@code Z} with standard deviation {@code scale}.
     *
     * @param scale scale, positive; the mean of {@code tau} is 0.80 of it
     */
    record HalfNormal(double scale) implements HeterogeneityPrior {
        /** Leaves out 8e-11 of the probability. */
        private static final double REACH = 6.5;

        /**
         * Checks the scale.
         *
         * @throws IllegalArgumentException if the scale is not positive and finite
         */
        public HalfNormal {
            Admissible.positive("scale", scale);
        }

        @Override
        public double density(double tau) {
            double z = tau / scale;
            return StrictMath.exp(-0.5 * z * z);
        }

        @Override
        public double lower() {
            return 0;
        }

        @Override
        public double upper() {
            return REACH * scale;
        }
    }

    /**
     * A half-Cauchy distribution cut off at an upper limit: on the logit scale a standard deviation of 10 already means
     * that rates are near 0 or 1.
     *
     * @param scale scale, positive: the median without cut-off
     * @param upper where it is cut off, positive
     */
    record HalfCauchy(double scale, double upper) implements HeterogeneityPrior {
        /**
         * Checks the parameters.
         *
         * @throws IllegalArgumentException if one is not positive and finite
         */
        public HalfCauchy {
            Admissible.positive("scale", scale);
            Admissible.positive("upper", upper);
        }

        @Override
        public double density(double tau) {
            double z = tau / scale;
            return 1 / (1 + z * z);
        }

        @Override
        public double lower() {
            return 0;
        }
    }

    /**
     * A uniform distribution.
     *
     * @param lower smallest value, zero or positive
     * @param upper largest value, above {@code lower}
     */
    record Uniform(double lower, double upper) implements HeterogeneityPrior {
        /**
         * Checks the limits.
         *
         * @throws IllegalArgumentException if the limits are not finite, negative or in the wrong order
         */
        public Uniform {
            Admissible.nonNegative("lower", lower);
            Admissible.positive("upper", upper);
            if (!(lower < upper)) {
                throw new IllegalArgumentException(
                        String.format("The lower limit (%s) must be below the upper limit (%s).", lower, upper));
            }
        }

        @Override
        public double density(double tau) {
            return 1;
        }
    }
}
