package org.evotrial.model.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run on disk: {@code results.json} and {@code provenance.json} of one folder.
 *
 * @param result what was computed
 * @param provenance where it comes from
 */
public record StoredRun(RunResult result, Provenance provenance) {
    /** Name of the file of the result. */
    public static final String RESULTS_FILE = "results.json";

    /** Name of the file of the provenance. */
    public static final String PROVENANCE_FILE = "provenance.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Reads a stored run.
     *
     * @param folder folder of one trial's output
     * @throws IOException if a file is missing or is not a result of this format; the message names the file
     */
    public static StoredRun read(Path folder) throws IOException {
        return new StoredRun(
                read(folder.resolve(RESULTS_FILE), RunResult.class),
                read(folder.resolve(PROVENANCE_FILE), Provenance.class));
    }

    /**
     * Writes a run.
     *
     * @param folder folder of one trial's output; created if necessary
     */
    public void write(Path folder) throws IOException {
        write(folder.resolve(RESULTS_FILE), result);
        write(folder.resolve(PROVENANCE_FILE), provenance);
    }

    /** Writes a record of this package to a file, whose folder is created if necessary. */
    static void write(Path file, Object stored) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, bytes(stored));
    }

    /** The bytes of a record as they are stored: indented JSON, UTF-8, closed by a line feed. */
    public static byte[] bytes(Object stored) {
        return (MAPPER.writeValueAsString(stored) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * Reads a record of this package from a file.
     *
     * @throws IOException if the file is missing or is not of this format; the message names it
     */
    static <T> T read(Path file, Class<T> type) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no %s; it is written by 'evotrial run'.".formatted(file));
        }
        try {
            return MAPPER.readValue(Files.readAllBytes(file), type);
        } catch (JacksonException e) {
            throw new IOException("%s is not a result of format %s: %s"
                    .formatted(file, RunResult.FORMAT_VERSION, e.getOriginalMessage()));
        }
    }
}
