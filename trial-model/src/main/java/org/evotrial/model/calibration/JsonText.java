package org.evotrial.model.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evotrial.model.json.Place;

/** JSON text in which single values are replaced while everything else stays as it was written. */
final class JsonText {
    private final String text;
    private final List<Edit> edits = new ArrayList<>();

    /** The text, known to be JSON. */
    JsonText(String text) {
        this.text = text;
    }

    /** A part of the text, its end exclusive. */
    record Span(int from, int to) {}

    private record Edit(Span span, String replacement) {}

    /** The value that begins at a place. */
    Span value(Place place) {
        int from = offset(place.line(), place.column());
        return new Span(from, end(from));
    }

    /** The text of a part. */
    String of(Span span) {
        return text.substring(span.from(), span.to());
    }

    /** Replaces a part; parts that are replaced must not overlap. */
    void replace(Span span, String replacement) {
        edits.add(new Edit(span, replacement));
    }

    /** Adds properties at the end of an object. */
    void append(Span object, List<String> properties) {
        int last = object.to() - 2;
        while (Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        boolean lines = of(object).indexOf('\n') >= 0;
        String gap = lines ? "\n" + indentation(object.from()) + "  " : " ";
        StringBuilder added = new StringBuilder();
        for (String property : properties) {
            added.append(last == object.from() && added.isEmpty() ? "" : ",")
                    .append(gap)
                    .append(property);
        }
        replace(new Span(last + 1, last + 1), added.toString());
    }

    /** The elements of a list. */
    List<Span> elements(Span list) {
        List<Span> elements = new ArrayList<>();
        int at = skip(list.from() + 1);
        while (text.charAt(at) != ']') {
            int end = end(at);
            elements.add(new Span(at, end));
            at = skip(end);
        }
        return elements;
    }

    /** White space at the beginning of the line of an offset. */
    String indentation(int offset) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    /** The text with all replacements made. */
    @Override
    public String toString() {
        StringBuilder result = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparingInt((Edit e) -> e.span().from()).reversed())
                .forEach(e -> result.replace(e.span().from(), e.span().to(), e.replacement()));
        return result.toString();
    }

    private int offset(int line, int column) {
        int start = 0;
        for (int at = 1; at < line; at++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + column - 1;
    }

    private int skip(int from) {
        int at = from;
        while (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',') {
            at++;
        }
        return at;
    }

    private int end(int from) {
        char first = text.charAt(from);
        if (first == '"') {
            return endOfString(from);
        }
        int at = from + 1;
        if (first != '{' && first != '[') {
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return at;
        }
        int depth = 1;
        while (depth > 0) {
            char c = text.charAt(at);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            at = c == '"' ? endOfString(at) : at + 1;
        }
        return at;
    }

    private int endOfString(int from) {
        int at = from + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
