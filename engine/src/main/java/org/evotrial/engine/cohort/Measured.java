package org.evotrial.engine.cohort;

import org.evotrial.model.result.Estimate;
import org.evotrial.statistics.montecarlo.MonteCarloEstimate;
import org.jspecify.annotations.Nullable;

/** Estimates of a population from their Monte Carlo estimates. */
final class Measured {
    private Measured() {}

    /** An estimate; the value is NaN if it was not reached within the follow-up. */
    static Estimate of(
            String metric,
            String statistic,
            String unit,
            String endpoint,
            String detail,
            @Nullable MonteCarloEstimate estimate) {
        return of(metric, statistic, unit, endpoint, detail, 0, estimate);
    }

    /** As above, with the number of patients that an estimate without a value rests on. */
    static Estimate of(
            String metric,
            String statistic,
            String unit,
            String endpoint,
            String detail,
            long patients,
            @Nullable MonteCarloEstimate estimate) {
        return new Estimate(
                metric,
                statistic,
                unit,
                null,
                endpoint.isEmpty() ? null : endpoint,
                null,
                null,
                detail.isEmpty() ? null : detail,
                null,
                estimate == null ? patients : estimate.replicates(),
                estimate == null ? Double.NaN : estimate.value(),
                estimate == null ? Double.NaN : estimate.standardError(),
                estimate == null ? Double.NaN : estimate.interval().lower(),
                estimate == null ? Double.NaN : estimate.interval().upper());
    }
}
