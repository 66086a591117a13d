package org.evotrial.statistics.adaptive;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;

/**
 * How the upper (or lower) bounds of a multi-arm multi-stage design move with the information, relative to the critical
 * value {@code C} of the last stage, where both meet. The share {@code s} is the information of a stage relative to the last.
 */
public sealed interface MultiArmBoundShape extends Serializable {
    /**
     * Upper bound of an interim stage.
     *
     * @param last {@code C}
     * @param share {@code s} in (0, 1)
     * @return bound of the z statistic
     */
    double upper(double last, double share);

    /**
     * Lower bound of an interim stage.
     *
     * @param last {@code C}
     * @param share {@code s} in (0, 1)
     * @return bound of the z statistic
     */
    double lower(double last, double share);

    /** {@code C / sqrt(s)} above, {@code -C / sqrt(s)} below. */
    record OBrienFleming() implements MultiArmBoundShape {
        @Override
        public double upper(double last, double share) {
            return last / Math.sqrt(share);
        }

        @Override
        public double lower(double last, double share) {
            return -last / Math.sqrt(share);
        }
    }

    /** {@code C} above, {@code -C} below. */
    record Pocock() implements MultiArmBoundShape {
        @Override
        public double upper(double last, double share) {
            return last;
        }

        @Override
        public double lower(double last, double share) {
            return -last;
        }
    }

    /**
     * {@code C (1 + s) / (2 sqrt(s))} above, {@code -C (1 - 3 s) / (2 sqrt(s))} below. Whitehead 1997, The Design and Analysis
     * of Sequential Clinical Trials.
     */
    record Triangular() implements MultiArmBoundShape {
        @Override
        public double upper(double last, double share) {
            return last * (1 + share) / (2 * Math.sqrt(share));
        }

        @Override
        public double lower(double last, double share) {
            return -last * (1 - 3 * share) / (2 * Math.sqrt(share));
        }
    }

    /**
     * One value at every interim stage, such as a lower bound of 0.
     *
     * @param value z value, finite
     */
    record Fixed(double value) implements MultiArmBoundShape {
        /**
         * Checks the value.
         *
         * @throws IllegalArgumentException if it is not finite
         */
        public Fixed {
            Admissible.finite("value", value);
        }

        @Override
        public double upper(double last, double share) {
            return value;
        }

        @Override
        public double lower(double last, double share) {
            return value;
        }
    }
}
