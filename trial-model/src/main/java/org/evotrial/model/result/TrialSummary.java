package org.evotrial.model.result;

import java.util.List;

/**
 * What was simulated, in words and names.
 *
 * @param id name of the trial
 * @param title title of the trial
 * @param remarks sources and comments
 * @param designType the design's JSON type
 * @param synopsis sentences that describe the design
 * @param arms the arms
 * @param endpoints the endpoints
 * @param looks the looks
 * @param boundaries decision boundaries of group-sequential hypotheses; empty if there are none
 * @param sampleSize maximum number of randomised patients
 * @param seed master seed
 * @param confidence confidence of the Monte Carlo intervals
 * @param lineages names of the tumour's lineages; empty without a tumour
 * @param notices things that every reader must know, for example that a policy sees the truth
 */
public record TrialSummary(
        String id,
        String title,
        List<String> remarks,
        String designType,
        List<String> synopsis,
        List<ArmSummary> arms,
        List<EndpointSummary> endpoints,
        List<LookSummary> looks,
        List<Boundary> boundaries,
        int sampleSize,
        long seed,
        double confidence,
        List<String> lineages,
        List<String> notices) {
    /** An arm: its name, title, role, share of the allocation and policy in words. */
    public record ArmSummary(String id, String title, String role, double allocationShare, String policy) {}

    /** An endpoint: its name and its label. */
    public record EndpointSummary(String id, String label) {}

    /** A look: its name and what triggers it, in words. */
    public record LookSummary(String id, String trigger) {}

    /**
     * The boundary of one hypothesis at one look.
     *
     * @param hypothesis the hypothesis
     * @param look the look
     * @param information planned information fraction
     * @param criticalValue on the z scale
     * @param stageLevel one-sided p-value that the critical value stands for
     * @param alphaSpent cumulative type I error spent
     * @param futilityBound on the z scale, or NaN
     */
    public record Boundary(
            String hypothesis,
            String look,
            double information,
            double criticalValue,
            double stageLevel,
            double alphaSpent,
            double futilityBound) {}
}
