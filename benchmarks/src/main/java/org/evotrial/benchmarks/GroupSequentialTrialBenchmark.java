package org.evotrial.benchmarks;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.evotrial.engine.plan.Planner;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.replicate.TrialReplicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One classical group-sequential trial: the general engine against a loop written for this trial alone. The engine's
 * columns hold the test's decisions and estimates; descriptive summaries are not part of the comparison.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(3)
public class GroupSequentialTrialBenchmark {
    /** Median months to progression in the experimental arm: an effect, and none. */
    @Param({"9", "6"})
    public double experimentalMedian;

    private PlainGroupSequentialLoop plain = new PlainGroupSequentialLoop(9);
    private GroupSequentialKernelLoop kernels = new GroupSequentialKernelLoop(9);
    private SplittableRandom random = new SplittableRandom(1);

    @SuppressWarnings("NullAway.Init")
    private TrialReplicate engine;

    private double[] row = new double[0];
    private double[] curves = new double[0];
    private long replicate;

    /** Plans the trial. */
    @Setup
    public void plan() {
        SimulationPlan plan = plan(experimentalMedian);
        plain = new PlainGroupSequentialLoop(experimentalMedian);
        kernels = new GroupSequentialKernelLoop(experimentalMedian);
        random = new SplittableRandom(20261121);
        engine = new TrialReplicate(plan);
        row = new double[plan.metrics().size()];
        int[] offsets = plan.curveOffsets();
        curves = new double[offsets[offsets.length - 1]];
        replicate = 0;
    }

    private static SimulationPlan plan(double experimentalMedian) {
        var trial = BenchmarkTrials.read(
                "group-sequential.json",
                Map.of("/treatments/new/medianProgressionFreeMonths", BenchmarkTrials.number(experimentalMedian)));
        return new Planner()
                .plan(trial.variants().get(0), trial.base().simulation().seed());
    }

    /** The loop written for this trial alone. */
    @Benchmark
    public boolean plainLoop() {
        return plain.trial(random);
    }

    /** The same loop with the general kernels of the statistics module. */
    @Benchmark
    public boolean kernelLoop() {
        return kernels.trial(random);
    }

    /** The general engine. */
    @Benchmark
    public double engine() {
        engine.run(replicate++, row, curves);
        return row[0];
    }
}
