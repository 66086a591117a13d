package org.evotrial.engine.replicate;

import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.random.StreamSet;
import org.evotrial.spi.Endpoint;

/**
 * Follows patients under every arm without drop-out, staggered entry or data cut-off, for the longest time that the trial
 * could follow anyone. One per thread.
 */
public final class UncensoredRunner {
    /** Address of these patients, which no replicate of a trial uses. */
    public static final long REPLICATE = -1;

    private final SimulationPlan plan;
    private final StreamSet streams;
    private final PatientCourse course;
    private final MilestoneRecorder milestones;

    /** A runner for the plan. */
    public UncensoredRunner(SimulationPlan plan) {
        this.plan = plan;
        streams = plan.newStreams();
        course = new PatientCourse(plan.patients(), streams.visits());
        milestones = new MilestoneRecorder(plan.patients());
        course.watchedBy(milestones(plan) > 0 ? milestones : null);
    }

    /** Number of milestones of clones that {@link #run} records. */
    public static int milestones(SimulationPlan plan) {
        return MilestoneRecorder.milestones(plan.patients());
    }

    /**
     * Follows the same patients under every arm.
     *
     * @param from first patient
     * @param to end of the range, exclusive
     * @param eventDays receives {@code eventDays[arm][endpoint][patient]}; infinity if not observed by the horizon
     * @param milestoneDays receives {@code milestoneDays[arm][milestone][patient]}: emergence of every lineage, then
     *     detectability and first detection of every biomarker; infinity for what did not happen by the first progression
     */
    public void run(int from, int to, double[][][] eventDays, double[][][] milestoneDays) {
        Endpoint[] endpoints = plan.patients().endpoints();
        for (int patient = from; patient < to; patient++) {
            for (int arm = 0; arm < eventDays.length; arm++) {
                streams.patient(REPLICATE, patient);
                course.patient().begin(streams);
                milestones.begin();
                CourseLog log = course.run(
                        arm, Double.POSITIVE_INFINITY, plan.platform().maximumDays());
                for (int e = 0; e < endpoints.length; e++) {
                    double day = endpoints[e].eventDay(log);
                    eventDays[arm][e][patient] = day <= plan.platform().maximumDays() ? day : Double.POSITIVE_INFINITY;
                }
                milestones.write(log, course.patient().truth(), milestoneDays[arm], patient);
            }
        }
    }
}
