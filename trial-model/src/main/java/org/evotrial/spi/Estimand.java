package org.evotrial.spi;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that an analysis estimates, and whose true value the engine computes from a large separate sample in which
 * every patient is followed without drop-out, staggered entry or data cut-off.
 *
 * @param measure what of the endpoint's distribution it is
 * @param endpoint index of the endpoint
 * @param arm index of the arm, or of the first of two arms
 * @param referenceArm index of the arm it is compared with, or -1 for a quantity of one arm
 * @param atDay the landmark in days for {@link Measure#EVENT_FREE_PROBABILITY}, otherwise NaN
 * @param estimate index in {@link Analysis#metrics()} of the estimate
 * @param lower index of the lower limit of the interval, or -1
 * @param upper index of the upper limit of the interval, or -1
 * @param standardError index of the estimated standard error on the same scale, or -1
 * @param label for tables
 * @param intercurrentEvents how switching, death and new therapy are handled, in words
 */
public record Estimand(
        Measure measure,
        int endpoint,
        int arm,
        int referenceArm,
        double atDay,
        int estimate,
        int lower,
        int upper,
        int standardError,
        String label,
        @Nullable String intercurrentEvents)
        implements Serializable {

    /** What of a distribution of event times an estimand is. */
    public enum Measure {
        /** Probability of being free of the event at {@link Estimand#atDay()}. */
        EVENT_FREE_PROBABILITY,
        /** Median in months. */
        MEDIAN_MONTHS,
        /** Logarithm of the hazard ratio under a Cox model fitted to uncensored data of arm against reference arm. */
        LOG_HAZARD_RATIO
    }
}
