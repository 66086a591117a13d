package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.evotrial.spi.truth.PatientTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the diseases of the library are there for. */
class LibraryDiseasesTest {
    private static final int ALL_DRUGS = 1;
    private static final int FIRST_DRUG = 2;

    static List<String> diseases() {
        return LibraryNumbers.diseases();
    }

    /** A disease with its usual care: no treatment, all its drugs together, and each of them. */
    private static PatientModel model(LibraryFiles.Setting setting) {
        List<String> drugs = List.copyOf(setting.treatments().keySet());
        List<Regimen> regimens = new ArrayList<>(List.of(Regimen.NONE));
        regimens.add(
                new Regimen(drugs.stream().map(d -> new Regimen.Component(d, 1)).toList()));
        drugs.forEach(d -> regimens.add(Regimen.of(d)));
        return setting.disease()
                .create(new PatientModelContext(
                        drugs,
                        List.copyOf(setting.treatments().values()),
                        regimens,
                        List.copyOf(setting.assays().keySet()),
                        List.copyOf(setting.assays().values())));
    }

    private static LibraryFiles.Setting setting(String disease) {
        return LibraryFiles.of(json(disease).toString());
    }

    private static ObjectNode json(String disease) {
        JsonNode care = LibraryNumbers.care(disease);
        ObjectNode setting = new JsonMapper().createObjectNode().put("disease", "library:" + disease);
        setting.set("treatments", care.get("treatments"));
        setting.set("assays", care.get("assays"));
        return setting;
    }

    @ParameterizedTest
    @MethodSource("diseases")
    void everyDiseaseReadsWithItsUsualCareAndItsPatientsLive(String disease) {
        PatientModel model = model(setting(disease));
        Patient patient = model.newPatient();
        for (int i = 0; i < 20; i++) {
            patient.begin(new FirstLine.Streams(60, i));
            double cells = total(model, patient.truth());
            assertThat(cells).isBetween(1e6, 1e13);
            patient.advance(84, ALL_DRUGS);
            assertThat(total(model, patient.truth())).isBetween(0.0, 1e13).isNotEqualTo(cells);
        }
    }

    @Test
    void everyTreatmentIsUsedInTheCareOfADisease() {
        List<String> drugs = LibraryNumbers.files().stream()
                .filter(name ->
                        LibraryNumbers.tree(name).path("type").asString("").equals("drug"))
                .toList();
        List<String> used = diseases().stream()
                .flatMap(disease -> LibraryTable.treatments(disease).stream())
                .distinct()
                .sorted()
                .toList();
        assertThat(used).isEqualTo(drugs);
    }

    /**
     * Avanzini et al. 2020 (doi:10.1126/sciadv.abc4308): 15 mL of blood hold 8.25 mL of plasma with 953 genome equivalents each,
     * so that an allele fraction below 1 / 7860 = 1.3e-4 is less than one molecule in a sample.
     */
    @Test
    void glioblastomaHasPracticallyNoSignalInPlasma() {
        double oneMolecule = 1 / (8.25 * 953);
        assertThat(shareOf("glioblastoma", 300, t -> t.plasmaVaf(0) < oneMolecule ? 1 : 0))
                .isGreaterThan(.9);
        assertThat(shareOf("kras-g12c-colorectal", 300, t -> t.plasmaVaf(0) < oneMolecule ? 1 : 0))
                .isLessThan(.2);
    }

    private static double shareOf(String disease, int patients, ToDoubleFunction<PatientTruth> figure) {
        Patient patient = model(setting(disease)).newPatient();
        double sum = 0;
        for (int i = 0; i < patients; i++) {
            patient.begin(new FirstLine.Streams(61, i));
            sum += figure.applyAsDouble(patient.truth());
        }
        return sum / patients;
    }

    /**
     * KEYNOTE-522 (Schmid et al. 2020, doi:10.1056/NEJMoa1910549): pathological complete response in 64.8 % with and 51.2 % without
     * pembrolizumab. 400 patients: 4.9 standard errors of .025 and .03 for the fit, whose own standard error that is.
     */
    @Test
    void aboutHalfOfTripleNegativeTumoursRespondCompletelyAndMoreWithACheckpointInhibitor() {
        PatientModel model = model(setting("triple-negative-breast"));
        int patients = 400;
        int with = completeResponses(model, ALL_DRUGS, patients);
        int without = completeResponses(model, FIRST_DRUG, patients);
        assertThat(with / (double) patients).isCloseTo(.648, within(.15));
        assertThat(without / (double) patients).isCloseTo(.512, within(.15));
        assertThat(with).isGreaterThan(without);
    }

    private static int completeResponses(PatientModel model, int regimen, int patients) {
        Patient patient = model.newPatient();
        int pathology = 1;
        Measurement result = new Measurement(1);
        int complete = 0;
        for (int i = 0; i < patients; i++) {
            patient.begin(new FirstLine.Streams(62, i));
            patient.advance(63, regimen);
            patient.measure(pathology, result);
            assertThat(result.evaluable()).as("before surgery").isFalse();
            patient.advance(126, regimen);
            patient.measure(pathology, result);
            complete += result.positive(0) ? 1 : 0;
        }
        return complete;
    }

    /**
     * Tang et al. 2011 (Blood 118, 1622): the leukaemic cells fall by .052 a day at first and by .0057 later. With level
     * A e^(-.052 t) + (1 - A) e^(-.0057 t) and 1 - A = .009, the mean slope of the first 28 days is -.0502 and that of days
     * 224 to 392 is -.0059. Kill and growth differ between patients: standard deviations about .015 and .003, of the median
     * of 300 patients .0011 and .0002; 4.9 of these, and .0018 and .0002 for the other terms, are admitted.
     */
    @Test
    void imatinibLowersLeukaemicCellsWithTheTwoPublishedSlopes() {
        PatientModel model = model(setting("chronic-myeloid-leukaemia"));
        Patient patient = model.newPatient();
        int patients = 300;
        double[] first = new double[patients];
        double[] second = new double[patients];
        double[] days = {28, 224, 392};
        for (int i = 0; i < patients; i++) {
            patient.begin(new FirstLine.Streams(63, i));
            double start = total(model, patient.truth());
            double[] cells = new double[days.length];
            for (int d = 0; d < days.length; d++) {
                patient.advance(days[d], FIRST_DRUG);
                cells[d] = total(model, patient.truth());
            }
            first[i] = Math.log(cells[0] / start) / 28;
            second[i] = Math.log(cells[2] / cells[1]) / (392 - 224);
        }
        assertThat(median(first)).isCloseTo(-.0502, within(.0072));
        assertThat(median(second)).isCloseTo(-.0059, within(.0012));
    }

    @Test
    void adaptiveDosingOfProstateCancerIsMarkedAsAHypothesis() {
        String disease = "prostate-castration-resistant";
        for (JsonNode file : List.of(LibraryNumbers.tree(disease), LibraryNumbers.care(disease))) {
            assertThat(file.get("remarks").toString()).containsIgnoringCase("hypothesis");
        }
    }

    /** Competitive release, on which the hypothesis rests: killing sensitive cells makes room for resistant ones. */
    @Test
    void resistantProstateCancerCellsGrowFasterUnderTreatmentThanWithout() {
        Patient patient = model(setting("prostate-castration-resistant")).newPatient();
        double[] ratio = new double[100];
        for (int i = 0; i < ratio.length; i++) {
            double[] resistant = new double[2];
            for (int regimen = 0; regimen < 2; regimen++) {
                patient.begin(new FirstLine.Streams(64, i));
                patient.advance(168, regimen);
                resistant[regimen] = patient.truth().cells(1);
            }
            ratio[i] = resistant[ALL_DRUGS] / resistant[0];
        }
        assertThat(median(ratio)).isGreaterThan(1.2);
    }

    /** All cells: lineages are the genotypes in the first phenotype and the other phenotypes. */
    private static double total(PatientModel model, PatientTruth truth) {
        double sum = 0;
        for (int lineage = 0; lineage < model.lineages().size(); lineage++) {
            sum += truth.cells(lineage);
        }
        return sum;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
