package org.evotrial.engine.text;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** An {@code evotrial} command as text, which a POSIX shell takes apart into the same words again. */
public final class ShellCommand {
    private static final String PLAIN = "[A-Za-z0-9_./:=@%+,-]+";

    private final StringJoiner words = new StringJoiner(" ").add("evotrial");

    /** @param words the words after {@code evotrial} */
    public ShellCommand(Object... words) {
        for (Object word : words) {
            add(word);
        }
    }

    /** Adds an option and its value, or nothing if the value is null. */
    public ShellCommand option(String name, @Nullable Object value) {
        if (value != null) {
            add(name);
            add(value);
        }
        return this;
    }

    /** Adds an option once for each of its values. */
    public ShellCommand options(String name, Iterable<?> values) {
        values.forEach(value -> option(name, value));
        return this;
    }

    private void add(Object word) {
        words.add(quoted(word.toString()));
    }

    private static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
