package org.evotrial.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.Estimate;
import org.junit.jupiter.api.Test;

class ProgressReportTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<String> current = new ArrayList<>();
    private final List<String> once = new ArrayList<>();
    private long now;
    private final ProgressReport report = new ProgressReport(() -> now, 30, current::add, once::add);

    @Test
    void saysScenarioReplicatesRateTimeLeftAndFirstEstimate() {
        report.runStarted("apple", 2, 3000, 0);
        report.scenarioStarted("base", 0, 1000);
        report.replicatesDone("base", 1000, 0, null);
        report.scenarioStarted("null", 1, 2000);
        now = 40 * SECOND;
        report.replicatesDone("null", 600, 2, power());

        // 1,600 replicates in 40 s are 40 per second; the other 1,400 need 35 s.
        assertThat(current)
                .containsExactly("apple: null (2/2) 600/2,000, 2 failed, 40/s, 35 s left;"
                        + " rejectionProbability (pfs) 0.886 ± 0.013");
    }

    @Test
    void speaksAtMostOncePerInterval() {
        report.runStarted("apple", 1, 1000, 0);
        report.scenarioStarted("base", 0, 1000);
        for (int second = 1; second <= 95; second++) {
            now = second * SECOND;
            report.replicatesDone("base", second, 0, null);
        }

        assertThat(current).hasSize(3);
        assertThat(once).isEmpty();
    }

    @Test
    void saysThatARunIsResumedAndDoesNotCountItsReplicatesAsPace() {
        report.runStarted("apple", 1, 1000, 900);
        report.scenarioStarted("base", 0, 1000);
        now = 50 * SECOND;
        report.replicatesDone("base", 950, 0, null);

        assertThat(once).containsExactly("apple: resuming, 900 of 1,000 replicates are kept from an interrupted run");
        // 50 new replicates in 50 s are 1 per second; 50 are left.
        assertThat(current).containsExactly("apple: base (1/1) 950/1,000, 1/s, 50 s left");
    }

    private static Estimate power() {
        return new Estimate(
                "rejectionProbability",
                "probability",
                "",
                null,
                null,
                "pfs",
                null,
                null,
                null,
                600,
                0.8858,
                0.01298,
                0.85,
                0.91);
    }
}
