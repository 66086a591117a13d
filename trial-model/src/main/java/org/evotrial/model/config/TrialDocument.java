package org.evotrial.model.config;

import java.nio.file.Path;
import java.util.List;
import org.evotrial.spi.ConfigurationException;
import tools.jackson.databind.JsonNode;

/**
 * A trial file that was read without a problem.
 *
 * @param path the file
 * @param base the file as records
 * @param effective the file with library files and defaults filled in: {@code effective-config.json}
 * @param variants what is to be simulated: {@code base} first, then the scenarios, then the cells of the sweep
 */
public record TrialDocument(Path path, TrialFile base, JsonNode effective, List<TrialVariant> variants) {
    /**
     * One of the variants.
     *
     * @param id name of a scenario, {@code base} or the name of a cell of the sweep
     * @throws ConfigurationException if there is none of that name; the message names all
     */
    public TrialVariant variant(String id) {
        List<String> known = variants.stream().map(TrialVariant::id).toList();
        int index = known.indexOf(id);
        if (index < 0) {
            throw new ConfigurationException(
                    "/scenarios",
                    "expected one of %s in %s but found \"%s\"".formatted(String.join(", ", known), path, id));
        }
        return variants.get(index);
    }
}
