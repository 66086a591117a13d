package org.evotrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.evotrial.engine.RunInterruptedException;
import org.evotrial.engine.RunOptions;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.engine.text.Numbers;
import org.evotrial.engine.text.ShellCommand;
import org.evotrial.engine.text.VerdictTable;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.Provenance;
import org.evotrial.model.result.ScenarioResult.Failure;
import org.evotrial.model.result.StoredRun;
import org.evotrial.report.ReportWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Simulates trials, judges them and writes their reports. */
@Command(
        name = "run",
        header = "Simulates trials, judges their acceptance rules and writes their reports.",
        description = {
            "All files are read before the first is simulated. A run that was interrupted is resumed by the same"
                    + " command."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  evotrial run examples/apple/trial.json",
            "  evotrial run trial.json --replicates 200 --scenario base --scenario null",
            "  evotrial run trial.json --set /design/sampleSize=200 --output larger-trial"
        })
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private EvotrialCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Trial files.")
    private List<Path> files;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "Simulated trials of every scenario and sweep cell; default: as the file says.")
    private @Nullable Integer replicates;

    @Option(names = "--seed", paramLabel = "SEED", description = "Master seed; default: as the file says.")
    private @Nullable Long seed;

    @Mixin
    private final Workload workload = new Workload();

    @Mixin
    private final ResultsFolder results = new ResultsFolder();

    @Mixin
    private final ReplacedValues replaced = new ReplacedValues();

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            description = "Simulates only this scenario (base for the file itself); repeatable.")
    private Set<String> scenarios = new LinkedHashSet<>();

    @Option(
            names = {"--fresh", "--no-resume"},
            description = "Ignores what an interrupted run left behind.")
    private boolean fresh;

    @Override
    public Integer call() throws IOException {
        Map<String, JsonNode> overrides = replaced.overrides();
        Evotrial evotrial = root.evotrial();
        List<TrialDocument> trials = TrialFiles.read(
                files, overrides, evotrial.reader(), spec.commandLine().getErr());
        trials.forEach(trial -> scenarios.forEach(trial::variant));
        Interruption interruption = Interruption.ofThisThread();
        try {
            return run(evotrial, trials).number();
        } finally {
            interruption.close();
        }
    }

    private ExitCode run(Evotrial evotrial, List<TrialDocument> trials) throws IOException {
        ExitCode exitCode = ExitCode.PASS;
        for (TrialDocument trial : trials) {
            exitCode = exitCode.and(run(evotrial, trial));
            if (exitCode == ExitCode.INTERRUPTED) {
                break;
            }
        }
        return exitCode;
    }

    private ExitCode run(Evotrial evotrial, TrialDocument trial) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        StoredRun run;
        try (StatusLine line = workload.statusLine(err)) {
            run = evotrial.simulator().run(trial, options(trial), line.progress(System::nanoTime));
        } catch (RunInterruptedException e) {
            err.println(trial.base().id() + ": " + e.getMessage());
            err.flush();
            return ExitCode.INTERRUPTED;
        }
        return conclude(trial, run);
    }

    private ExitCode conclude(TrialDocument trial, StoredRun run) throws IOException {
        Path folder = results.of(trial.base().id());
        Path report = new ReportWriter().write(folder);
        PrintWriter out = spec.commandLine().getOut();
        Provenance provenance = run.provenance();
        out.printf("%s: %s%n", trial.base().id(), run.result().trial().title());
        out.printf(
                "%s replicates in %d scenarios, %s virtual patients, %s on %d threads%n%n",
                Numbers.count(provenance.replicatesCompleted()),
                run.result().scenarios().size(),
                Numbers.count(provenance.virtualPatients()),
                Numbers.duration(provenance.wallSeconds()),
                provenance.threads());
        out.print(VerdictTable.of(run.result().verdicts()));
        Failed.print(run.result().scenarios(), provenance, out);
        out.printf("%nReport: %s%n", report);
        out.flush();
        ExitCode verdict = ExitCode.of(run.result().verdicts());
        return simulated(run) ? verdict : ExitCode.SIMULATION.and(verdict);
    }

    /** A scenario of which nothing was simulated, or whose truth could not be computed, is an error; single replicates are not. */
    private static boolean simulated(StoredRun run) {
        return run.result().scenarios().stream()
                .allMatch(s ->
                        s.replicatesCompleted() > 0 && s.failures().stream().noneMatch(Failure::concernsTruth));
    }

    private RunOptions options(TrialDocument trial) {
        return CommandException.unlessRefused(() -> new RunOptions(
                results.path(),
                workload.threads(),
                replicates,
                null,
                seed,
                scenarios,
                !fresh,
                command(trial.path()),
                options(new ShellCommand("replay", trial.path())).toString()));
    }

    /** The command that reproduces the results of one file. */
    private String command(Path file) {
        return options(new ShellCommand("run", file)
                        .option("--replicates", replicates)
                        .options("--scenario", scenarios))
                .toString();
    }

    /** Adds what decides about the content of a replicate. */
    private ShellCommand options(ShellCommand command) {
        return replaced.addTo(command.option("--seed", seed)).options("--plugin", root.plugins());
    }
}
