package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.patient.assay.Biopsy;
import org.evotrial.patient.assay.Biopsy.SampledLesion;
import org.evotrial.patient.assay.SerumMarker;
import org.evotrial.patient.assay.SerumMarker.MarkerProgression;
import org.evotrial.patient.assay.SurgicalPathology;
import org.evotrial.patient.assay.SurgicalPathology.Site;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.junit.jupiter.api.Test;

/** Assays of patients of the library's disease: nobody is changed by being measured. */
class SampledPatientTest {
    private static final int PATIENTS = 20;

    private final Map<String, AssayConfiguration> library =
            LibraryFiles.egfr(Map.of()).assays();

    private static SerumMarker marker(double cv) {
        return new SerumMarker(
                2,
                .3,
                Map.of("T790M", .5),
                Map.of(),
                2.2,
                0,
                cv,
                0,
                null,
                .5,
                new MarkerProgression(.25, 2, true, 84),
                0,
                1,
                "ng/mL",
                null);
    }

    private static Biopsy biopsy() {
        return new Biopsy(
                List.of("T790M", "MET"),
                SampledLesion.RANDOM,
                10,
                2,
                5,
                .5,
                .1,
                2,
                500,
                1e-4,
                3,
                .02,
                .1,
                14,
                new Biopsy.StateChange(200, .2),
                null);
    }

    private static PatientModel model(Map<String, AssayConfiguration> assays) {
        LibraryFiles.Setting setting = LibraryFiles.egfr(Map.of());
        List<Regimen> regimens = new ArrayList<>();
        regimens.add(Regimen.NONE);
        setting.treatments().keySet().forEach(t -> regimens.add(Regimen.of(t)));
        return setting.disease()
                .create(new PatientModelContext(
                        List.copyOf(setting.treatments().keySet()),
                        List.copyOf(setting.treatments().values()),
                        regimens,
                        List.copyOf(assays.keySet()),
                        List.copyOf(assays.values())));
    }

    private Map<String, AssayConfiguration> with(AssayConfiguration... others) {
        Map<String, AssayConfiguration> assays = new LinkedHashMap<>(library);
        for (AssayConfiguration other : others) {
            assays.put("other" + assays.size(), other);
        }
        return assays;
    }

    /** Follows a patient for a year on the first drug, measures the library's assays every 60 days and others when asked. */
    private List<Double> course(PatientModel model, int patientNumber, int[] often, int everyDays) {
        List<Double> seen = new ArrayList<>();
        Patient patient = model.newPatient();
        patient.begin(new FirstLine.Streams(7, patientNumber));
        Measurement out = new Measurement(4);
        for (int day = 0; day <= 360 && patient.event() == Patient.Event.NONE; day += 5) {
            patient.advance(day, day < 200 ? 1 : 2);
            if (day % everyDays == 0) {
                for (int assay : often) {
                    patient.measure(assay, out);
                }
            }
            if (day % 60 == 0) {
                for (int assay = 0; assay < library.size(); assay++) {
                    patient.measure(assay, out);
                    for (int channel = 0; channel < out.channels(); channel++) {
                        seen.add(out.value(channel));
                    }
                }
                seen.add(patient.truth().cells(0));
            }
        }
        return seen;
    }

    @Test
    void otherAssaysChangeNothingThatIsMeasuredWithoutThem() {
        PatientModel plain = model(library);
        PatientModel rich = model(with(marker(.1), biopsy(), new SurgicalPathology(100, Site.ALL, 1e4, .1, 7, null)));
        int first = library.size();
        for (int i = 0; i < PATIENTS; i++) {
            List<Double> without = course(plain, i, new int[0], 5);
            assertThat(course(rich, i, new int[] {first, first + 1, first + 2}, 5))
                    .isEqualTo(without);
        }
    }

    @Test
    void theLevelOfAMarkerDoesNotDependOnWhenItIsMeasured() {
        PatientModel model = model(with(marker(0)));
        int assay = library.size();
        Measurement rare = new Measurement(3);
        Measurement daily = new Measurement(3);
        Patient one = model.newPatient();
        Patient other = model.newPatient();
        for (int i = 0; i < PATIENTS; i++) {
            one.begin(new FirstLine.Streams(8, i));
            other.begin(new FirstLine.Streams(8, i));
            one.measure(assay, rare);
            other.measure(assay, daily);
            for (int day = 1; day <= 133 && other.event() == Patient.Event.NONE; day++) {
                other.advance(day, 1);
                other.measure(assay, daily);
            }
            if (one.advance(133, 1) == 133) {
                one.measure(assay, rare);
                assertThat(rare.value(0)).isEqualTo(daily.value(0)).isPositive();
            }
        }
    }

    @Test
    void theMarkerFollowsTheTumourOfAPatient() {
        // slow changes against a half-life of 2.2 days: within a few per cent of the level that the cells maintain
        SerumMarker plain = new SerumMarker(
                2,
                0,
                Map.of(),
                Map.of(),
                2.2,
                0,
                0,
                0,
                null,
                .5,
                new MarkerProgression(.25, 2, true, 84),
                0,
                1,
                "ng/mL",
                null);
        PatientModel model = model(with(plain));
        Measurement out = new Measurement(3);
        Patient patient = model.newPatient();
        for (int i = 0; i < PATIENTS; i++) {
            patient.begin(new FirstLine.Streams(9, i));
            patient.advance(50, 0);
            if (patient.event() == Patient.Event.NONE) {
                patient.measure(library.size(), out);
                double cells = 0;
                for (int lineage = 0; lineage < model.lineages().size(); lineage++) {
                    cells += patient.truth().cells(lineage);
                }
                assertThat(out.value(0) / (2e-9 * cells)).isCloseTo(1, within(.12));
            }
        }
    }

    @Test
    void biopsiesOfPatientsFindWhatTheirLesionsHold() {
        PatientModel model = model(with(biopsy()));
        Measurement out = new Measurement(3);
        Patient patient = model.newPatient();
        int evaluable = 0;
        for (int i = 0; i < PATIENTS; i++) {
            patient.begin(new FirstLine.Streams(10, i));
            patient.measure(library.size(), out);
            if (out.evaluable()) {
                evaluable++;
                assertThat(out.value(0)).isBetween(0.0, .6);
                assertThat(out.value(2)).isZero();
            }
        }
        assertThat(evaluable).isBetween(PATIENTS / 2, PATIENTS);
    }

    @Test
    void measuringAllocatesNothing() {
        PatientModel model = model(with(marker(.1), biopsy(), new SurgicalPathology(100, Site.ALL, 1e4, .1, 7, null)));
        Patient patient = model.newPatient();
        Measurement out = new Measurement(4);
        patient.begin(new FirstLine.Streams(11, 1));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        int measured = 3000;
        for (int i = 0; i < 2 * measured; i++) {
            if (i == measured) {
                bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            }
            for (int assay = 0; assay < library.size() + 3; assay++) {
                patient.measure(assay, out);
            }
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes;
        assertThat(allocated / measured).isLessThan(1);
    }

    @Test
    void aModelWithAllAssaysIsSerialisable() throws Exception {
        PatientModel model = model(with(marker(.1), biopsy()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(model);
        }
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            PatientModel copy = (PatientModel) stream.readObject();
            int[] others = {library.size(), library.size() + 1};
            assertThat(course(copy, 3, others, 5)).isEqualTo(course(model, 3, others, 5));
        }
    }

    @Test
    void assaysOfAnotherDiseaseAreRejected() {
        AssayConfiguration foreign = () -> List.of("x");
        assertThatThrownBy(() -> model(with(foreign)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be sampled");
    }
}
