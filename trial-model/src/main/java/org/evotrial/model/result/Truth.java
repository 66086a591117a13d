package org.evotrial.model.result;

import org.jspecify.annotations.Nullable;

/**
 * The true value of an estimand under a scenario, from a separate large run without drop-out, staggered entry or data cut-off.
 *
 * @param label the estimand in words
 * @param measure {@code eventFreeProbability}, {@code medianMonths} or {@code logHazardRatio}
 * @param endpoint the endpoint
 * @param arm the arm
 * @param referenceArm the arm it is compared with, or null
 * @param intercurrentEvents how intercurrent events are handled, or null
 * @param patients patients per arm that it rests on
 * @param value the value as the protocol's assessments measure it; NaN if not reached
 * @param mcse its Monte Carlo standard error
 * @param lower lower limit of its interval
 * @param upper upper limit of its interval
 */
public record Truth(
        String label,
        String measure,
        String endpoint,
        String arm,
        @Nullable String referenceArm,
        @Nullable String intercurrentEvents,
        int patients,
        double value,
        double mcse,
        double lower,
        double upper) {}
