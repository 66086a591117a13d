package org.evotrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.evotrial.cli.verification.PatientChecks;
import org.evotrial.engine.text.Numbers;
import org.evotrial.engine.text.TextTable;
import org.evotrial.statistics.verification.Comparison;
import org.evotrial.statistics.verification.Differences;
import org.evotrial.statistics.verification.FileVerification;
import org.evotrial.statistics.verification.Finding;
import org.evotrial.statistics.verification.ReferenceCheck;
import org.evotrial.statistics.verification.ReferenceChecks;
import org.evotrial.statistics.verification.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Recomputes reference values of designs and of virtual patients: the installation qualification. */
@Command(
        name = "verify",
        header = "Recomputes reference values of designs and of virtual patients and shows how near ours are.",
        description = {
            "Every row of every reference file is computed again: designs by the statistics of evotrial, resistance,"
                    + " treatment courses and assays by its virtual patients. Per file you see how many rows and values"
                    + " were compared, the largest difference relative to its tolerance, and the package and version"
                    + " that the file names.",
            "The exit code is 1 if a difference exceeds its tolerance, if a row cannot be recomputed, if a file or a"
                    + " column is not understood, or if there is nothing to verify."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  evotrial verify                           the files that ship with evotrial",
            "  evotrial verify --reference my-rows       files of the same shape with rows of your own"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int SHOWN_PER_FILE = 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--reference",
            paramLabel = "DIR",
            description = "Folder with reference files (*.csv); by default those that ship with evotrial.")
    private @Nullable Path reference;

    @Override
    public Integer call() throws IOException {
        List<FileVerification> outcomes = outcomes();
        PrintWriter out = spec.commandLine().getOut();
        out.print(table(outcomes));
        outcomes.forEach(outcome -> list(outcome.findings(), out));
        boolean passed = outcomes.stream().allMatch(FileVerification::passed);
        out.printf("%n%s%n", summary(outcomes, passed));
        out.flush();
        return (passed ? ExitCode.PASS : ExitCode.CONFIGURATION).number();
    }

    private List<FileVerification> outcomes() throws IOException {
        Verification verification = Verification.of(checks());
        if (reference == null) {
            return verification.builtIn();
        }
        if (!Files.isDirectory(reference)) {
            throw new CommandException(ExitCode.CONFIGURATION, "There is no folder %s.".formatted(reference));
        }
        List<FileVerification> outcomes = verification.folder(reference);
        if (outcomes.isEmpty()) {
            throw new CommandException(
                    ExitCode.CONFIGURATION,
                    "The folder %s holds no file with reference values (*.csv), so nothing was verified."
                            .formatted(reference));
        }
        return outcomes;
    }

    private static List<ReferenceCheck> checks() {
        return Stream.concat(ReferenceChecks.all().stream(), PatientChecks.all().stream())
                .toList();
    }

    private static String table(List<FileVerification> outcomes) {
        TextTable table =
                new TextTable("", "file", "rows", "values", "largest difference", "tolerance", "column", "computed by");
        for (FileVerification outcome : outcomes) {
            Comparison worst = outcome.worst();
            table.row(
                    outcome.passed() ? "pass" : "FAIL",
                    outcome.file(),
                    Numbers.count(outcome.rows()),
                    Numbers.count(outcome.comparisons()),
                    worst == null ? "-" : Differences.text(worst.difference()),
                    worst == null ? "-" : Differences.text(worst.tolerance()),
                    worst == null ? "-" : worst.column(),
                    outcome.provenance());
        }
        return table.toString();
    }

    private static void list(List<Finding> findings, PrintWriter out) {
        if (!findings.isEmpty()) {
            out.println();
        }
        findings.stream().limit(SHOWN_PER_FILE).forEach(out::println);
        if (findings.size() > SHOWN_PER_FILE) {
            out.printf(
                    "%s: %s more findings%n",
                    findings.get(0).file(), Numbers.count((long) findings.size() - SHOWN_PER_FILE));
        }
    }

    private static String summary(List<FileVerification> outcomes, boolean passed) {
        long values = outcomes.stream().mapToLong(FileVerification::comparisons).sum();
        if (passed) {
            return "%s files verified: all of %s values agree within their tolerances."
                    .formatted(Numbers.count(outcomes.size()), Numbers.count(values));
        }
        long failed = outcomes.stream().filter(outcome -> !outcome.passed()).count();
        return "%s of %s files are not verified.".formatted(Numbers.count(failed), Numbers.count(outcomes.size()));
    }
}
