package org.evotrial.model.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The operating characteristics under one truth.
 *
 * @param id name of the scenario: {@code base}, a name from the file, or {@code sweep-i-j} for a cell of the sweep
 * @param title for tables
 * @param kind {@code base}, {@code alternative}, {@code null}, {@code null-by-biology} or {@code sweep}
 * @param remarks sources
 * @param overrides pointer to value, as in the file; for a sweep cell the values of its axes
 * @param sweepCell index of the cell on each axis; empty unless a sweep cell
 * @param replicatesRequested replicates asked for
 * @param replicatesCompleted replicates that the estimates rest on
 * @param failures replicates that failed
 * @param estimates operating characteristics
 * @param truths true values of the estimands
 * @param curves curves averaged over replicates
 */
public record ScenarioResult(
        String id,
        String title,
        String kind,
        List<String> remarks,
        Map<String, JsonNode> overrides,
        List<Integer> sweepCell,
        int replicatesRequested,
        int replicatesCompleted,
        List<Failure> failures,
        List<Estimate> estimates,
        List<Truth> truths,
        List<Curve> curves) {
    /** Number of replicates that failed. */
    public int replicatesFailed() {
        return replicatesRequested - replicatesCompleted;
    }

    /** The same with more estimates after its own. */
    public ScenarioResult plus(List<Estimate> more) {
        List<Estimate> all = new ArrayList<>(estimates);
        all.addAll(more);
        return new ScenarioResult(
                id,
                title,
                kind,
                remarks,
                overrides,
                sweepCell,
                replicatesRequested,
                replicatesCompleted,
                failures,
                all,
                truths,
                curves);
    }

    /**
     * A replicate that failed.
     *
     * @param replicate its number; -1 for the run that computes the truth
     * @param message what happened
     */
    public record Failure(int replicate, String message) {
        private static final int TRUTH = -1;

        /** The failure of the run that computes the truth. */
        public static Failure ofTruth(String message) {
            return new Failure(TRUTH, message);
        }

        /** True if the run that computes the truth failed, and not a replicate. */
        public boolean concernsTruth() {
            return replicate == TRUTH;
        }
    }
}
