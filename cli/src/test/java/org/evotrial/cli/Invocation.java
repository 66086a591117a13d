package org.evotrial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * What a call of the command, in this process, left behind.
 *
 * @param exitCode its exit code
 * @param out what it printed
 * @param err what it said about errors and progress
 */
record Invocation(int exitCode, String out, String err) {
    static Invocation of(Object... arguments) {
        String[] args = new String[arguments.length];
        for (int i = 0; i < args.length; i++) {
            args[i] = arguments[i].toString();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                EvotrialCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = commandLine.execute(args);
        return new Invocation(exitCode, out.toString(), err.toString());
    }

    /** Copies the small trial into a folder, so that a test may change it. */
    static Path smallTrial(Path folder) throws IOException {
        try (InputStream in = Invocation.class.getResourceAsStream("small.json")) {
            Path file = folder.resolve("small.json");
            Files.copy(in, file);
            return file;
        }
    }

    /** Replaces a text that must occur exactly once. */
    static void replace(Path file, String old, String replacement) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        if (text.split(Pattern.quote(old), -1).length != 2) {
            throw new IllegalArgumentException("%s must hold \"%s\" exactly once.".formatted(file, old));
        }
        Files.writeString(file, text.replace(old, replacement), StandardCharsets.UTF_8);
    }
}
