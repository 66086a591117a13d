package org.evotrial.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of all commands that write or look up results: where their folders are. */
final class ResultsFolder {
    @Option(
            names = {"-o", "--output", "--out"},
            paramLabel = "FOLDER",
            defaultValue = "evotrial-results",
            description = "Where every trial, patient or population has its folder; default: ${DEFAULT-VALUE}.")
    private Path output;

    /** The folder of all. */
    Path path() {
        return output;
    }

    /** The folder of one of them. */
    Path of(String name) {
        return output.resolve(name);
    }
}
