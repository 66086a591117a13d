package org.evotrial.model.result;

import org.jspecify.annotations.Nullable;

/**
 * The verdict on one acceptance rule for one estimate it selects.
 *
 * @param rule index of the rule in the file
 * @param outcome the verdict
 * @param requirement the rule in words, for example {@code rejectionProbability <= 0.025}
 * @param scenario the scenario, or null if the rule selected none
 * @param estimate the estimate that was judged, or null if there was none
 * @param confidence confidence of the interval that was judged
 * @param lower lower limit of that interval; NaN if nothing was measured
 * @param upper upper limit of that interval; NaN if nothing was measured
 * @param replicatesToDecide total replicates that would probably decide an inconclusive verdict; 0 otherwise
 * @param message one sentence, rounded towards the violation
 */
public record Verdict(
        int rule,
        Outcome outcome,
        String requirement,
        @Nullable String scenario,
        @Nullable Estimate estimate,
        double confidence,
        double lower,
        double upper,
        long replicatesToDecide,
        String message) {
    /** What an acceptance rule says. */
    public enum Outcome {
        /** The whole interval lies within the bound. */
        PASS,
        /** The whole interval lies beyond the bound, or nothing was measured. */
        FAIL,
        /** The interval straddles the bound. */
        INCONCLUSIVE
    }
}
