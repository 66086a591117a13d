package org.evotrial.model.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The first place where a text is not JSON, in the words of people who write JSON by hand.
 *
 * @param position where
 * @param expected what JSON has there
 * @param found what is there
 * @param suggestion what to do
 */
record SyntaxProblem(
        TextPosition position,
        String expected,
        String found,
        @Nullable String suggestion) {
    private static final int LONGEST_EXCERPT = 20;

    static SyntaxProblem of(String text, JacksonException cause) {
        int offset = cause.getLocation() == null
                ? 0
                : (int) Math.max(0, cause.getLocation().getCharOffset());
        if (offset >= text.length()) {
            return at(text, text.length(), "a closing bracket or quote", "the end of the file", null);
        }
        int before = lastNonBlank(text, offset);
        char here = text.charAt(offset);
        if (before >= 0 && text.charAt(before) == ',' && (here == '}' || here == ']')) {
            return at(
                    text,
                    before,
                    "another entry after the comma",
                    "\"%s\"".formatted(here),
                    "remove the trailing comma");
        }
        return at(text, offset, expected(cause), excerpt(text, offset), hint(here));
    }

    void addTo(ProblemLog log, Source source) {
        log.add(ProblemCode.NOT_JSON, position.place(source), expected, found, suggestion);
    }

    private static SyntaxProblem at(
            String text, int offset, String expected, String found, @Nullable String suggestion) {
        return new SyntaxProblem(TextPosition.atEndOf(text.substring(0, offset)), expected, found, suggestion);
    }

    private static int lastNonBlank(String text, int end) {
        int index = end - 1;
        while (index >= 0 && Character.isWhitespace(text.charAt(index))) {
            index--;
        }
        return index;
    }

    // Jackson reports all of these by one exception class, so that only its message tells them apart.
    private static String expected(JacksonException cause) {
        String message = String.valueOf(cause.getOriginalMessage());
        if (message.contains("colon to separate")) {
            return "a colon after the property name";
        }
        if (message.contains("was expecting comma")) {
            return "a comma or a closing bracket";
        }
        if (message.contains("to start property name")) {
            return "a property name in double quotes";
        }
        if (message.contains("close marker")) {
            return "the bracket that closes what was opened last";
        }
        if (message.contains("CTRL-CHAR")) {
            return "a closing quote before the end of the line";
        }
        return message.contains("escape") ? "one of the escapes of JSON" : "a JSON value";
    }

    private static String excerpt(String text, int offset) {
        int end = offset;
        while (end < text.length() && end < offset + LONGEST_EXCERPT && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end == offset ? "white space" : text.substring(offset, end);
    }

    private static @Nullable String hint(char here) {
        return switch (here) {
            case '\'' -> "use double quotes";
            case '/', '#' -> "JSON has no comments; use the property \"remarks\"";
            case '<' -> "this looks like HTML or XML";
            default -> null;
        };
    }
}
