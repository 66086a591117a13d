package org.evotrial.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.evotrial.patient.environment.AdaptiveRule;
import org.evotrial.patient.environment.AdaptiveTherapy;
import org.evotrial.patient.environment.SensitiveResistantTumour;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reference patient RL: adaptive therapy of two competing types with a decision every day for 1,000 days, whether or not the
 * tumour progresses meanwhile. Run with {@code -prof gc} for the allocation, which should be none.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AdaptiveTherapyBenchmark {
    private static final int TUMOURS = 256;

    private final AdaptiveTherapy therapy = new AdaptiveTherapy(1, 1);
    private final AdaptiveRule rule = new AdaptiveRule(1.5, 1, 0.5, 1, 1e9, 1, 1000);
    private final SensitiveResistantTumour[] tumours = new SensitiveResistantTumour[TUMOURS];
    private int next;

    /** Draws burdens of 25-75 %, resistant fractions of 1e-4 to 1e-1, costs of 0-50 % and turnovers of 0-30 %. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(20_261_121);
        for (int i = 0; i < TUMOURS; i++) {
            tumours[i] = SensitiveResistantTumour.withCostAndTurnover(
                    0.25 + 0.5 * random.nextDouble(),
                    Math.pow(10, -1 - 3 * random.nextDouble()),
                    0.027,
                    0.5 * random.nextDouble(),
                    0.3 * random.nextDouble());
        }
    }

    /** One patient. */
    @Benchmark
    public double adaptiveTherapy() {
        next = (next + 1) % TUMOURS;
        therapy.daysToProgression(tumours[next], rule);
        return therapy.daysOnDrug();
    }
}
