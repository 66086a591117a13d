package org.evotrial.model.config;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A trial file that was read without a problem.
 *
 * @param path the file
 * @param base the file as records
 * @param effective the file with library files and defaults filled in: {@code effective-config.json}
 * @param variants what is to be simulated: {@code base} first, then the scenarios, then the cells of the sweep
 */
public record TrialDocument(Path path, TrialFile base, JsonNode effective, List<TrialVariant> variants) {}
