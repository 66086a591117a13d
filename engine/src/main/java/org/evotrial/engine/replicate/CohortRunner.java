package org.evotrial.engine.replicate;

import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.engine.random.StreamSet;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.truth.PatientTruth;
import org.jspecify.annotations.Nullable;

/** Follows single patients under an arm's policy, without a trial around them. A workspace of one thread. */
public final class CohortRunner {
    private final StreamSet streams;
    private final PatientCourse course;

    /**
     * @param plan what happens to a patient; its {@code endsAtFirstProgression} tells how long one is followed
     * @param streams the patients' streams
     */
    public CohortRunner(PatientPlan plan, StreamSet streams) {
        this.streams = streams;
        course = new PatientCourse(plan, streams.visits());
    }

    /**
     * Follows a patient from day 0.
     *
     * @param replicate first part of the patient's address
     * @param patient second part of the patient's address
     * @param arm index of the arm
     * @param days length of follow-up
     * @param listener is told what happens
     * @return the course, valid until the next call
     */
    public CourseRecord follow(long replicate, long patient, int arm, double days, @Nullable CourseListener listener) {
        streams.patient(replicate, patient);
        course.patient().begin(streams);
        course.watchedBy(listener);
        return course.run(arm, Double.POSITIVE_INFINITY, days);
    }

    /** Lineage with most cells in progressing lesions at the first progression of the last patient, or -1. */
    public int lineageAtProgression() {
        return course.log().lineageAtProgression();
    }

    /** The truth about the last patient when it was left. */
    public PatientTruth truth() {
        return course.patient().truth();
    }
}
