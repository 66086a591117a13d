package org.evotrial.model.json;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where JSON text came from.
 *
 * @param name as users are told
 * @param path the file; null for a resource or the command line
 */
public record Source(String name, @Nullable Path path) {}
