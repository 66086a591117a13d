package org.evotrial.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of all commands that simulate for a while: on how many threads, and how progress is shown. */
final class Workload {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Worker threads; results do not depend on it. Default: the number of processors.")
    private @Nullable Integer threads;

    @Option(
            names = "--progress",
            paramLabel = "MODE",
            defaultValue = "auto",
            description = "auto, line (refreshed), log (a line every 30 s) or off; default: ${DEFAULT-VALUE}.")
    private StatusLine.Mode progress;

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** Where progress is shown. */
    StatusLine statusLine(PrintWriter out) {
        return StatusLine.of(progress, out);
    }
}
