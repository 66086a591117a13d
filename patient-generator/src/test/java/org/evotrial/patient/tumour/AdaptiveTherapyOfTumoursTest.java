package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.evotrial.patient.FixedStreams;
import org.evotrial.patient.disease.Growth;
import org.evotrial.patient.disease.GrowthLaw;
import org.evotrial.patient.disease.Lesions;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.patient.drug.Drug;
import org.evotrial.patient.drug.DrugTreatment;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole patients under Lotka-Volterra growth against the days to progression of Strobl et al. 2021 (doi:10.1158/0008-5472.CAN-20-0806),
 * as tabulated in the project's specification: capacity so large that no cell is drawn singly.
 */
class AdaptiveTherapyOfTumoursTest {
    private static final double CAPACITY = 1e12;
    private static final double BIRTH = .027;
    private static final int NONE = 0;
    private static final int DRUG = 1;

    private static TumourPatient patient(double initial, double resistant, double turnover, double cost) {
        PreExisting preExisting = new PreExisting.Empirical(1, resistant, 0, 0, .5, null);
        Mechanism resistance = new Mechanism("R", 0, cost, preExisting, true, null);
        GrowthLaw law = new GrowthLaw.LotkaVolterra(CAPACITY, null, Map.of(), 7, null);
        EvolvingTumourDisease disease = new Diseases(
                        new Growth(BIRTH, turnover * BIRTH, 0, law, null), List.of(resistance))
                .lesions(new Lesions(initial * CAPACITY, 0, 0, 1e9, 0, 0, 1e6, 1, 4, CAPACITY, null))
                .build();
        DrugTreatment drug = Drug.killing(0)
                .killingDividing(1.5)
                .at(1e9, 1)
                .resisted(Map.of("R", 1e18))
                .treatment();
        TumourModel model = new TumourModel(
                disease,
                new PatientModelContext(
                        List.of("a"), List.of(drug), List.of(Regimen.NONE, Regimen.of("a")), List.of(), List.of()));
        TumourPatient patient = new TumourPatient(model);
        patient.begin(new FixedStreams(20261121, 0));
        return patient;
    }

    /** Daily decisions: off below half the initial burden, on above it; progression at 1.2 times the initial burden. */
    private static int daysToProgression(TumourPatient patient, boolean adaptive) {
        double initial = patient.tumour().total();
        int regimen = DRUG;
        for (int day = 1; day < 3000; day++) {
            patient.advance(day, regimen);
            double burden = patient.expectedCells(0);
            if (burden >= 1.2 * initial) {
                return day;
            }
            if (adaptive && burden < .5 * initial) {
                regimen = NONE;
            } else if (burden > initial) {
                regimen = DRUG;
            }
        }
        throw new AssertionError("no progression");
    }

    @ParameterizedTest
    @CsvSource({
        ".25, .1, 0, 0, 106, 106",
        ".25, .01, 0, 0, 207, 210",
        ".25, .001, 0, 0, 296, 315",
        ".35, .001, 0, 0, 314, 350",
        ".45, .01, 0, 0, 246, 266",
        ".55, .001, 0, 0, 361, 452",
        ".25, .1, .25, 0, 161, 161",
        ".25, .1, .25, .1, 186, 186",
        ".25, .1, .25, .2, 222, 233",
        ".25, .1, .25, .3, 273, 293",
        ".25, .1, .25, .4, 358, 384",
        ".25, .1, .25, .5, 523, 588",
    })
    void daysToProgression(
            double initial, double resistant, double turnover, double cost, int continuous, int adaptive) {
        assertThat(daysToProgression(patient(initial, resistant, turnover, cost), false))
                .isCloseTo(continuous, within(1));
        assertThat(daysToProgression(patient(initial, resistant, turnover, cost), true))
                .isCloseTo(adaptive, within(2));
    }
}
