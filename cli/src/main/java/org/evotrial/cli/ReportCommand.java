package org.evotrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.evotrial.report.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the reports of stored results. */
@Command(
        name = "report",
        header = "Writes the HTML report of stored runs, patients and populations again.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  evotrial report evotrial-results/apple",
            "  evotrial report evotrial-results/egfr-nsclc-patient-7",
            "  evotrial report evotrial-results                       all that lie right below it"
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FOLDER",
            description = "Folders of stored results, or folders with several of them.")
    private List<Path> folders;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (Path folder : StoredFolders.ofResults().find(folders)) {
            out.printf("Report: %s%n", new ReportWriter().write(folder));
        }
        out.flush();
        return ExitCode.PASS.number();
    }
}
