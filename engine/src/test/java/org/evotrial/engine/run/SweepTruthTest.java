package org.evotrial.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evotrial.engine.SeededAssertions.assertNear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.evotrial.engine.Progress;
import org.evotrial.engine.RunOptions;
import org.evotrial.engine.SmallTrial;
import org.evotrial.engine.Trials;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** True values in the cells of a sweep over an exponential distribution, whose truth has a closed form. */
class SweepTruthTest {
    private static final double[] MEDIANS = {7.5, 9, 12};
    private static final int PATIENTS = 20_000;

    @TempDir
    Path folder;

    private RunResult run(String sweepSettings, int threads) throws Exception {
        RunOptions options = new RunOptions(
                folder.resolve("out" + threads), threads, 60, PATIENTS, null, Set.of(), true, "run", "replay");
        return Evotrial.create(SweepTruthTest.class.getClassLoader())
                .simulator()
                .run(trial(sweepSettings), options, Progress.SILENT)
                .result();
    }

    private TrialDocument trial(String sweepSettings) throws IOException {
        SmallTrial.read(folder, "{ \"type\": \"piecewise-exponential\" }", SmallTrial.calendar("final", 18));
        Path file = folder.resolve("trial.json");
        String sweep = """
                "sweep": {
                  "axes": [ { "pointer": "/treatments/new/medianProgressionFreeMonths", "label": "Median", "values": [7.5, 9, 12] } ]
                  %s
                },
                "acceptance":""".formatted(sweepSettings);
        Files.writeString(file, Files.readString(file).replace("\"acceptance\":", sweep));
        return Trials.read(file, Map.of());
    }

    /** With 20,000 patients the smallest shift that is detected with power .999 is .0282. */
    @Test
    void areThoseOfTheExponentialDistributionInEveryCell() throws Exception {
        RunResult result = run(", \"truthPatients\": " + PATIENTS, 1);
        for (int i = 0; i < MEDIANS.length; i++) {
            double expected = Math.pow(0.5, 6 / MEDIANS[i]);
            Truth truth = rate(scenario(result, "sweep-" + i));
            assertThat(truth.patients()).isEqualTo(PATIENTS);
            assertNear(truth.value(), expected, Math.sqrt(expected * (1 - expected) / PATIENTS));
        }
        // The middle cell is the base, and the same patients tell its truth.
        assertThat(scenario(result, "sweep-1").truths())
                .isEqualTo(scenario(result, "base").truths());
        assertThat(scenario(result, "sweep-0").estimates())
                .anyMatch(e -> e.statistic().equals("bias") && e.n() > 0)
                .anyMatch(e -> e.statistic().equals("coverage") && e.n() > 0);
        assertThat(scenario(result, "sweep-0").curves()).isEmpty();
    }

    @Test
    void areTheSameWithAnyNumberOfThreads() throws Exception {
        String settings = ", \"truthPatients\": 1100";
        assertThat(run(settings, 3).scenarios()).isEqualTo(run(settings, 1).scenarios());
    }

    @Test
    void areNotComputedUnlessTheSweepAsksForThem() throws Exception {
        RunResult result = run("", 1);
        assertThat(scenario(result, "sweep-0").truths()).isEmpty();
        assertThat(scenario(result, "sweep-0").estimates())
                .noneMatch(e -> e.statistic().equals("bias"))
                .isNotEmpty();
        assertThat(scenario(result, "base").truths()).isNotEmpty();
    }

    private static ScenarioResult scenario(RunResult result, String id) {
        return result.scenarios().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Truth rate(ScenarioResult scenario) {
        return scenario.truths().stream()
                .filter(t ->
                        t.measure().equals("eventFreeProbability") && t.arm().equals("experimental"))
                .findFirst()
                .orElseThrow();
    }
}
