package org.evotrial.statistics.verification;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds package and version in the comment lines of a reference file. */
final class Provenance {
    private static final String NAME_AND_VERSION = "[A-Za-z][\\w.]* \\d[\\w.]*";
    private static final Pattern PACKAGES =
            Pattern.compile("packages? (" + NAME_AND_VERSION + "(?:, " + NAME_AND_VERSION + ")*)");
    private static final Pattern LANGUAGE = Pattern.compile("R version (\\d[\\w.]*)");

    private Provenance() {}

    static String of(List<String> header) {
        String text = String.join("\n", header);
        Matcher packages = PACKAGES.matcher(text);
        if (packages.find()) {
            return packages.group(1);
        }
        Matcher language = LANGUAGE.matcher(text);
        if (language.find()) {
            return "R " + language.group(1);
        }
        return header.isEmpty() ? "unknown" : header.get(0);
    }
}
