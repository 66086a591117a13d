package org.evotrial.spi;

import java.io.Serializable;

/**
 * A curve over months since randomisation that every replicate reports on the same grid, averaged over replicates.
 *
 * @param curve name, for example {@code kaplanMeier} or {@code numberAtRisk}
 * @param arm the arm
 * @param endpoint the endpoint
 * @param gridMonths the grid, increasing from 0
 */
public record CurveDefinition(String curve, String arm, String endpoint, double[] gridMonths) implements Serializable {}
