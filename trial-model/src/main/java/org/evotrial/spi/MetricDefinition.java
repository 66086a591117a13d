package org.evotrial.spi;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A number that every replicate reports. The engine turns the column of all replicates into an operating
 * characteristic with its Monte Carlo error.
 *
 * @param metric the field's name of the quantity in camelCase, for example {@code rejectionProbability}
 * @param kind how replicates are summarised
 * @param unit the unit for tables, for example {@code months}; empty for probabilities and counts
 * @param arm the arm, if the number belongs to one
 * @param endpoint the endpoint, if it belongs to one
 * @param hypothesis the hypothesis, if it belongs to one
 * @param look the look, if it belongs to one
 * @param detail any further distinction, for example the landmark or the mechanism
 */
public record MetricDefinition(
        String metric,
        Kind kind,
        String unit,
        @Nullable String arm,
        @Nullable String endpoint,
        @Nullable String hypothesis,
        @Nullable String look,
        @Nullable String detail)
        implements Serializable {

    /** How the values of replicates are summarised. NaN values are not measured and leave the denominator. */
    public enum Kind {
        /** 0 or 1 per replicate; summarised as a proportion with a binomial interval. */
        PROBABILITY,
        /** A number per replicate; summarised by its mean, standard deviation and quantiles. */
        MEAN
    }

    /** A probability without selectors. */
    public static MetricDefinition probability(String metric) {
        return new MetricDefinition(metric, Kind.PROBABILITY, "", null, null, null, null, null);
    }

    /** A mean without selectors. */
    public static MetricDefinition mean(String metric, String unit) {
        return new MetricDefinition(metric, Kind.MEAN, unit, null, null, null, null, null);
    }

    /** The same under another name. */
    public MetricDefinition named(String value) {
        return new MetricDefinition(value, kind, unit, arm, endpoint, hypothesis, look, detail);
    }

    /** The same for an arm. */
    public MetricDefinition withArm(String value) {
        return new MetricDefinition(metric, kind, unit, value, endpoint, hypothesis, look, detail);
    }

    /** The same for an endpoint. */
    public MetricDefinition withEndpoint(String value) {
        return new MetricDefinition(metric, kind, unit, arm, value, hypothesis, look, detail);
    }

    /** The same for a hypothesis. */
    public MetricDefinition withHypothesis(String value) {
        return new MetricDefinition(metric, kind, unit, arm, endpoint, value, look, detail);
    }

    /** The same for a look. */
    public MetricDefinition withLook(String value) {
        return new MetricDefinition(metric, kind, unit, arm, endpoint, hypothesis, value, detail);
    }

    /** The same with a detail. */
    public MetricDefinition withDetail(String value) {
        return new MetricDefinition(metric, kind, unit, arm, endpoint, hypothesis, look, value);
    }
}
