package org.evotrial.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evotrial.engine.Progress;
import org.evotrial.engine.RunOptions;
import org.evotrial.engine.SmallTrial;
import org.evotrial.engine.Trials;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.engine.random.StreamSet;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.StoredRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disease model that breaks on one patient in a thousand: which, follows from the random streams alone. */
class FailedReplicatesTest {
    private static final int REPLICATES = 120;
    private static final int PATIENTS = 60;

    @TempDir
    Path folder;

    private final Evotrial evotrial = Evotrial.create(FailedReplicatesTest.class.getClassLoader());

    private TrialDocument trial() {
        return SmallTrial.read(folder, "{ \"type\": \"brittle\" }", SmallTrial.calendar("final", 12));
    }

    private static List<String> expected(long seed) {
        StreamSet streams = new StreamSet(seed, 0, 1);
        List<String> expected = new ArrayList<>();
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            for (int patient = 0; patient < PATIENTS; patient++) {
                streams.patient(replicate, patient);
                if (streams.biology().nextDouble() < BrittlePlugin.THRESHOLD) {
                    expected.add(
                            "%d: patient %d: java.lang.IllegalStateException: brittle".formatted(replicate, patient));
                    break;
                }
            }
        }
        return expected;
    }

    @Test
    void areCountedNamedAndLeftOutOfTheEstimates() throws Exception {
        TrialDocument trial = trial();
        List<String> expected = expected(trial.base().simulation().seed());
        StoredRun run = evotrial.simulator().run(trial, Trials.options(folder, 2, REPLICATES), Progress.SILENT);
        ScenarioResult base = run.result().scenarios().get(0);
        Estimate randomised = Trials.estimate(run.result(), "base", "randomised", "mean", "");

        assertThat(expected).hasSizeBetween(2, 20);
        assertThat(base.failures().stream().map(f -> f.replicate() + ": " + f.message()))
                .containsExactlyElementsOf(expected);
        assertThat(base.replicatesRequested()).isEqualTo(REPLICATES);
        assertThat(base.replicatesCompleted()).isEqualTo(REPLICATES - expected.size());
        assertThat(randomised.n()).isEqualTo(REPLICATES - expected.size());
        assertThat(randomised.value()).isEqualTo(PATIENTS);
        assertThat(run.provenance().replicatesFailed()).isEqualTo(expected.size());
    }

    @Test
    void comeWithTheCommandThatReplaysThemAndTheReplayFailsToo() throws Exception {
        TrialDocument trial = trial();
        StoredRun run = evotrial.simulator().run(trial, Trials.options(folder, 1, REPLICATES), Progress.SILENT);
        ScenarioResult.Failure failure =
                run.result().scenarios().get(0).failures().get(0);

        assertThat(run.provenance().replayCommand("base", failure.replicate()))
                .isEqualTo("replay --scenario base --replicate " + failure.replicate());
        assertThatIllegalStateException()
                .isThrownBy(() -> evotrial.replayer().trial(trial, "base", failure.replicate(), null))
                .withMessage("brittle");
    }

    @Test
    void doNotDisturbTheReplicatesAfterThem() throws Exception {
        TrialDocument trial = trial();
        StoredRun one =
                evotrial.simulator().run(trial, Trials.options(folder.resolve("one"), 1, REPLICATES), Progress.SILENT);
        StoredRun seven = evotrial.simulator()
                .run(trial, Trials.options(folder.resolve("seven"), 7, REPLICATES), Progress.SILENT);

        assertThat(StoredRun.bytes(seven.result())).containsExactly(StoredRun.bytes(one.result()));
        assertThat(one.result().scenarios()).hasSize(1);
        assertThat(Set.copyOf(one.result().scenarios().get(0).failures())).hasSizeGreaterThan(1);
    }

    /** With 20,000 patients of whom one in a thousand breaks the model, the probability that none does is 2e-9. */
    @Test
    void aFailureInTheRunOfTheTruthIsReportedAndLosesNothing() throws Exception {
        RunOptions options = new RunOptions(folder, 2, REPLICATES, 20_000, null, Set.of(), true, "run", "replay");
        StoredRun run = evotrial.simulator().run(trial(), options, Progress.SILENT);
        ScenarioResult base = run.result().scenarios().get(0);

        assertThat(base.failures()).anySatisfy(f -> {
            assertThat(f.concernsTruth()).isTrue();
            assertThat(f.message()).contains("truth").contains("brittle");
        });
        assertThat(base.truths()).isNotEmpty().allMatch(t -> Double.isNaN(t.value()));
        assertThat(base.estimates().stream().filter(e -> e.statistic().equals("bias")))
                .isNotEmpty()
                .allMatch(e -> e.n() == 0);
        assertThat(Trials.estimate(run.result(), "base", "randomised", "mean", "")
                        .n())
                .isEqualTo(base.replicatesCompleted());
        assertThat(StoredRun.bytes(StoredRun.read(folder.resolve("small")).result()))
                .containsExactly(StoredRun.bytes(run.result()));
    }
}
