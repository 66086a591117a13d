package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.evotrial.patient.assay.CtdnaAssay;
import org.evotrial.patient.drug.Drug;
import org.evotrial.patient.drug.DrugTreatment;
import org.evotrial.patient.parametric.HazardTreatment;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.evotrial.spi.TreatmentConfiguration;
import org.junit.jupiter.api.Test;

/** The shipped EGFR lung cancer files: sources, and what is said about mistakes. */
class EgfrLibraryTest {
    @Test
    void aQuarterOfThePatientsHaveAVisibleBrainLesion() {
        var patient = FirstLine.model(LibraryFiles.egfr(Map.of())).newPatient();
        int with = 0;
        for (int i = 0; i < 4000; i++) {
            patient.begin(new FirstLine.Streams(51, i));
            with += patient.factorLevel(0);
        }
        // the file's own statement; 2.2 x .12 visible metastases, of which nearly all exceed 5 mm: 1 - e^-.26 = .23
        assertThat(with / 4000.0).isBetween(.19, .27);
    }

    @Test
    void mistakesThatOnlyTheDiseaseCanSeeAreNamedWithTheirPlace() {
        DrugTreatment unknownOrgan =
                Drug.killing(.1).reaching(Map.of("liver", .5)).treatment();
        assertThatThrownBy(() -> create(unknownOrgan))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.pointer()).isEqualTo("/treatments/x/penetration/liver"))
                .hasMessageContaining("lung, brain");
        DrugTreatment unknownMechanism =
                Drug.killing(.1).resisted(Map.of("KRAS", 2.0)).treatment();
        assertThatThrownBy(() -> create(unknownMechanism)).hasMessageContaining("T790M, C797S, MET, bypass");
        DrugTreatment negative = Drug.killing(.1).resisted(Map.of("MET", -2.0)).treatment();
        assertThatThrownBy(() -> create(negative)).hasMessageContaining("positive");
        assertThatThrownBy(() -> create(new HazardTreatment(6.0, null, List.of(), null, null, null)))
                .hasMessageContaining("type drug");
    }

    @Test
    void anAssayOfAnUnknownBiomarkerIsRejected() {
        EvolvingTumourDisease disease = disease();
        CtdnaAssay assay = new CtdnaAssay(
                List.of("KRAS"), 0, 0, 4, 1.86, 3.38, .0066, .5, 0, 1e5, 1, 0, 0, null, 1, 1, false, null, null);
        assertThatThrownBy(() -> disease.create(new PatientModelContext(
                        List.of(), List.of(), List.of(Regimen.NONE), List.of("plasma"), List.of(assay))))
                .hasMessageContaining("EGFR, T790M, C797S, MET");
    }

    private static EvolvingTumourDisease disease() {
        return (EvolvingTumourDisease) LibraryFiles.egfr(Map.of()).disease();
    }

    private static void create(TreatmentConfiguration treatment) {
        disease()
                .create(new PatientModelContext(
                        List.of("x"),
                        List.of(treatment),
                        List.of(Regimen.NONE, Regimen.of("x")),
                        List.of(),
                        List.of()));
    }
}
