package org.evotrial.model.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evotrial.model.result.Verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

class StoredRunTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        StoredRun run = run();
        run.write(folder);

        StoredRun read = StoredRun.read(folder);

        assertThat(read).isEqualTo(run);
        assertThat(StoredRun.bytes(read.result())).isEqualTo(StoredRun.bytes(run.result()));
    }

    @Test
    void aMissingRunIsNamedWithTheCommandThatWritesIt() {
        assertThatThrownBy(() -> StoredRun.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("results.json")
                .hasMessageContaining("evotrial run");
    }

    @Test
    void aFileOfAnotherFormatIsRefused() throws IOException {
        run().write(folder);
        Path results = folder.resolve("results.json");
        Files.writeString(results, Files.readString(results).replaceFirst("\\{", "{ \"colour\": \"red\","));

        assertThatThrownBy(() -> StoredRun.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("colour");
    }

    private static StoredRun run() {
        Estimate power = new Estimate(
                "rejectionProbability",
                "probability",
                "",
                null,
                "pfs",
                "superiority",
                null,
                null,
                null,
                10,
                0.9,
                0.0948,
                0.5,
                1);
        Estimate unmeasured = new Estimate(
                "duration",
                "mean",
                "months",
                "new",
                null,
                null,
                "final",
                "all",
                "base",
                0,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
        Verdict verdict = new Verdict(
                0,
                Outcome.INCONCLUSIVE,
                "at least 0.8",
                "base",
                power,
                0.99,
                0.4,
                Double.POSITIVE_INFINITY,
                400,
                "open");
        ScenarioResult scenario = new ScenarioResult(
                "base",
                "Base",
                "base",
                List.of("A source."),
                Map.of("/design/sampleSize", JSON.numberNode(120)),
                List.of(),
                10,
                9,
                List.of(new ScenarioResult.Failure(3, "broken")),
                List.of(power, unmeasured),
                List.of(),
                List.of(Curve.ofEndpoint(
                        "kaplanMeier",
                        "new",
                        "pfs",
                        List.of(0.0, 1.5),
                        List.of(1.0, Double.NaN),
                        List.of(),
                        List.of())));
        TrialSummary trial = new TrialSummary(
                "small",
                "Small",
                List.of(),
                "composed",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                120,
                Long.MAX_VALUE,
                0.95,
                List.of(),
                List.of());
        RunResult result = new RunResult(
                RunResult.FORMAT_VERSION,
                trial,
                List.of(scenario),
                null,
                List.of(verdict),
                List.of(),
                List.of(),
                JSON.objectNode().put("id", "small"));
        Provenance provenance = new Provenance(
                "0.1",
                null,
                "17",
                "Linux",
                2,
                7,
                "scheme",
                "00",
                "11",
                10,
                9,
                1,
                1200,
                "2026-11-21T00:00:00Z",
                1.5,
                2.5,
                "evotrial run small.json",
                "evotrial replay small.json",
                List.of());
        return new StoredRun(result, provenance);
    }
}
