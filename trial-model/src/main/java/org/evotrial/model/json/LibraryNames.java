package org.evotrial.model.json;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Which library files a class loader has, for suggestions; a class loader that does not say so has none. */
final class LibraryNames {
    static final String FOLDER = "org/evotrial/library/";
    private static final String SUFFIX = ".json";

    private LibraryNames() {}

    static SortedSet<String> of(ClassLoader classLoader) {
        SortedSet<String> names = new TreeSet<>();
        try {
            for (URL folder : Collections.list(classLoader.getResources(FOLDER))) {
                switch (folder.getProtocol()) {
                    case "jar" -> names.addAll(inJar(folder));
                    case "file" -> names.addAll(inFolder(folder.toURI()));
                    default -> {
                        // Other class loaders do not list their resources.
                    }
                }
            }
        } catch (IOException | URISyntaxException unlistable) {
            return names;
        }
        return names;
    }

    private static SortedSet<String> inFolder(URI folder) throws IOException {
        Path root = Path.of(folder);
        try (Stream<Path> files = Files.walk(root)) {
            return names(files.map(file -> root.relativize(file).toString().replace('\\', '/')));
        }
    }

    private static SortedSet<String> inJar(URL folder) throws IOException {
        JarURLConnection connection = (JarURLConnection) folder.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            return names(jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER))
                    .map(name -> name.substring(FOLDER.length())));
        }
    }

    private static SortedSet<String> names(Stream<String> files) {
        SortedSet<String> names = new TreeSet<>();
        files.filter(name -> name.endsWith(SUFFIX))
                .forEach(name -> names.add(name.substring(0, name.length() - SUFFIX.length())));
        return names;
    }
}
