package org.evotrial.engine.reduce;

import java.util.List;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.replicate.BlockResult;
import org.evotrial.model.result.Estimate;
import org.evotrial.spi.MetricDefinition;
import org.evotrial.spi.MetricDefinition.Kind;
import org.evotrial.statistics.montecarlo.MonteCarloEstimate;
import org.evotrial.statistics.montecarlo.PerformanceMeasure;
import org.evotrial.statistics.montecarlo.SampleMoments;
import org.jspecify.annotations.Nullable;

/**
 * The first operating characteristic while blocks come in, for progress only: the first rejection probability of a plan, or its
 * first metric. Blocks arrive in any order, so its last digits are not those of the results.
 */
public final class RunningEstimate {
    private final MetricDefinition metric;
    private final int column;
    private final double confidence;
    private final SampleMoments moments = new SampleMoments();
    private long ones;

    /** Of a plan, with intervals of the given confidence. */
    public RunningEstimate(SimulationPlan plan, double confidence) {
        this.confidence = confidence;
        List<MetricDefinition> metrics = plan.metrics();
        int first = 0;
        for (int i = metrics.size() - 1; i >= 0; i--) {
            first = metrics.get(i).metric().equals("rejectionProbability") ? i : first;
        }
        column = first;
        metric = metrics.get(first);
    }

    /** Takes a block. */
    public void add(BlockResult block) {
        for (int i = 0; i < block.replicates(); i++) {
            double value = block.rows()[i * block.columns() + column];
            if (Double.isFinite(value)) {
                moments.add(value);
                ones += value != 0 ? 1 : 0;
            }
        }
    }

    /** The estimate so far, or null if nothing was measured. */
    public @Nullable Estimate estimate() {
        if (moments.count() == 0) {
            return null;
        }
        boolean probability = metric.kind() == Kind.PROBABILITY;
        MonteCarloEstimate estimate = probability
                ? PerformanceMeasure.proportion(ones, moments.count(), confidence)
                : PerformanceMeasure.mean(moments, confidence);
        return Estimates.of(metric, probability ? "probability" : "mean", probability ? "" : metric.unit(), estimate);
    }
}
