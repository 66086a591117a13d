package org.evotrial.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.evotrial.model.result.StoredRun;
import org.evotrial.report.ReportWriter;

/** Writes the HTML report of every stored run in the output directory, also of an old one. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class ReportMojo extends TrialMojo {
    @Override
    void run() throws IOException {
        List<Path> folders = storedRuns();
        if (folders.isEmpty()) {
            getLog().warn("There are no results in %s: nothing to report.".formatted(output()));
        }
        for (Path folder : folders) {
            getLog().info("Report: " + new ReportWriter().write(folder));
        }
    }

    private List<Path> storedRuns() throws IOException {
        if (!Files.isDirectory(output())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(output())) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(StoredRun.RESULTS_FILE)))
                    .sorted()
                    .toList();
        }
    }
}
