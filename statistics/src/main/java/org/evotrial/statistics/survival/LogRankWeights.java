package org.evotrial.statistics.survival;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;

/**
 * Weights of the event times of a log-rank test, by the Kaplan-Meier estimate of both groups of the stratum together,
 * just before the event time.
 */
public interface LogRankWeights extends Serializable {
    /** Weight 1 everywhere: the log-rank test itself. */
    LogRankWeights CONSTANT = new FlemingHarrington(0, 0);

    /**
     * The weight of an event time.
     *
     * @param survivalBefore {@code S(t-)} of both groups together, in (0, 1]
     * @return weight, finite and not negative
     */
    double weight(double survivalBefore);

    /**
     * The time after which weights change no more: later event times have the weight of {@code S} at this time.
     *
     * @return time, positive infinity if there is none
     */
    default double frozenFrom() {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * Fleming and Harrington's {@code S(t-)^rho (1 - S(t-))^gamma}: {@code (1, 0)} stresses early, {@code (0, 1)} late
     * differences. Fleming and Harrington 1991, doi:10.1002/9781118150672.
     *
     * @param rho exponent, zero or positive
     * @param gamma exponent, zero or positive
     */
    record FlemingHarrington(double rho, double gamma) implements LogRankWeights {
        /**
         * Checks the exponents.
         *
         * @throws IllegalArgumentException if one is negative or not finite
         */
        public FlemingHarrington {
            Admissible.nonNegative("rho", rho);
            Admissible.nonNegative("gamma", gamma);
        }

        @Override
        public double weight(double survivalBefore) {
            return power(survivalBefore, rho) * power(1 - survivalBefore, gamma);
        }

        private static double power(double base, double exponent) {
            if (exponent == 0) {
                return 1;
            }
            return exponent == 1 ? base : StrictMath.pow(base, exponent);
        }
    }

    /**
     * Magirr and Burman's modestly weighted test, {@code 1 / max(S(t-), S(t*))}: weights rise until {@code t*} and stay;
     * unlike those with {@code gamma > 0} they never reward that control patients die earlier. Magirr and Burman 2019,
     * doi:10.1002/sim.8186.
     *
     * @param delay {@code t*}, zero or positive; 0 is the log-rank test
     */
    record ModestlyWeighted(double delay) implements LogRankWeights {
        /**
         * Checks the delay.
         *
         * @throws IllegalArgumentException if it is negative or not finite
         */
        public ModestlyWeighted {
            Admissible.nonNegative("delay", delay);
        }

        @Override
        public double weight(double survivalBefore) {
            return 1 / survivalBefore;
        }

        @Override
        public double frozenFrom() {
            return delay;
        }
    }
}
