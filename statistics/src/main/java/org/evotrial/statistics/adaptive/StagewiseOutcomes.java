package org.evotrial.statistics.adaptive;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * What a simulated trial observes: stage-wise statistics and cumulative effects of its hypotheses. Implementations keep the
 * state of one trial and are reused for the next; one per thread.
 */
public interface StagewiseOutcomes {
    /**
     * Number of hypotheses: arms without the control, or populations.
     *
     * @return {@code m}
     */
    int hypotheses();

    /**
     * Number of stages that are planned.
     *
     * @return stages
     */
    int stages();

    /** Forgets the trial before. */
    void start();

    /**
     * Simulates a stage.
     *
     * @param stage from 0
     * @param selected hypotheses in the trial
     * @param random source of random numbers
     */
    void simulate(int stage, int selected, UniformRandomProvider random);

    /**
     * The statistics of the stage just simulated, from its data alone.
     *
     * @return z by hypothesis, entries of selected ones valid until the next stage; not a copy
     */
    double[] z();

    /**
     * The effects estimated from all data of the trial so far.
     *
     * @return effects by hypothesis, larger is better, entries of selected ones valid until the next stage; not a copy
     */
    double[] effects();

    /**
     * What the stage costs.
     *
     * @param stage from 0
     * @param selected hypotheses in the trial
     * @return subjects or events of all groups in the stage
     */
    double size(int stage, int selected);
}
