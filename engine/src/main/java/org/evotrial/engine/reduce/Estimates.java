package org.evotrial.engine.reduce;

import java.util.Arrays;
import org.evotrial.model.result.Estimate;
import org.evotrial.spi.MetricDefinition;
import org.evotrial.statistics.montecarlo.MonteCarloEstimate;
import org.evotrial.statistics.montecarlo.PerformanceMeasure;
import org.evotrial.statistics.montecarlo.SampleMoments;
import org.jspecify.annotations.Nullable;

/** Makes estimates with Monte Carlo errors from columns of replicates. NaN values were not measured and do not count. */
final class Estimates {
    private final double confidence;

    /** Estimates with intervals of the given confidence. */
    Estimates(double confidence) {
        this.confidence = confidence;
    }

    /** Proportion of replicates with the value 1. */
    Estimate probability(MetricDefinition metric, String statistic, double[] values) {
        long n = 0;
        long count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                n++;
                count += value != 0 ? 1 : 0;
            }
        }
        return of(metric, statistic, "", n == 0 ? null : PerformanceMeasure.proportion(count, n, confidence));
    }

    /** Mean of the values. */
    Estimate mean(MetricDefinition metric, String statistic, double[] values) {
        SampleMoments sample = moments(values);
        return of(
                metric,
                statistic,
                metric.unit(),
                sample.count() == 0 ? null : PerformanceMeasure.mean(sample, confidence));
    }

    /** Standard deviation of the values. */
    Estimate standardDeviation(MetricDefinition metric, String statistic, double[] values) {
        SampleMoments sample = moments(values);
        return of(
                metric,
                statistic,
                metric.unit(),
                sample.count() < 2 ? null : PerformanceMeasure.empiricalStandardError(sample, confidence));
    }

    /** Quantile of the values. */
    Estimate quantile(MetricDefinition metric, String statistic, double[] values, double p) {
        double[] measured = Arrays.stream(values).filter(Double::isFinite).toArray();
        return of(
                metric,
                statistic,
                metric.unit(),
                measured.length == 0 ? null : PerformanceMeasure.quantile(measured, p, confidence));
    }

    /** Mean difference of the values from a truth that is itself estimated; both errors enter. */
    Estimate bias(MetricDefinition metric, double[] values, double truth, double truthMcse) {
        SampleMoments sample = moments(values);
        if (sample.count() == 0 || Double.isNaN(truth)) {
            return of(metric, "bias", metric.unit(), null);
        }
        MonteCarloEstimate bias = PerformanceMeasure.bias(sample, truth, confidence);
        double own = bias.standardError();
        double both = Math.sqrt(own * own + truthMcse * truthMcse);
        double widening = own > 0 ? both / own : 1;
        return new Estimate(
                metric.metric(),
                "bias",
                metric.unit(),
                metric.arm(),
                metric.endpoint(),
                metric.hypothesis(),
                metric.look(),
                metric.detail(),
                null,
                bias.replicates(),
                bias.value(),
                both,
                bias.value() - widening * (bias.value() - bias.interval().lower()),
                bias.value() + widening * (bias.interval().upper() - bias.value()));
    }

    /** The same estimate as a difference from something. */
    static Estimate relative(Estimate estimate, String relativeTo) {
        return new Estimate(
                estimate.metric(),
                estimate.statistic(),
                estimate.unit(),
                estimate.arm(),
                estimate.endpoint(),
                estimate.hypothesis(),
                estimate.look(),
                estimate.detail(),
                relativeTo,
                estimate.n(),
                estimate.value(),
                estimate.mcse(),
                estimate.lower(),
                estimate.upper());
    }

    /** Infinite values, as of a limit that was not reached, have no mean; they leave the denominator, which the estimate shows. */
    private static SampleMoments moments(double[] values) {
        SampleMoments sample = new SampleMoments();
        for (double value : values) {
            if (Double.isFinite(value)) {
                sample.add(value);
            }
        }
        return sample;
    }

    /** An estimate of a metric; null: not measured. */
    static Estimate of(MetricDefinition metric, String statistic, String unit, @Nullable MonteCarloEstimate estimate) {
        long n = estimate == null ? 0 : estimate.replicates();
        double value = estimate == null ? Double.NaN : estimate.value();
        double mcse = estimate == null ? Double.NaN : estimate.standardError();
        double lower = estimate == null ? Double.NaN : estimate.interval().lower();
        double upper = estimate == null ? Double.NaN : estimate.interval().upper();
        return new Estimate(
                metric.metric(),
                statistic,
                unit,
                metric.arm(),
                metric.endpoint(),
                metric.hypothesis(),
                metric.look(),
                metric.detail(),
                null,
                n,
                value,
                mcse,
                lower,
                upper);
    }
}
