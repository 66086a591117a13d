package org.evotrial.model.json;

import java.net.URL;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Reads the files of one trial: the trial file, library files of the class path and files beside the trial file. */
public final class Libraries {
    private static final String PREFIX = "library:";

    private final ClassLoader classLoader;
    private final ProblemLog log;
    private final JsonBytes bytes;
    private final Map<Source, LocatedTree> trees = new HashMap<>();

    /**
     * @param classLoader has the resources {@code org/evotrial/library/*.json}
     * @param log receives the problems of files
     */
    public Libraries(ClassLoader classLoader, ProblemLog log) {
        this.classLoader = classLoader;
        this.log = log;
        this.bytes = new JsonBytes(log);
    }

    /** Reads the trial file itself; null after a problem. */
    public @Nullable LocatedTree read(Path file) {
        Source source = new Source(file.toString(), file);
        String text = bytes.ofFile(file, source, new Place(source, "", 0, 0));
        return text == null ? null : TreeReader.read(text, source, log);
    }

    /** Reads a trial that lies in no file; null after a problem. */
    public @Nullable LocatedTree read(String name, String text) {
        return TreeReader.read(text, new Source(name, null), log);
    }

    /** Names of the library files that a class loader has; empty if it does not say so. */
    public static SortedSet<String> names(ClassLoader classLoader) {
        return LibraryNames.of(classLoader);
    }

    /** A source by which two references to one file are equal. */
    static Source normalised(Source source) {
        Path path = source.path();
        return path == null ? source : new Source(path.normalize().toString(), path.normalize());
    }

    /** What a reference names, without reading it; null (after a problem) if it cannot name anything. */
    @Nullable
    Source source(String reference, Place place) {
        if (reference.startsWith(PREFIX)) {
            return new Source(reference, null);
        }
        Path from = place.source().path();
        try {
            if (from != null) {
                Path file = from.resolveSibling(reference);
                return normalised(new Source(file.toString(), file));
            }
            Path alone = Path.of(reference);
            if (alone.isAbsolute()) {
                return new Source(reference, alone);
            }
        } catch (InvalidPathException notAPath) {
            // Falls through: the reference names nothing.
        }
        log.add(
                ProblemCode.UNKNOWN_LIBRARY,
                place,
                "\"library:\" and a name, or a path that exists",
                Wording.of(reference));
        return null;
    }

    /** Reads what a reference names; null after a problem, which is reported at {@code place} if there is no such file. */
    @Nullable
    LocatedTree read(Source source, String reference, Place place) {
        LocatedTree known = trees.get(source);
        if (known != null) {
            return known;
        }
        String text = source.path() == null
                ? resource(source, reference, place)
                : sibling(source.path(), source, reference, place);
        LocatedTree tree = text == null ? null : TreeReader.read(text, source, log);
        if (tree != null) {
            trees.put(source, tree);
        }
        return tree;
    }

    private @Nullable String resource(Source source, String reference, Place place) {
        URL resource = shipped(reference.substring(PREFIX.length()));
        if (resource == null) {
            SortedSet<String> names = LibraryNames.of(classLoader);
            String nearest = NearestName.of(reference.substring(PREFIX.length()), names);
            log.add(
                    ProblemCode.UNKNOWN_LIBRARY,
                    place,
                    names.isEmpty() ? "a library file" : "a library file (%s)".formatted(Wording.oneOf(names)),
                    Wording.of(reference),
                    nearest == null ? null : "did you mean \"%s%s\"?".formatted(PREFIX, nearest));
            return null;
        }
        return bytes.ofResource(resource, source, place);
    }

    private @Nullable String sibling(Path file, Source source, String reference, Place place) {
        if (!file.toFile().isFile()) {
            log.add(
                    ProblemCode.UNKNOWN_LIBRARY,
                    place,
                    "a file that exists, relative to this one",
                    Wording.of(reference),
                    shipped(reference) == null ? null : "did you mean \"%s%s\"?".formatted(PREFIX, reference));
            return null;
        }
        return bytes.ofFile(file, source, place);
    }

    private @Nullable URL shipped(String name) {
        boolean plain = name.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
        return plain ? classLoader.getResource(LibraryNames.FOLDER + name + ".json") : null;
    }
}
