package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evotrial.patient.disease.Mechanism.Kind;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.Patient;
import org.junit.jupiter.api.Test;

/** What files say of clones, strata and instability, and how they are answered where they are wrong. */
class ArchitectureFilesTest {
    private static final String FILE = """
            {"disease": {
               "type": "evolving-tumour",
               "growth": {"birthPerDay": 0.14, "deathPerDay": 0.12},
               "lesions": {"primaryMedianCells": 1e10, "primarySigmaLog": 1, "meanMetastases": 2,
                           "metastasisMedianCells": 1e9, "metastasisSigmaLog": 1, "seeding": {"founderCells": 2}},
               "organs": [{"id": "lung", "share": 0.9}, {"id": "brain", "share": 0.1, "centralNervousSystem": true}],
               "mutationsPerBasePerDivision": 2e-9,
               "mechanisms": [
                 {"id": "BRCA", "mutationsPerDivision": 0, "preExisting": {"type": "truncal", "prevalence": 0.6}},
                 {"id": "reversion", "targetBases": 30, "kind": "reversion", "requires": ["BRCA"], "cancels": ["BRCA"]},
                 {"id": "MYC", "mutationsPerDivision": 1e-6, "kind": "copy-number", "fitnessCost": -0.1,
                  "reversionsPerDivision": 1e-4, "excludes": ["reversion"]},
                 {"id": "neuroendocrine", "switchesPerDay": 1e-7, "onTreatmentFactor": 20,
                  "kind": "lineage-plasticity", "antigenicity": 0.3}
               ],
               "shedding": {"genomeEquivalentsPerCellDeath": 1e-3},
               "mortality": {"backgroundPerMonth": 0.001, "perMonthAtReference": 0.1},
               "chromosomalInstability": {"sigmaLog": 0.8, "optimum": 5, "deathsPerDayPerExcess": 0.001},
               "strata": {
                 "biomarkers": [
                   {"id": "RAS", "prevalence": 0.58, "present": {"killFactors": {"olaparib": 0.7}}},
                   {"id": "TP53", "prevalence": 0.69, "absent": {"prevalenceFactors": {"BRCA": 0.5}}}],
                 "pairs": [{"first": "RAS", "second": "TP53", "bothPresent": 0.32}]},
               "clonalArchitecture": {
                 "truncalMutations": ["APC"],
                 "branches": [{"id": "SMAD4", "medianFraction": 0.3, "sigmaLog": 0.5}],
                 "passengerMutationsPerDivision": 0.02}},
             "treatments": {"olaparib": {"type": "drug", "maximumKillPerDay": 0.06, "concentration": 10, "ec50": 1,
                            "resistanceFactors": {"BRCA": 0.1, "reversion": 10, "neuroendocrine": 100}}},
             "assays": {}}""";

    private static void assertRefused(String text, String by, String... words) {
        assertThat(FILE).contains(text);
        assertThatThrownBy(() -> FirstLine.model(LibraryFiles.of(FILE.replace(text, by))))
                .isInstanceOfAny(IllegalArgumentException.class, ConfigurationException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void everyBlockIsReadAndItsPatientsLive() {
        LibraryFiles.Setting setting = LibraryFiles.of(FILE);
        EvolvingTumourDisease disease = (EvolvingTumourDisease) setting.disease();
        assertThat(disease.mechanisms().get(1).kind()).isEqualTo(Kind.REVERSION);
        assertThat(disease.mechanisms().get(1).perDivision(disease.mutationsPerBasePerDivision()))
                .isEqualTo(30 * 2e-9);
        assertThat(disease.mechanisms().get(0).preExisting()).isEqualTo(new PreExisting.Truncal(.6, null));
        assertThat(disease.factors()).containsExactly("cns-metastases", "RAS", "TP53");
        TumourModel model = (TumourModel) FirstLine.model(setting);
        Patient patient = model.newPatient();
        for (int i = 0; i < 100; i++) {
            patient.begin(new FirstLine.Streams(1, i));
            patient.advance(400, 1);
            for (int lineage = 0; lineage < model.lineages().size(); lineage++) {
                assertThat(patient.truth().cells(lineage)).isFinite().isNotNegative();
            }
        }
    }

    @Test
    void contradictionsAreNamed() {
        assertRefused("\"targetBases\": 30,", "\"targetBases\": 30, \"mutationsPerDivision\": 1e-9,", "exactly one of");
        assertRefused("\"requires\": [\"BRCA\"],", "", "reversion cancels among those that it requires");
        assertRefused("\"excludes\": [\"reversion\"]", "\"excludes\": [\"HRD\"]", "found HRD");
        assertRefused("\"fitnessCost\": -0.1", "\"fitnessCost\": -1.1", "-1");
        assertRefused("\"bothPresent\": 0.32", "\"bothPresent\": 0.2", "expected from 0.27", "TP53");
        assertRefused("\"killFactors\": {\"olaparib\"", "\"killFactors\": {\"cisplatin\"", "found cisplatin");
        assertRefused("{\"BRCA\": 0.5}", "{\"MYC\": 0.5}", "truncal with a prevalence below 1");
        assertRefused("[\"APC\"]", "[\"MYC\"]", "expected different names");
        assertRefused("\"kind\": \"copy-number\"", "\"kind\": \"amplification\"", "copy-number");
    }
}
