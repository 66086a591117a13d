package org.evotrial.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.evotrial.engine.calibration.CalibrationProgress;
import org.evotrial.engine.text.Numbers;

/** Shows how far a calibration is: one line that is refreshed on a terminal, a line every 30 s in a log, or nothing. */
final class CalibrationDisplay implements CalibrationProgress, AutoCloseable {
    private static final String ERASE = "\r\u001b[K";
    private static final double LINE_SECONDS = 0.2;
    private static final double LOG_SECONDS = 30;

    private final ProgressDisplay.Mode mode;
    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private final long began;
    private String stage = "";
    private int stageEvaluations;
    private int before;
    private int last;
    private long shownAt;
    private boolean lineShown;

    CalibrationDisplay(ProgressDisplay.Mode mode, PrintWriter out, LongSupplier nanoTime) {
        boolean terminal = mode == ProgressDisplay.Mode.AUTO && ProgressDisplay.isTerminal();
        this.mode = mode != ProgressDisplay.Mode.AUTO
                ? mode
                : terminal ? ProgressDisplay.Mode.LINE : ProgressDisplay.Mode.LOG;
        this.out = out;
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
        shownAt = began;
    }

    @Override
    public void stageStarted(String name, int evaluations) {
        stage = name;
        stageEvaluations = evaluations;
        before = last;
        if (mode == ProgressDisplay.Mode.LINE) {
            show(name, nanoTime.getAsLong());
        }
    }

    @Override
    public void evaluated(int evaluations, double least) {
        last = evaluations;
        long now = nanoTime.getAsLong();
        double gap = mode == ProgressDisplay.Mode.LINE ? LINE_SECONDS : LOG_SECONDS;
        if (now - shownAt >= gap * 1e9) {
            show(
                    "%s: %d of at most %d simulations of the cohort, smallest sum of squares %s, %s"
                            .formatted(
                                    stage,
                                    evaluations - before,
                                    stageEvaluations,
                                    Numbers.significant(least, 4),
                                    Numbers.duration((now - began) / 1e9)),
                    now);
        }
    }

    private void show(String sentence, long now) {
        shownAt = now;
        if (mode == ProgressDisplay.Mode.LINE) {
            int columns = ProgressDisplay.terminalColumns();
            out.print(ERASE + (sentence.length() < columns ? sentence : sentence.substring(0, columns - 1)));
            lineShown = true;
        } else if (mode == ProgressDisplay.Mode.LOG) {
            out.println(sentence);
        }
        out.flush();
    }

    @Override
    public void close() {
        if (lineShown) {
            out.print(ERASE);
            out.flush();
        }
    }
}
