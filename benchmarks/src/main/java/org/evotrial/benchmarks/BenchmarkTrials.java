package org.evotrial.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.config.TrialReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Trial files of the benchmarks, which travel in their jar. */
final class BenchmarkTrials {
    private BenchmarkTrials() {}

    /** Reads a trial file of the jar. */
    static TrialDocument read(String name, Map<String, JsonNode> overrides) {
        try (InputStream in = BenchmarkTrials.class.getResourceAsStream(name)) {
            Path file = Files.createTempFile("evotrial-benchmark", ".json");
            try {
                Files.write(file, Objects.requireNonNull(in, name).readAllBytes());
                return read(file, overrides);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a trial file. */
    static TrialDocument read(Path file, Map<String, JsonNode> overrides) {
        TrialReader.Reading reading =
                Evotrial.create(BenchmarkTrials.class.getClassLoader()).reader().read(file, overrides);
        TrialDocument trial = reading.trial();
        if (trial == null) {
            throw new IllegalStateException(file + ": " + reading.problems());
        }
        return trial;
    }

    /** A number as JSON. */
    static JsonNode number(double value) {
        return JsonNodeFactory.instance.numberNode(value);
    }
}
