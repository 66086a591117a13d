package org.evotrial.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.engine.VirtualPatients;
import org.evotrial.engine.text.ShellCommand;
import org.evotrial.model.config.FollowUp;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.config.TrialReader.Reading;
import org.evotrial.model.json.ProblemReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that follow virtual patients have in common. */
final class FollowUpOptions {
    @Parameters(
            paramLabel = "DISEASE",
            description = "A library disease (egfr-nsclc or library:egfr-nsclc), or the path of a disease file.")
    private String disease;

    @Option(
            names = "--treatment",
            paramLabel = "REF",
            description = "A line of treatment (library:osimertinib or a path); repeated: the next line at progression;"
                    + " joined by +: a combination. Default: the usual care of a library disease.")
    private List<String> treatments = new ArrayList<>();

    @Option(
            names = "--assay",
            paramLabel = "REF",
            description = "An assay besides imaging (library:plasma-egfr or a path); repeatable. Default: that of the"
                    + " usual care, or plasma ctDNA of all biomarkers.")
    private List<String> assays = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "Master seed; default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--years",
            paramLabel = "YEARS",
            description = "Longest follow-up; default: that of the usual care, or 5.")
    private @Nullable Double years;

    @Option(
            names = {"-o", "--output", "--out"},
            paramLabel = "FOLDER",
            defaultValue = "evotrial-results",
            description = "Where the page's folder is made; default: ${DEFAULT-VALUE}.")
    private Path output;

    @Option(
            names = "--set",
            paramLabel = "/POINTER=VALUE",
            description = "Replaces a value of the follow-up, named by its JSON Pointer, for example"
                    + " /population/disease/growth/birthPerDay=0.2; repeatable.")
    private List<String> settings = new ArrayList<>();

    long seed() {
        return seed;
    }

    Path folder(String name) {
        return output.resolve(name);
    }

    /**
     * Spells out the follow-up.
     *
     * @param err where problems are shown
     * @throws CommandException if there are any
     */
    TrialDocument read(VirtualPatients patients, PrintWriter err) {
        Reading reading = patients.read(wanted(), TrialFiles.overrides(settings));
        TrialDocument trial = reading.trial();
        if (trial == null) {
            err.print(ProblemReport.of(disease, reading.problems()));
            err.flush();
            throw new CommandException(
                    ExitCode.CONFIGURATION, "%s cannot be followed; nothing was simulated.".formatted(disease));
        }
        return trial;
    }

    private FollowUp wanted() {
        try {
            return new FollowUp(disease, treatments, assays, years, seed);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The command with these options.
     *
     * @param name name of the command
     * @param plugins jars that it needs
     */
    ShellCommand command(String name, List<Path> plugins) {
        return new ShellCommand(name, disease)
                .options("--treatment", treatments)
                .options("--assay", assays)
                .option("--seed", seed)
                .option("--years", years)
                .options("--set", settings)
                .options("--plugin", plugins);
    }
}
