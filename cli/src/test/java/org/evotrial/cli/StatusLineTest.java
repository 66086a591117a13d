package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.evotrial.engine.Progress;
import org.junit.jupiter.api.Test;

class StatusLineTest {
    private static final long MILLISECOND = 1_000_000L;

    private final StringWriter text = new StringWriter();
    private long now;

    @Test
    void aTerminalHasOneLineThatIsRefreshedAndRemoved() {
        StatusLine line = line(StatusLine.Mode.LINE);
        report(line.progress(() -> now), 10, 300 * MILLISECOND);
        line.close();

        List<String> lines = List.of(text.toString().split("\r\u001b\\[K", -1));
        assertThat(lines)
                .hasSize(12)
                .allSatisfy(part -> assertThat(part).doesNotContain("\n").hasSizeLessThan(60))
                .last()
                .isEqualTo("");
    }

    @Test
    void aLogHasALineEvery30Seconds() {
        report(line(StatusLine.Mode.LOG).progress(() -> now), 100, 1000 * MILLISECOND);

        assertThat(text.toString().lines()).hasSize(3).allMatch(line -> line.startsWith("apple: base (1/1) "));
        assertThat(text.toString()).doesNotContain("\r");
    }

    @Test
    void offIsSilent() {
        report(line(StatusLine.Mode.OFF).progress(() -> now), 100, 1000 * MILLISECOND);

        assertThat(text.toString()).isEmpty();
    }

    @Test
    void aCalibrationIsShownOnTheSameLine() {
        StatusLine line = line(StatusLine.Mode.LINE);
        CalibrationDisplay display = new CalibrationDisplay(line, () -> now);
        display.stageStarted("fit", 100);
        now += 300 * MILLISECOND;
        display.evaluated(7, 1.25);
        line.close();

        assertThat(text.toString().split("\r\u001b\\[K", -1))
                .containsExactly("", "fit", "fit: 7 of at most 100 simulations of the cohort, smallest s", "");
    }

    private StatusLine line(StatusLine.Mode mode) {
        return new StatusLine(mode, new PrintWriter(text), 60);
    }

    private void report(Progress progress, int times, long step) {
        progress.runStarted("apple", 1, 1000, 0);
        progress.scenarioStarted("base", 0, 1000);
        for (int i = 1; i <= times; i++) {
            now += step;
            progress.replicatesDone("base", i, 0, null);
        }
    }
}
