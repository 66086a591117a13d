package org.evotrial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evotrial.model.result.StoredRun;

/** Finds the folders of stored runs that a user means. */
final class StoredFolders {
    private StoredFolders() {}

    /**
     * For each location its runs: a folder with a stored run means itself, a result file means its folder, any other
     * folder means the stored runs right below it, in the order of their names.
     *
     * @param ifNone exit code if a location holds no stored run
     * @throws CommandException if a location holds no stored run
     */
    static List<Path> find(List<Path> locations, ExitCode ifNone) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path location : locations) {
            List<Path> found = find(location);
            if (found.isEmpty()) {
                throw new CommandException(
                        ifNone,
                        "There is no %s in %s or right below it; 'evotrial run' writes one."
                                .formatted(StoredRun.RESULTS_FILE, location));
            }
            folders.addAll(found);
        }
        return folders;
    }

    private static List<Path> find(Path location) throws IOException {
        if (isResultFile(location)) {
            return List.of(location.toAbsolutePath().getParent());
        }
        if (isStoredRun(location)) {
            return List.of(location);
        }
        if (!Files.isDirectory(location)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(location)) {
            return children.filter(StoredFolders::isStoredRun).sorted().toList();
        }
    }

    private static boolean isResultFile(Path location) {
        return location.endsWith(StoredRun.RESULTS_FILE) && Files.isRegularFile(location);
    }

    private static boolean isStoredRun(Path folder) {
        return Files.isRegularFile(folder.resolve(StoredRun.RESULTS_FILE));
    }
}
