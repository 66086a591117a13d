package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.PatientResult;
import org.evotrial.model.result.PopulationResult;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.StoredRun;
import org.evotrial.model.result.TrialTrace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that results and reports print, taken apart by a shell and given to the command: they lead back to what was
 * printed, whatever options the run had and however its files are called.
 */
class PrintedCommandsTest {
    private static final String TITLE = "/title=It's \"a\" $(title); a trial of another";

    @TempDir
    private static Path folder;

    private static Path jar;
    private static StoredRun run;

    /** With 60 patients of whom one in a hundred progresses so late that the policy breaks, a good part of the replicates fail. */
    @BeforeAll
    static void simulateWithEveryOption() throws IOException {
        Path home = Files.createDirectory(folder.resolve("it's a \"folder\""));
        jar = PluginJar.in(home);
        Path trial = Invocation.smallTrial(home);
        PluginJar.breakAfterDay(trial, 1700);
        Invocation.of(
                "run",
                trial,
                "--output",
                folder,
                "--replicates",
                100,
                "--seed",
                -77,
                "--plugin",
                jar,
                "--set",
                TITLE,
                "--set",
                "/treatments/new/medianProgressionFreeMonths=8.5");
        run = StoredRun.read(folder.resolve("small"));
    }

    private static Invocation followed(String command, Object... more) throws IOException {
        List<Object> words = new ArrayList<>(words(command));
        words.addAll(List.of(more));
        return Invocation.of(words.toArray());
    }

    /** The words after {@code evotrial}, as a shell sees them. */
    private static List<String> words(String command) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "evotrial() { printf '%s\\0' \"$@\"; }; " + command).start();
        String words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return List.of(words.split("\0"));
    }

    @Test
    void theReplayOfATrialIsTheTrialOfTheRun() throws IOException {
        assertThat(run.result().exampleTrials()).hasSizeGreaterThan(1);
        for (TrialTrace stored : run.result().exampleTrials()) {
            Invocation replay = followed(run.provenance().replayCommand(stored.scenario(), stored.replicate()));

            assertThat(replay.exitCode()).isZero();
            assertThat(looks(replay.out())).isEqualTo(looks(TraceText.of(stored)));
        }
    }

    private static String looks(String text) {
        return text.substring(text.indexOf("\nlook "));
    }

    @Test
    void theReplayOfAFailedReplicateFailsInTheSameWay() throws IOException {
        ScenarioResult base = run.result().scenarios().get(0);
        ScenarioResult.Failure failure = base.failures().get(0);
        Invocation replay = followed(run.provenance().replayCommand("base", failure.replicate()));

        assertThat(base.replicatesFailed()).isBetween(1, 99);
        assertThat(failure.message()).contains("The policy broke.");
        assertThat(replay.exitCode()).isEqualTo(3);
        assertThat(replay.err()).contains("The policy broke.");
    }

    @Test
    void aReplicateOfOtherOptionsIsAnotherTrial() throws IOException {
        TrialTrace stored = run.result().exampleTrials().get(0);
        Invocation other = followed(
                run.provenance().replayCommand(stored.scenario(), stored.replicate()),
                "--set",
                "/treatments/new/medianProgressionFreeMonths=8");

        assertThat(other.exitCode()).isZero();
        assertThat(looks(other.out())).isNotEqualTo(looks(TraceText.of(stored)));
    }

    @Test
    void theCommandOfTheRunGivesTheSameBytes(@TempDir Path other) throws IOException {
        followed(run.provenance().command(), "--output", other);

        assertThat(run.result().trial().title()).isEqualTo(TITLE.substring("/title=".length()));
        assertThat(other.resolve("small/results.json")).hasSameBinaryContentAs(folder.resolve("small/results.json"));
    }

    @Test
    void theCommandsOfAPopulationLeadToItAndToItsPatients(@TempDir Path other) throws IOException {
        Object[] options = {
            "egfr-nsclc",
            "--years",
            1,
            "--plugin",
            jar,
            "--set",
            "/title=It's a population",
            "--patients",
            3,
            "-o",
            folder
        };
        List<Object> words = new ArrayList<>(List.of("population"));
        words.addAll(List.of(options));
        assertThat(Invocation.of(words.toArray()).exitCode()).isZero();
        PopulationResult population = PopulationResult.read(folder.resolve("egfr-nsclc-population"));

        followed(population.cohort().command(), "--output", other);
        Invocation patient = followed(population.patientCommand() + " --patient 2", "--output", other);

        assertThat(other.resolve("egfr-nsclc-population/population.json"))
                .hasSameBinaryContentAs(folder.resolve("egfr-nsclc-population/population.json"));
        assertThat(patient.exitCode()).isZero();
        PatientResult second = PatientResult.read(other.resolve("egfr-nsclc-patient-1-2"));
        assertThat(second.course().treatments())
                .isEqualTo(population.patients().get(2).lines());
        assertThat(second.cohort().command()).isEqualTo(population.patientCommand() + " --patient 2");
    }
}
