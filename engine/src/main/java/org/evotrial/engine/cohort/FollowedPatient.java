package org.evotrial.engine.cohort;

import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.replicate.PatientFollower;
import org.evotrial.engine.trace.FollowUpTracer;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.PatientResult;
import org.evotrial.spi.CourseRecord;

/** One patient with everything that happened, on a grid of days. */
public final class FollowedPatient {
    private static final int GRID_POINTS = 400;

    private FollowedPatient() {}

    /**
     * Follows a patient.
     *
     * @param trial the document that spells out the follow-up
     * @param plan its plan
     * @param patient number of the patient in the population of the same seed, from 0
     * @param command the command that shows it again
     */
    public static PatientResult follow(TrialDocument trial, SimulationPlan plan, int patient, String command) {
        double last = lastDay(plan, patient);
        PatientFollower follower = new PatientFollower(plan);
        FollowUpTracer tracer = new FollowUpTracer(plan.patients(), trial.base(), patient, follower.patient());
        CourseRecord record = follower.follow(patient, tracer, Math.max(1, last / GRID_POINTS));
        return new PatientResult(
                PatientResult.FORMAT_VERSION,
                CohortDescription.of(plan, trial.base(), command),
                patient,
                tracer.trace("followed"),
                tracer.lesions(),
                tracer.biomarkers(),
                tracer.doses(),
                tracer.scans(),
                tracer.clones(record, follower.patient().truth()),
                trial.effective());
    }

    /** A first pass, for a grid that suits the patient. */
    private static double lastDay(SimulationPlan plan, int patient) {
        PatientFollower scout = new PatientFollower(plan);
        return scout.follow(patient, new MemberRecorder(plan.patients(), patient), Double.POSITIVE_INFINITY)
                .lastDay();
    }
}
