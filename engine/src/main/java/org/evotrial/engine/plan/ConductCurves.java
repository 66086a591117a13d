package org.evotrial.engine.plan;

import java.io.Serializable;
import java.util.List;
import org.evotrial.spi.CurveDefinition;

/**
 * The curves about the conduct of a trial: patients enrolled by arm over calendar time, and what an arm's patients are on
 * over the time since their randomisation. Indices are those of the first arm among all curves of the trial.
 *
 * @param enrolled patients randomised, arm by arm
 * @param underObservation patients who are followed, arm by arm, or -1 without a tumour
 * @param onTreatment patients on each treatment, arm by arm and treatment by treatment, or -1 without a tumour
 * @param calendarDays grid of {@code enrolled}
 * @param courseDays grid of the others
 */
public record ConductCurves(
        int enrolled, int underObservation, int onTreatment, double[] calendarDays, double[] courseDays)
        implements Serializable {
    private static final int INTERVALS = 48;
    private static final double SLOWER = 1.5;
    private static final int[] STEPS = {1, 2, 3, 6, 12, 24, 60};

    /** Appends the definitions after those of the analyses. */
    static ConductCurves layOut(PlatformPlan platform, PatientPlan patients, List<CurveDefinition> curves) {
        double maximum = Calendar.months(platform.maximumDays());
        double accrual = Calendar.months(platform.accrual().expectedDay(platform.sampleSize()));
        double[] calendar = grid(Math.min(maximum, SLOWER * accrual));
        double[] course = grid(maximum);
        int enrolled = curves.size();
        for (ArmPlan arm : patients.arms()) {
            curves.add(new CurveDefinition("enrolled", arm.id(), null, null, calendar));
        }
        if (patients.model().lineages().isEmpty()) {
            return new ConductCurves(enrolled, -1, -1, days(calendar), days(course));
        }
        int underObservation = curves.size();
        for (ArmPlan arm : patients.arms()) {
            curves.add(new CurveDefinition("underObservation", arm.id(), null, null, course));
        }
        int onTreatment = curves.size();
        for (ArmPlan arm : patients.arms()) {
            for (String treatment : patients.treatments()) {
                curves.add(new CurveDefinition("onTreatment", arm.id(), null, treatment, course));
            }
        }
        return new ConductCurves(enrolled, underObservation, onTreatment, days(calendar), days(course));
    }

    /** Whole months from 0 to the end, few enough. */
    private static double[] grid(double endMonths) {
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && endMonths <= INTERVALS * (double) STEPS[i]; i--) {
            step = STEPS[i];
        }
        double[] grid = new double[(int) Math.ceil(endMonths / step) + 1];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (double) step * i;
        }
        return grid;
    }

    private static double[] days(double[] months) {
        double[] days = new double[months.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = Calendar.days(months[i]);
        }
        return days;
    }
}
