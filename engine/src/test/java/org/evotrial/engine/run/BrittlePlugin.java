package org.evotrial.engine.run;

import java.util.List;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.PatientModelConfiguration;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.PatientStreams;
import org.evotrial.spi.Plugin;
import org.evotrial.spi.truth.NoTumour;
import org.evotrial.spi.truth.PatientTruth;

/** Offers a disease whose model breaks on some patients. */
public final class BrittlePlugin implements Plugin {
    /** Patients whose first number of the biology stream is smaller break the model. */
    static final double THRESHOLD = 1e-3;

    @Override
    public List<Class<? extends PatientModelConfiguration>> patientModels() {
        return List.of(Brittle.class);
    }

    /** A disease of uniform times to progression, up to two years. */
    @TypeId("brittle")
    @Description("Breaks on one patient in a thousand.")
    public record Brittle() implements PatientModelConfiguration {
        @Override
        public List<String> biomarkers() {
            return List.of();
        }

        @Override
        public PatientModel create(PatientModelContext context) {
            return new Model();
        }
    }

    private record Model() implements PatientModel {
        @Override
        public Patient newPatient() {
            return new UniformPatient();
        }
    }

    private static final class UniformPatient implements Patient {
        private double progressionDay;
        private Event event = Event.NONE;
        private boolean breaks;

        @Override
        public void begin(PatientStreams streams) {
            double u = streams.biology().nextDouble();
            breaks = u < THRESHOLD;
            progressionDay = 730 * u;
        }

        @Override
        public double advance(double toDay, int regimen) {
            if (breaks) {
                throw new IllegalStateException("brittle");
            }
            event = progressionDay <= toDay ? Event.PROGRESSION : Event.NONE;
            return Math.min(progressionDay, toDay);
        }

        @Override
        public Event event() {
            return event;
        }

        @Override
        public void measure(int assay, Measurement out) {
            throw new IllegalStateException("There is nothing to measure.");
        }

        @Override
        public PatientTruth truth() {
            return NoTumour.INSTANCE;
        }
    }
}
