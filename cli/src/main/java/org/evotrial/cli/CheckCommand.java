package org.evotrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.evotrial.engine.acceptance.StoredRunGate;
import org.evotrial.engine.text.VerdictTable;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.StoredRun;
import org.evotrial.model.result.TrialSummary;
import org.evotrial.model.result.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the verdicts on stored runs. */
@Command(
        name = "check",
        header = "Judges stored runs; the exit code tells the verdict.",
        description = {
            "For a folder the verdicts are those of the run. For a trial file, its present rules are judged on the"
                    + " stored results of the trial, so that a bound can be changed without simulating again.",
            "What is not measured fails: no stored run, no rules, no value."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  evotrial check evotrial-results",
            "  evotrial check examples/apple/trial.json --output evotrial-results"
        })
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private EvotrialCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FOLDER|FILE",
            description = "Folders of stored runs, folders with several of them, or trial files.")
    private List<Path> locations;

    @Mixin
    private final ResultsFolder results = new ResultsFolder();

    @Override
    public Integer call() throws IOException {
        List<Path> trialFiles = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        for (Path location : locations) {
            (isTrialFile(location) ? trialFiles : folders).add(location);
        }
        ExitCode exitCode = ExitCode.PASS;
        for (Path folder : StoredFolders.ofRuns().find(folders)) {
            StoredRun run = StoredRun.read(folder);
            TrialSummary trial = run.result().trial();
            exitCode = exitCode.and(
                    show(trial.id(), trial.title(), folder, run.result().verdicts()));
        }
        for (TrialDocument trial : read(trialFiles)) {
            Path folder = results.of(trial.base().id());
            exitCode = exitCode.and(
                    show(trial.base().id(), trial.base().title(), folder, StoredRunGate.judge(trial, folder)));
        }
        return exitCode.number();
    }

    private List<TrialDocument> read(List<Path> trialFiles) {
        if (trialFiles.isEmpty()) {
            return List.of();
        }
        return TrialFiles.read(
                trialFiles,
                Map.of(),
                root.evotrial().reader(),
                spec.commandLine().getErr());
    }

    private ExitCode show(String id, String title, Path folder, List<Verdict> verdicts) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: %s (%s)%n", id, title, folder);
        out.println(VerdictTable.of(verdicts));
        out.flush();
        return verdicts.isEmpty() ? ExitCode.VIOLATED : ExitCode.of(verdicts);
    }

    private static boolean isTrialFile(Path location) {
        return Files.isRegularFile(location) && !location.endsWith(StoredRun.RESULTS_FILE);
    }
}
