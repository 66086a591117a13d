package org.evotrial.statistics.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where reference files lie. */
@FunctionalInterface
interface ReferenceSource {
    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if there is no such file or it is no table
     */
    ReferenceTable read(String file);

    /** Files that ship in the module of a check, as resources of {@code org/evotrial/reference}. */
    static ReferenceSource besides(ReferenceCheck check) {
        Class<?> owner = check.getClass();
        return new ReferenceSource() {
            @Override
            public ReferenceTable read(String file) {
                try (InputStream stream = owner.getResourceAsStream("/org/evotrial/reference/" + file)) {
                    if (stream == null) {
                        throw absent(file);
                    }
                    return ReferenceTable.read(file, new InputStreamReader(stream, StandardCharsets.UTF_8), this);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Files of a folder. */
    static ReferenceSource folder(Path folder) {
        return new ReferenceSource() {
            @Override
            public ReferenceTable read(String file) {
                Path path = folder.resolve(file);
                if (!Files.isRegularFile(path)) {
                    throw absent(file);
                }
                try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                    return ReferenceTable.read(file, reader, this);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** No files at all. */
    static ReferenceSource none() {
        return file -> {
            throw absent(file);
        };
    }

    private static IllegalArgumentException absent(String file) {
        return new IllegalArgumentException(String.format("There must be a file %s beside this one.", file));
    }
}
