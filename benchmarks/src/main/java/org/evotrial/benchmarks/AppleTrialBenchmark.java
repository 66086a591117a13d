package org.evotrial.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.evotrial.engine.plan.Planner;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.replicate.TrialReplicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The base scenario of {@code examples/apple}, per virtual patient of a whole replicate, analyses included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(2)
public class AppleTrialBenchmark {
    private static final int PATIENTS = 156;

    /** The trial file, from the working directory. */
    @Param("examples/apple/trial.json")
    public String file = "examples/apple/trial.json";

    @SuppressWarnings("NullAway.Init")
    private TrialReplicate trial;

    private double[] row = new double[0];
    private double[] curves = new double[0];
    private long replicate;

    /** Plans the trial. */
    @Setup
    public void plan() {
        SimulationPlan plan = plan(file);
        trial = new TrialReplicate(plan);
        row = new double[plan.metrics().size()];
        int[] offsets = plan.curveOffsets();
        curves = new double[offsets[offsets.length - 1]];
        replicate = 0;
    }

    private static SimulationPlan plan(String file) {
        var document = BenchmarkTrials.read(Path.of(file), Map.of());
        return new Planner()
                .plan(document.variants().get(0), document.base().simulation().seed());
    }

    /** One replicate. */
    @Benchmark
    @OperationsPerInvocation(PATIENTS)
    public double perPatient() {
        trial.run(replicate++, row, curves);
        return row[0];
    }
}
