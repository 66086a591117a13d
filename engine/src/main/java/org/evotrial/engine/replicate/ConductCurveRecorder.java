package org.evotrial.engine.replicate;

import java.util.Arrays;
import org.evotrial.engine.plan.ConductCurves;
import org.evotrial.engine.plan.SimulationPlan;

/** Writes the curves about the conduct of a trial at the last data cut-off. */
final class ConductCurveRecorder {
    private final ConductCurves curves;
    private final int[] offsets;
    private final int arms;
    private final int treatments;
    private final boolean[][] takes;

    /** @param takes whether a regimen holds a treatment, {@code takes[regimen][treatment]} */
    ConductCurveRecorder(SimulationPlan plan, boolean[][] takes) {
        curves = plan.conductCurves();
        offsets = plan.curveOffsets();
        arms = plan.patients().arms().length;
        treatments = plan.patients().treatments().length;
        this.takes = takes;
    }

    /** Writes the curves of the patients randomised by the cut-off. */
    void write(double calendarDay, Cohort cohort, int patients, TreatmentPeriods periods, double[] ordinates) {
        writeEnrolled(cohort, patients, ordinates);
        if (curves.underObservation() >= 0) {
            int last = curves.onTreatment() + arms * treatments;
            Arrays.fill(ordinates, offsets[curves.underObservation()], offsets[last], 0);
            for (int i = 0; i < patients; i++) {
                addCourse(i, cohort.arm[i], calendarDay - cohort.arrival[i], periods, ordinates);
            }
        }
    }

    private void writeEnrolled(Cohort cohort, int patients, double[] ordinates) {
        for (int arm = 0; arm < arms; arm++) {
            int at = offsets[curves.enrolled() + arm];
            int enrolled = 0;
            int next = 0;
            for (double day : curves.calendarDays()) {
                while (next < patients && cohort.arrival[next] <= day) {
                    enrolled += cohort.arm[next] == arm ? 1 : 0;
                    next++;
                }
                ordinates[at++] = enrolled;
            }
        }
    }

    private void addCourse(int patient, int arm, double followUp, TreatmentPeriods periods, double[] ordinates) {
        double[] days = curves.courseDays();
        for (int g = 0; g < days.length && days[g] <= followUp; g++) {
            int regimen = periods.regimenOn(patient, days[g]);
            if (regimen < 0) {
                return;
            }
            ordinates[offsets[curves.underObservation() + arm] + g]++;
            for (int t = 0; t < treatments; t++) {
                if (takes[regimen][t]) {
                    ordinates[offsets[curves.onTreatment() + arm * treatments + t] + g]++;
                }
            }
        }
    }
}
