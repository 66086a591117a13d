package org.evotrial.model.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The result of simulating one trial file: {@code results.json}.
 *
 * @param formatVersion version of this format
 * @param trial what was simulated
 * @param scenarios one per scenario, {@code base} first, then those of the file, then the cells of the sweep
 * @param sweep the axes of the sweep, or null
 * @param verdicts one per acceptance rule and estimate it selects
 * @param examplePatients a few virtual patients with their true course
 * @param exampleTrials a few replicates, event by event
 * @param configuration the effective configuration, all defaults and library files filled in
 */
public record RunResult(
        String formatVersion,
        TrialSummary trial,
        List<ScenarioResult> scenarios,
        @Nullable SweepAxes sweep,
        List<Verdict> verdicts,
        List<PatientTrace> examplePatients,
        List<TrialTrace> exampleTrials,
        JsonNode configuration) {
    /** Version of {@code results.json}. */
    public static final String FORMAT_VERSION = "1";

    public RunResult {
        scenarios = List.copyOf(scenarios);
        verdicts = List.copyOf(verdicts);
        examplePatients = List.copyOf(examplePatients);
        exampleTrials = List.copyOf(exampleTrials);
    }
}
