package org.evotrial.patient.parametric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evotrial.patient.FixedStreams;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.evotrial.spi.TreatmentConfiguration;
import org.junit.jupiter.api.Test;

class PiecewiseExponentialDiseaseTest {
    private static final double MONTH = 365.25 / 12;
    private static final int PATIENTS = 100_000;

    private static HazardTreatment median(double months) {
        return new HazardTreatment(months, null, List.of(), null, null, null);
    }

    private static PatientModel model(TreatmentConfiguration... treatments) {
        List<String> ids = List.of("a", "b").subList(0, treatments.length);
        List<Regimen> regimens = ids.size() == 1
                ? List.of(Regimen.NONE, Regimen.of("a"))
                : List.of(Regimen.NONE, Regimen.of("a"), Regimen.of("b"));
        return new PiecewiseExponentialDisease(null, null)
                .create(new PatientModelContext(ids, List.of(treatments), regimens, List.of(), List.of()));
    }

    @Test
    void halfOfThePatientsProgressWithinTheMedian() {
        Patient patient = model(median(6)).newPatient();
        long early = 0;
        for (int i = 0; i < PATIENTS; i++) {
            patient.begin(new FixedStreams(1, i));
            double day = patient.advance(Double.POSITIVE_INFINITY, 1);
            assertThat(patient.event()).isEqualTo(Patient.Event.PROGRESSION);
            early += day < 6 * MONTH ? 1 : 0;
        }
        GoodnessOfFit.assertShare(early, PATIENTS, .5);
    }

    @Test
    void piecesAndDeathsGiveTheirCumulativeIncidence() {
        // progression .1 per month until month 4, .3 after it; death without progression .05
        HazardTreatment treatment = new HazardTreatment(
                null,
                List.of(new HazardPiece(0, .1), new HazardPiece(4, .3)),
                List.of(new HazardPiece(0, .05)),
                2.0,
                null,
                null);
        Patient patient = model(treatment).newPatient();
        long progressed = 0;
        long died = 0;
        long diedAfter = 0;
        for (int i = 0; i < PATIENTS; i++) {
            patient.begin(new FixedStreams(2, i));
            double day = patient.advance(8 * MONTH, 1);
            if (patient.event() == Patient.Event.PROGRESSION) {
                progressed++;
                patient.advance(day + 2 * MONTH, 1);
                diedAfter += patient.event() == Patient.Event.DEATH ? 1 : 0;
            } else {
                died += patient.event() == Patient.Event.DEATH ? 1 : 0;
            }
        }
        double first = 1 - Math.exp(-.15 * 4);
        double second = Math.exp(-.6) * (1 - Math.exp(-.35 * 4));
        GoodnessOfFit.assertShare(progressed, PATIENTS, first * .1 / .15 + second * .3 / .35);
        GoodnessOfFit.assertShare(died, PATIENTS, first * .05 / .15 + second * .05 / .35);
        GoodnessOfFit.assertShare(diedAfter, progressed, .5);
    }

    @Test
    void advancingInSmallStepsChangesNothing() {
        HazardTreatment treatment = new HazardTreatment(
                null, List.of(new HazardPiece(0, .1), new HazardPiece(4, .3)), List.of(), null, null, null);
        Patient patient = model(treatment).newPatient();
        for (int i = 0; i < 200; i++) {
            patient.begin(new FixedStreams(3, i));
            double atOnce = patient.advance(Double.POSITIVE_INFINITY, 1);
            patient.begin(new FixedStreams(3, i));
            double day = 0;
            for (int step = 1; patient.event() == Patient.Event.NONE; step++) {
                day = patient.advance(step * 7, 1);
            }
            assertThat(day).isCloseTo(atOnce, within(1e-9 * atOnce + 1e-9));
        }
    }

    @Test
    void theSamePatientProgressesInProportionUnderAnotherHazard() {
        Patient patient = model(median(6), median(9)).newPatient();
        for (int i = 0; i < 100; i++) {
            patient.begin(new FixedStreams(4, i));
            double first = patient.advance(Double.POSITIVE_INFINITY, 1);
            patient.begin(new FixedStreams(4, i));
            double second = patient.advance(Double.POSITIVE_INFINITY, 2);
            assertThat(second).isCloseTo(1.5 * first, within(1e-9 * second));
        }
    }

    @Test
    void aSwitchUsesTheNewHazardFromThatDayOn() {
        Patient patient = model(median(6), median(9)).newPatient();
        patient.begin(new FixedStreams(5, 1));
        double alone = patient.advance(Double.POSITIVE_INFINITY, 1);
        patient.begin(new FixedStreams(5, 1));
        patient.advance(alone / 2, 1);
        assertThat(patient.advance(Double.POSITIVE_INFINITY, 2)).isCloseTo(alone / 2 + .75 * alone, within(1e-6));
    }

    @Test
    void withoutTreatmentNothingHappensUnlessSaid() {
        Patient patient = model(median(6)).newPatient();
        patient.begin(new FixedStreams(6, 1));
        assertThat(patient.advance(1e6, 0)).isEqualTo(1e6);
        assertThat(patient.event()).isEqualTo(Patient.Event.NONE);
    }

    @Test
    void mistakesAreNamedWithTheirPlace() {
        assertThatThrownBy(() ->
                        model(new HazardTreatment(6.0, List.of(new HazardPiece(0, .1)), List.of(), null, null, null)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not both");
        assertThatThrownBy(() ->
                        model(new HazardTreatment(null, List.of(new HazardPiece(1, .1)), List.of(), null, null, null)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.pointer()).isEqualTo("/treatments/a/progression/0/fromMonth"));
        assertThatThrownBy(() -> model(new TreatmentConfiguration() {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("hazards");
    }
}
