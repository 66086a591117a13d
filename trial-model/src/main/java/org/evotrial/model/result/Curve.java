package org.evotrial.model.result;

import java.util.List;

/**
 * A curve over months since randomisation, averaged over replicates.
 *
 * @param curve {@code kaplanMeier} (mean of the replicates' Kaplan-Meier estimates), {@code numberAtRisk} (mean), or {@code truth} (uncensored, from the run that computes the truth)
 * @param arm the arm
 * @param endpoint the endpoint
 * @param months the grid
 * @param values ordinates on the grid; NaN where no replicate had follow-up
 * @param lower 2.5 % quantile of the replicates or lower limit of the mean's interval; empty if not given
 * @param upper corresponding upper limit; empty if not given
 */
public record Curve(
        String curve,
        String arm,
        String endpoint,
        List<Double> months,
        List<Double> values,
        List<Double> lower,
        List<Double> upper) {}
