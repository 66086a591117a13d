package org.evotrial.engine.replicate;

import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.random.StreamSet;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Patient;

/**
 * Follows single patients of the first arm, one after the other, without drop-out or data cut-off: the same patients as
 * those of {@link UncensoredRunner}. One per thread.
 */
public final class PatientFollower {
    private final SimulationPlan plan;
    private final StreamSet streams;
    private final PatientCourse course;

    /** A follower for the plan. */
    public PatientFollower(SimulationPlan plan) {
        this.plan = plan;
        streams = plan.newStreams();
        course = new PatientCourse(plan.patients(), streams.visits());
    }

    /**
     * Follows a patient until death or the longest time that the plan allows.
     *
     * @param patient number of the patient
     * @param listener watches
     * @param everyDays at least so often; infinity: when something is done
     * @return what was recorded, valid until the next patient
     */
    public CourseRecord follow(long patient, CourseListener listener, double everyDays) {
        streams.patient(UncensoredRunner.REPLICATE, patient);
        course.patient().begin(streams);
        course.watchedBy(listener, everyDays);
        return course.run(0, Double.POSITIVE_INFINITY, plan.platform().maximumDays());
    }

    /** The patient who is followed, or was followed last. */
    public Patient patient() {
        return course.patient();
    }
}
