package org.evotrial.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evotrial.engine.plan.Planner;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.config.TrialReader;
import org.evotrial.model.config.TrialReader.Reading;
import org.evotrial.spi.ConfigurationException;
import tools.jackson.databind.JsonNode;

/**
 * Reads trial files and plans every variant of them, so that parts that do not fit together are reported as problems of the
 * file, before anything is simulated.
 */
public final class PlannedTrialReader {
    private final TrialReader reader;
    private final Planner planner;

    /**
     * @param reader reads single files
     * @param planner compiles variants
     */
    public PlannedTrialReader(TrialReader reader, Planner planner) {
        this.reader = reader;
        this.planner = planner;
    }

    /** Reads and plans a file. */
    public Reading read(Path file) {
        return read(file, Map.of());
    }

    /**
     * Reads and plans a file with some values replaced.
     *
     * @param file the file
     * @param overrides JSON Pointer to value
     */
    public Reading read(Path file, Map<String, JsonNode> overrides) {
        return planned(reader.read(file, overrides));
    }

    /**
     * Reads and plans a trial that lies in no file.
     *
     * @param name what problems call it
     * @param text the JSON
     * @param overrides JSON Pointer to value
     */
    public Reading read(String name, String text, Map<String, JsonNode> overrides) {
        return planned(reader.read(name, text, overrides));
    }

    private Reading planned(Reading reading) {
        TrialDocument trial = reading.trial();
        if (trial == null) {
            return reading;
        }
        try {
            trial.variants()
                    .forEach(v -> planner.plan(v, trial.base().simulation().seed()));
            return reading;
        } catch (ConfigurationException e) {
            return new Reading(null, List.of(reader.explain(trial, e)));
        }
    }
}
