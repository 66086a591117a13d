package org.evotrial.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.evotrial.engine.text.Numbers;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.config.TrialVariant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads trial files and shows everything that is wrong with them. */
@Command(
        name = "validate",
        header = "Shows every problem of trial files, without simulating.",
        footerHeading = "%nExamples:%n",
        footer = {"  evotrial validate trial.json", "  evotrial validate trials/*.json"})
final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    private EvotrialCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Trial files.")
    private List<Path> files;

    @Mixin
    private final ReplacedValues replaced = new ReplacedValues();

    @Override
    public Integer call() {
        List<TrialDocument> trials = TrialFiles.read(
                files,
                replaced.overrides(),
                root.evotrial().reader(),
                spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        for (TrialDocument trial : trials) {
            out.printf(
                    "%s: no problems; trial %s, %d scenarios and sweep cells, %s replicates, %d acceptance rules%n",
                    trial.path(),
                    trial.base().id(),
                    trial.variants().size(),
                    Numbers.count(trial.variants().stream()
                            .mapToLong(TrialVariant::replicates)
                            .sum()),
                    trial.base().acceptance().size());
        }
        out.flush();
        return ExitCode.PASS.number();
    }
}
