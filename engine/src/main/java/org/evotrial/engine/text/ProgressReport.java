package org.evotrial.engine.text;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.evotrial.engine.Progress;
import org.evotrial.model.result.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * Turns progress into sentences: the scenario, replicates done, their rate, the time left and the first estimate with
 * its Monte Carlo standard error. At most one sentence per interval, except what is said once.
 */
public final class ProgressReport implements Progress {
    private static final double NANOSECONDS = 1e-9;

    private final LongSupplier nanoTime;
    private final double intervalSeconds;
    private final Consumer<String> current;
    private final Consumer<String> once;

    private String trial = "";
    private int scenarios;
    private long requested;
    private long resumed;
    private long doneInEarlierScenarios;
    private int position;
    private int scenarioReplicates;
    private long started;
    private long lastSentence;

    /**
     * @param nanoTime a clock in nanoseconds that never goes back
     * @param intervalSeconds least time between two sentences on the current state
     * @param current takes sentences on the current state; each makes the one before obsolete
     * @param once takes sentences that remain true, for example that a run is resumed
     */
    public ProgressReport(
            LongSupplier nanoTime, double intervalSeconds, Consumer<String> current, Consumer<String> once) {
        this.nanoTime = nanoTime;
        this.intervalSeconds = intervalSeconds;
        this.current = current;
        this.once = once;
    }

    @Override
    public void runStarted(String trial, int scenarios, long replicates, long resumed) {
        this.trial = trial;
        this.scenarios = scenarios;
        this.requested = replicates;
        this.resumed = resumed;
        this.doneInEarlierScenarios = 0;
        this.scenarioReplicates = 0;
        this.started = nanoTime.getAsLong();
        this.lastSentence = started;
        if (resumed > 0) {
            once.accept("%s: resuming, %s of %s replicates are kept from an interrupted run"
                    .formatted(trial, Numbers.count(resumed), Numbers.count(replicates)));
        }
    }

    @Override
    public void scenarioStarted(String scenario, int position, int replicates) {
        this.doneInEarlierScenarios += scenarioReplicates;
        this.position = position;
        this.scenarioReplicates = replicates;
    }

    @Override
    public void truthStarted(String scenario, int patientsPerArm) {
        say("%s: %s: true values from %s patients per arm".formatted(trial, scenario, Numbers.count(patientsPerArm)));
    }

    @Override
    public void replicatesDone(String scenario, int done, int failed, @Nullable Estimate first) {
        say("%s: %s (%d/%d) %s/%s%s%s%s"
                .formatted(
                        trial,
                        scenario,
                        position + 1,
                        scenarios,
                        Numbers.count(done),
                        Numbers.count(scenarioReplicates),
                        failed == 0 ? "" : ", " + Numbers.count(failed) + " failed",
                        pace(doneInEarlierScenarios + done),
                        first == null || first.n() == 0 ? "" : "; " + estimate(first)));
    }

    private void say(String sentence) {
        long now = nanoTime.getAsLong();
        if ((now - lastSentence) * NANOSECONDS >= intervalSeconds) {
            lastSentence = now;
            current.accept(sentence);
        }
    }

    private String pace(long done) {
        double elapsed = (nanoTime.getAsLong() - started) * NANOSECONDS;
        double rate = (done - resumed) / elapsed;
        if (!(rate > 0) || rate == Double.POSITIVE_INFINITY) {
            return "";
        }
        return ", %s/s, %s left".formatted(Numbers.significant(rate, 3), Numbers.duration((requested - done) / rate));
    }

    private static String estimate(Estimate first) {
        return "%s %s ± %s"
                .formatted(
                        EstimateLabel.of(first),
                        Numbers.significant(first.value(), 3),
                        Numbers.significant(first.mcse(), 2));
    }
}
