package org.evotrial.spi;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A curve over months since randomisation that every replicate reports on the same grid, averaged over replicates.
 *
 * @param curve name, for example {@code kaplanMeier} or {@code numberAtRisk}
 * @param arm the arm
 * @param endpoint the endpoint, or null for a curve that belongs to none
 * @param detail further distinction, or null
 * @param gridMonths the grid, increasing from 0
 */
public record CurveDefinition(
        String curve,
        String arm,
        @Nullable String endpoint,
        @Nullable String detail,
        double[] gridMonths) implements Serializable {
    /** The curve of an endpoint. */
    public CurveDefinition(String curve, String arm, String endpoint, double[] gridMonths) {
        this(curve, arm, endpoint, null, gridMonths);
    }
}
