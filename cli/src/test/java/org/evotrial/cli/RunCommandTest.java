package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.evotrial.model.result.StoredRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    private Path folder;

    private Path trial;
    private Path output;

    @BeforeEach
    void writeTheTrial() throws IOException {
        trial = Invocation.smallTrial(folder);
        output = folder.resolve("results");
    }

    @Test
    void exitsWith0WhenEveryRuleHolds() {
        Invocation run = run();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("2 PASS, 0 FAIL, 0 INCONCLUSIVE", "Report: " + output.resolve("small/index.html"));
        assertThat(output.resolve("small"))
                .isDirectoryContaining("glob:**/index.html")
                .isDirectoryContaining("glob:**/results.json")
                .isDirectoryContaining("glob:**/provenance.json")
                .isDirectoryContaining("glob:**/effective-config.json")
                .isDirectoryContaining("glob:**/acceptance.xml")
                .isDirectoryContaining("glob:**/replicates.csv.gz");
    }

    /** Power is about .88 (300 replicates, standard error .02): an upper bound of .5 is violated by far. */
    @Test
    void exitsWith2WhenARuleIsViolated() throws IOException {
        Invocation.replace(trial, "\"atLeast\": 0.5", "\"atMost\": 0.5");

        Invocation run = run();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("1 PASS, 1 FAIL, 0 INCONCLUSIVE", "FAIL: ");
        assertThat(output.resolve("small/index.html")).exists();
    }

    /** Ten replicates cannot tell a power of about .88 from .8. */
    @Test
    void exitsWith4WhenARuleIsUndecided() throws IOException {
        Invocation.replace(trial, "\"atLeast\": 0.5", "\"atLeast\": 0.8");

        Invocation run = run("--replicates", 10);

        assertThat(run.out()).contains("INCONCLUSIVE: ", "replicates would decide");
        assertThat(run.exitCode()).isEqualTo(4);
    }

    @Test
    void aViolationOutweighsAnUndecidedRule() throws IOException {
        Invocation.replace(trial, "\"atLeast\": 0.5", "\"atMost\": 0.1");
        Invocation.replace(trial, "\"atMost\": 0.2", "\"atMost\": 0.05");

        Invocation run = run("--replicates", 40);

        assertThat(run.out()).contains("0 PASS, 1 FAIL, 1 INCONCLUSIVE");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aRuleOnAScenarioThatWasNotSimulatedFails() {
        Invocation run = run("--scenario", "base");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("not measured", "nothing was measured");
    }

    @Test
    void exitsWith1AndNamesLineAndColumnOfATypo() throws IOException {
        Invocation.replace(trial, "\"role\": \"control\"", "\"role\": \"cntrol\"");

        Invocation run = run();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("small.json:16:34", "/design/arms/0/role", "did you mean \"control\"?")
                .doesNotContain("\tat ");
        assertThat(output).doesNotExist();
    }

    @Test
    void simulatesNothingIfOneOfSeveralFilesHasAProblem() throws IOException {
        Path other = folder.resolve("other.json");
        Files.writeString(other, "{}");

        Invocation run = Invocation.of("run", trial, other, "--output", output);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(output).doesNotExist();
    }

    @Test
    void twoFilesOfOneTrialWouldOverwriteEachOther() throws IOException {
        Path twin = folder.resolve("twin.json");
        Files.copy(trial, twin);

        Invocation run = Invocation.of("run", trial, twin, "--output", output);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("same id \"small\"");
    }

    @Test
    void setReplacesAValueOfTheFile() throws IOException {
        run("--set", "/design/sampleSize=100", "--set", "/title=Smaller yet", "--replicates", 20);

        StoredRun stored = StoredRun.read(output.resolve("small"));
        assertThat(stored.result().trial().sampleSize()).isEqualTo(100);
        assertThat(stored.result().trial().title()).isEqualTo("Smaller yet");
        assertThat(stored.provenance().command())
                .isEqualTo("evotrial run %s --replicates 20 --set /design/sampleSize=100 --set '/title=Smaller yet'"
                        .formatted(trial));
    }

    @Test
    void theReproducingCommandReproducesTheResults() throws IOException {
        run("--replicates", 30, "--seed", 7, "--threads", 1);
        String[] command =
                StoredRun.read(output.resolve("small")).provenance().command().split(" ");
        byte[] first = Files.readAllBytes(output.resolve("small/results.json"));
        Path again = folder.resolve("again");

        Object[] arguments = Arrays.copyOfRange(command, 1, command.length + 2, Object[].class);
        arguments[command.length - 1] = "--output";
        arguments[command.length] = again;
        Invocation.of(arguments);

        assertThat(again.resolve("small/results.json")).hasBinaryContent(first);
    }

    @Test
    void aSettingWithoutPointerIsExplained() {
        Invocation run = run("--set", "sampleSize=100");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("/pointer=value", "sampleSize=100");
    }

    @Test
    void anUnknownScenarioIsAnsweredWithTheKnownOnes() {
        Invocation run = run("--scenario", "nul");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("\"nul\"", "base, null");
    }

    @Test
    void aNumberOfThreadsBelow1IsRefused() {
        assertThat(run("--threads", 0).exitCode()).isEqualTo(1);
    }

    @Test
    void progressGoesToStandardErrorOnly() {
        Invocation run = run("--progress", "line", "--replicates", 20);

        assertThat(run.out()).doesNotContain("\r", "replicates,");
    }

    private Invocation run(Object... options) {
        Object[] arguments = new Object[options.length + 4];
        arguments[0] = "run";
        arguments[1] = trial;
        arguments[2] = "--output";
        arguments[3] = output;
        System.arraycopy(options, 0, arguments, 4, options.length);
        return Invocation.of(arguments);
    }
}
