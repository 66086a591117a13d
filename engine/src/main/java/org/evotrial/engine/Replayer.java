package org.evotrial.engine;

import org.evotrial.engine.plan.Planner;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.trace.Replay;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.config.TrialVariant;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.model.result.TrialTrace;
import org.evotrial.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** Shows a single replicate again: bit for bit the same trial as in the run. */
public final class Replayer {
    private final Planner planner;

    /** @param planner compiles variants */
    public Replayer(Planner planner) {
        this.planner = planner;
    }

    /**
     * A replicate, event by event.
     *
     * @param trial the trial
     * @param scenario name of the scenario
     * @param replicate number of the replicate, from 0
     * @param seed master seed; null: as the file says
     * @throws ConfigurationException if there is no such scenario
     */
    public TrialTrace trial(TrialDocument trial, String scenario, int replicate, @Nullable Long seed) {
        return replay(trial, scenario, seed).trial(replicate);
    }

    /**
     * The course of one patient of a replicate, with the truth behind it.
     *
     * @param trial the trial
     * @param scenario name of the scenario
     * @param replicate number of the replicate, from 0
     * @param patient number of the patient in the replicate, from 0
     * @param seed master seed; null: as the file says
     * @throws ConfigurationException if there is no such scenario or patient
     */
    public PatientTrace patient(TrialDocument trial, String scenario, int replicate, int patient, @Nullable Long seed) {
        return replay(trial, scenario, seed).patient(replicate, patient);
    }

    private Replay replay(TrialDocument trial, String scenario, @Nullable Long seed) {
        TrialVariant variant = trial.variant(scenario);
        SimulationPlan plan =
                planner.plan(variant, seed == null ? trial.base().simulation().seed() : seed);
        return new Replay(plan, variant.file());
    }
}
