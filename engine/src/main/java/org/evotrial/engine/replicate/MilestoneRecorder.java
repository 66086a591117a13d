package org.evotrial.engine.replicate;

import java.util.Arrays;
import org.evotrial.engine.plan.BiomarkerPlan;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.spi.truth.PatientTruth;

/** Watches when the clones of one patient emerge, become detectable and are detected. */
final class MilestoneRecorder implements CourseListener {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final PatientPlan plan;
    private final int lineages;
    private final double[] detectable;

    MilestoneRecorder(PatientPlan plan) {
        this.plan = plan;
        lineages = plan.model().lineages().size();
        detectable = new double[plan.biomarkers().length];
    }

    /** Number of milestones: the emergence of every lineage, detectability and detection of every biomarker. */
    static int milestones(PatientPlan plan) {
        return plan.model().lineages().size() + 2 * plan.biomarkers().length;
    }

    void begin() {
        Arrays.fill(detectable, NEVER);
    }

    @Override
    public void day(double day, PatientTruth truth) {
        for (int b = 0; b < detectable.length; b++) {
            BiomarkerPlan biomarker = plan.biomarkers()[b];
            if (detectable[b] == NEVER && truth.plasmaVaf(biomarker.biomarker()) >= biomarker.limitOfDetection()) {
                detectable[b] = day;
            }
        }
    }

    /** Writes what happened by the first progression; infinity for what did not. */
    void write(CourseLog course, PatientTruth truth, double[][] milestones, int patient) {
        double end = Math.min(course.firstProgressionDay(), course.observedUntil());
        for (int l = 0; l < lineages; l++) {
            put(truth.emergenceDay(l), end, milestones[l], patient);
        }
        for (int b = 0; b < detectable.length; b++) {
            BiomarkerPlan biomarker = plan.biomarkers()[b];
            double detected = course.firstPositiveDay(biomarker.assay(), biomarker.channel());
            put(detectable[b], end, milestones[lineages + b], patient);
            put(detected, end, milestones[lineages + detectable.length + b], patient);
        }
    }

    private static void put(double day, double end, double[] milestone, int patient) {
        milestone[patient] = day <= end ? day : NEVER;
    }
}
