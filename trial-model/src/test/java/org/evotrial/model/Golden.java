package org.evotrial.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what a test is expected to produce. With {@code -Devotrial.update=true} a file that differs is
 * written, and the test fails once, so that the difference is read before it is accepted.
 */
public final class Golden {
    private Golden() {}

    /** Fails if the text differs from the file. */
    public static void assertMatches(Path file, String text) throws IOException {
        String expected = Files.exists(file) ? Files.readString(file) : "";
        if (Boolean.getBoolean("evotrial.update") && !expected.equals(text)) {
            Files.writeString(file, text);
            throw new AssertionError("%s was written; read the difference and run again.".formatted(file));
        }
        assertThat(text).as("%s (update with -Devotrial.update=true)", file).isEqualTo(expected);
    }
}
