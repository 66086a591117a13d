package org.evotrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.evotrial.engine.Progress;
import org.evotrial.engine.text.ProgressReport;

/** Where progress is shown: one line that is refreshed on a terminal, a line every 30 s in a log, or nowhere. */
final class ProgressDisplay implements AutoCloseable {
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

    private final PrintWriter out;
    private final int columns;
    private final Progress progress;
    private boolean lineShown;

    /**
     * @param mode not {@link Mode#AUTO}
     * @param out where it goes, usually standard error
     * @param columns width of the terminal
     * @param nanoTime a clock in nanoseconds
     */
    ProgressDisplay(Mode mode, PrintWriter out, int columns, LongSupplier nanoTime) {
        this.out = out;
        this.columns = columns;
        this.progress = switch (mode) {
            case LINE -> new ProgressReport(nanoTime, LINE_SECONDS, this::refresh, this::print);
            case LOG -> new ProgressReport(nanoTime, LOG_SECONDS, this::print, this::print);
            case OFF -> Progress.SILENT;
            case AUTO -> throw new IllegalArgumentException("The mode must be LINE, LOG or OFF but is AUTO.");
        };
    }

    /** The display for this process. */
    static ProgressDisplay of(Mode mode, PrintWriter out) {
        Mode resolved = mode != Mode.AUTO ? mode : isTerminal() ? Mode.LINE : Mode.LOG;
        return new ProgressDisplay(resolved, out, terminalColumns(), System::nanoTime);
    }

    Progress progress() {
        return progress;
    }

    /** Removes the refreshed line, so that what follows starts at the left. */
    @Override
    public void close() {
        if (lineShown) {
            out.print(ERASE);
            out.flush();
            lineShown = false;
        }
    }

    private void refresh(String sentence) {
        String shown = sentence.length() < columns ? sentence : sentence.substring(0, columns - 1);
        out.print(ERASE + shown);
        out.flush();
        lineShown = true;
    }

    private void print(String sentence) {
        close();
        out.println(sentence);
        out.flush();
    }

    static boolean isTerminal() {
        return System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }

    static int terminalColumns() {
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
