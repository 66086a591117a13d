package org.evotrial.patient.tumour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The numbers of the library's files with what the remarks say of them. A remark belongs to the numbers of its object and to
 * those of inner objects without remarks. Its sentences that begin with names of properties and a colon speak of these only; the
 * others speak of all numbers that no sentence names.
 */
final class LibraryNumbers {
    /** Folder of the library's files. */
    static final Path FOLDER = Path.of("src/main/resources/org/evotrial/library");

    private static final String NAMES = "[a-z][A-Za-z0-9]*(?:(?:, | and )[a-z][A-Za-z0-9]*)*:";
    private static final Pattern NAMED = Pattern.compile("^(" + NAMES + ") .*");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.) (?=\"?[A-Z]|" + NAMES + ")");
    private static final Pattern SOURCE =
            Pattern.compile("doi:|\\b(?:19|20)\\d\\d\\b|project's specification|Zhang et al\\.");

    /** Where a number comes from. */
    enum Mark {
        CALIBRATED,
        ASSUMED,
        SOURCE,
        RECALLED,
        NUMERICAL,
        MISSING;

        String label() {
            return switch (this) {
                case CALIBRATED -> "calibrated";
                case ASSUMED -> "assumed";
                case SOURCE -> "source";
                case RECALLED -> "recalled";
                case NUMERICAL -> "numerical";
                case MISSING -> "?";
            };
        }
    }

    /**
     * A number of a file.
     *
     * @param pointer its JSON Pointer
     * @param value as written in the file, shortest form
     * @param mark where it comes from
     * @param remarks the sentences that speak of it
     */
    record Number(String pointer, String value, Mark mark, String remarks) {}

    private LibraryNumbers() {}

    /** Names of the library's files, sorted. */
    static List<String> files() {
        return names(FOLDER);
    }

    /** Names of the files with the usual care of a disease, sorted. */
    static List<String> diseases() {
        return names(FOLDER.resolveSibling("care"));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A library file. */
    static JsonNode tree(String name) {
        return read(FOLDER.resolve(name + ".json"));
    }

    /** The usual care of a disease. */
    static JsonNode care(String disease) {
        return read(FOLDER.resolveSibling("care").resolve(disease + ".json"));
    }

    private static JsonNode read(Path file) {
        try {
            return new JsonMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of a file in its order. */
    static List<Number> of(JsonNode file) {
        List<Number> numbers = new ArrayList<>();
        collect("", file, "", List.of(), numbers);
        return numbers;
    }

    private static void collect(
            String pointer, JsonNode node, String remarked, List<String> sentences, List<Number> numbers) {
        if (node.isNumber()) {
            String[] names = pointer.substring(remarked.length() + 1).split("/");
            List<String> said = about(List.of(names), sentences);
            numbers.add(new Number(pointer, shortest(node.doubleValue()), mark(said), String.join(" ", said)));
            return;
        }
        boolean own = node.isObject() && node.has("remarks");
        String from = own ? pointer : remarked;
        List<String> heard = own ? sentences(node.get("remarks")) : sentences;
        node.properties().forEach(e -> collect(pointer + "/" + e.getKey(), e.getValue(), from, heard, numbers));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(pointer + "/" + i, node.get(i), from, heard, numbers);
        }
    }

    private static List<String> sentences(JsonNode remarks) {
        List<String> sentences = new ArrayList<>();
        for (JsonNode remark : remarks) {
            sentences.addAll(List.of(SENTENCE_END.split(remark.asString())));
        }
        sentences.removeIf(s -> s.startsWith("Numbers are marked"));
        return sentences;
    }

    /** The sentences that name the number; if there is none, those that name no property. */
    private static List<String> about(List<String> names, List<String> sentences) {
        List<String> naming = new ArrayList<>();
        List<String> general = new ArrayList<>();
        for (String sentence : sentences) {
            var named = NAMED.matcher(sentence);
            if (!named.matches()) {
                general.add(sentence);
            } else if (Stream.of(named.group(1).split(", | and |:")).anyMatch(names::contains)) {
                naming.add(sentence);
            }
        }
        return naming.isEmpty() ? general : naming;
    }

    private static Mark mark(List<String> sentences) {
        String said = String.join(" ", sentences).replace("not calibrated", "");
        if (Pattern.compile("(?i)numerical").matcher(said).find()) {
            return Mark.NUMERICAL;
        }
        if (Pattern.compile("(?i)calibrated").matcher(said).find()) {
            return Mark.CALIBRATED;
        }
        if (Pattern.compile("(?i)assumed").matcher(said).find()) {
            return Mark.ASSUMED;
        }
        if (!SOURCE.matcher(said).find()) {
            return Mark.MISSING;
        }
        return said.contains("from memory") ? Mark.RECALLED : Mark.SOURCE;
    }

    private static String shortest(double value) {
        String text = value >= 1e4 && value == Math.rint(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toString()
                : Double.toString(value);
        return text.replaceFirst("\\.0(?=E|$)", "").replace("E+", "e").replace("E", "e");
    }
}
