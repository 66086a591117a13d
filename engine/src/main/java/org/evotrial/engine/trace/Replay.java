package org.evotrial.engine.trace;

import java.util.List;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.model.config.TrialFile;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.model.result.TrialTrace;
import org.evotrial.spi.ConfigurationException;

/** Replays replicates of one plan with a full trace. */
public final class Replay {
    private final SimulationPlan plan;
    private final AssayDescription[] assays;

    /**
     * @param plan what is simulated
     * @param trial the file that the plan was made from
     */
    public Replay(SimulationPlan plan, TrialFile trial) {
        this.plan = plan;
        assays = AssayDescription.of(trial);
    }

    /** A replicate, event by event. */
    public TrialTrace trial(int replicate) {
        return TrialTracer.of(plan, assays, replicate).trace("replay", replicate, true);
    }

    /** A patient of a replicate. */
    public PatientTrace patient(int replicate, int patient) {
        List<CourseTracer> courses = TrialTracer.of(plan, assays, replicate).courses();
        if (patient < 0 || patient >= courses.size()) {
            throw new ConfigurationException(
                    "",
                    "expected a patient from 0 to %d of replicate %d but found %d"
                            .formatted(courses.size() - 1, replicate, patient));
        }
        return courses.get(patient).trace("replay", replicate);
    }
}
