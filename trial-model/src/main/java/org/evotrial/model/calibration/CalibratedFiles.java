package org.evotrial.model.calibration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.evotrial.model.json.Place;
import org.evotrial.model.json.Places;
import org.evotrial.model.json.Pointers;
import org.evotrial.model.json.Source;
import tools.jackson.databind.json.JsonMapper;

/** Writes numbers and remarks into the texts of the files that they come from. */
final class CalibratedFiles {
    private static final String LIBRARY = "library:";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int DIGITS = 15;

    private final ClassLoader libraries;
    private final Places places;
    private final Set<String> records;
    private final String remark;
    private final JsonMapper mapper = new JsonMapper();
    private final Map<Source, JsonText> texts = new LinkedHashMap<>();
    private final Map<String, List<String>> additions = new LinkedHashMap<>();
    private final Map<String, List<String>> remarks = new LinkedHashMap<>();

    CalibratedFiles(ClassLoader libraries, Places places, Set<String> records, String remark) {
        this.libraries = libraries;
        this.places = places;
        this.records = records;
        this.remark = remark;
    }

    /** Whether a value is written in a file itself, and not only within something that is. */
    static boolean isWritten(Places places, String pointer) {
        Place own = places.ofValue(pointer);
        Place around = places.ofValue(Pointers.parent(pointer));
        return own.line() > 0 && !own.equals(around);
    }

    /** Sets a number and adds a remark to the record that holds it. */
    void set(String pointer, double value) {
        String number = number(value);
        if (isWritten(places, pointer)) {
            JsonText text = text(places.ofValue(pointer).source());
            text.replace(text.value(places.ofValue(pointer)), number);
        } else {
            List<String> names = Pointers.names(pointer);
            additions
                    .computeIfAbsent(Pointers.parent(pointer), p -> new ArrayList<>())
                    .add("%s: %s".formatted(quoted(names.get(names.size() - 1)), number));
        }
        String record = Pointers.parent(pointer);
        while (!records.contains(record)) {
            record = Pointers.parent(record);
        }
        String name = pointer.substring(record.length() + 1);
        remarks.computeIfAbsent(record, p -> new ArrayList<>()).add(name);
    }

    /** The files. */
    List<CalibratedFile> written() {
        remarks.forEach(this::remark);
        additions.forEach((object, properties) -> {
            JsonText text = text(places.ofValue(object).source());
            text.append(text.value(places.ofValue(object)), properties);
        });
        Map<String, CalibratedFile> files = new LinkedHashMap<>();
        texts.forEach((source, text) -> {
            String name = name(source);
            while (files.containsKey(name)) {
                name = "other-" + name;
            }
            files.put(name, new CalibratedFile(name, text.toString()));
        });
        return List.copyOf(files.values());
    }

    private void remark(String record, List<String> names) {
        JsonText text = text(places.ofValue(record).source());
        String pointer = Pointers.child(record, "remarks");
        List<String> kept = new ArrayList<>();
        if (isWritten(places, pointer)) {
            JsonText.Span list = text.value(places.ofValue(pointer));
            for (JsonText.Span element : text.elements(list)) {
                String old = mapper.readValue(text.of(element), String.class);
                if (names.stream().noneMatch(name -> old.startsWith(name + ": " + firstWords()))) {
                    kept.add(text.of(element));
                }
            }
            names.forEach(name -> kept.add(quoted(name + ": " + remark)));
            text.replace(list, list(kept, text.indentation(list.from())));
        } else {
            names.forEach(name -> kept.add(quoted(name + ": " + remark)));
            additions
                    .computeIfAbsent(record, p -> new ArrayList<>())
                    .add("\"remarks\": [%s]".formatted(String.join(", ", kept)));
        }
    }

    /** What a remark of an earlier calibration begins with, so that it is replaced. */
    private String firstWords() {
        int end = remark.indexOf(" to ");
        return end < 0 ? remark : remark.substring(0, end);
    }

    private static String list(List<String> elements, String indentation) {
        String gap = "\n" + indentation + "  ";
        return "[" + gap + String.join("," + gap, elements) + "\n" + indentation + "]";
    }

    private String quoted(String text) {
        return mapper.writeValueAsString(text);
    }

    /** As people write numbers: plain decimals, or powers of ten for what is very small or large. */
    private static String number(double value) {
        BigDecimal exact = new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        double magnitude = Math.abs(value);
        boolean plain = value == 0 || (magnitude >= 1e-3 && magnitude < 1e7);
        String text = plain ? exact.toPlainString() : exact.toString();
        return text.toLowerCase(Locale.ROOT).replace("e+", "e");
    }

    private JsonText text(Source source) {
        return texts.computeIfAbsent(source, s -> new JsonText(read(s)));
    }

    private String read(Source source) {
        Path path = source.path();
        try {
            if (path != null) {
                String text = Files.readString(path);
                return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            }
            String resource = "org/evotrial/library/" + source.name().substring(LIBRARY.length()) + ".json";
            try (InputStream stream = libraries.getResourceAsStream(resource)) {
                if (stream == null) {
                    throw new IOException("There is no library file %s.".formatted(source.name()));
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Source source) {
        Path path = source.path();
        if (path != null) {
            return String.valueOf(path.getFileName());
        }
        String name = source.name().substring(LIBRARY.length());
        return name.substring(name.lastIndexOf('/') + 1) + ".json";
    }
}
