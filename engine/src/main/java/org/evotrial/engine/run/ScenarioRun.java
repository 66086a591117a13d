package org.evotrial.engine.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.evotrial.engine.Progress;
import org.evotrial.engine.checkpoint.Checkpoint;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.reduce.ReplicateTable;
import org.evotrial.engine.reduce.RunningEstimate;
import org.evotrial.engine.replicate.BlockResult;
import org.evotrial.engine.replicate.BlockRunner;
import org.evotrial.engine.replicate.UncensoredRunner;
import org.evotrial.engine.truth.TrueDistributions;

/** Simulates one scenario on several threads. */
final class ScenarioRun {
    private static final int PATIENTS_PER_PIECE = 100;

    private final Workers workers;
    private final Progress progress;
    private final double confidence;
    private long kept;

    ScenarioRun(Workers workers, Progress progress, double confidence) {
        this.workers = workers;
        this.progress = progress;
        this.confidence = confidence;
    }

    /**
     * Simulates the replicates, beginning with what a checkpoint holds.
     *
     * @param plan what is simulated
     * @param replicates number of replicates
     * @param file the checkpoint
     * @param fingerprint what the blocks depend on
     * @param resume whether the checkpoint's blocks are used
     */
    ReplicateTable replicates(SimulationPlan plan, int replicates, Path file, String fingerprint, boolean resume)
            throws IOException, InterruptedException {
        try (Checkpoint checkpoint = Checkpoint.open(file, fingerprint, resume)) {
            List<BlockResult> blocks = usable(checkpoint.found(), replicates);
            Set<Integer> known = new HashSet<>();
            blocks.forEach(b -> known.add(b.block()));
            List<Integer> missing = IntStream.range(0, BlockResult.blocks(replicates))
                    .filter(b -> !known.contains(b))
                    .boxed()
                    .toList();
            Tally tally = new Tally(plan);
            blocks.forEach(tally::add);
            kept += tally.done;
            workers.compute(
                    missing,
                    () -> {
                        BlockRunner runner = new BlockRunner(plan);
                        return block -> runner.run(block, replicates);
                    },
                    block -> {
                        append(checkpoint, block);
                        blocks.add(block);
                        tally.add(block);
                        kept += block.replicates();
                        tally.report();
                    });
            return new ReplicateTable(plan, blocks);
        }
    }

    /** Replicates of all scenarios so far that a checkpoint holds. */
    long kept() {
        return kept;
    }

    /** Replicates that a checkpoint holds and that a run of so many replicates can use. */
    static long resumable(Path file, String fingerprint, int replicates) throws IOException {
        return usable(Checkpoint.peek(file, fingerprint), replicates).stream()
                .mapToLong(BlockResult::replicates)
                .sum();
    }

    private static void append(Checkpoint checkpoint, BlockResult block) {
        try {
            checkpoint.append(block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Blocks whose size is that of the same block in this run. */
    private static List<BlockResult> usable(List<BlockResult> found, int replicates) {
        List<BlockResult> usable = new ArrayList<>();
        for (BlockResult block : found) {
            int expected = Math.min(BlockResult.SIZE, replicates - block.firstReplicate());
            if (block.replicates() == expected) {
                usable.add(block);
            }
        }
        return usable;
    }

    /** Follows patients under every arm without censoring. */
    TrueDistributions truth(SimulationPlan plan, int patients) throws InterruptedException {
        progress.truthStarted(plan.variant(), patients);
        int arms = plan.patients().arms().length;
        double[][][] eventDays = new double[arms][plan.patients().endpoints().length][patients];
        double[][][] milestones = new double[arms][UncensoredRunner.milestones(plan)][patients];
        List<Integer> pieces = IntStream.range(0, (patients + PATIENTS_PER_PIECE - 1) / PATIENTS_PER_PIECE)
                .boxed()
                .toList();
        workers.compute(
                pieces,
                () -> {
                    UncensoredRunner runner = new UncensoredRunner(plan);
                    return piece -> {
                        int from = piece * PATIENTS_PER_PIECE;
                        runner.run(from, Math.min(patients, from + PATIENTS_PER_PIECE), eventDays, milestones);
                        return piece;
                    };
                },
                piece -> {});
        return new TrueDistributions(plan, eventDays, milestones, confidence);
    }

    /** Counts what is done and tells the progress. */
    private final class Tally {
        private final String variant;
        private final RunningEstimate first;
        private int done;
        private int failed;

        Tally(SimulationPlan plan) {
            variant = plan.variant();
            first = new RunningEstimate(plan, confidence);
        }

        void add(BlockResult block) {
            done += block.replicates();
            failed += block.failures().size();
            first.add(block);
        }

        void report() {
            progress.replicatesDone(variant, done, failed, first.estimate());
        }
    }
}
