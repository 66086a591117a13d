package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.patient.FixedStreams;
import org.evotrial.patient.drug.Adherence;
import org.evotrial.patient.drug.Dosing;
import org.evotrial.patient.drug.Drug;
import org.evotrial.patient.drug.DrugTreatment;
import org.evotrial.patient.drug.Toxicity;
import org.evotrial.spi.Patient;
import org.evotrial.spi.TreatmentConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whole patients of the EGFR lung cancer library under drugs that slow division, pause, are missed or are toxic. */
class DrugCourseTest {
    private static final int DRUG = 1;
    private static final LibraryFiles.Setting EGFR = LibraryFiles.egfr(Map.of());

    private static Patient patient(DrugTreatment drug, Map<String, Double> overrides) {
        LibraryFiles.Setting base = overrides.isEmpty() ? EGFR : LibraryFiles.egfr(overrides);
        Map<String, TreatmentConfiguration> treatments = new LinkedHashMap<>(base.treatments());
        treatments.put("gefitinib", drug);
        return FirstLine.model(new LibraryFiles.Setting(base.disease(), treatments, base.assays()))
                .newPatient();
    }

    private static DrugTreatment drug(
            double kill, double cytostasis, @Nullable Dosing dosing, @Nullable Toxicity toxicity) {
        return Drug.killing(kill)
                .slowing(cytostasis)
                .at(1e9, 1)
                .resisted(Map.of("T790M", 1e15))
                .dosed(dosing)
                .toxic(toxicity)
                .treatment();
    }

    private static Dosing cycles(double days, double on) {
        return new Dosing(days, on, List.of(), List.of(), null, null, null, null);
    }

    private static double[] state(Patient patient) {
        double[] cells = new double[patient.truth().lesions()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = patient.truth().cells(i, 0) + 1e-3 * patient.truth().cells(i, 1);
        }
        return cells;
    }

    @Test
    void aScheduleDoesWhatAPolicyWouldDoThatStopsAndStartsTheDrugOnTheSameDays() {
        Patient scheduled = patient(drug(.05, 0, cycles(15, 10.3), null), Map.of());
        Patient switched = patient(drug(.05, 0, null, null), Map.of());
        for (int i = 0; i < 20; i++) {
            scheduled.begin(new FixedStreams(3, i));
            switched.begin(new FixedStreams(3, i));
            for (int cycle = 0; cycle < 12 && switched.event() == Patient.Event.NONE; cycle++) {
                switched.advance(15 * cycle, 0);
                switched.advance(15 * cycle + 10.3, DRUG);
            }
            double day = scheduled.advance(179, DRUG);
            assertThat(day).isEqualTo(switched.advance(179, 0));
            assertThat(state(scheduled)).isEqualTo(state(switched));
            if (day == 179) {
                assertThat(scheduled.cumulativeDose(0)).isCloseTo(12 * 10.3, within(1e-9));
            }
        }
    }

    @Test
    void visitsDoNotMoveTheDaysOfDosesOrToxicEvents() {
        Toxicity toxicity = new Toxicity(.01, null, 28, 1, List.of(.5), 1, 7, 0, 0, Map.of(), null);
        Patient seldom = patient(drug(.05, 0, cycles(21, 14), toxicity), Map.of());
        Patient often = patient(drug(.05, 0, cycles(21, 14), toxicity), Map.of());
        for (int i = 0; i < 20; i++) {
            seldom.begin(new FixedStreams(4, i));
            often.begin(new FixedStreams(4, i));
            double reached = live(seldom, 0, 200);
            for (double day = 0; day < 200; day += 2.5) {
                live(often, day, day + 2.5);
            }
            assertThat(live(often, 200, 200)).isEqualTo(reached);
            assertThat(state(often)).isEqualTo(state(seldom));
            assertThat(often.toxicEvents()).isEqualTo(seldom.toxicEvents());
        }
    }

    private static double live(Patient patient, double from, double to) {
        double day = patient.advance(Math.max(from, to), DRUG);
        while (patient.event() == Patient.Event.TOXICITY) {
            day = patient.advance(to, DRUG);
        }
        return day;
    }

    @Test
    void cytostaticAndCytotoxicDrugsOfEqualNetEffectDifferInDivisionsAndDeaths() {
        double birth = ((EvolvingTumourDisease) EGFR.disease()).growth().birthPerDay();
        double share = .3;
        Map<String, Double> alike = Map.of("/disease/killSigmaLog", 0.0, "/disease/growth/netGrowthSigmaLog", 0.0);
        TumourPatient toxic = (TumourPatient) patient(drug(share * birth, 0, null, null), alike);
        TumourPatient slow = (TumourPatient) patient(drug(0, share, null, null), alike);
        FixedStreams streams = new FixedStreams(5, 2);
        toxic.begin(streams);
        slow.begin(new FixedStreams(5, 2));
        toxic.advance(28, DRUG);
        slow.advance(28, DRUG);

        double cells = toxic.expectedCells(0, 0, 0);
        assertThat(cells).isGreaterThan(1e7);
        // mutants leave at divisions, which the drugs do not share: a part of 1e-6 at most
        assertThat(slow.expectedCells(0, 0, 0)).isCloseTo(cells, within(1e-5 * cells));
        double divisions = toxic.birthsPerDay(0, 0);
        assertThat(slow.birthsPerDay(0, 0) / divisions).isCloseTo(1 - share, within(.01));
        double deaths = toxic.deathsPerDay(0, 0);
        assertThat(deaths - slow.deathsPerDay(0, 0)).isCloseTo(share * birth * cells, within(.01 * deaths));
        assertThat(toxic.plasmaVaf(0)).isGreaterThan(slow.plasmaVaf(0));
    }

    @Test
    void fullAdherenceAndNoHazardChangeNothing() {
        Adherence all = new Adherence(1, 0, 14.0, 1, null);
        Toxicity none = new Toxicity(0, null, 28, 1, List.of(.5), 1, 7, .5, .5, Map.of(), null);
        Dosing dosing = new Dosing(null, null, List.of(), List.of(), null, null, all, null);
        Patient plain = patient(drug(.05, 0, null, null), Map.of());
        Patient same = patient(drug(.05, 0, dosing, none), Map.of());
        for (int i = 0; i < 20; i++) {
            plain.begin(new FixedStreams(6, i));
            same.begin(new FixedStreams(6, i));
            assertThat(same.advance(300, DRUG)).isEqualTo(plain.advance(300, DRUG));
            assertThat(state(same)).isEqualTo(state(plain));
        }
    }

    @Test
    void toxicEventsInterruptTheAdvanceAndFatalOnesEndIt() {
        Toxicity survived = new Toxicity(.05, null, 28, 1, List.of(), 0, 0, 0, 0, Map.of(), null);
        Toxicity fatal = new Toxicity(.05, null, 28, 1, List.of(), 0, 0, 0, 1, Map.of(), null);
        Patient first = patient(drug(.05, 0, null, survived), Map.of());
        Patient second = patient(drug(.05, 0, null, fatal), Map.of());
        first.begin(new FixedStreams(7, 0));
        second.begin(new FixedStreams(7, 0));

        double day = first.advance(2000, DRUG);
        assertThat(first.event()).isEqualTo(Patient.Event.TOXICITY);
        assertThat(first.toxicEvents()).isEqualTo(1);
        assertThat(first.cumulativeDose(0)).isCloseTo(day, within(1e-12));
        assertThat(first.advance(day, DRUG)).isEqualTo(day);
        assertThat(first.event()).isEqualTo(Patient.Event.NONE);
        assertThat(second.advance(2000, DRUG)).isEqualTo(day);
        assertThat(second.event()).isEqualTo(Patient.Event.DEATH);
        assertThat(second.advance(2000, DRUG)).isEqualTo(day);
    }
}
