package org.evotrial.engine.replicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evotrial.engine.plan.SimulationPlan;
import org.jspecify.annotations.Nullable;

/** Simulates blocks of replicates of a plan; one per thread. */
public final class BlockRunner {
    private static final int LONGEST_MESSAGE = 1000;

    private final SimulationPlan plan;
    private final int columns;
    private final double[] row;
    private final double[] curves;
    private TrialReplicate replicate;

    /** A runner for the plan. */
    public BlockRunner(SimulationPlan plan) {
        this.plan = plan;
        columns = plan.metrics().size();
        row = new double[columns];
        int[] offsets = plan.curveOffsets();
        curves = new double[offsets[offsets.length - 1]];
        replicate = new TrialReplicate(plan);
    }

    /**
     * Simulates a block. A replicate that fails is recorded and the block goes on.
     *
     * @param block number of the block
     * @param total number of replicates of the scenario; the last block may be shorter
     */
    public BlockResult run(int block, int total) {
        int first = block * BlockResult.SIZE;
        int count = Math.min(BlockResult.SIZE, total - first);
        double[] rows = new double[count * columns];
        double[] sum = new double[curves.length];
        double[] squares = new double[curves.length];
        int[] measured = new int[curves.length];
        List<BlockResult.Failed> failures = new ArrayList<>();
        long patients = 0;
        for (int i = 0; i < count; i++) {
            String failure = attempt(first + i);
            patients += replicate.patients();
            if (failure == null) {
                addCurves(sum, squares, measured);
            } else {
                failures.add(new BlockResult.Failed(first + i, failure));
                Arrays.fill(row, Double.NaN);
                replicate = new TrialReplicate(plan);
            }
            System.arraycopy(row, 0, rows, i * columns, columns);
        }
        return new BlockResult(
                block, first, count, columns, rows, List.copyOf(failures), sum, squares, measured, patients);
    }

    private @Nullable String attempt(int number) {
        try {
            replicate.run(number, row, curves);
            return null;
        } catch (RuntimeException e) {
            String message = "patient %d: %s".formatted(replicate.patients() - 1, e);
            return message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
        }
    }

    private void addCurves(double[] sum, double[] squares, int[] measured) {
        for (int i = 0; i < curves.length; i++) {
            double value = curves[i];
            if (!Double.isNaN(value)) {
                sum[i] += value;
                squares[i] += value * value;
                measured[i]++;
            }
        }
    }
}
