package org.evotrial.engine.trace;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.PatientResult;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.spi.Patient;

/** Writes down the doses that a patient took between the days of the grid, and what toxicity did. */
final class DoseTracer {
    private final String[] treatments;
    private final Patient patient;
    private final List<List<Double>> means = new ArrayList<>();
    private final double[] cumulative;
    private final boolean[] discontinued;
    private double since;
    private int toxicEvents;

    DoseTracer(String[] treatments, Patient patient) {
        this.treatments = treatments;
        this.patient = patient;
        cumulative = new double[treatments.length];
        discontinued = new boolean[treatments.length];
        for (int i = 0; i < treatments.length; i++) {
            means.add(new ArrayList<>());
        }
    }

    /** Notes a day and returns what toxicity did since the one before. */
    List<PatientTrace.PatientEvent> day(double day) {
        List<PatientTrace.PatientEvent> events = new ArrayList<>();
        for (int i = 0; i < treatments.length; i++) {
            double taken = patient.cumulativeDose(i);
            means.get(i).add(day > since ? (taken - cumulative[i]) / (day - since) : Double.NaN);
            cumulative[i] = taken;
            if (patient.discontinued(i) && !discontinued[i]) {
                discontinued[i] = true;
                events.add(new PatientTrace.PatientEvent(day, treatments[i] + " discontinued for toxicity"));
            }
        }
        if (patient.toxicEvents() > toxicEvents) {
            toxicEvents = patient.toxicEvents();
            events.add(0, new PatientTrace.PatientEvent(day, "toxicity of grade 3 or more"));
        }
        since = day;
        return events;
    }

    List<PatientResult.Dose> doses() {
        List<PatientResult.Dose> doses = new ArrayList<>();
        for (int i = 0; i < treatments.length; i++) {
            doses.add(new PatientResult.Dose(treatments[i], means.get(i)));
        }
        return doses;
    }
}
