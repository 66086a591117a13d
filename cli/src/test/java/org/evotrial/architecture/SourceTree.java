package org.evotrial.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The main sources of every module below {@code root}, also of those that are not on the class path of the command.
 */
record SourceTree(Path root) {
    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile("commons?|utils?|impl|dtos?|managers?|helpers?|base|misc");
    private static final Pattern NULL_MARKED =
            Pattern.compile("(?s)/\\*\\*.*?\\*/\\s*@NullMarked\\s+package\\s", Pattern.MULTILINE);

    /** The repository, from a test that runs in one of its modules. */
    static SourceTree ofThisRepository() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return new SourceTree(folder);
            }
        }
        throw new IllegalStateException("No folder above the working directory holds .mvn.");
    }

    /** Folders with Java sources, relative to the root and in order. */
    List<Path> packages() {
        var packages = new TreeSet<Path>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(root)) {
            for (Path module : modules) {
                Path sources = module.resolve("src/main/java");
                if (Files.isDirectory(sources)) {
                    packages.addAll(packagesOf(sources));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(packages);
    }

    /** Packages without a {@code package-info.java} that describes them and marks them {@code @NullMarked}. */
    List<Path> undescribedPackages() {
        return packages().stream().filter(folder -> !describes(folder)).toList();
    }

    /** Packages and modules with a name that says nothing. */
    List<Path> vaguelyNamedPackages() {
        var vague = new ArrayList<Path>();
        for (Path folder : packages()) {
            for (Path name : folder) {
                if (FORBIDDEN_NAME.matcher(name.toString()).matches()) {
                    vague.add(folder);
                }
            }
        }
        return vague;
    }

    private List<Path> packagesOf(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> root.relativize(file.getParent()))
                    .distinct()
                    .toList();
        }
    }

    private boolean describes(Path folder) {
        Path description = root.resolve(folder).resolve("package-info.java");
        try {
            return Files.exists(description)
                    && NULL_MARKED.matcher(Files.readString(description)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
