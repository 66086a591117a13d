package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.evotrial.engine.Progress;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    private static final long MILLISECOND = 1_000_000L;

    private final StringWriter text = new StringWriter();
    private long now;

    @Test
    void aTerminalHasOneLineThatIsRefreshedAndRemoved() {
        ProgressDisplay display = display(ProgressDisplay.Mode.LINE);
        report(display.progress(), 10, 300 * MILLISECOND);
        display.close();

        List<String> lines = List.of(text.toString().split("\r\u001b\\[K", -1));
        assertThat(lines)
                .hasSize(12)
                .allSatisfy(line -> assertThat(line).doesNotContain("\n").hasSizeLessThan(60))
                .last()
                .isEqualTo("");
    }

    @Test
    void aLogHasALineEvery30Seconds() {
        report(display(ProgressDisplay.Mode.LOG).progress(), 100, 1000 * MILLISECOND);

        assertThat(text.toString().lines()).hasSize(3).allMatch(line -> line.startsWith("apple: base (1/1) "));
        assertThat(text.toString()).doesNotContain("\r");
    }

    @Test
    void offIsSilent() {
        report(display(ProgressDisplay.Mode.OFF).progress(), 100, 1000 * MILLISECOND);

        assertThat(text.toString()).isEmpty();
    }

    private ProgressDisplay display(ProgressDisplay.Mode mode) {
        return new ProgressDisplay(mode, new PrintWriter(text), 60, () -> now);
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
