package org.evotrial.engine.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Version and commit that evotrial was built from.
 *
 * @param version version of evotrial
 * @param commit commit, with {@code -dirty} if the sources were changed; null if unknown
 */
public record BuildInformation(String version, @Nullable String commit) {
    /** Reads what the build has written into the jar. */
    public static BuildInformation read() {
        Properties properties = new Properties();
        try (InputStream in = BuildInformation.class.getResourceAsStream("build.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty("git.build.version", "unknown");
        String commit = properties.getProperty("git.commit.id.full");
        boolean dirty = Boolean.parseBoolean(properties.getProperty("git.dirty"));
        return new BuildInformation(
                version, commit == null || commit.isEmpty() ? null : commit + (dirty ? "-dirty" : ""));
    }
}
