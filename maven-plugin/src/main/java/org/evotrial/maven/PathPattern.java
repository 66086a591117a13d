package org.evotrial.maven;

import java.util.regex.Pattern;

/**
 * A pattern for relative paths as Maven users know it: {@code *} and {@code ?} within one name, {@code **} across
 * folders.
 */
final class PathPattern {
    private final Pattern pattern;

    private PathPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static PathPattern of(String text) {
        String folder = text.endsWith("/") ? text + "**" : text;
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < folder.length()) {
            if (folder.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 3;
            } else if (folder.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else {
                regex.append(single(folder.charAt(i)));
                i++;
            }
        }
        return new PathPattern(Pattern.compile(regex.toString()));
    }

    /** True for a path, relative to the searched folder and with {@code /} between names, that the pattern describes. */
    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    private static String single(char c) {
        return switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(c));
        };
    }
}
