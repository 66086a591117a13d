package org.evotrial.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.evotrial.engine.Progress;
import org.evotrial.engine.RunInterruptedException;
import org.evotrial.engine.RunOptions;
import org.evotrial.engine.SmallTrial;
import org.evotrial.engine.Trials;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.replicate.BlockResult;
import org.evotrial.engine.replicate.BlockRunner;
import org.evotrial.engine.replicate.UncensoredRunner;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.StoredRun;
import org.evotrial.model.result.TrialTrace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.IntNode;

/** The ctDNA-guided example on evolving tumours, with few patients per trial. */
class AppleRunTest {
    private static final int REPLICATES = 52;
    private static final int SAMPLE_SIZE = 12;
    private static final int PATIENTS = 60;
    private static final int CONTROL = 2;

    private final Evotrial evotrial = Evotrial.create(AppleRunTest.class.getClassLoader());
    private final TrialDocument trial = Trials.read(
            Trials.example("apple"),
            Map.of(
                    "/design/sampleSize", new IntNode(SAMPLE_SIZE),
                    "/simulation/examplePatients", new IntNode(SAMPLE_SIZE)));

    @TempDir
    Path folder;

    private byte[] run(String output, int threads, Progress progress) throws IOException, RunInterruptedException {
        RunOptions options = new RunOptions(
                folder.resolve(output), threads, REPLICATES, 100, null, Set.of("base"), true, "run", "replay");
        evotrial.simulator().run(trial, options, progress);
        return Files.readAllBytes(folder.resolve(output).resolve("apple").resolve(StoredRun.RESULTS_FILE));
    }

    @Test
    void isByteIdenticalWithAnyNumberOfThreadsAndAfterAnInterruption() throws Exception {
        byte[] one = run("one", 1, Progress.SILENT);
        assertThat(run("seven", 7, Progress.SILENT)).containsExactly(one);

        Progress interrupting = new Progress() {
            private boolean done;

            @Override
            public void replicatesDone(String scenario, int completed, int failed, @Nullable Estimate first) {
                if (!done) {
                    Thread.currentThread().interrupt();
                }
                done = true;
            }
        };
        assertThat(catchThrowableOfType(RunInterruptedException.class, () -> run("two", 2, interrupting)))
                .isNotNull();
        assertThat(run("two", 2, Progress.SILENT)).containsExactly(one);
    }

    private double[][][] uncensored(String scenario) {
        SimulationPlan plan = SmallTrial.plan(trial, scenario);
        int endpoints = plan.patients().endpoints().length;
        double[][][] days = new double[3][endpoints][PATIENTS];
        new UncensoredRunner(plan).run(0, PATIENTS, days, new double[3][UncensoredRunner.milestones(plan)][PATIENTS]);
        return days;
    }

    @Test
    void givesAPatientTheSameOutcomeInEveryArmUnderTheNullByBiology() {
        double[][][] nothing = uncensored("no-guidance");
        double[][][] base = uncensored("base");

        assertThat(nothing[0]).isDeepEqualTo(nothing[CONTROL]);
        assertThat(nothing[1]).isDeepEqualTo(nothing[CONTROL]);
        assertThat(base[CONTROL]).isDeepEqualTo(nothing[CONTROL]);
        assertThat(base[0][0]).isNotEqualTo(base[CONTROL][0]);
        assertThat(base[1][0]).isNotEqualTo(base[CONTROL][0]);
    }

    /** Arm C never acts on plasma, and arm A neither: what tumours shed changes nothing for them. */
    @Test
    void givesAPatientTheSameOutcomeWhereASheddingNobodyActsUponChanged() {
        double[][][] base = uncensored("base");
        double[][][] low = uncensored("low-shedding");

        assertThat(low[0]).isDeepEqualTo(base[0]);
        assertThat(low[CONTROL]).isDeepEqualTo(base[CONTROL]);
        assertThat(low[1]).isNotEqualTo(base[1]);
    }

    @Test
    void simulatesTheSameAfterThePlanWasSerialised() throws Exception {
        SimulationPlan plan = SmallTrial.plan(trial, "base");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(plan);
        }
        SimulationPlan restored;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            restored = (SimulationPlan) in.readObject();
        }
        BlockResult expected = new BlockRunner(plan).run(0, 10);
        BlockResult found = new BlockRunner(restored).run(0, 10);

        assertThat(expected.failures()).isEmpty();
        assertThat(found.rows()).containsExactly(expected.rows());
        assertThat(found.curveSum()).containsExactly(expected.curveSum());
    }

    @Test
    void replaysTheTraceOfAPatientAndOfATrial() {
        TrialTrace trace = evotrial.replayer().trial(trial, "base", 2, null);

        assertThat(trace.events())
                .extracting(TrialTrace.TrialEvent::calendarDay)
                .isSorted();
        assertThat(trace.events().stream().filter(e -> e.what().startsWith("randomised")))
                .hasSize(SAMPLE_SIZE);
        assertThat(trace).isEqualTo(evotrial.replayer().trial(trial, "base", 2, null));
        assertThat(evotrial.replayer().patient(trial, "base", 2, 5, null))
                .isEqualTo(evotrial.replayer().patient(trial, "base", 2, 5, null));
    }
}
