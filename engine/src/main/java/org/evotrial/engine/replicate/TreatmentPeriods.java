package org.evotrial.engine.replicate;

import java.util.Arrays;

/** The periods of treatment of all patients of a trial, in one growing pool. */
final class TreatmentPeriods {
    private final int[] first;
    private final int[] count;
    private final double[] until;
    private double[] start = new double[1024];
    private int[] regimen = new int[1024];
    private int used;

    TreatmentPeriods(int patients) {
        first = new int[patients];
        count = new int[patients];
        until = new double[patients];
    }

    /** Keeps the periods of a patient; patients come in order, and patient 0 begins a new trial. */
    void record(int patient, CourseLog course) {
        if (patient == 0) {
            used = 0;
        }
        int segments = course.segments();
        if (used + segments > start.length) {
            start = Arrays.copyOf(start, 2 * (used + segments));
            regimen = Arrays.copyOf(regimen, 2 * (used + segments));
        }
        first[patient] = used;
        count[patient] = segments;
        until[patient] = course.observedUntil();
        for (int s = 0; s < segments; s++) {
            start[used] = course.segmentStart(s);
            regimen[used++] = course.segmentRegimen(s);
        }
    }

    /** Regimen that a patient is on; -1 after the end of the course. */
    int regimenOn(int patient, double day) {
        if (day > until[patient]) {
            return -1;
        }
        int s = first[patient] + count[patient] - 1;
        while (s > first[patient] && start[s] > day) {
            s--;
        }
        return regimen[s];
    }

    /** Days that a patient spent on a treatment until the end of follow-up; {@code takes[regimen][treatment]}. */
    double daysOn(int patient, boolean[][] takes, int treatment, double followUp) {
        double end = Math.min(until[patient], followUp);
        double days = 0;
        int last = first[patient] + count[patient] - 1;
        for (int s = first[patient]; s <= last; s++) {
            if (takes[regimen[s]][treatment]) {
                double to = s == last ? end : Math.min(start[s + 1], end);
                days += Math.max(0, to - start[s]);
            }
        }
        return days;
    }
}
