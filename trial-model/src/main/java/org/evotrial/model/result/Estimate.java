package org.evotrial.model.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * One operating characteristic with its Monte Carlo error.
 *
 * @param metric name of the quantity in camelCase
 * @param statistic what of the replicates' distribution: {@code probability}, {@code mean}, {@code standardDeviation}, {@code quantile05},
 *     {@code median}, {@code quantile95}, {@code bias}, {@code empiricalStandardError}, {@code modelStandardError}, {@code meanSquaredError}, {@code coverage}, {@code difference}
 * @param unit for tables, empty for probabilities and counts
 * @param arm the arm it belongs to, or null
 * @param endpoint the endpoint it belongs to, or null
 * @param hypothesis the hypothesis it belongs to, or null
 * @param look the look it belongs to, or null
 * @param detail further distinction, or null
 * @param relativeTo for paired differences the scenario that was subtracted, otherwise null
 * @param n replicates (or patients) that it rests on; 0 if it could not be measured
 * @param value the estimate; NaN if n is 0
 * @param mcse Monte Carlo standard error; NaN if it could not be measured
 * @param lower lower limit of the Monte Carlo interval, valid also at 0/n and n/n
 * @param upper upper limit of the Monte Carlo interval
 */
public record Estimate(
        String metric,
        String statistic,
        String unit,
        @Nullable String arm,
        @Nullable String endpoint,
        @Nullable String hypothesis,
        @Nullable String look,
        @Nullable String detail,
        @Nullable String relativeTo,
        long n,
        double value,
        double mcse,
        double lower,
        double upper) {
    /** True if the estimate is about a probability, shown as a percentage. */
    @JsonIgnore
    public boolean isProbability() {
        return statistic.equals("probability") || statistic.equals("coverage");
    }

    /** The same estimate with another interval. */
    public Estimate withInterval(double newLower, double newUpper) {
        return with(value, newLower, newUpper);
    }

    /** The same estimate with another value. */
    public Estimate withValue(double newValue) {
        return with(newValue, lower, upper);
    }

    private Estimate with(double newValue, double newLower, double newUpper) {
        return new Estimate(
                metric,
                statistic,
                unit,
                arm,
                endpoint,
                hypothesis,
                look,
                detail,
                relativeTo,
                n,
                newValue,
                mcse,
                newLower,
                newUpper);
    }
}
