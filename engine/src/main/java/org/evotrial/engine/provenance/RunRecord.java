package org.evotrial.engine.provenance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.evotrial.engine.RunOptions;
import org.evotrial.engine.random.Purpose;
import org.evotrial.model.result.Provenance;

/** Keeps the time of a run and writes its provenance. */
public final class RunRecord {
    private final Instant started = Instant.now();
    private final long startedNanoseconds = System.nanoTime();
    private final ProcessorTime processorTime = new ProcessorTime();

    /** Processor time of the run's threads. */
    public ProcessorTime processorTime() {
        return processorTime;
    }

    /**
     * The provenance of the run that ends now.
     *
     * @param options how the run was carried out
     * @param seed master seed
     * @param configuration bytes of the effective configuration
     * @param results bytes of {@code results.json}
     * @param counts replicates and patients
     * @param plugins class names of the plugins
     */
    public Provenance finish(
            RunOptions options, long seed, byte[] configuration, byte[] results, Counts counts, List<String> plugins) {
        BuildInformation build = BuildInformation.read();
        double wall = (System.nanoTime() - startedNanoseconds) / 1e9;
        return new Provenance(
                build.version(),
                build.commit(),
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                options.threads(),
                seed,
                Purpose.SCHEME,
                Sha256.of(configuration),
                Sha256.of(results),
                counts.requested(),
                counts.completed(),
                counts.requested() - counts.completed(),
                counts.patients(),
                started.truncatedTo(ChronoUnit.SECONDS).toString(),
                wall,
                processorTime.seconds(),
                options.command(),
                options.replayCommand(),
                plugins);
    }

    /** Replicates requested and completed, and virtual patients simulated. */
    public record Counts(long requested, long completed, long patients) {}
}
