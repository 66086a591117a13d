package org.evotrial.engine.replicate;

import java.util.Arrays;
import org.evotrial.engine.plan.Calendar;
import org.evotrial.engine.plan.ToxicityColumns;

/** Keeps the toxicity logs of all patients of a trial in growing pools, and writes the columns at the last data cut-off. */
final class ToxicityRecorder {
    private final ToxicityColumns columns;
    private final int arms;
    private final int treatments;
    private final int[] firstEvent;
    private final int[] firstStop;
    private final double[] until;
    private final double[] reduction;
    private final double[] discontinuation;
    private double[] eventDay = new double[256];
    private double[] stopDay = new double[1024];
    private double[] taken;
    private double[] planned;

    ToxicityRecorder(ToxicityColumns columns, int patients, int arms, int treatments) {
        this.columns = columns;
        this.arms = arms;
        this.treatments = treatments;
        firstEvent = new int[patients + 1];
        firstStop = new int[patients + 1];
        until = new double[patients];
        reduction = new double[patients];
        discontinuation = new double[patients];
        taken = new double[stopDay.length * treatments];
        planned = new double[stopDay.length * treatments];
    }

    /** Keeps the log of a patient; patients come in order. */
    void record(int patient, ToxicityLog log, double observedUntil) {
        int event = firstEvent[patient];
        int stop = firstStop[patient];
        makeRoom(event + log.events(), stop + log.stops());
        for (int e = 0; e < log.events(); e++) {
            eventDay[event++] = log.eventDay(e);
        }
        for (int s = 0; s < log.stops(); s++) {
            stopDay[stop] = log.stopDay(s);
            for (int t = 0; t < treatments; t++) {
                taken[stop * treatments + t] = log.taken(s, t);
                planned[stop * treatments + t] = log.planned(s, t);
            }
            stop++;
        }
        firstEvent[patient + 1] = event;
        firstStop[patient + 1] = stop;
        until[patient] = observedUntil;
        reduction[patient] = log.reductionDay();
        discontinuation[patient] = log.discontinuationDay();
    }

    private void makeRoom(int events, int stops) {
        if (events > eventDay.length) {
            eventDay = Arrays.copyOf(eventDay, 2 * events);
        }
        if (stops > stopDay.length) {
            stopDay = Arrays.copyOf(stopDay, 2 * stops);
            taken = Arrays.copyOf(taken, stopDay.length * treatments);
            planned = Arrays.copyOf(planned, stopDay.length * treatments);
        }
    }

    /**
     * Writes the columns.
     *
     * @param followUp days from each patient's randomisation to the data cut-off
     * @param arm each patient's arm
     * @param patients number of patients randomised
     * @param row receives the columns
     */
    void write(double[] followUp, int[] arm, int patients, double[] row) {
        for (int a = 0; a < arms; a++) {
            writeArm(a, followUp, arm, patients, row);
            for (int t = 0; t < treatments; t++) {
                row[columns.intensity() + a * treatments + t] = intensity(a, t, followUp, arm, patients);
            }
        }
    }

    private void writeArm(int ofArm, double[] followUp, int[] arm, int patients, double[] row) {
        double count = 0;
        int withEvent = 0;
        int reduced = 0;
        int discontinued = 0;
        int events = 0;
        double days = 0;
        for (int i = 0; i < patients; i++) {
            if (arm[i] == ofArm) {
                double end = Math.min(until[i], followUp[i]);
                int own = eventsBy(i, end);
                count++;
                withEvent += own > 0 ? 1 : 0;
                reduced += reduction[i] <= end ? 1 : 0;
                discontinued += discontinuation[i] <= end ? 1 : 0;
                events += own;
                days += Math.max(0, end);
            }
        }
        row[columns.patients() + ofArm] = withEvent / count;
        row[columns.events() + ofArm] = days > 0 ? events / (days / Calendar.DAYS_PER_YEAR) : Double.NaN;
        row[columns.reduced() + ofArm] = reduced / count;
        row[columns.discontinued() + ofArm] = discontinued / count;
    }

    private int eventsBy(int patient, double end) {
        int events = 0;
        for (int e = firstEvent[patient]; e < firstEvent[patient + 1]; e++) {
            events += eventDay[e] <= end ? 1 : 0;
        }
        return events;
    }

    private double intensity(int ofArm, int treatment, double[] followUp, int[] arm, int patients) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < patients; i++) {
            if (arm[i] == ofArm) {
                double end = Math.min(until[i], followUp[i]);
                double plannedDose = dose(planned, i, treatment, end);
                if (plannedDose > 0) {
                    sum += dose(taken, i, treatment, end) / plannedDose;
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** The cumulative dose on a day: linear between the stops of the course. */
    private double dose(double[] cumulative, int patient, int treatment, double end) {
        double day = 0;
        double dose = 0;
        for (int s = firstStop[patient]; s < firstStop[patient + 1]; s++) {
            double later = cumulative[s * treatments + treatment];
            if (stopDay[s] >= end) {
                return stopDay[s] > day ? dose + (later - dose) * Math.max(0, end - day) / (stopDay[s] - day) : later;
            }
            day = stopDay[s];
            dose = later;
        }
        return dose;
    }
}
