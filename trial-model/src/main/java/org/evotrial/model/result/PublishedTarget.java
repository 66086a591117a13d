package org.evotrial.model.result;

import org.jspecify.annotations.Nullable;

/**
 * A published figure that an estimate is compared with.
 *
 * @param metric metric of the estimate, for example {@code medianMonths}
 * @param endpoint endpoint of the estimate, or null
 * @param detail further distinction of the estimate, or null
 * @param months time of an event-free probability; NaN otherwise
 * @param value the figure; shares in [0, 1]
 * @param lower lower limit of its 95 % interval
 * @param upper upper limit of its 95 % interval
 * @param source where it was published
 */
public record PublishedTarget(
        String metric,
        @Nullable String endpoint,
        @Nullable String detail,
        double months,
        double value,
        double lower,
        double upper,
        String source) {}
