package org.evotrial.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.evotrial.engine.Replayer;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.model.config.TrialDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows one replicate again. */
@Command(
        name = "replay",
        header = "Shows one simulated trial again, event by event, or one of its patients.",
        description = "The replicate is the same trial as in the run, bit for bit.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  evotrial replay trial.json --replicate 17",
            "  evotrial replay trial.json --scenario global-null --replicate 17 --patient 4"
        })
final class ReplayCommand implements Callable<Integer> {
    @ParentCommand
    private EvotrialCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Trial file.")
    private Path file;

    @Option(names = "--replicate", paramLabel = "N", required = true, description = "Number of the replicate, from 0.")
    private int replicate;

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            defaultValue = "base",
            description = "Scenario; default: ${DEFAULT-VALUE}, the file itself.")
    private String scenario;

    @Option(
            names = "--patient",
            paramLabel = "N",
            description = "Shows this patient of the replicate, from 0, with the true course of the tumour.")
    private @Nullable Integer patient;

    @Option(names = "--seed", paramLabel = "SEED", description = "Master seed of the run; default: as the file says.")
    private @Nullable Long seed;

    @Mixin
    private final ReplacedValues replaced = new ReplacedValues();

    @Override
    public Integer call() {
        if (replicate < 0 || (patient != null && patient < 0)) {
            throw new CommandException(ExitCode.CONFIGURATION, "The numbers of replicates and patients start at 0.");
        }
        Evotrial evotrial = root.evotrial();
        TrialDocument trial = TrialFiles.read(
                        List.of(file),
                        replaced.overrides(),
                        evotrial.reader(),
                        spec.commandLine().getErr())
                .get(0);
        Replayer replayer = evotrial.replayer();
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                patient == null
                        ? TraceText.of(replayer.trial(trial, scenario, replicate, seed))
                        : TraceText.of(replayer.patient(trial, scenario, replicate, patient, seed)));
        out.flush();
        return ExitCode.PASS.number();
    }
}
