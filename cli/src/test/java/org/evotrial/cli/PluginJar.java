package org.evotrial.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** The jar of a third party whose plugin is {@link FaultyPlugin}. */
final class PluginJar {
    private PluginJar() {}

    static Path in(Path folder) throws IOException {
        Path jar = folder.resolve("faulty.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new ZipEntry("META-INF/services/org.evotrial.spi.Plugin"));
            entries.write(FaultyPlugin.class.getName().getBytes(StandardCharsets.UTF_8));
            entries.closeEntry();
        }
        return jar;
    }

    /** Gives the experimental arm of the small trial a policy that breaks at progressions after a day. */
    static void breakAfterDay(Path trial, int day) throws IOException {
        Invocation.replace(
                trial,
                "\"experimental\", \"policy\": { \"type\": \"fixed\", \"regimen\": \"new\" }",
                "\"experimental\", \"policy\": { \"type\": \"faulty\", \"regimen\": \"new\", \"afterDay\": %d }"
                        .formatted(day));
    }
}
