package org.evotrial.engine.trace;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.PatientResult;
import org.evotrial.spi.Patient;

/** Writes down the doses that a patient took between the days of the grid. */
final class DoseTracer {
    private final String[] treatments;
    private final Patient patient;
    private final List<List<Double>> means = new ArrayList<>();
    private final double[] cumulative;
    private double since;

    DoseTracer(String[] treatments, Patient patient) {
        this.treatments = treatments;
        this.patient = patient;
        cumulative = new double[treatments.length];
        for (int i = 0; i < treatments.length; i++) {
            means.add(new ArrayList<>());
        }
    }

    /** Notes a day. */
    void day(double day) {
        for (int i = 0; i < treatments.length; i++) {
            double taken = patient.cumulativeDose(i);
            means.get(i).add(day > since ? (taken - cumulative[i]) / (day - since) : Double.NaN);
            cumulative[i] = taken;
        }
        since = day;
    }

    List<PatientResult.Dose> doses() {
        List<PatientResult.Dose> doses = new ArrayList<>();
        for (int i = 0; i < treatments.length; i++) {
            doses.add(new PatientResult.Dose(treatments[i], means.get(i)));
        }
        return doses;
    }
}
