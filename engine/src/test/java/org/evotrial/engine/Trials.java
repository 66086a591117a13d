package org.evotrial.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.config.TrialReader;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.ScenarioResult;
import tools.jackson.databind.JsonNode;

/** Reads the shipped examples and finds numbers in results. */
public final class Trials {
    private Trials() {}

    /** The path of a shipped example. */
    public static Path example(String name) {
        Path path = Path.of("..", "examples", name, "trial.json");
        assertThat(Files.isRegularFile(path)).as("%s exists", path).isTrue();
        return path;
    }

    /** Reads a trial that is expected to be right. */
    public static TrialDocument read(Path path, Map<String, JsonNode> overrides) {
        TrialReader.Reading reading =
                Evotrial.create(Trials.class.getClassLoader()).reader().read(path, overrides);
        assertThat(reading.problems()).isEmpty();
        TrialDocument trial = reading.trial();
        assertThat(trial).isNotNull();
        return Objects.requireNonNull(trial);
    }

    /** Options of a quiet run. */
    public static RunOptions options(Path folder, int threads, int replicates) {
        return new RunOptions(folder, threads, replicates, 1000, null, Set.of(), true, "run", "replay");
    }

    /** The only estimate with these properties. */
    public static Estimate estimate(
            RunResult result, String scenario, String metric, String statistic, String selector) {
        ScenarioResult found = result.scenarios().stream()
                .filter(s -> s.id().equals(scenario))
                .findFirst()
                .orElseThrow();
        var matching = found.estimates().stream()
                .filter(e -> e.metric().equals(metric) && e.statistic().equals(statistic) && e.relativeTo() == null)
                .filter(e -> selector.isEmpty()
                        ? e.look() == null && e.arm() == null
                        : selector.equals(e.look()) || selector.equals(e.arm()) || selector.equals(e.endpoint()))
                .toList();
        assertThat(matching).as("%s %s %s", metric, statistic, selector).hasSize(1);
        return matching.get(0);
    }
}
