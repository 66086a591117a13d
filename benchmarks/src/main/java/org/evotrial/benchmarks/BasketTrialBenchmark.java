package org.evotrial.benchmarks;

import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.evotrial.statistics.bayes.basket.BasketLogit;
import org.evotrial.statistics.bayes.basket.BasketPosterior;
import org.evotrial.statistics.bayes.basket.BasketTrial;
import org.evotrial.statistics.bayes.basket.ExchangeableDistribution;
import org.evotrial.statistics.bayes.basket.HeterogeneityPrior;
import org.evotrial.statistics.bayes.basket.HierarchicalAnalysis;
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

/** One basket trial of six baskets of 24 with new responses each time, nothing remembered; tables are built before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BasketTrialBenchmark {
    private static final double LOGIT_15 = Math.log(0.15 / 0.85);
    private static final double LOGIT_35 = Math.log(0.35 / 0.65);
    private static final int BASKETS = 6;
    private static final int PATIENTS = 24;

    /** Hierarchical model. */
    @Param({"berry", "exnex"})
    public String model = "berry";

    private final int[] responses = new int[BASKETS];
    private HierarchicalAnalysis analysis = build();
    private BasketPosterior posterior = new BasketPosterior(analysis.trial());
    private UniformRandomProvider random = new XoShiRo256PlusPlus(new long[4]);

    /** Builds the tables. */
    @Setup
    public void begin() {
        analysis = build();
        posterior = new BasketPosterior(analysis.trial());
        random = new XoShiRo256PlusPlus(
                0x9E3779B97F4A7C15L, 0xBF58476D1CE4E5B9L, 0x94D049BB133111EBL, 0xD6E8FEB86659FD93L);
    }

    private HierarchicalAnalysis build() {
        BasketTrial trial = BasketTrial.equal(BASKETS, PATIENTS, 0.15);
        HeterogeneityPrior heterogeneity = new HeterogeneityPrior.HalfNormal(1);
        double[] values = new double[BASKETS];
        if ("exnex".equals(model)) {
            Arrays.fill(values, 0.5);
            return HierarchicalAnalysis.exnex(
                    trial,
                    values,
                    new ExchangeableDistribution(LOGIT_15, 2, heterogeneity),
                    Collections.nCopies(BASKETS, BasketLogit.at(0.25, 2)));
        }
        Arrays.fill(values, 0.35);
        return HierarchicalAnalysis.berry(
                trial, values, new ExchangeableDistribution(LOGIT_15 - LOGIT_35, 2, heterogeneity));
    }

    /** Responses of one trial and their posterior. */
    @Benchmark
    public double trial() {
        for (int j = 0; j < BASKETS; j++) {
            int count = 0;
            for (int i = 0; i < PATIENTS; i++) {
                count += random.nextDouble() < 0.25 ? 1 : 0;
            }
            responses[j] = count;
        }
        analysis.analyse(responses, posterior);
        return posterior.probabilityAbove(0, 0);
    }

    /** Building the tables, as a rate. */
    @Benchmark
    public HierarchicalAnalysis tables() {
        return build();
    }
}
