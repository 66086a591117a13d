package org.evotrial.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryNamesTest {
    @Test
    void listsTheFilesOfFoldersOnTheClassPath() {
        assertThat(LibraryNames.of(LibraryNamesTest.class.getClassLoader())).containsExactly("toy-disease");
    }

    @Test
    void listsTheFilesOfJars(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("library.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry :
                    new String[] {"org/evotrial/library/", "org/evotrial/library/egfr/late.json", "other.json"}) {
                out.putNextEntry(new ZipEntry(entry));
                out.closeEntry();
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(LibraryNames.of(loader)).containsExactly("egfr/late");
        }
    }
}
