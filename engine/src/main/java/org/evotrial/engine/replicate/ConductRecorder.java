package org.evotrial.engine.replicate;

import java.util.Arrays;
import org.evotrial.engine.plan.Calendar;
import org.evotrial.engine.plan.ConductColumns;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.plan.ToxicityColumns;
import org.jspecify.annotations.Nullable;

/** Keeps what the conduct columns need of each patient, and writes them at the last data cut-off. */
final class ConductRecorder {
    private final PatientPlan patients;
    private final ConductColumns columns;
    private final int arms;
    private final int treatments;
    private final int lineages;
    private final int biomarkers;
    private final boolean[][] takes;
    private final double[] firstResponse;
    private final double[] switchOnResult;
    private final double[] firstProgression;
    private final int[] lineage;
    private final double[][] firstPositive;
    private final TreatmentPeriods periods;
    private final @Nullable ToxicityRecorder toxicity;
    private final ConductCurveRecorder curves;
    private final double[] followUp;
    private final double[] sum;
    private final int[] count;

    ConductRecorder(SimulationPlan plan) {
        patients = plan.patients();
        columns = plan.conduct();
        arms = patients.arms().length;
        treatments = patients.treatments().length;
        lineages = patients.model().lineages().size();
        biomarkers = patients.biomarkers().length;
        int n = plan.platform().sampleSize();
        takes = new boolean[patients.regimens().length][treatments];
        for (int r = 0; r < takes.length; r++) {
            for (int t = 0; t < treatments; t++) {
                takes[r][t] = patients.regimens()[r].contains(patients.treatments()[t]);
            }
        }
        firstResponse = new double[n];
        switchOnResult = new double[n];
        firstProgression = new double[n];
        lineage = new int[n];
        periods = new TreatmentPeriods(n);
        curves = new ConductCurveRecorder(plan, takes);
        firstPositive = new double[biomarkers][n];
        followUp = new double[n];
        ToxicityColumns toxic = columns.toxicity();
        toxicity = toxic == null ? null : new ToxicityRecorder(toxic, n, arms, treatments);
        int cells = arms * Math.max(Math.max(treatments, lineages), Math.max(biomarkers, 1));
        sum = new double[cells];
        count = new int[cells];
    }

    /** Keeps what is needed of a patient's course. */
    void record(int i, CourseLog course) {
        if (toxicity != null) {
            toxicity.record(i, course.toxicity(), course.observedUntil());
        }
        if (columns.switched() < 0 && columns.onTreatment() < 0) {
            return;
        }
        firstResponse[i] = course.firstResponseDay();
        switchOnResult[i] = course.switchOnResultDay();
        firstProgression[i] = course.firstProgressionDay();
        lineage[i] = course.lineageAtProgression();
        if (columns.onTreatment() >= 0) {
            periods.record(i, course);
        }
        for (int b = 0; b < biomarkers; b++) {
            firstPositive[b][i] =
                    course.firstPositiveDay(patients.biomarkers()[b].assay(), patients.biomarkers()[b].channel());
        }
    }

    /** Writes the columns and the curves at the last data cut-off. */
    void write(int look, double calendarDay, Cohort cohort, CutOffData data, double[] row, double[] ordinates) {
        row[columns.randomised()] = data.size();
        row[columns.duration()] = Calendar.months(calendarDay);
        for (int l = 0; l < columns.events() - columns.stopped(); l++) {
            row[columns.stopped() + l] = l == look ? 1 : 0;
        }
        for (int e = 0; e < patients.endpoints().length; e++) {
            row[columns.events() + e] = data.events(e);
        }
        int n = data.size();
        curves.write(calendarDay, cohort, n, periods, ordinates);
        if (columns.response() >= 0) {
            writeShare(cohort, n, calendarDay, firstResponse, row, columns.response());
        }
        if (columns.switched() >= 0) {
            writeShare(cohort, n, calendarDay, switchOnResult, row, columns.switched());
        }
        if (columns.onTreatment() >= 0) {
            writeTreatments(cohort, n, calendarDay, row);
            writeResistance(cohort, n, calendarDay, row);
        }
        if (toxicity != null) {
            for (int i = 0; i < n; i++) {
                followUp[i] = calendarDay - cohort.arrival[i];
            }
            toxicity.write(followUp, cohort.arm, n, row);
        }
        if (columns.leadTime() >= 0) {
            writeLeadTimes(cohort, n, calendarDay, row);
        }
    }

    /** Share of an arm's patients for whom something happened by the cut-off. */
    private void writeShare(Cohort cohort, int n, double calendarDay, double[] day, double[] row, int first) {
        clear();
        for (int i = 0; i < n; i++) {
            add(cohort.arm[i], day[i] <= calendarDay - cohort.arrival[i] ? 1 : 0);
        }
        put(row, first, arms);
    }

    private void writeTreatments(Cohort cohort, int n, double calendarDay, double[] row) {
        clear();
        for (int i = 0; i < n; i++) {
            double followUp = calendarDay - cohort.arrival[i];
            for (int t = 0; t < treatments; t++) {
                add(cohort.arm[i] * treatments + t, Calendar.months(periods.daysOn(i, takes, t, followUp)));
            }
        }
        put(row, columns.onTreatment(), arms * treatments);
    }

    private void writeResistance(Cohort cohort, int n, double calendarDay, double[] row) {
        clear();
        for (int i = 0; i < n; i++) {
            if (firstProgression[i] <= calendarDay - cohort.arrival[i] && lineage[i] >= 0) {
                for (int l = 0; l < lineages; l++) {
                    add(cohort.arm[i] * lineages + l, l == lineage[i] ? 1 : 0);
                }
            }
        }
        put(row, columns.resistance(), arms * lineages);
    }

    private void writeLeadTimes(Cohort cohort, int n, double calendarDay, double[] row) {
        clear();
        for (int b = 0; b < biomarkers; b++) {
            for (int i = 0; i < n; i++) {
                double progression = firstProgression[i];
                if (progression <= calendarDay - cohort.arrival[i] && firstPositive[b][i] < progression) {
                    add(cohort.arm[i] * biomarkers + b, Calendar.months(progression - firstPositive[b][i]));
                }
            }
        }
        put(row, columns.leadTime(), arms * biomarkers);
    }

    private void clear() {
        Arrays.fill(sum, 0);
        Arrays.fill(count, 0);
    }

    private void add(int cell, double value) {
        sum[cell] += value;
        count[cell]++;
    }

    private void put(double[] row, int first, int cells) {
        for (int i = 0; i < cells; i++) {
            row[first + i] = count[i] == 0 ? Double.NaN : sum[i] / count[i];
        }
    }
}
