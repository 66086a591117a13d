package org.evotrial.design.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.evotrial.design.trial.NamedThings;
import org.evotrial.design.trial.TreatedPatient;
import org.evotrial.model.design.RegimenChoice;
import org.evotrial.spi.Regimen;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final int IMAGING = 0;
    private static final int PLASMA = 1;
    private static final int EGFR = 0;
    private static final int T790M = 1;

    private final NamedThings index = new NamedThings("A");
    private final int gefitinib = index.regimen(Regimen.of("gefitinib"));
    private final int osimertinib = index.regimen(Regimen.of("osimertinib"));
    private final int chemotherapy = index.regimen(Regimen.of("chemotherapy"));

    @Test
    void aFixedRegimenIsKeptBeyondProgression() {
        TreatedPatient patient = new TreatedPatient(new FixedRegimen(RegimenChoice.of("osimertinib")).create(index));

        assertThat(patient.regimen()).isEqualTo(osimertinib);
        assertThat(patient.progresses()).isEqualTo(osimertinib);
        assertThat(patient.tested(PLASMA, T790M, true)).isEqualTo(osimertinib);
    }

    @Test
    void aSequenceMovesOnAtEachProgressionAndStaysOnTheLastLine() {
        TreatedPatient patient = new TreatedPatient(
                new SequenceAtProgression(regimens("gefitinib", "osimertinib", "chemotherapy")).create(index));

        assertThat(patient.regimen()).isEqualTo(gefitinib);
        assertThat(patient.tested(PLASMA, T790M, true)).isEqualTo(gefitinib);
        assertThat(patient.progresses()).isEqualTo(osimertinib);
        assertThat(patient.progresses()).isEqualTo(chemotherapy);
        assertThat(patient.progresses()).isEqualTo(chemotherapy);
    }

    @Test
    void aSequenceMovesOnWhenAllDrugsOfItsLineAreDiscontinuedForToxicity() {
        TreatedPatient patient =
                new TreatedPatient(new SequenceAtProgression(regimens("gefitinib", "osimertinib")).create(index));

        assertThat(patient.discontinues(false)).isEqualTo(gefitinib);
        assertThat(patient.discontinues(true)).isEqualTo(osimertinib);
        assertThat(patient.discontinues(true)).isEqualTo(osimertinib);
    }

    @Test
    void aSequenceMayReturnToARegimen() {
        TreatedPatient patient = new TreatedPatient(
                new SequenceAtProgression(regimens("gefitinib", "osimertinib", "gefitinib", "chemotherapy"))
                        .create(index));

        patient.progresses();
        assertThat(patient.progresses()).isEqualTo(gefitinib);
        assertThat(patient.progresses()).isEqualTo(chemotherapy);
    }

    @Test
    void combinationsAreRegimensOfTheirOwn() {
        RegimenChoice combination = new RegimenChoice(Map.of("osimertinib", 0.5));
        TreatedPatient patient = new TreatedPatient(new FixedRegimen(combination).create(index));

        assertThat(index.regimens().get(patient.regimen()).label()).isEqualTo("osimertinib (0.5 of full dose)");
    }

    @Test
    void aPositivePlasmaResultSwitchesBeforeProgression() {
        TreatedPatient patient = new TreatedPatient(ctdnaSwitch(1).create(index));

        assertThat(patient.regimen()).isEqualTo(gefitinib);
        assertThat(patient.tested(PLASMA, T790M, false)).isEqualTo(gefitinib);
        assertThat(patient.tested(PLASMA, T790M, true)).isEqualTo(osimertinib);
        assertThat(patient.tested(PLASMA, T790M, true)).isEqualTo(osimertinib);
        assertThat(patient.progresses()).isEqualTo(chemotherapy);
        assertThat(patient.progresses()).isEqualTo(chemotherapy);
    }

    @Test
    void progressionSwitchesWithoutAPositiveResult() {
        TreatedPatient patient = new TreatedPatient(ctdnaSwitch(1).create(index));

        assertThat(patient.progresses()).isEqualTo(osimertinib);
        assertThat(patient.tested(PLASMA, T790M, true)).isEqualTo(osimertinib);
        assertThat(patient.progresses()).isEqualTo(chemotherapy);
    }

    @Test
    void discontinuationOfTheWholeRegimenSwitchesLikeProgression() {
        TreatedPatient patient = new TreatedPatient(ctdnaSwitch(1).create(index));

        assertThat(patient.discontinues(false)).isEqualTo(gefitinib);
        assertThat(patient.discontinues(true)).isEqualTo(osimertinib);
    }

    @Test
    void anotherBiomarkerAnotherAssayAndAFailedAssaySwitchNothing() {
        TreatedPatient patient = new TreatedPatient(ctdnaSwitch(1).create(index));

        assertThat(patient.tested(PLASMA, EGFR, true)).isEqualTo(gefitinib);
        assertThat(patient.tested(IMAGING, T790M, true)).isEqualTo(gefitinib);
        assertThat(patient.testFailed(PLASMA)).isEqualTo(gefitinib);
    }

    @Test
    void aNegativeResultInterruptsARowOfPositivesAndAFailedAssayDoesNot() {
        TreatedPatient patient = new TreatedPatient(ctdnaSwitch(2).create(index));

        assertThat(patient.tested(PLASMA, T790M, true)).isEqualTo(gefitinib);
        assertThat(patient.tested(PLASMA, T790M, false)).isEqualTo(gefitinib);
        assertThat(patient.tested(PLASMA, T790M, true)).isEqualTo(gefitinib);
        assertThat(patient.testFailed(PLASMA)).isEqualTo(gefitinib);
        assertThat(patient.tested(PLASMA, T790M, true)).isEqualTo(osimertinib);
    }

    @Test
    void everyPolicyDescribesItselfInOneSentence() {
        assertThat(new FixedRegimen(RegimenChoice.of("osimertinib")).synopsis()).isEqualTo("osimertinib throughout.");
        assertThat(new SequenceAtProgression(regimens("osimertinib", "chemotherapy")).synopsis())
                .isEqualTo("osimertinib until progression, then chemotherapy.");
        assertThat(ctdnaSwitch(1).synopsis())
                .isEqualTo("gefitinib until plasma is positive for T790M or progression, "
                        + "then osimertinib until progression, then chemotherapy.");
        assertThat(ctdnaSwitch(2).synopsis()).contains("2 results of plasma in a row are positive for T790M");
    }

    private static CtdnaSwitch ctdnaSwitch(int consecutive) {
        return new CtdnaSwitch(
                RegimenChoice.of("gefitinib"), "plasma", "T790M", consecutive, regimens("osimertinib", "chemotherapy"));
    }

    private static List<RegimenChoice> regimens(String... treatments) {
        return List.of(treatments).stream().map(RegimenChoice::of).toList();
    }
}
