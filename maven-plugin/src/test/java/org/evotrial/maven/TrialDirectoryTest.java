package org.evotrial.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialDirectoryTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({
        "**/*.json, a.json, true",
        "**/*.json, x/y/a.json, true",
        "**/*.json, a.jsonc, false",
        "*.json, x/a.json, false",
        "*/trial.json, apple/trial.json, true",
        "*/trial.json, apple/old/trial.json, false",
        "**/library/**, library/drug.json, true",
        "**/library/**, x/library/y/drug.json, true",
        "**/library/**, x/library.json, false",
        "library/, library/drug.json, true",
        "a?c.json, abc.json, true",
        "a?c.json, a/c.json, false",
        "a.c.json, abc.json, false"
    })
    void patternsMeanWhatMavenUsersExpect(String pattern, String path, boolean matches) {
        assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void filesAreFoundInTheOrderOfTheirPaths() throws IOException {
        for (String file : List.of("b/trial.json", "a.json", "library/drug.json", "notes.txt")) {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.createFile(path);
        }

        List<Path> files = new TrialDirectory(root, List.of("**/*.json"), List.of("**/library/**")).files();

        assertThat(files).containsExactly(root.resolve("a.json"), root.resolve("b/trial.json"));
    }

    @Test
    void aMissingDirectoryHasNoFiles() throws IOException {
        assertThat(new TrialDirectory(root.resolve("none"), List.of("**/*.json"), List.of()).files())
                .isEmpty();
    }
}
