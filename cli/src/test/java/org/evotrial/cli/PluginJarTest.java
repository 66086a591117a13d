package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evotrial.model.result.Provenance;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.ScenarioResult.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Third parties' jars on the command line, and what users see of faults in them. */
class PluginJarTest {
    private static final Provenance PROVENANCE = new Provenance(
            "0.1",
            null,
            "17",
            "Linux",
            2,
            7,
            "scheme",
            "00",
            "11",
            2000,
            1998,
            2,
            0,
            "2026-11-21T00:00:00Z",
            1,
            1,
            "evotrial run trial.json --set /a=1",
            "evotrial replay trial.json --set /a=1",
            List.of());

    @TempDir
    private Path folder;

    private Path jar;
    private Path trial;

    @BeforeEach
    void writeJarAndTrial() throws IOException {
        jar = PluginJar.in(folder);
        trial = Invocation.smallTrial(folder);
    }

    @Test
    void aPluginsTypesAreKnownOnlyWithItsJar() {
        assertThat(Invocation.of("designs", "--plugin", jar).out()).contains("faulty");
        assertThat(Invocation.of("designs").out()).doesNotContain("faulty");
        assertThat(Invocation.of("schema", "--plugin", jar).out()).contains("\"faulty\"");
    }

    /** The run that computes true values follows every patient, so that it meets the fault whatever the replicates do. */
    @Test
    void aFaultInAPolicyIsAnErrorOfTheSimulation() throws IOException {
        PluginJar.breakAfterDay(trial, 0);

        Invocation run = Invocation.of("run", trial, "--plugin", jar, "--output", folder.resolve("results"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains(
                        "Scenario base: no truth is known; the run that computes the truth",
                        "The policy broke",
                        "Report:");
        assertThat(run.err()).doesNotContain("\tat ");
    }

    @Test
    void theFirstFailedReplicateIsShownWithTheCommandThatReplaysIt() {
        StringWriter text = new StringWriter();
        ScenarioResult scenario = new ScenarioResult(
                "base",
                "Base",
                "base",
                List.of(),
                Map.of(),
                List.of(),
                2000,
                1998,
                List.of(new Failure(17, "patient 3: broken"), new Failure(18, "other")),
                List.of(),
                List.of(),
                List.of());

        Failed.print(List.of(scenario), PROVENANCE, new PrintWriter(text, true));

        assertThat(text.toString().lines())
                .containsExactly(
                        "Scenario base: 2 of 2,000 replicates failed; the first: patient 3: broken",
                        "  evotrial replay trial.json --set /a=1 --scenario base --replicate 17");
    }
}
