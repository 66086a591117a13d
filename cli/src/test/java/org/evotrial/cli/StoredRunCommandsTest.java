package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that work from stored runs. */
class StoredRunCommandsTest {
    @TempDir
    private static Path folder;

    private static Path trial;
    private static Path output;

    @BeforeAll
    static void simulateOnce() throws IOException {
        trial = Invocation.smallTrial(folder);
        output = folder.resolve("results");
        assertThat(Invocation.of("run", trial, "--output", output).exitCode()).isZero();
    }

    @Test
    void checkShowsTheVerdictsOfEveryRunBelowAFolder() {
        Invocation check = Invocation.of("check", output);

        assertThat(check.exitCode()).isZero();
        assertThat(check.out()).contains("small: A small group-sequential trial", "2 PASS");
    }

    @Test
    void checkJudgesTheFilesPresentRulesWithoutSimulating(@TempDir Path other) throws IOException {
        Path changed = Invocation.smallTrial(other);
        Invocation.replace(changed, "\"atLeast\": 0.5", "\"atMost\": 0.5");

        Invocation check = Invocation.of("check", changed, "--output", output);

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.out()).contains("at most 0.5", "1 PASS, 1 FAIL");
    }

    @Test
    void checkRefusesResultsOfAnotherVersionOfTheTrial(@TempDir Path other) throws IOException {
        Path changed = Invocation.smallTrial(other);
        Invocation.replace(changed, "\"sampleSize\": 120", "\"sampleSize\": 121");

        Invocation check = Invocation.of("check", changed, "--output", output);

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.out()).contains("another version of the trial file", "0 PASS, 2 FAIL");
    }

    @Test
    void checkFailsWhereNothingWasMeasured(@TempDir Path empty) {
        assertThat(Invocation.of("check", empty).exitCode()).isEqualTo(2);
        assertThat(Invocation.of("check", trial, "--output", empty).exitCode()).isEqualTo(2);
    }

    @Test
    void checkFailsWithoutRules(@TempDir Path other) throws IOException {
        Path lawless = Invocation.smallTrial(other);
        String text = Files.readString(lawless);
        Files.writeString(lawless, text.substring(0, text.indexOf("  \"acceptance\"")) + "  \"acceptance\": []\n}\n");

        Invocation run = Invocation.of("run", lawless, "--output", other, "--replicates", 20);
        Invocation check = Invocation.of("check", other);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("nothing was judged");
        assertThat(check.exitCode()).isEqualTo(2);
    }

    @Test
    void reportWritesThePageOfAStoredRunAgain() throws IOException {
        Path page = output.resolve("small/index.html");
        byte[] before = Files.readAllBytes(page);
        Files.delete(page);

        Invocation report = Invocation.of("report", output.resolve("small"));

        assertThat(report.exitCode()).isZero();
        assertThat(page).hasBinaryContent(before);
    }

    @Test
    void reportNeedsAStoredRun(@TempDir Path empty) {
        Invocation report = Invocation.of("report", empty);

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.err())
                .contains("There is no stored result (results.json, patient.json, population.json) in " + empty)
                .doesNotContain("\tat ");
    }

    @Test
    void comparedWithItselfARunDiffersNowhere() {
        Invocation compare = Invocation.of("compare", output.resolve("small"), output.resolve("small"));

        assertThat(compare.exitCode()).isZero();
        assertThat(compare.out()).contains("\n0 of ");
    }

    @Test
    void compareFindsTheMetricsThatAnotherTruthChanges(@TempDir Path other) {
        Invocation.of(
                "run", trial, "--output", other, "--seed", 5, "--set", "/treatments/new/medianProgressionFreeMonths=6");

        Invocation compare = Invocation.of("compare", output.resolve("small"), other.resolve("small"));

        assertThat(compare.out()).containsPattern("\\*\\s+base\\s+rejectionProbability \\(superiority\\)");
    }

    @Test
    void replayShowsAReplicateEventByEvent() {
        Invocation replay = Invocation.of("replay", trial, "--replicate", 3, "--scenario", "null");

        assertThat(replay.exitCode()).isZero();
        assertThat(replay.out()).contains("scenario null, replicate 3", "randomised", "look ");
        assertThat(Invocation.of("replay", trial, "--replicate", 3, "--scenario", "null"))
                .isEqualTo(replay);
    }

    @Test
    void replayShowsOnePatient() {
        Invocation replay = Invocation.of("replay", trial, "--replicate", 3, "--patient", 4);

        assertThat(replay.exitCode()).isZero();
        assertThat(replay.out()).contains("patient 4 of replicate 3", "treatment");
    }

    @Test
    void replayRefusesPatientsAndScenariosThatDoNotExist() {
        assertThat(Invocation.of("replay", trial, "--replicate", 3, "--patient", 4000)
                        .exitCode())
                .isEqualTo(1);
        assertThat(Invocation.of("replay", trial, "--replicate", 3, "--scenario", "nil")
                        .exitCode())
                .isEqualTo(1);
        assertThat(Invocation.of("replay", trial, "--replicate", -1).exitCode()).isEqualTo(1);
    }
}
