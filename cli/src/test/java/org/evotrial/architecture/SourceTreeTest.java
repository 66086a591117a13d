package org.evotrial.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
    private final SourceTree ours = SourceTree.ofThisRepository();

    @TempDir
    private Path folder;

    @Test
    void everyPackageSaysWhatLivesInItAndIsNullMarked() {
        assertThat(ours.undescribedPackages()).isEmpty();
    }

    @Test
    void noPackageHasANameThatSaysNothing() {
        assertThat(ours.vaguelyNamedPackages()).isEmpty();
    }

    @Test
    void findsAPackageThatIsNotDescribed() throws IOException {
        write("engine/src/main/java/org/evotrial/engine/Engine.java", "package org.evotrial.engine;");
        assertThat(new SourceTree(folder).undescribedPackages())
                .containsExactly(Path.of("engine/src/main/java/org/evotrial/engine"));
    }

    @Test
    void findsAPackageWhoseDescriptionIsNotNullMarked() throws IOException {
        write(
                "engine/src/main/java/org/evotrial/engine/package-info.java",
                "/** About @NullMarked packages. */\npackage org.evotrial.engine;");
        assertThat(new SourceTree(folder).undescribedPackages()).hasSize(1);
    }

    @Test
    void acceptsAPackageThatIsDescribed() throws IOException {
        write(
                "engine/src/main/java/org/evotrial/engine/package-info.java",
                "/** Trials. */\n@NullMarked\npackage org.evotrial.engine;\n\nimport org.jspecify.annotations.NullMarked;");
        assertThat(new SourceTree(folder).packages()).hasSize(1);
        assertThat(new SourceTree(folder).undescribedPackages()).isEmpty();
    }

    @Test
    void findsANameThatSaysNothing() throws IOException {
        write("engine/src/main/java/org/evotrial/engine/util/Engine.java", "package org.evotrial.engine.util;");
        write("common/src/main/java/org/evotrial/Shared.java", "package org.evotrial;");
        assertThat(new SourceTree(folder).vaguelyNamedPackages())
                .containsExactly(
                        Path.of("common/src/main/java/org/evotrial"),
                        Path.of("engine/src/main/java/org/evotrial/engine/util"));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
