package org.evotrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.evotrial.engine.Progress;
import org.evotrial.engine.text.ProgressReport;

/** Where sentences about progress go: to one line that is refreshed on a terminal, to a log, or nowhere. */
final class StatusLine implements AutoCloseable {
    /** How progress is shown. */
    enum Mode {
        /** A line on a terminal, otherwise a log. */
        AUTO,
        /** One line that is refreshed. */
        LINE,
        /** A line every 30 s. */
        LOG,
        /** Nothing. */
        OFF
    }

    private static final double LINE_SECONDS = 0.2;
    private static final double LOG_SECONDS = 30;
    private static final int DEFAULT_COLUMNS = 100;
    private static final String ERASE = "\r\u001b[K";

    private final Mode mode;
    private final PrintWriter out;
    private final int columns;
    private boolean shown;

    /**
     * @param mode not {@link Mode#AUTO}
     * @param out where it goes, usually standard error
     * @param columns width of the terminal
     */
    StatusLine(Mode mode, PrintWriter out, int columns) {
        if (mode == Mode.AUTO) {
            throw new IllegalArgumentException("The mode must be LINE, LOG or OFF but is AUTO.");
        }
        this.mode = mode;
        this.out = out;
        this.columns = columns;
    }

    /** The line of this process. */
    static StatusLine of(Mode mode, PrintWriter out) {
        Mode resolved = mode != Mode.AUTO ? mode : isTerminal() ? Mode.LINE : Mode.LOG;
        return new StatusLine(resolved, out, terminalColumns());
    }

    /** Shows how far a simulation is, by a clock in nanoseconds. */
    Progress progress(LongSupplier nanoTime) {
        return mode == Mode.OFF ? Progress.SILENT : new ProgressReport(nanoTime, gapSeconds(), this::show, this::print);
    }

    /** Whether it is refreshed. */
    boolean refreshed() {
        return mode == Mode.LINE;
    }

    /** Seconds between two sentences. */
    double gapSeconds() {
        return refreshed() ? LINE_SECONDS : LOG_SECONDS;
    }

    /** Shows a sentence in place of the one before, or after it in a log. */
    void show(String sentence) {
        if (refreshed()) {
            out.print(ERASE + (sentence.length() < columns ? sentence : sentence.substring(0, columns - 1)));
            shown = true;
            out.flush();
        } else {
            print(sentence);
        }
    }

    /** Shows a sentence that stays. */
    void print(String sentence) {
        if (mode != Mode.OFF) {
            close();
            out.println(sentence);
            out.flush();
        }
    }

    /** Removes the refreshed line, so that what follows starts at the left. */
    @Override
    public void close() {
        if (shown) {
            out.print(ERASE);
            out.flush();
            shown = false;
        }
    }

    private static boolean isTerminal() {
        return System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }

    private static int terminalColumns() {
        String columns = System.getenv("COLUMNS");
        if (columns != null && columns.matches("[1-9]\\d{1,3}")) {
            return Integer.parseInt(columns);
        }
        return isTerminal() ? askTerminal() : DEFAULT_COLUMNS;
    }

    /** The width as the terminal itself knows it. */
    private static int askTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return size.matches("\\d+ [1-9]\\d{1,3}") ? Integer.parseInt(size.split(" ")[1]) : DEFAULT_COLUMNS;
        } catch (IOException e) {
            return DEFAULT_COLUMNS;
        }
    }
}
