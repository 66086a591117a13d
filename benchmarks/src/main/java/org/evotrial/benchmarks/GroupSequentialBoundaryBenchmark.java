package org.evotrial.benchmarks;

import java.util.concurrent.TimeUnit;
import org.evotrial.statistics.groupsequential.BoundaryShape;
import org.evotrial.statistics.groupsequential.ConditionalPower;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.RepeatedInference;
import org.evotrial.statistics.groupsequential.Sidedness;
import org.evotrial.statistics.groupsequential.SpendingFunction;
import org.evotrial.statistics.groupsequential.StageWiseOrdering;
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

/** Boundaries of equally spaced looks, one-sided at .025, and inference with them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GroupSequentialBoundaryBenchmark {
    private static final double ALPHA = 0.025;
    private static final SpendingFunction OBRIEN_FLEMING = new SpendingFunction.LanDeMetsOBrienFleming();
    private static final SpendingFunction HWANG = new SpendingFunction.HwangShihDeCani(-2);

    /** Number of looks. */
    @Param({"3", "5", "20"})
    public int looks = 5;

    private double[] fractions = new double[0];
    private GroupSequentialDesign design =
            GroupSequentialDesign.spending(OBRIEN_FLEMING, ALPHA, Sidedness.ONE_SIDED, 1);

    /** Spaces the looks. */
    @Setup
    public void plan() {
        fractions = new double[looks];
        for (int i = 0; i < looks; i++) {
            fractions[i] = (i + 1.0) / looks;
        }
        design = spendingOneSided();
    }

    /** O'Brien-Fleming-type spending. */
    @Benchmark
    public GroupSequentialDesign spendingOneSided() {
        return GroupSequentialDesign.spending(OBRIEN_FLEMING, ALPHA, Sidedness.ONE_SIDED, fractions);
    }

    /** Pocock's shape, whose constant is searched. */
    @Benchmark
    public GroupSequentialDesign pocockOneSided() {
        return GroupSequentialDesign.shaped(BoundaryShape.pocock(), ALPHA, Sidedness.ONE_SIDED, fractions);
    }

    /** Pocock's shape on both sides. */
    @Benchmark
    public GroupSequentialDesign pocockTwoSided() {
        return GroupSequentialDesign.shaped(
                BoundaryShape.pocock(), 2 * ALPHA, Sidedness.TWO_SIDED_SYMMETRIC, fractions);
    }

    /** Both errors by spending, futility binding: a search over the drift. */
    @Benchmark
    public GroupSequentialDesign bindingBetaSpending() {
        return GroupSequentialDesign.spending(OBRIEN_FLEMING, ALPHA, Sidedness.ONE_SIDED, fractions)
                .withBindingBetaSpending(HWANG, 0.1);
    }

    /** The drift for a power of .9. */
    @Benchmark
    public double driftForPower() {
        return design.driftForPower(0.9);
    }

    /** Stopping probabilities under a drift. */
    @Benchmark
    public double power() {
        return design.crossingProbabilities(3).overallRejection();
    }

    /** Repeated p-value at the last look. */
    @Benchmark
    public double repeatedPValue() {
        return RepeatedInference.pValue(design, looks, 2.3);
    }

    /** Median-unbiased estimate at the last look. */
    @Benchmark
    public double medianUnbiasedEstimate() {
        return StageWiseOrdering.of(design, looks, 2.3).medianUnbiasedEstimate();
    }

    /** Predictive power after the first look. */
    @Benchmark
    public double predictivePower() {
        return ConditionalPower.after(design, 1, 1).predictive();
    }
}
