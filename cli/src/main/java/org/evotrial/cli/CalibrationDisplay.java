package org.evotrial.cli;

import java.util.function.LongSupplier;
import org.evotrial.engine.calibration.CalibrationProgress;
import org.evotrial.engine.text.Numbers;

/** Shows how far a calibration is. */
final class CalibrationDisplay implements CalibrationProgress {
    private final StatusLine line;
    private final LongSupplier nanoTime;
    private final long began;
    private String stage = "";
    private int stageEvaluations;
    private int before;
    private int last;
    private long shownAt;

    CalibrationDisplay(StatusLine line, LongSupplier nanoTime) {
        this.line = line;
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
        shownAt = began;
    }

    @Override
    public void stageStarted(String name, int evaluations) {
        stage = name;
        stageEvaluations = evaluations;
        before = last;
        if (line.refreshed()) {
            show(name, nanoTime.getAsLong());
        }
    }

    @Override
    public void evaluated(int evaluations, double least) {
        last = evaluations;
        long now = nanoTime.getAsLong();
        if (now - shownAt >= line.gapSeconds() * 1e9) {
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
        line.show(sentence);
    }
}
