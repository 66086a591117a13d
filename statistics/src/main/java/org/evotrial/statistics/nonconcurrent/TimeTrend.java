package org.evotrial.statistics.nonconcurrent;

import org.evotrial.statistics.Admissible;

/**
 * How a regression models the trend over time that all arms share. Whether the effects of all arms are then unbiased depends
 * on it: the trend must be of this shape, and equal in all arms on the scale of the effect.
 */
public sealed interface TimeTrend {
    /** The columns that the trend adds to the design, for each patient; none depends on the arms. */
    double[][] columns(PlatformData data);

    /** No trend: controls of all times are pooled. Biased under any trend. */
    record None() implements TimeTrend {
        @Override
        public double[][] columns(PlatformData data) {
            return new double[data.size()][0];
        }
    }

    /** A step at the beginning of each period. Lee and Wason 2020, doi:10.1186/s12874-020-01043-6. */
    record Periods() implements TimeTrend {
        @Override
        public double[][] columns(PlatformData data) {
            return Steps.of(data);
        }
    }

    /** A straight line over the time of entry. */
    record Linear() implements TimeTrend {
        @Override
        public double[][] columns(PlatformData data) {
            double[][] columns = new double[data.size()][1];
            double first = Double.POSITIVE_INFINITY;
            double last = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < data.size(); i++) {
                first = Math.min(first, data.time(i));
                last = Math.max(last, data.time(i));
            }
            for (int i = 0; i < data.size(); i++) {
                columns[i][0] = last > first ? (data.time(i) - first) / (last - first) - 0.5 : 0;
            }
            return columns;
        }
    }

    /**
     * A polynomial spline over the time of entry, with knots where periods begin. Krotka et al. 2024,
     * doi:10.48550/arXiv.2403.14348.
     *
     * @param degree of the polynomials, in [1, 5]; commonly 3
     */
    record Spline(int degree) implements TimeTrend {
        /**
         * Checks the degree.
         *
         * @throws IllegalArgumentException if it is not admissible
         */
        public Spline {
            Admissible.inRange("degree", degree, 1, 5);
        }

        @Override
        public double[][] columns(PlatformData data) {
            return SplineBasis.of(data, degree);
        }
    }
}
