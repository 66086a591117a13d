package org.evotrial.engine.replicate;

import java.util.Arrays;
import org.evotrial.spi.Patient;

/** Toxicity in the course of one patient, and the doses taken and planned by every day at which the course stopped. */
final class ToxicityLog {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final int treatments;
    private final boolean[] known;
    private double[] eventDay = new double[8];
    private double[] stopDay = new double[32];
    private double[] taken;
    private double[] planned;
    private int events;
    private int stops;
    private double reductionDay;
    private double discontinuationDay;

    ToxicityLog(int treatments) {
        this.treatments = treatments;
        known = new boolean[treatments];
        taken = new double[stopDay.length * treatments];
        planned = new double[stopDay.length * treatments];
    }

    /** Begins the course of a patient. */
    void begin() {
        events = 0;
        stops = 0;
        reductionDay = NEVER;
        discontinuationDay = NEVER;
        Arrays.fill(known, false);
    }

    /** Takes note of a patient at a stop of the course and tells whether there were toxic events since the one before. */
    boolean stop(double day, Patient patient) {
        int before = events;
        for (int event = events; event < patient.toxicEvents(); event++) {
            addEvent(day, patient);
        }
        if (stops == stopDay.length) {
            stopDay = Arrays.copyOf(stopDay, 2 * stops);
            taken = Arrays.copyOf(taken, 2 * stops * treatments);
            planned = Arrays.copyOf(planned, 2 * stops * treatments);
        }
        stopDay[stops] = day;
        for (int t = 0; t < treatments; t++) {
            taken[stops * treatments + t] = patient.cumulativeDose(t);
            planned[stops * treatments + t] = patient.plannedDose(t);
        }
        stops++;
        return events > before;
    }

    private void addEvent(double day, Patient patient) {
        if (events == eventDay.length) {
            eventDay = Arrays.copyOf(eventDay, 2 * events);
        }
        eventDay[events++] = day;
        for (int t = 0; t < treatments; t++) {
            if (patient.doseLevel(t) < 1) {
                reductionDay = Math.min(reductionDay, day);
            }
            if (patient.discontinued(t)) {
                discontinuationDay = Math.min(discontinuationDay, day);
            }
        }
    }

    /** Whether a treatment was discontinued since this was asked last. */
    boolean newlyDiscontinued(Patient patient) {
        boolean any = false;
        for (int t = 0; t < treatments; t++) {
            any |= patient.discontinued(t) && !known[t];
            known[t] = patient.discontinued(t);
        }
        return any;
    }

    int events() {
        return events;
    }

    double eventDay(int event) {
        return eventDay[event];
    }

    int stops() {
        return stops;
    }

    double stopDay(int stop) {
        return stopDay[stop];
    }

    double taken(int stop, int treatment) {
        return taken[stop * treatments + treatment];
    }

    double planned(int stop, int treatment) {
        return planned[stop * treatments + treatment];
    }

    /** Day of the first reduction of a dose, or infinity. */
    double reductionDay() {
        return reductionDay;
    }

    /** Day of the first discontinuation of a treatment for toxicity, or infinity. */
    double discontinuationDay() {
        return discontinuationDay;
    }
}
