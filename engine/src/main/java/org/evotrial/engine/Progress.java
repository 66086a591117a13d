package org.evotrial.engine;

import org.evotrial.model.result.Estimate;
import org.jspecify.annotations.Nullable;

/** Is told how far a run is. Called from one thread at a time; must return quickly. Nothing of it reaches the results. */
public interface Progress {
    /** A listener that does nothing. */
    Progress SILENT = new Progress() {};

    /**
     * The run begins.
     *
     * @param trial name of the trial
     * @param scenarios number of scenarios and sweep cells
     * @param replicates replicates of all of them together
     * @param resumed replicates that an interrupted run left behind and that are used
     */
    default void runStarted(String trial, int scenarios, long replicates, long resumed) {}

    /** A scenario begins: its name, its position from 0, its number of replicates. */
    default void scenarioStarted(String scenario, int position, int replicates) {}

    /**
     * Replicates were completed.
     *
     * @param scenario the scenario
     * @param done replicates of the scenario completed or failed so far
     * @param failed replicates of the scenario that failed so far
     * @param first the first operating characteristic so far, or null if there is none yet
     */
    default void replicatesDone(String scenario, int done, int failed, @Nullable Estimate first) {}

    /** The run that computes the true values of a scenario's estimands begins. */
    default void truthStarted(String scenario, int patientsPerArm) {}

    /** Everything is computed and written. */
    default void runFinished() {}
}
