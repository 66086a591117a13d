package org.evotrial.model.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a result comes from: {@code provenance.json}.
 *
 * @param evotrialVersion version of evotrial
 * @param commit commit of its source, or null if unknown
 * @param javaVersion version and vendor of the Java run time
 * @param operatingSystem name and architecture
 * @param threads threads used
 * @param seed master seed
 * @param streamScheme how random streams are addressed
 * @param configurationHash SHA-256 of the effective configuration, hexadecimal
 * @param resultsHash SHA-256 of {@code results.json}, hexadecimal
 * @param replicatesRequested over all scenarios
 * @param replicatesCompleted over all scenarios
 * @param replicatesFailed over all scenarios
 * @param virtualPatients virtual patients simulated
 * @param started ISO 8601 instant
 * @param wallSeconds wall-clock time
 * @param cpuSeconds processor time of the simulation's threads
 * @param command the command that reproduces the run
 * @param replayCommand the command that shows one of its replicates again, without naming which
 * @param plugins class names of the plugins that were found
 */
public record Provenance(
        String evotrialVersion,
        @Nullable String commit,
        String javaVersion,
        String operatingSystem,
        int threads,
        long seed,
        String streamScheme,
        String configurationHash,
        String resultsHash,
        long replicatesRequested,
        long replicatesCompleted,
        long replicatesFailed,
        long virtualPatients,
        String started,
        double wallSeconds,
        double cpuSeconds,
        String command,
        String replayCommand,
        List<String> plugins) {
    /**
     * The command that shows a replicate again.
     *
     * @param scenario name of the scenario
     * @param replicate number of the replicate
     */
    public String replayCommand(String scenario, int replicate) {
        return "%s --scenario %s --replicate %d".formatted(replayCommand, scenario, replicate);
    }
}
