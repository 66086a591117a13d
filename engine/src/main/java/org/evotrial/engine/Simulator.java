package org.evotrial.engine;

import java.io.IOException;
import java.util.List;
import org.evotrial.engine.plan.Planner;
import org.evotrial.engine.run.TrialRun;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.StoredRun;
import org.evotrial.spi.ConfigurationException;

/** Simulates trial files. */
public final class Simulator {
    private final Planner planner;
    private final List<String> plugins;

    /**
     * @param planner compiles variants
     * @param plugins class names of the plugins, for the provenance
     */
    public Simulator(Planner planner, List<String> plugins) {
        this.planner = planner;
        this.plugins = List.copyOf(plugins);
    }

    /**
     * Simulates a trial and writes {@code results.json}, {@code provenance.json}, {@code effective-config.json}, {@code replicates.csv.gz}
     * and {@code acceptance.xml} into the folder of its id below the output directory.
     *
     * @param trial the trial, read without problems
     * @param options how the run is carried out
     * @param progress is told how far it is
     * @return what was written
     * @throws ConfigurationException if the file's parts do not fit together, or an option names an unknown scenario
     * @throws RunInterruptedException if this thread was interrupted; finished blocks are kept for the next call
     * @throws IOException if a file cannot be written
     */
    public StoredRun run(TrialDocument trial, RunOptions options, Progress progress)
            throws IOException, RunInterruptedException {
        return new TrialRun(planner, plugins, trial, options, progress).run();
    }
}
