package org.evotrial.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.engine.PlannedTrialReader;
import org.evotrial.model.calibration.CalibrationDocument;
import org.evotrial.model.calibration.CalibrationReader;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.config.TrialReader.Reading;
import org.evotrial.model.json.ProblemReport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the trial and targets files of a command line, and shows what is wrong with them. */
final class TrialFiles {
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
     * Reads a targets file.
     *
     * @param disease reference of the disease; null: as the file says
     * @param err where problems are shown
     * @throws CommandException if the file has a problem
     */
    static CalibrationDocument targets(Path file, @Nullable String disease, CalibrationReader reader, PrintWriter err) {
        CalibrationReader.Reading reading = reader.read(file, disease);
        CalibrationDocument document = reading.document();
        if (document == null) {
            err.print(ProblemReport.of(file.toString(), reading.problems()));
            throw new CommandException(
                    ExitCode.CONFIGURATION, "%s cannot be used; nothing was simulated.".formatted(file));
        }
        return document;
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
