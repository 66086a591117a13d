package org.evotrial.statistics.groupsequential;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;

/**
 * Critical values of a fixed shape over the information, scaled so that the level is kept: no spending function, so the
 * looks must take place where they were planned.
 */
public sealed interface BoundaryShape extends Serializable {
    /**
     * The critical value of a look as a function of the constant that the level determines.
     *
     * @param constant the constant to be determined, positive
     * @param fraction information at the look relative to that at the last look, in (0, 1]
     * @return critical value
     */
    double criticalValue(double constant, double fraction);

    /**
     * The constant that gives a look a critical value.
     *
     * @param criticalValue critical value of the look
     * @param fraction information at the look relative to that at the last look, in (0, 1]
     * @return the smallest constant; not positive if there is none. Where the constant does not move the look, infinity
     *     if the critical value is reached and 0 if not.
     */
    double constant(double criticalValue, double fraction);

    /**
     * Wang and Tsiatis' power family {@code c_k = C t_k^(delta - 1/2)}. Wang and Tsiatis 1987, doi:10.2307/2531959.
     *
     * @param delta exponent, finite: 0 is O'Brien and Fleming, 0.5 Pocock
     */
    record WangTsiatis(double delta) implements BoundaryShape {
        /**
         * Checks the exponent.
         *
         * @throws IllegalArgumentException if {@code delta} is not finite
         */
        public WangTsiatis {
            Admissible.finite("delta", delta);
        }

        @Override
        public double criticalValue(double constant, double fraction) {
            return constant * StrictMath.pow(fraction, delta - 0.5);
        }

        @Override
        public double constant(double criticalValue, double fraction) {
            return criticalValue / StrictMath.pow(fraction, delta - 0.5);
        }
    }

    /**
     * Haybittle and Peto: one high critical value at every interim look, the last one as the level allows. Haybittle
     * 1971, doi:10.1259/0007-1285-44-526-793; Peto et al. 1976, doi:10.1038/bjc.1976.220.
     *
     * @param interimCriticalValue critical value before the last look, positive; commonly 3
     */
    record HaybittlePeto(double interimCriticalValue) implements BoundaryShape {
        /**
         * Checks the critical value.
         *
         * @throws IllegalArgumentException if it is not positive and finite
         */
        public HaybittlePeto {
            Admissible.positive("interimCriticalValue", interimCriticalValue);
        }

        @Override
        public double criticalValue(double constant, double fraction) {
            return fraction < 1 ? interimCriticalValue : constant;
        }

        @Override
        public double constant(double criticalValue, double fraction) {
            if (fraction < 1) {
                return criticalValue >= interimCriticalValue ? Double.POSITIVE_INFINITY : 0;
            }
            return criticalValue;
        }
    }

    /**
     * O'Brien and Fleming's shape, {@code c_k = C / sqrt(t_k)}. O'Brien and Fleming 1979, doi:10.2307/2530245.
     *
     * @return the Wang-Tsiatis shape with {@code delta = 0}
     */
    static BoundaryShape obrienFleming() {
        return new WangTsiatis(0);
    }

    /**
     * Pocock's shape, the same critical value at each look. Pocock 1977, doi:10.1093/biomet/64.2.191.
     *
     * @return the Wang-Tsiatis shape with {@code delta = 0.5}
     */
    static BoundaryShape pocock() {
        return new WangTsiatis(0.5);
    }
}
