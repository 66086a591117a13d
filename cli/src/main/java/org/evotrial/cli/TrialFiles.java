package org.evotrial.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.engine.PlannedTrialReader;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.config.TrialReader.Reading;
import org.evotrial.model.json.ProblemReport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Reads the trial files of a command line, and shows what is wrong with them. */
final class TrialFiles {
    private static final JsonMapper MAPPER = new JsonMapper();

    private TrialFiles() {}

    /**
     * Reads all files before anything is done with one of them.
     *
     * @param err where problems are shown
     * @throws CommandException if a file has a problem or two files describe trials of the same name
     */
    static List<TrialDocument> read(
            List<Path> files, Map<String, JsonNode> overrides, PlannedTrialReader reader, PrintWriter err) {
        List<TrialDocument> trials = new ArrayList<>();
        int wrong = 0;
        for (Path file : files) {
            Reading reading = reader.read(file, overrides);
            if (reading.trial() == null) {
                err.print(ProblemReport.of(file.toString(), reading.problems()));
                wrong++;
            } else {
                trials.add(reading.trial());
            }
        }
        if (wrong > 0) {
            throw new CommandException(
                    ExitCode.CONFIGURATION,
                    "%d of %d files cannot be used; nothing was simulated.".formatted(wrong, files.size()));
        }
        requireDistinctNames(trials);
        return trials;
    }

    /**
     * Reads {@code /pointer=value} options. The value is JSON, or a text where it is no JSON.
     *
     * @throws CommandException if one has no pointer or no value
     */
    static Map<String, JsonNode> overrides(List<String> settings) {
        Map<String, JsonNode> overrides = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 0 || !setting.startsWith("/")) {
                throw new CommandException(
                        ExitCode.CONFIGURATION,
                        "--set expects /pointer=value, for example --set /simulation/replicates=500, but found \"%s\"."
                                .formatted(setting));
            }
            overrides.put(setting.substring(0, equals), value(setting.substring(equals + 1)));
        }
        return overrides;
    }

    private static JsonNode value(String text) {
        try {
            JsonNode value = MAPPER.readTree(text);
            return value.isMissingNode() ? StringNode.valueOf(text) : value;
        } catch (JacksonException e) {
            return StringNode.valueOf(text);
        }
    }

    private static void requireDistinctNames(List<TrialDocument> trials) {
        Map<String, Path> names = new LinkedHashMap<>();
        for (TrialDocument trial : trials) {
            Path other = names.putIfAbsent(trial.base().id(), trial.path());
            if (other != null) {
                throw new CommandException(
                        ExitCode.CONFIGURATION,
                        "%s and %s have the same id \"%s\": their results would go to the same folder."
                                .formatted(other, trial.path(), trial.base().id()));
            }
        }
    }
}
