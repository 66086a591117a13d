package org.evotrial.statistics.survival;

/**
 * On which scale a survival probability {@code S} with Greenwood's error {@code SE} is taken to be normal. Packages differ
 * in their default: R's survival uses {@link #LOG}, SAS {@link #LOG_LOG}.
 */
public enum SurvivalScale {
    /** {@code S -+ z SE}, cut to [0, 1]. */
    PLAIN {
        @Override
        double limit(double s, double relativeError, double z) {
            return Math.max(0, Math.min(1, s - z * s * relativeError));
        }

        @Override
        double z(double s, double relativeError, double p0) {
            return (s - p0) / (s * relativeError);
        }
    },
    /** {@code log S -+ z SE / S}, cut to at most 1. */
    LOG {
        @Override
        double limit(double s, double relativeError, double z) {
            return Math.min(1, s * StrictMath.exp(-z * relativeError));
        }

        @Override
        double z(double s, double relativeError, double p0) {
            return StrictMath.log(s / p0) / relativeError;
        }
    },
    /** {@code log(-log S) -+ z SE / (S |log S|)}: stays inside (0, 1); the usual choice. */
    LOG_LOG {
        @Override
        double limit(double s, double relativeError, double z) {
            double logS = StrictMath.log(s);
            return StrictMath.exp(logS * StrictMath.exp(z * relativeError / -logS));
        }

        @Override
        double z(double s, double relativeError, double p0) {
            double logS = StrictMath.log(s);
            return (StrictMath.log(-StrictMath.log(p0)) - StrictMath.log(-logS)) * -logS / relativeError;
        }
    };

    /** The limit {@code z} errors below {@code s}, in (0, 1); above for negative {@code z}. */
    abstract double limit(double s, double relativeError, double z);

    /** The distance of {@code s} in (0, 1) from {@code p0} in errors, positive above. */
    abstract double z(double s, double relativeError, double p0);
}
