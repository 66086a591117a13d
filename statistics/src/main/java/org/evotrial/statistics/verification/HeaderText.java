package org.evotrial.statistics.verification;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the arguments of a call that the comment lines of a reference file name. */
final class HeaderText {
    private HeaderText() {}

    /** All comment lines in one. */
    static String of(ReferenceTable table) {
        return String.join("\n", table.header());
    }

    /**
     * The number after {@code name=}, or a default where the header does not name it.
     *
     * @throws IllegalArgumentException if what follows is no number
     */
    static double number(String header, String name, double otherwise) {
        Matcher matcher = Pattern.compile("\\b" + Pattern.quote(name) + "\\s*=\\s*([^,;)\\s]+)")
                .matcher(header);
        if (!matcher.find()) {
            return otherwise;
        }
        try {
            return Double.parseDouble(matcher.group(1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    String.format("The %s (%s) of the header must be a number.", name, matcher.group(1)), e);
        }
    }

    /** The word in single quotes after {@code name=}, or a default where the header does not name it. */
    static String word(String header, String name, String otherwise) {
        Matcher matcher = Pattern.compile("\\b" + Pattern.quote(name) + "\\s*=\\s*'([^']*)'")
                .matcher(header);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    /** Numbers separated by commas or slashes. */
    static int[] integers(String text) {
        return Pattern.compile("[,/]")
                .splitAsStream(text.strip())
                .mapToInt(word -> Integer.parseInt(word.strip()))
                .toArray();
    }
}
