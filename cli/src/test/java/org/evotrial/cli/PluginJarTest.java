package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.ScenarioResult.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Third parties' jars on the command line, and what users see of faults in them. */
class PluginJarTest {
    @TempDir
    private Path folder;

    private Path jar;
    private Path trial;

    @BeforeEach
    void writeJarAndTrial() throws IOException {
        jar = folder.resolve("faulty.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new ZipEntry("META-INF/services/org.evotrial.spi.Plugin"));
            entries.write(FaultyPlugin.class.getName().getBytes(StandardCharsets.UTF_8));
            entries.closeEntry();
        }
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
        breakAfterDay(0);

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
                List.of(new Failure(17, "patient 3: broken", "evotrial replay 17"), new Failure(18, "other", "other")),
                List.of(),
                List.of(),
                List.of());

        Failed.print(List.of(scenario), new PrintWriter(text, true));

        assertThat(text.toString().lines())
                .containsExactly(
                        "Scenario base: 2 of 2,000 replicates failed; the first: patient 3: broken",
                        "  evotrial replay 17");
    }

    private void breakAfterDay(int day) throws IOException {
        Invocation.replace(
                trial,
                "\"experimental\", \"policy\": { \"type\": \"fixed\", \"regimen\": \"new\" }",
                "\"experimental\", \"policy\": { \"type\": \"faulty\", \"regimen\": \"new\", \"afterDay\": %d }"
                        .formatted(day));
    }
}
