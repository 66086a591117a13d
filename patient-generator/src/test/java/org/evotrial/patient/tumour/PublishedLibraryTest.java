package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The published table of the library is that of its files. After a change of a file: {@code mvn -pl patient-generator -am test
 * -Dtest=PublishedLibraryTest -Dsurefire.failIfNoSpecifiedTests=false -Devotrial.update=true} writes it and fails once.
 */
class PublishedLibraryTest {
    private static final Path PUBLISHED = Path.of("../docs/patients/library.md");

    @Test
    void thePublishedTableIsThatOfTheFiles() throws IOException {
        String table = LibraryTable.markdown();
        String published = Files.exists(PUBLISHED) ? Files.readString(PUBLISHED) : "";
        if (Boolean.getBoolean("evotrial.update") && !published.equals(table)) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, table);
            throw new AssertionError("%s was written; read the difference and run again.".formatted(PUBLISHED));
        }
        assertThat(published).as("update with -Devotrial.update=true").isEqualTo(table);
    }
}
