package org.evotrial.engine.replicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.evotrial.spi.ImagingChannel;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.PatientStreams;
import org.evotrial.spi.truth.PatientTruth;

/** A patient whose course is written down in advance, as a model that knows no other patient. */
final class ScriptedPatient implements PatientModel, Patient, PatientTruth {
    private static final long serialVersionUID = 1;
    static final double NEVER = Double.POSITIVE_INFINITY;
    /** Index of the scan among the assays; every other assay is a plasma test with one channel. */
    static final int SCAN = 0;

    double deathDay = NEVER;
    double declaredProgressionDay = NEVER;
    double positiveFromDay = NEVER;
    /** Days of toxic events on the first treatment: the first halves its dose, the second ends it. */
    double[] toxicDays = {};

    transient DoubleUnaryOperator sum = day -> 50;
    transient DoubleUnaryOperator newLesions = day -> 0;
    transient DoublePredicate scanFails = day -> false;
    /** What was done to the patient: {@code scan 56.0}, {@code plasma 28.0 on 1}. */
    final List<String> log = new ArrayList<>();

    private double day;
    private int regimen;
    private Event event = Event.NONE;

    @Override
    public Patient newPatient() {
        return this;
    }

    @Override
    public List<String> lineages() {
        return List.of("sensitive", "resistant");
    }

    @Override
    public void begin(PatientStreams streams) {
        day0();
    }

    /** Begins the course again. */
    void day0() {
        day = 0;
        regimen = 0;
        log.clear();
    }

    @Override
    public double advance(double toDay, int newRegimen) {
        if (toDay < day) {
            throw new IllegalArgumentException("Day %s lies before day %s.".formatted(toDay, day));
        }
        regimen = newRegimen;
        double next = Math.min(deathDay, declaredProgressionDay > day ? declaredProgressionDay : NEVER);
        event = next > toDay ? Event.NONE : next == deathDay ? Event.DEATH : Event.PROGRESSION;
        for (double toxicDay : toxicDays) {
            if (toxicDay > day && toxicDay < next && toxicDay <= toDay) {
                next = toxicDay;
                event = Event.TOXICITY;
            }
        }
        day = Math.min(toDay, next);
        return day;
    }

    @Override
    public boolean toxic() {
        return toxicDays.length > 0;
    }

    @Override
    public int toxicEvents() {
        return (int) Arrays.stream(toxicDays).filter(d -> d <= day).count();
    }

    @Override
    public double cumulativeDose(int treatment) {
        double full = toxicDays.length > 0 ? Math.min(day, toxicDays[0]) : day;
        return treatment == 0 ? full + (plannedDose(0) - full) / 2 : 0;
    }

    @Override
    public double plannedDose(int treatment) {
        return treatment == 0 ? Math.min(day, toxicDays.length > 1 ? toxicDays[1] : NEVER) : 0;
    }

    @Override
    public double doseLevel(int treatment) {
        return treatment == 0 && toxicEvents() > 0 ? 0.5 : 1;
    }

    @Override
    public boolean discontinued(int treatment) {
        return treatment == 0 && toxicEvents() > 1;
    }

    @Override
    public Event event() {
        return event;
    }

    @Override
    public void measure(int assay, Measurement out) {
        log.add("%s %s on %d".formatted(assay == SCAN ? "scan" : "plasma", day, regimen));
        out.reset(!(assay == SCAN && scanFails.test(day)));
        if (assay != SCAN) {
            out.set(0, 0.1, day >= positiveFromDay);
        } else if (out.evaluable()) {
            out.set(ImagingChannel.TARGET_SUM.ordinal(), sum.applyAsDouble(day), false);
            out.set(ImagingChannel.CNS_SUM.ordinal(), 0, false);
            out.set(ImagingChannel.NEW_LESIONS.ordinal(), newLesions.applyAsDouble(day), false);
            out.set(ImagingChannel.NEW_CNS_LESIONS.ordinal(), 0, false);
        }
    }

    @Override
    public PatientTruth truth() {
        return this;
    }

    @Override
    public int lesions() {
        return 1;
    }

    @Override
    public boolean centralNervousSystem(int lesion) {
        return false;
    }

    @Override
    public double cells(int lesion, int lineage) {
        return 1;
    }

    @Override
    public double emergenceDay(int lineage) {
        return 0;
    }

    @Override
    public double plasmaVaf(int biomarker) {
        return 0.1;
    }

    @Override
    public double targetSumMillimetres() {
        return sum.applyAsDouble(day);
    }

    @Override
    public int dominantLineage() {
        return 1;
    }
}
