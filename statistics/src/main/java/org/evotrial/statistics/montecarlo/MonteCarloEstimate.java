package org.evotrial.statistics.montecarlo;

import java.io.Serializable;
import org.evotrial.statistics.ConfidenceInterval;

/**
 * A performance measure estimated from replicates, with its Monte Carlo error.
 *
 * @param value the estimate
 * @param replicates how many replicates it rests on, at least 1
 * @param standardError Monte Carlo standard error, zero or positive; positive infinity where it cannot be estimated; 0
 *     for a proportion of 0 or 1, where the interval tells the uncertainty
 * @param interval confidence interval
 */
public record MonteCarloEstimate(double value, long replicates, double standardError, ConfidenceInterval interval)
        implements Serializable {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if the value is not finite, there is no replicate, or the error is negative or
     *     NaN
     */
    public MonteCarloEstimate {
        if (!Double.isFinite(value) || replicates < 1 || !(standardError >= 0)) {
            throw new IllegalArgumentException(String.format(
                    "The value (%s) must be finite, the replicates (%d) positive, the standardError (%s) not negative.",
                    value, replicates, standardError));
        }
    }

    /**
     * Whether the interval lies below a bound.
     *
     * @param bound any number
     * @return whether the upper limit is at most the bound
     */
    public boolean atMost(double bound) {
        return interval.upper() <= bound;
    }

    /**
     * Whether the interval lies above a bound.
     *
     * @param bound any number
     * @return whether the lower limit is at least the bound
     */
    public boolean atLeast(double bound) {
        return interval.lower() >= bound;
    }
}
