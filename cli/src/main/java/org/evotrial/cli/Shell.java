package org.evotrial.cli;

/** Words of a command line. */
final class Shell {
    private static final String PLAIN = "[A-Za-z0-9_./:=@%+,-]+";

    private Shell() {}

    /** The word as a POSIX shell reads it: in single quotes unless it is plain. */
    static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
