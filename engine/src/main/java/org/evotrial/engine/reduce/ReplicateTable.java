package org.evotrial.engine.reduce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.replicate.BlockResult;
import org.evotrial.spi.MetricDefinition;

/** All replicates of one scenario: a row each, in the order of their number. */
public final class ReplicateTable {
    private final SimulationPlan plan;
    private final List<BlockResult> blocks;
    private final int replicates;
    private final int failed;

    /**
     * @param plan what was simulated
     * @param blocks its blocks, each once, in any order
     */
    public ReplicateTable(SimulationPlan plan, List<BlockResult> blocks) {
        this.plan = plan;
        this.blocks = blocks.stream()
                .sorted(Comparator.comparingInt(BlockResult::block))
                .toList();
        replicates = blocks.stream().mapToInt(BlockResult::replicates).sum();
        failed = blocks.stream().mapToInt(b -> b.failures().size()).sum();
    }

    /** What was simulated. */
    public SimulationPlan plan() {
        return plan;
    }

    /** Number of replicates, failed ones included. */
    public int replicates() {
        return replicates;
    }

    /** Number of replicates that did not fail. */
    public int completed() {
        return replicates - failed;
    }

    /** Virtual patients simulated. */
    public long patients() {
        return blocks.stream().mapToLong(BlockResult::patients).sum();
    }

    /** Replicates that failed, in order. */
    public List<BlockResult.Failed> failures() {
        List<BlockResult.Failed> failures = new ArrayList<>();
        blocks.forEach(b -> failures.addAll(b.failures()));
        return failures;
    }

    /** The values of a metric, one per replicate; NaN where it was not measured. */
    public double[] column(int metric) {
        double[] values = new double[replicates];
        int next = 0;
        for (BlockResult block : blocks) {
            for (int i = 0; i < block.replicates(); i++) {
                values[next++] = block.rows()[i * block.columns() + metric];
            }
        }
        return values;
    }

    /** The value of a metric in one replicate. */
    public double value(int replicate, int metric) {
        BlockResult block = blocks.get(replicate / BlockResult.SIZE);
        return block.rows()[(replicate - block.firstReplicate()) * block.columns() + metric];
    }

    /** Index of a metric by its definition, or -1. */
    public int indexOf(MetricDefinition metric) {
        return plan.metrics().indexOf(metric);
    }

    /** Blocks in order. */
    List<BlockResult> blocks() {
        return blocks;
    }
}
