package org.evotrial.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.evotrial.engine.Progress;
import org.evotrial.engine.RunInterruptedException;
import org.evotrial.engine.RunOptions;
import org.evotrial.engine.Trials;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.engine.provenance.Sha256;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.StoredRun;
import org.evotrial.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeRunTest {
    private static final int REPLICATES = 230;
    private static final String ID = "group-sequential";

    private final Evotrial evotrial = Evotrial.create(WholeRunTest.class.getClassLoader());
    private final TrialDocument trial = Trials.read(Trials.example(ID), Map.of());

    @TempDir
    Path folder;

    @AfterEach
    void clearTheInterruption() {
        Thread.interrupted();
    }

    private StoredRun run(String output, int threads, int replicates, Progress progress)
            throws IOException, RunInterruptedException {
        RunOptions options = Trials.options(folder.resolve(output), threads, replicates);
        return evotrial.simulator().run(trial, options, progress);
    }

    private byte[] results(String output) throws IOException {
        return Files.readAllBytes(folder.resolve(output).resolve(ID).resolve(StoredRun.RESULTS_FILE));
    }

    private Path checkpoints(String output) {
        return folder.resolve(output).resolve(ID).resolve(TrialRun.CHECKPOINT_FOLDER);
    }

    @Test
    void writesTheSameBytesWithOneTwoAndSevenThreads() throws Exception {
        run("one", 1, REPLICATES, Progress.SILENT);
        run("two", 2, REPLICATES, Progress.SILENT);
        run("seven", 7, REPLICATES, Progress.SILENT);

        assertThat(results("two")).containsExactly(results("one"));
        assertThat(results("seven")).containsExactly(results("one"));
    }

    @Test
    void leavesItsFilesBehindAndNoCheckpoint() throws Exception {
        StoredRun run = run("one", 2, 60, Progress.SILENT);
        try (Stream<Path> files = Files.list(folder.resolve("one").resolve(ID))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "results.json",
                            "provenance.json",
                            "effective-config.json",
                            "replicates.csv.gz",
                            "acceptance.xml");
        }
        assertThat(run.provenance().resultsHash()).isEqualTo(Sha256.of(results("one")));
        assertThat(run.provenance().replicatesRequested()).isEqualTo(180);
        assertThat(run.provenance().replicatesCompleted()).isEqualTo(180);
        assertThat(run.provenance().replicatesFailed()).isZero();
        assertThat(run.provenance().virtualPatients()).isGreaterThan(180 * 300L);
        assertThat(StoredRun.bytes(
                        StoredRun.read(folder.resolve("one").resolve(ID)).result()))
                .containsExactly(results("one"));
    }

    @Test
    void givesOtherResultsWithAnotherSeed() throws Exception {
        run("one", 2, 60, Progress.SILENT);
        RunOptions options = new RunOptions(folder.resolve("other"), 2, 60, 1000, 4L, Set.of(), true, "run", "replay");
        evotrial.simulator().run(trial, options, Progress.SILENT);

        assertThat(results("other")).isNotEqualTo(results("one"));
    }

    @Test
    void simulatesOnlyTheScenariosAskedForAndTheyAreTheSame() throws Exception {
        StoredRun all = run("all", 2, 60, Progress.SILENT);
        RunOptions options =
                new RunOptions(folder.resolve("some"), 2, 60, 1000, null, Set.of("null"), true, "run", "replay");
        StoredRun some = evotrial.simulator().run(trial, options, Progress.SILENT);

        assertThat(some.result().scenarios()).extracting(s -> s.id()).containsExactly("null");
        assertThat(Trials.estimate(some.result(), "null", "randomised", "mean", ""))
                .isEqualTo(Trials.estimate(all.result(), "null", "randomised", "mean", ""));
        RunOptions unknown =
                new RunOptions(folder.resolve("x"), 1, 60, 1000, null, Set.of("nul"), true, "run", "replay");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> evotrial.simulator().run(trial, unknown, Progress.SILENT))
                .withMessageContaining("nul");
    }

    @Test
    void keepsFinishedBlocksWhenItIsInterruptedAndGoesOnToTheSameBytes() throws Exception {
        run("whole", 2, REPLICATES, Progress.SILENT);
        RunInterruptedException interrupted = interrupt("resumed", 2, REPLICATES);

        assertThat(interrupted.requested()).isEqualTo(3L * REPLICATES);
        assertThat(interrupted.completed()).isBetween(50L, (long) REPLICATES);
        assertThat(checkpoints("resumed")).isDirectory();
        assertThat(folder.resolve("resumed").resolve(ID).resolve("results.json"))
                .doesNotExist();

        Resumed resumed = new Resumed();
        run("resumed", 7, REPLICATES, resumed);
        assertThat(resumed.replicates).isEqualTo(interrupted.completed());
        assertThat(results("resumed")).containsExactly(results("whole"));
        assertThat(checkpoints("resumed")).doesNotExist();
    }

    /** Interrupts the run when its first block is finished. */
    private RunInterruptedException interrupt(String output, int threads, int replicates) {
        Progress interrupting = new Progress() {
            private boolean interrupted;

            @Override
            public void replicatesDone(String scenario, int done, int failed, @Nullable Estimate first) {
                if (!interrupted) {
                    Thread.currentThread().interrupt();
                }
                interrupted = true;
            }
        };
        RunInterruptedException interrupted = catchThrowableOfType(
                RunInterruptedException.class, () -> run(output, threads, replicates, interrupting));
        assertThat(interrupted).isNotNull();
        return Objects.requireNonNull(interrupted);
    }

    @Test
    void continuesToMoreReplicatesFromTheBlocksThatAreWhole() throws Exception {
        run("whole", 2, REPLICATES, Progress.SILENT);
        // 50 + 30 replicates: only the first block can be used by a longer run.
        long kept = interrupt("more", 1, 80).completed();
        Resumed resumed = new Resumed();
        run("more", 2, REPLICATES, resumed);

        assertThat(kept).isIn(50L, 80L);
        assertThat(resumed.replicates).isEqualTo(50);
        assertThat(results("more")).containsExactly(results("whole"));
    }

    @Test
    void goesOnFromACheckpointThatWasCutShort() throws Exception {
        run("whole", 2, REPLICATES, Progress.SILENT);
        interrupt("cut", 2, REPLICATES);
        Path file = checkpoints("cut").resolve("base.blocks");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 7));
        run("cut", 2, REPLICATES, Progress.SILENT);

        assertThat(results("cut")).containsExactly(results("whole"));
    }

    @Test
    void usesNoBlocksOfAnotherSeedAndNoneWhenItIsNotToResume() throws Exception {
        interrupt("other", 2, REPLICATES);
        Resumed fresh = new Resumed();
        RunOptions noResume = new RunOptions(
                folder.resolve("other"), 2, REPLICATES, 1000, null, Set.of("base"), false, "run", "replay");
        interrupt("other", 2, REPLICATES);
        evotrial.simulator().run(trial, noResume, fresh);
        assertThat(fresh.replicates).isZero();

        interrupt("other", 2, REPLICATES);
        RunOptions seed =
                new RunOptions(folder.resolve("other"), 2, REPLICATES, 1000, 5L, Set.of("base"), true, "run", "replay");
        evotrial.simulator().run(trial, seed, fresh);
        assertThat(fresh.replicates).isZero();
    }

    @Test
    void tellsItsProgressInOrder() throws Exception {
        List<String> told = new ArrayList<>();
        run("told", 1, 60, new Progress() {
            @Override
            public void runStarted(String name, int scenarios, long replicates, long resumed) {
                told.add("%s %d %d %d".formatted(name, scenarios, replicates, resumed));
            }

            @Override
            public void scenarioStarted(String scenario, int position, int replicates) {
                told.add("%s %d %d".formatted(scenario, position, replicates));
            }

            @Override
            public void replicatesDone(String scenario, int done, int failed, @Nullable Estimate first) {
                told.add("%s %d %d %s"
                        .formatted(
                                scenario,
                                done,
                                failed,
                                Objects.requireNonNull(first).metric()));
            }

            @Override
            public void runFinished() {
                told.add("finished");
            }
        });

        assertThat(told)
                .containsExactly(
                        "group-sequential 3 180 0",
                        "base 0 60",
                        "base 50 0 rejectionProbability",
                        "base 60 0 rejectionProbability",
                        "null 1 60",
                        "null 50 0 rejectionProbability",
                        "null 60 0 rejectionProbability",
                        "smaller-effect 2 60",
                        "smaller-effect 50 0 rejectionProbability",
                        "smaller-effect 60 0 rejectionProbability",
                        "finished");
    }

    private static final class Resumed implements Progress {
        private long replicates = -1;

        @Override
        public void runStarted(String name, int scenarios, long requested, long resumed) {
            replicates = resumed;
        }
    }
}
