package org.evotrial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evotrial.model.result.StoredRun;
import org.evotrial.report.ReportWriter;

/** Finds the folders of stored results that a user means. */
final class StoredFolders {
    private final List<String> files;
    private final ExitCode ifNone;

    /**
     * @param files names of the files that make a folder one of those that are meant
     * @param ifNone exit code if a location holds no such folder
     */
    private StoredFolders(List<String> files, ExitCode ifNone) {
        this.files = files;
        this.ifNone = ifNone;
    }

    /** Folders of runs; where there is none, nothing was measured. */
    static StoredFolders ofRuns() {
        return new StoredFolders(List.of(StoredRun.RESULTS_FILE), ExitCode.VIOLATED);
    }

    /** Folders of all results that have a report. */
    static StoredFolders ofResults() {
        return new StoredFolders(ReportWriter.files(), ExitCode.CONFIGURATION);
    }

    /**
     * For each location its folders: a folder with a stored result means itself, the file of a result means its folder,
     * any other folder means those right below it that hold a result, in the order of their names.
     *
     * @throws CommandException if a location holds no stored result
     */
    List<Path> find(List<Path> locations) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path location : locations) {
            List<Path> found = find(location);
            if (found.isEmpty()) {
                throw new CommandException(
                        ifNone,
                        "There is no stored result (%s) in %s or right below it."
                                .formatted(String.join(", ", files), location));
            }
            folders.addAll(found);
        }
        return folders;
    }

    private List<Path> find(Path location) throws IOException {
        if (isResultFile(location)) {
            return List.of(location.toAbsolutePath().getParent());
        }
        if (holdsResult(location)) {
            return List.of(location);
        }
        if (!Files.isDirectory(location)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(location)) {
            return children.filter(this::holdsResult).sorted().toList();
        }
    }

    private boolean isResultFile(Path location) {
        return files.stream().anyMatch(location::endsWith) && Files.isRegularFile(location);
    }

    private boolean holdsResult(Path folder) {
        return files.stream().anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
    }
}
