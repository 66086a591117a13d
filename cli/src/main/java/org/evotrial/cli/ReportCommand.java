package org.evotrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.evotrial.model.result.StoredRun;
import org.evotrial.report.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of stored runs. */
@Command(
        name = "report",
        header = "Writes the HTML report of stored runs again.",
        footerHeading = "%nExamples:%n",
        footer = {"  evotrial report evotrial-results/apple", "  evotrial report evotrial-results"})
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FOLDER",
            description = "Folders of stored runs, or folders with several of them.")
    private List<Path> folders;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (Path folder : StoredFolders.find(folders, ExitCode.CONFIGURATION)) {
            new ReportWriter().write(StoredRun.read(folder), folder);
            out.printf("Report: %s%n", folder.resolve(ReportWriter.FILE));
        }
        out.flush();
        return ExitCode.PASS.number();
    }
}
