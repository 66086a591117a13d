package org.evotrial.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.evotrial.statistics.survival.CoxTwoArm;
import org.evotrial.statistics.survival.KaplanMeier;
import org.evotrial.statistics.survival.LogRankTest;
import org.evotrial.statistics.survival.StaggeredEntry;
import org.evotrial.statistics.survival.TwoArmRiskTable;
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
 * Time-to-event kernels on one data set after another, so that no branch is learnt by heart: sort and test, sort and fit,
 * and three looks of a trial from one sort. Run with {@code -prof gc} for the allocation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SurvivalKernelBenchmark {
    private static final int DATA_SETS = 64;
    private static final double ACCRUAL_MONTHS = 18;

    /** Patients in both groups. */
    @Param({"350", "5000"})
    public int patients;

    private final LogRankTest test = new LogRankTest(0);
    private final TwoArmRiskTable risks = new TwoArmRiskTable(0);
    private final StaggeredEntry entries = new StaggeredEntry(0);
    private final KaplanMeier curve = new KaplanMeier(0);
    private double[] entry = new double[0];
    private double[][] time = new double[0][];
    private boolean[][] event = new boolean[0][];
    private int[] group = new int[0];
    private int next;

    /** Draws exponential times with medians of 6 and 9 months and a dropout of 5 % a year. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(20_261_121);
        entry = new double[patients];
        group = new int[patients];
        time = new double[DATA_SETS][patients];
        event = new boolean[DATA_SETS][patients];
        for (int i = 0; i < patients; i++) {
            entry[i] = (i + 1) * ACCRUAL_MONTHS / patients;
            group[i] = i & 1;
        }
        double dropoutMean = -12 / Math.log(0.95);
        for (int set = 0; set < DATA_SETS; set++) {
            for (int i = 0; i < patients; i++) {
                double progression = -Math.log(1 - random.nextDouble()) * (group[i] == 1 ? 9 : 6) / Math.log(2);
                double dropout = -Math.log(1 - random.nextDouble()) * dropoutMean;
                event[set][i] = progression <= dropout;
                time[set][i] = Math.min(progression, dropout);
            }
        }
    }

    private int nextSet() {
        next = (next + 1) % DATA_SETS;
        return next;
    }

    /** Log-rank test of unsorted patients. */
    @Benchmark
    public double logRank() {
        int set = nextSet();
        return test.compute(time[set], event[set], group, patients).z();
    }

    /** Cox regression of unsorted patients. */
    @Benchmark
    public double cox() {
        int set = nextSet();
        return CoxTwoArm.of(risks.fill(time[set], event[set], group, patients)).logHazardRatio();
    }

    /** Kaplan-Meier curve of one group of unsorted patients. */
    @Benchmark
    public double kaplanMeier() {
        int set = nextSet();
        return curve.compute(time[set], event[set], group, 1, patients).survival(6);
    }

    /** Three looks of a trial at 50 %, 75 % and all of 5/7 of the patients' events, from one sort. */
    @Benchmark
    public double threeLooks() {
        int set = nextSet();
        entries.prepare(entry, time[set], event[set], group, patients);
        int last = patients * 5 / 7;
        double sum = test.compute(entries.at(entries.calendarTimeOfEvent(last / 2), risks))
                .z();
        sum += test.compute(entries.at(entries.calendarTimeOfEvent(last * 3 / 4), risks))
                .z();
        return sum
                + test.compute(entries.at(entries.calendarTimeOfEvent(last), risks))
                        .z();
    }
}
