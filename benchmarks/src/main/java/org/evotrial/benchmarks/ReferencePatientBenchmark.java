package org.evotrial.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.evotrial.engine.plan.Planner;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.random.StreamSet;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One virtual patient: six types of cells (sensitive and five resistant ones), small clones drawn exactly, a visit every 21
 * days up to day 840. R1 has one lesion, R4 four on average. Between steps visits see the expected state, so that steps need not
 * be as short as the time between visits; those of the lung cancer of the library have 56 days.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@org.openjdk.jmh.annotations.Measurement(iterations = 7, time = 1)
@Fork(2)
public class ReferencePatientBenchmark {
    private static final int LAST_DAY = 840;
    private static final int VISIT_DAYS = 21;

    /** Mean number of metastases besides the primary. */
    @Param({"0", "3"})
    public double metastases;

    /** Whether plasma and images are taken at every visit. */
    @Param({"true", "false"})
    public boolean assays;

    /** Length of a step of the tumour. */
    @Param({"21", "56"})
    public double stepDays = 21;

    @SuppressWarnings("NullAway.Init")
    private Patient patient;

    @SuppressWarnings("NullAway.Init")
    private StreamSet streams;

    private final Measurement[] measurements = new Measurement[2];
    private long number;

    /** Compiles the disease. */
    @Setup
    public void compile() {
        var document = BenchmarkTrials.read(
                "reference-patients.json",
                Map.of(
                        "/population/disease/lesions/meanMetastases", BenchmarkTrials.number(metastases),
                        "/population/disease/stepDays", BenchmarkTrials.number(stepDays)));
        SimulationPlan plan = new Planner().plan(document.variants().get(0), 20261121);
        patient = plan.patients().model().newPatient();
        streams = plan.newStreams();
        for (int a = 0; a < measurements.length; a++) {
            measurements[a] = new Measurement(plan.patients().assays()[a].channels());
        }
        number = 0;
    }

    /** One patient. */
    @Benchmark
    public double patient() {
        streams.patient(0, number++);
        patient.begin(streams);
        double seen = 0;
        for (int day = 0; day <= LAST_DAY && patient.event() != Patient.Event.DEATH; day += VISIT_DAYS) {
            patient.advance(day, 1);
            if (assays) {
                for (int a = 0; a < measurements.length; a++) {
                    patient.measure(a, measurements[a]);
                    seen += measurements[a].evaluable() ? 1 : 0;
                }
            }
        }
        return seen;
    }
}
