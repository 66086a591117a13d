package org.evotrial.model.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A curve averaged over replicates, over months since randomisation unless it says otherwise.
 *
 * @param curve {@code kaplanMeier} (mean of the replicates' Kaplan-Meier estimates), {@code numberAtRisk} (mean), {@code truth}
 *     (uncensored, from the run that computes the truth), {@code enrolled} (mean number of patients randomised by a month since
 *     the trial opened; after its end the number that it ended with), {@code underObservation} (mean number of patients whose
 *     course is followed that long by the last data cut-off) or {@code onTreatment} (mean number of those who are then on a
 *     treatment; a patient on two is counted under both)
 * @param arm the arm
 * @param endpoint the endpoint, or null for a curve that belongs to none
 * @param detail the treatment of {@code onTreatment}, otherwise null
 * @param months the grid
 * @param values ordinates on the grid; NaN where no replicate had follow-up
 * @param lower 2.5 % quantile of the replicates or lower limit of the mean's interval; empty if not given
 * @param upper corresponding upper limit; empty if not given
 */
public record Curve(
        String curve,
        String arm,
        @Nullable String endpoint,
        @Nullable String detail,
        List<Double> months,
        List<Double> values,
        List<Double> lower,
        List<Double> upper) {
    /** The curve of an endpoint. */
    public static Curve ofEndpoint(
            String curve,
            String arm,
            String endpoint,
            List<Double> months,
            List<Double> values,
            List<Double> lower,
            List<Double> upper) {
        return new Curve(curve, arm, endpoint, null, months, values, lower, upper);
    }
}
