package org.evotrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.evotrial.cli.Comparison.Difference;
import org.evotrial.engine.text.EstimateLabel;
import org.evotrial.engine.text.Numbers;
import org.evotrial.engine.text.TextTable;
import org.evotrial.model.result.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows in which estimates two stored runs differ by more than their Monte Carlo error. */
@Command(
        name = "compare",
        header = "Compares the estimates of two stored runs.",
        description = {
            "Estimates of the same name are subtracted (B minus A) and divided by their combined Monte Carlo standard"
                    + " error. By default only estimates that differ beyond error are listed.",
            "Two runs with the same seed share their virtual patients: their real differences are then known more"
                    + " exactly than the combined error says."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  evotrial compare evotrial-results/apple other-results/apple",
            "  evotrial compare --all old/apple new/apple"
        })
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "Output folder of the first run.")
    private Path first;

    @Parameters(index = "1", paramLabel = "B", description = "Output folder of the second run.")
    private Path second;

    @Option(names = "--all", description = "List every estimate, not only those that differ beyond error.")
    private boolean all;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "0.01",
            description = "Probability of listing any difference between runs of the same truth (Bonferroni);"
                    + " default: ${DEFAULT-VALUE}.")
    private double level;

    @Override
    public Integer call() throws IOException {
        if (!(level > 0 && level < 1)) {
            throw new CommandException(
                    ExitCode.CONFIGURATION, "The level (%s) must lie between 0 and 1.".formatted(level));
        }
        StoredRun a = StoredRun.read(first);
        StoredRun b = StoredRun.read(second);
        Comparison comparison = Comparison.of(a.result(), b.result(), level);
        PrintWriter out = spec.commandLine().getOut();
        describe("A", first, a, out);
        describe("B", second, b, out);
        out.println();
        out.print(table(comparison));
        out.print(summary(comparison));
        list(out, "only in A", comparison.onlyInFirst());
        list(out, "only in B", comparison.onlyInSecond());
        out.flush();
        return ExitCode.PASS.number();
    }

    private static void describe(String name, Path folder, StoredRun run, PrintWriter out) {
        out.printf(
                "%s: %s, trial %s, seed %d, %s replicates, evotrial %s, configuration %.12s%n",
                name,
                folder,
                run.result().trial().id(),
                run.provenance().seed(),
                Numbers.count(run.provenance().replicatesCompleted()),
                run.provenance().evotrialVersion(),
                run.provenance().configurationHash());
    }

    private String table(Comparison comparison) {
        TextTable table = new TextTable("", "scenario", "estimate", "A", "B", "B - A", "standard error", "z");
        List<Difference> shown = comparison.differences().stream()
                .filter(d -> all || comparison.isBeyondError(d))
                .toList();
        for (Difference difference : shown) {
            table.row(
                    comparison.isBeyondError(difference) ? "*" : "",
                    difference.scenario(),
                    EstimateLabel.of(difference.first()),
                    Numbers.significant(difference.first().value(), 4),
                    Numbers.significant(difference.second().value(), 4),
                    Numbers.significant(difference.value(), 3),
                    Numbers.significant(difference.standardError(), 2),
                    Numbers.significant(difference.z(), 3));
        }
        return shown.isEmpty() ? "" : table.toString();
    }

    private static String summary(Comparison comparison) {
        long beyond = comparison.differences().stream()
                .filter(comparison::isBeyondError)
                .count();
        return "%s of %s estimates differ beyond error (|z| > %s).%n"
                .formatted(
                        Numbers.count(beyond),
                        Numbers.count(comparison.differences().size()),
                        Numbers.significant(comparison.critical(), 3));
    }

    private static void list(PrintWriter out, String heading, List<String> names) {
        if (!names.isEmpty()) {
            out.printf("%s measured %s:%n", Numbers.count(names.size()), heading);
            names.forEach(name -> out.println("  " + name));
        }
    }
}
