package org.evotrial.engine.run;

import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.model.config.TrialVariant;

/**
 * A variant that is going to be simulated.
 *
 * @param variant the variant
 * @param plan its plan
 * @param replicates number of replicates
 */
record PlannedScenario(TrialVariant variant, SimulationPlan plan, int replicates) {
    boolean sweep() {
        return variant.kind().equals("sweep");
    }
}
