package org.evotrial.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The trial files of a project.
 *
 * @param root where they are
 * @param includes patterns of trial files
 * @param excludes patterns of files that are none, for example diseases that trials refer to
 */
record TrialDirectory(Path root, List<String> includes, List<String> excludes) {
    /** The files in the order of their paths; none if the directory does not exist. */
    List<Path> files() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<PathPattern> included = includes.stream().map(PathPattern::of).toList();
        List<PathPattern> excluded = excludes.stream().map(PathPattern::of).toList();
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> matches(file, included) && !matches(file, excluded))
                    .sorted()
                    .toList();
        }
    }

    private boolean matches(Path file, List<PathPattern> patterns) {
        String relative = root.relativize(file).toString().replace(File.separatorChar, '/');
        return patterns.stream().anyMatch(p -> p.matches(relative));
    }
}
