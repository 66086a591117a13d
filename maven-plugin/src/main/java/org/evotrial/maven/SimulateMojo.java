package org.evotrial.maven;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.evotrial.engine.Progress;
import org.evotrial.engine.RunInterruptedException;
import org.evotrial.engine.RunOptions;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.engine.text.Numbers;
import org.evotrial.engine.text.ProgressReport;
import org.evotrial.engine.text.ShellCommand;
import org.evotrial.engine.text.VerdictTable;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.Provenance;
import org.evotrial.model.result.StoredRun;
import org.jspecify.annotations.Nullable;

/** Simulates every trial and writes its results. Never fails because of an acceptance rule: that is what check does. */
@Mojo(name = "simulate", defaultPhase = LifecyclePhase.INTEGRATION_TEST, threadSafe = true)
public final class SimulateMojo extends TrialMojo {
    private static final double SECONDS_BETWEEN_MESSAGES = 30;

    /** Simulated trials of every scenario and sweep cell; default: as the profile and the file say. */
    @Parameter(property = "evotrial.replicates")
    private @Nullable Integer replicates;

    /** Master seed; default: as the file says. */
    @Parameter(property = "evotrial.seed")
    private @Nullable Long seed;

    /** Worker threads; results do not depend on it. Default: the number of processors. */
    @Parameter(property = "evotrial.threads")
    private @Nullable Integer threads;

    /** {@code full}: as the file says. {@code quick}: 200 replicates and 2,000 patients per arm for the true values. */
    @Parameter(property = "evotrial.profile", defaultValue = "full")
    private String profile;

    @Override
    void run() throws IOException, MojoExecutionException {
        Evotrial evotrial = evotrial();
        List<TrialDocument> trials = trials(evotrial.reader());
        if (trials.isEmpty()) {
            getLog().warn("There are no trial files: nothing is simulated.");
        }
        for (TrialDocument trial : trials) {
            simulate(evotrial, trial);
        }
    }

    private void simulate(Evotrial evotrial, TrialDocument trial) throws IOException, MojoExecutionException {
        RunOptions options = options(trial);
        getLog().info("Simulating %s (%s)".formatted(trial.base().id(), profile));
        try {
            StoredRun run = evotrial.simulator().run(trial, options, progress());
            Provenance provenance = run.provenance();
            getLog().info("%s: %s replicates, %s failed, %s; %s"
                    .formatted(
                            trial.base().id(),
                            Numbers.count(provenance.replicatesCompleted()),
                            Numbers.count(provenance.replicatesFailed()),
                            Numbers.duration(provenance.wallSeconds()),
                            VerdictTable.summary(run.result().verdicts())));
        } catch (RunInterruptedException e) {
            throw new MojoExecutionException(trial.base().id() + ": " + e.getMessage(), e);
        }
    }

    private RunOptions options(TrialDocument trial) throws MojoExecutionException {
        SimulationProfile chosen = SimulationProfile.of(profile);
        Integer number = replicates == null ? chosen.replicates() : replicates;
        try {
            return new RunOptions(
                    output(),
                    threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                    number,
                    chosen.truthPatients(),
                    seed,
                    Set.of(),
                    true,
                    options(new ShellCommand("run", trial.path())
                                    .option("--replicates", number)
                                    .option("--set", truthPatients(chosen)))
                            .toString(),
                    options(new ShellCommand("replay", trial.path())).toString());
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private Progress progress() {
        return new ProgressReport(System::nanoTime, SECONDS_BETWEEN_MESSAGES, getLog()::info, getLog()::info);
    }

    private static @Nullable String truthPatients(SimulationProfile profile) {
        Integer patients = profile.truthPatients();
        return patients == null ? null : "/simulation/truthPatients=" + patients;
    }

    /** Adds to a command what decides about the content of a replicate. */
    private ShellCommand options(ShellCommand command) {
        return command.option("--seed", seed).options("--plugin", contributions());
    }
}
