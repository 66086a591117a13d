package org.evotrial.engine;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a run is carried out. Nothing here changes what a replicate computes, except {@code seed}.
 *
 * @param outputDirectory where the trial's folder is made
 * @param threads worker threads, at least 1
 * @param replicates replicates of every scenario and sweep cell; null: as the file says
 * @param truthPatients patients per arm of the run that computes the truth; null: as the file says
 * @param seed master seed; null: as the file says
 * @param scenarios names of the scenarios to run; empty: all of them
 * @param resume whether blocks that an interrupted run left behind are used
 * @param command the command that reproduces the run, for the provenance
 * @param replayCommand the command that shows one of its replicates again, without naming which, for the provenance
 */
public record RunOptions(
        Path outputDirectory,
        int threads,
        @Nullable Integer replicates,
        @Nullable Integer truthPatients,
        @Nullable Long seed,
        Set<String> scenarios,
        boolean resume,
        String command,
        String replayCommand) {
    public RunOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("The number of threads (%d) must be at least 1.".formatted(threads));
        }
        if (replicates != null && replicates < 1) {
            throw new IllegalArgumentException(
                    "The number of replicates (%d) must be at least 1.".formatted(replicates));
        }
        if (truthPatients != null && truthPatients < 100) {
            throw new IllegalArgumentException(
                    "The number of truthPatients (%d) must be at least 100.".formatted(truthPatients));
        }
        scenarios = Set.copyOf(scenarios);
    }
}
