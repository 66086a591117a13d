package org.evotrial.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.evotrial.patient.precision.PrecisionDrug;
import org.evotrial.patient.precision.PrecisionMedicine;
import org.evotrial.patient.precision.PrecisionRule;
import org.evotrial.patient.precision.PrecisionStrategy;
import org.evotrial.patient.precision.TwoDrugTumour;
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
 * Reference patient RD: two drugs, three strategies of dynamic precision medicine for 1,800 days or until death. Run with
 * {@code -prof gc} for the allocation, which should be none.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PrecisionMedicineBenchmark {
    private static final int TUMOURS = 1024;

    private final TwoDrugTumour[] tumours = new TwoDrugTumour[TUMOURS];
    private PrecisionMedicine medicine =
            new PrecisionMedicine(PrecisionRule.published(), draw(new SplittableRandom(1)));
    private int next;

    /** Draws tumours whose sensitive cells either drug can kill, and whose doubly resistant cells none can. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(20_261_121);
        for (int i = 0; i < TUMOURS; i++) {
            tumours[i] = draw(random);
        }
        medicine = new PrecisionMedicine(PrecisionRule.published(), tumours[0]);
    }

    private static TwoDrugTumour draw(SplittableRandom random) {
        double growth = logUniform(random, 0.01, 0.15);
        double strength = logUniform(random, 1.2, 8);
        PrecisionDrug first = drug(random, growth, strength);
        PrecisionDrug second = drug(random, growth, 1 + (strength - 1) * random.nextDouble());
        double burden = logUniform(random, 1e9, 1e11);
        double firstShare = random.nextBoolean() ? 0 : logUniform(random, 1e-9, 0.5);
        double secondShare = random.nextBoolean() ? 0 : logUniform(random, 1e-9, 0.5);
        double sensitive = burden * (1 - firstShare - secondShare);
        return new TwoDrugTumour(sensitive, burden * firstShare, burden * secondShare, 0, growth, first, second);
    }

    private static PrecisionDrug drug(SplittableRandom random, double growth, double strength) {
        return new PrecisionDrug(
                growth * strength, 0.6 * growth * random.nextDouble(), logUniform(random, 1e-10, 1e-4));
    }

    private static double logUniform(SplittableRandom random, double low, double high) {
        return low * Math.exp(random.nextDouble() * Math.log(high / low));
    }

    /** One patient under current practice and two strategies that look ahead. */
    @Benchmark
    public double threeStrategies() {
        next = (next + 1) % TUMOURS;
        medicine.begin(tumours[next]);
        return medicine.survivalDays(PrecisionStrategy.CURRENT_PRACTICE)
                + medicine.survivalDays(PrecisionStrategy.MINIMISE_TOTAL)
                + medicine.survivalDays(PrecisionStrategy.MINIMISE_RESISTANT_ONCE_PRESENT);
    }
}
