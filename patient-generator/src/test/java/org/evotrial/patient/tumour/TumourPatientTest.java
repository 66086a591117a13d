package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Map;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.truth.PatientTruth;
import org.junit.jupiter.api.Test;

/** What holds for every patient of the EGFR lung cancer library, whatever its numbers are. */
class TumourPatientTest {
    private static final int GEFITINIB = 1;
    private static final int OSIMERTINIB = 2;
    private static final int PLASMA = 0;
    private static final int IMAGING = 1;
    private static final Map<String, Double> NO_EFFECT =
            Map.of("/treatments/gefitinib/maximumKillPerDay", 0.0, "/treatments/osimertinib/maximumKillPerDay", 0.0);

    private final PatientModel model = FirstLine.model(LibraryFiles.egfr(Map.of()));

    @Test
    void theSameStreamsGiveTheSamePatientInAnyWorkspace() {
        Patient used = model.newPatient();
        for (int i = 0; i < 20; i++) {
            course(used, 500 + i, GEFITINIB, GEFITINIB, false);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(course(used, i, GEFITINIB, OSIMERTINIB, false))
                    .isEqualTo(course(model.newPatient(), i, GEFITINIB, OSIMERTINIB, false));
        }
    }

    @Test
    void anAdditionalPlasmaSampleChangesNoTumour() {
        Patient patient = model.newPatient();
        for (int i = 0; i < 30; i++) {
            assertThat(course(patient, i, GEFITINIB, OSIMERTINIB, true))
                    .isEqualTo(course(patient, i, GEFITINIB, OSIMERTINIB, false));
        }
    }

    @Test
    void drugsWithoutEffectGiveIdenticalCoursesUnderAnyPolicy() {
        Patient patient = FirstLine.model(LibraryFiles.egfr(NO_EFFECT)).newPatient();
        for (int i = 0; i < 30; i++) {
            double[] gefitinib = course(patient, i, GEFITINIB, GEFITINIB, false);
            assertThat(course(patient, i, OSIMERTINIB, OSIMERTINIB, false)).isEqualTo(gefitinib);
            assertThat(course(patient, i, GEFITINIB, OSIMERTINIB, false)).isEqualTo(gefitinib);
            assertThat(course(patient, i, 0, 0, false)).isEqualTo(gefitinib);
        }
        Patient treated = model.newPatient();
        assertThat(course(treated, 1, GEFITINIB, GEFITINIB, false))
                .isNotEqualTo(course(treated, 1, OSIMERTINIB, OSIMERTINIB, false));
    }

    @Test
    void theSamePatientMeetsEveryDrugAndEveryBaselineIsDrawnBeforeTreatment() {
        PatientModel other = FirstLine.model(LibraryFiles.egfr(NO_EFFECT));
        Patient first = model.newPatient();
        Patient second = other.newPatient();
        for (int i = 0; i < 50; i++) {
            first.begin(new FirstLine.Streams(9, i));
            second.begin(new FirstLine.Streams(9, i));
            for (int lesion = 0; lesion < first.truth().lesions(); lesion++) {
                for (int lineage = 0; lineage < model.lineages().size(); lineage++) {
                    assertThat(second.truth().cells(lesion, lineage))
                            .isEqualTo(first.truth().cells(lesion, lineage));
                }
            }
            assertThat(second.factorLevel(0)).isEqualTo(first.factorLevel(0));
        }
    }

    @Test
    void betweenStepsTheStateIsExtrapolatedSmoothly() {
        Patient patient = model.newPatient();
        patient.begin(new FirstLine.Streams(3, 4));
        patient.advance(28, GEFITINIB);
        double before = patient.truth().targetSumMillimetres();
        patient.advance(28.5, GEFITINIB);
        double after = patient.truth().targetSumMillimetres();
        // net rates are below .15 per day: half a day changes a diameter by less than 2.5 %
        assertThat(after).isCloseTo(before, within(.025 * before)).isNotEqualTo(before);
    }

    @Test
    void lineagesThatExistHaveEmergedAndOthersHaveNot() {
        Patient patient = model.newPatient();
        for (int i = 0; i < 50; i++) {
            patient.begin(new FirstLine.Streams(11, i));
            patient.advance(280, GEFITINIB);
            PatientTruth truth = patient.truth();
            for (int lineage = 0; lineage < model.lineages().size() - 1; lineage++) {
                if (truth.cells(lineage) > 0) {
                    assertThat(truth.emergenceDay(lineage)).isBetween(0.0, 280.0);
                }
                if (truth.emergenceDay(lineage) == Double.POSITIVE_INFINITY) {
                    assertThat(truth.cells(lineage)).isZero();
                }
            }
        }
    }

    @Test
    void theLengthOfTheStepDoesNotShow() {
        // 3,000 patients each: best change of the target sum by day 168 in bins of 10 %
        long[][] counts = new long[2][20];
        double[] lengths = {56, 7};
        for (int k = 0; k < 2; k++) {
            Patient patient = FirstLine.model(LibraryFiles.egfr(Map.of("/disease/stepDays", lengths[k])))
                    .newPatient();
            for (int i = 0; i < 3000; i++) {
                patient.begin(new FirstLine.Streams(21 + k, i));
                double baseline = patient.truth().targetSumMillimetres();
                patient.advance(168, OSIMERTINIB);
                double change = patient.truth().targetSumMillimetres() / baseline;
                counts[k][(int) Math.min(19, 10 * change)]++;
            }
        }
        GoodnessOfFit.assertSameLaw(counts[0], counts[1]);
    }

    @Test
    void withAConstantHazardOfDeathSurvivalIsExponential() {
        PatientModel mortal = FirstLine.model(LibraryFiles.egfr(
                Map.of("/disease/mortality/backgroundPerMonth", .05, "/disease/mortality/perMonthAtReference", 0.0)));
        Patient patient = mortal.newPatient();
        long dead = 0;
        int patients = 4000;
        for (int i = 0; i < patients; i++) {
            patient.begin(new FirstLine.Streams(31, i));
            double day = patient.advance(6 * 365.25 / 12 + .3, GEFITINIB);
            dead += patient.event() == Patient.Event.DEATH ? 1 : 0;
            assertThat(patient.advance(400, GEFITINIB)).isGreaterThanOrEqualTo(day);
        }
        GoodnessOfFit.assertShare(dead, patients, 1 - Math.exp(-.05 * (6 + .3 * 12 / 365.25)));
    }

    @Test
    void nothingIsAllocatedPerPatientAfterWarmUp() {
        Patient patient = model.newPatient();
        FirstLine.Streams streams = new FirstLine.Streams(41, 1);
        Measurement plasma = new Measurement(1);
        Measurement scan = new Measurement(4);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        int measured = 500;
        for (int i = 0; i < 2 * measured; i++) {
            if (i == measured) {
                bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            }
            patient.begin(streams);
            for (int day = 0; day <= 728 && patient.event() != Patient.Event.DEATH; day += 28) {
                patient.advance(day, GEFITINIB);
                patient.measure(PLASMA, plasma);
                patient.measure(IMAGING, scan);
            }
        }
        long perPatient =
                (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes) / measured;
        // rare pairs of genotypes get their workspace when first met: about 100 bytes each
        assertThat(perPatient).isLessThan(20);
    }

    @Test
    void aDayInThePastIsRejected() {
        Patient patient = model.newPatient();
        patient.begin(new FirstLine.Streams(1, 1));
        patient.advance(30, GEFITINIB);
        assertThatThrownBy(() -> patient.advance(29, GEFITINIB)).hasMessageContaining("29.0");
        assertThatThrownBy(() -> patient.advance(Double.NaN, GEFITINIB)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> patient.factorLevel(1)).hasMessageContaining("no baseline factor 1");
        assertThatThrownBy(() -> model.newPatient().begin(NoStreams.INSTANCE))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Scans every eight weeks for two years, a change of drug on day 100, and the cells of all lineages at each scan. */
    private double[] course(Patient patient, int number, int first, int second, boolean moreSamples) {
        patient.begin(new FirstLine.Streams(1, number));
        int lineages = model.lineages().size();
        double[] seen = new double[13 * (lineages + 3)];
        Measurement scan = new Measurement(4);
        Measurement plasma = new Measurement(1);
        int at = 0;
        for (int visit = 0; visit < 13; visit++) {
            double next = visit * 56;
            double until = visit == 2 ? 100 : next;
            for (double day = next - 49; moreSamples && visit > 0 && day < until; day += 11.3) {
                patient.advance(day, next <= 112 ? first : second);
                patient.measure(PLASMA, plasma);
            }
            if (visit == 2) {
                patient.advance(100, first);
            }
            seen[at++] = patient.advance(next, next <= 100 ? first : second);
            patient.measure(IMAGING, scan);
            seen[at++] = scan.value(0);
            seen[at++] = scan.value(2);
            for (int lineage = 0; lineage < lineages; lineage++) {
                seen[at++] = patient.truth().cells(lineage);
            }
        }
        return seen;
    }
}
