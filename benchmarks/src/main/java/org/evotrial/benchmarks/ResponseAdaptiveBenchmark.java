package org.evotrial.benchmarks;

import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.evotrial.statistics.allocation.AdaptiveRule;
import org.evotrial.statistics.allocation.AllocationLimits;
import org.evotrial.statistics.allocation.ResponseAdaptiveDesign;
import org.evotrial.statistics.allocation.ResponseAdaptiveTrial;
import org.evotrial.statistics.allocation.Tempering;
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
 * One response-adaptive trial of five arms, up to 1,000 patients and ten looks, with best-arm probabilities by quadrature: the
 * designs of adaptr_rar.csv. Without an effect nearly every trial takes all ten looks with all arms.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(2)
public class ResponseAdaptiveBenchmark {
    /** True response probabilities: with two better arms, or all alike. */
    @Param({"0.25 0.25 0.25 0.30 0.40", "0.25 0.25 0.25 0.25 0.25"})
    public String truth = "";

    private double[] probabilities = new double[5];
    private ResponseAdaptiveTrial trial = new ResponseAdaptiveTrial(design());
    private UniformRandomProvider random = new XoShiRo256PlusPlus(new long[4]);

    /** Begins with the same random numbers. */
    @Setup
    public void begin() {
        String[] words = truth.split(" ", -1);
        for (int arm = 0; arm < probabilities.length; arm++) {
            probabilities[arm] = Double.parseDouble(words[arm]);
        }
        trial = new ResponseAdaptiveTrial(design());
        random = new XoShiRo256PlusPlus(
                0x9E3779B97F4A7C15L, 0xBF58476D1CE4E5B9L, 0x94D049BB133111EBL, 0xD6E8FEB86659FD93L);
    }

    private static ResponseAdaptiveDesign design() {
        int[] looks = new int[10];
        for (int i = 0; i < looks.length; i++) {
            looks[i] = 100 * (i + 1);
        }
        AdaptiveRule rule = AdaptiveRule.thallWathen(5, new Tempering.Constant(0.5))
                .withLimits(AllocationLimits.between(5, 0.05, 1));
        return new ResponseAdaptiveDesign(looks, looks, 0.99, 0.01, -1, 1, 1, rule);
    }

    /** One trial. */
    @Benchmark
    public int trial() {
        trial.simulate(probabilities, random);
        return trial.patients();
    }
}
