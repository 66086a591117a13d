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
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final ResultsFolder results = new ResultsFolder();

    @Mixin
    private final ReplacedValues replaced = new ReplacedValues();

    long seed() {
        return seed;
    }

    Path folder(String name) {
        return results.of(name);
    }

    /**
     * Spells out the follow-up.
     *
     * @param err where problems are shown
     * @throws CommandException if there are any
     */
    TrialDocument read(VirtualPatients patients, PrintWriter err) {
        Reading reading = patients.read(wanted(), replaced.overrides());
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
        return CommandException.unlessRefused(() -> new FollowUp(disease, treatments, assays, years, seed));
    }

    /**
     * The command with these options.
     *
     * @param name name of the command
     * @param plugins jars that it needs
     */
    ShellCommand command(String name, List<Path> plugins) {
        ShellCommand command = new ShellCommand(name, disease)
                .options("--treatment", treatments)
                .options("--assay", assays)
                .option("--seed", seed)
                .option("--years", years);
        return replaced.addTo(command).options("--plugin", plugins);
    }
}
