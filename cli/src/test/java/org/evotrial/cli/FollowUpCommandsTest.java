package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evotrial.model.result.PatientResult;
import org.evotrial.model.result.PopulationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands patient and population. */
class FollowUpCommandsTest {
    private static final Path TARGETS = Path.of("..", "examples", "calibration", "egfr-nsclc", "targets.json");

    @TempDir
    private Path output;

    @Test
    void thePageOfAPatientIsTheSameForTheSameSeed() throws IOException {
        Invocation first = Invocation.of("patient", "egfr-nsclc", "--seed", 7, "--output", output.resolve("a"));
        Invocation second = Invocation.of("patient", "egfr-nsclc", "--seed", 7, "--out", output.resolve("b"));
        Invocation other = Invocation.of("patient", "egfr-nsclc", "--seed", 8, "--out", output.resolve("b"));

        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).contains("gefitinib", "first progression", "Page: ");
        assertThat(second.exitCode()).isZero();
        assertThat(other.exitCode()).isZero();
        Path a = output.resolve("a").resolve("egfr-nsclc-patient-7");
        Path b = output.resolve("b").resolve("egfr-nsclc-patient-7");
        assertThat(a.resolve("patient.json")).hasSameBinaryContentAs(b.resolve("patient.json"));
        assertThat(a.resolve("index.html")).hasSameBinaryContentAs(b.resolve("index.html"));
        assertThat(Files.readAllBytes(output.resolve("b/egfr-nsclc-patient-8/patient.json")))
                .isNotEqualTo(Files.readAllBytes(a.resolve("patient.json")));
    }

    @Test
    void theThreadsOfAPopulationChangeNoByte() {
        Object[] one = {"population", "egfr-nsclc", "--patients", 40, "--threads", 1, "-o", output.resolve("one")};
        Object[] three = {"population", "egfr-nsclc", "--patients", 40, "--threads", 3, "-o", output.resolve("three")};

        Invocation first = Invocation.of(one);
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).contains("40 patients", "objectiveResponseRate", "standard error");
        assertThat(Invocation.of(three).exitCode()).isZero();
        for (String file : new String[] {"population.json", "index.html"}) {
            assertThat(output.resolve("one/egfr-nsclc-population").resolve(file))
                    .hasSameBinaryContentAs(
                            output.resolve("three/egfr-nsclc-population").resolve(file));
        }
    }

    @Test
    void aPatientOfAPopulationIsTheOneOfThatNumber() throws IOException {
        Invocation.of("population", "egfr-nsclc", "--patients", 5, "--seed", 3, "--output", output);
        Invocation.of("patient", "egfr-nsclc", "--seed", 3, "--patient", 4, "--output", output);

        PopulationResult population = PopulationResult.read(output.resolve("egfr-nsclc-population"));
        PatientResult patient = PatientResult.read(output.resolve("egfr-nsclc-patient-3-4"));
        assertThat(patient.course().treatments())
                .isEqualTo(population.patients().get(4).lines());
        assertThat(patient.cohort().command()).isEqualTo("evotrial patient egfr-nsclc --seed 3 --patient 4");
    }

    @Test
    void publishedFiguresStandBesideTheSimulatedOnes() throws IOException {
        Invocation run =
                Invocation.of("population", "egfr-nsclc", "--patients", 30, "--targets", TARGETS, "--output", output);

        assertThat(run.exitCode()).isZero();
        PopulationResult result = PopulationResult.read(output.resolve("egfr-nsclc-population"));
        assertThat(result.targets())
                .extracting("metric")
                .containsExactly("medianMonths", "mechanismAtFirstProgressionShare", "objectiveResponseRate");
        assertThat(Files.readString(output.resolve("egfr-nsclc-population/index.html")))
                .contains("published median PFS: 10.2 months");
    }

    @Test
    void reportWritesThePagesOfPatientsAndPopulationsAgain() throws IOException {
        Invocation.of("patient", "egfr-nsclc", "--years", 1, "--output", output);
        Invocation.of("population", "egfr-nsclc", "--years", 1, "--patients", 5, "--output", output);
        Path patient = output.resolve("egfr-nsclc-patient-1/index.html");
        Path population = output.resolve("egfr-nsclc-population/index.html");
        byte[] patientBefore = Files.readAllBytes(patient);
        byte[] populationBefore = Files.readAllBytes(population);
        Files.delete(patient);
        Files.delete(population);

        Invocation both = Invocation.of("report", output);

        assertThat(both.exitCode()).isZero();
        assertThat(both.out().lines()).containsExactly("Report: " + patient, "Report: " + population);
        assertThat(patient).hasBinaryContent(patientBefore);
        assertThat(population).hasBinaryContent(populationBefore);

        Files.delete(patient);
        assertThat(Invocation.of("report", output.resolve("egfr-nsclc-patient-1/patient.json"))
                        .exitCode())
                .isZero();
        assertThat(patient).hasBinaryContent(patientBefore);
    }

    @Test
    void reportRefusesADamagedResult() throws IOException {
        Path damaged = output.resolve("patient.json");
        Files.writeString(damaged, "{ \"formatVersion\": \"1\"");

        Invocation report = Invocation.of("report", output);

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.err())
                .contains(damaged + " is not a result of format 1")
                .doesNotContain("\tat ");
    }

    @Test
    void targetsOfOtherTreatmentsAreRefused() {
        Invocation run = Invocation.of(
                "population", "egfr-nsclc", "--treatment", "gefitinib+osimertinib", "--targets", TARGETS, "-o", output);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("expected an arm that begins with gefitinib + osimertinib but found gefitinib");
    }

    @Test
    void aMistypedDiseaseIsExplained() {
        Invocation run = Invocation.of("patient", "egfr-nsclcc", "--output", output);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("did you mean \"egfr-nsclc\"?").doesNotContain("Exception");
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void settingsAndOptionsAreChecked() {
        Invocation pointer =
                Invocation.of("patient", "egfr-nsclc", "--set", "/population/disease/grwth=1", "-o", output);
        assertThat(pointer.exitCode()).isEqualTo(1);
        assertThat(pointer.err()).contains("did you mean \"/population/disease/growth\"?", "nothing was simulated");

        assertThat(Invocation.of("patient", "egfr-nsclc", "--years", 0, "-o", output)
                        .err())
                .contains("The years (0.0) must lie in (0, 50].");
        assertThat(Invocation.of("patient", "egfr-nsclc", "--patient", -1, "-o", output)
                        .err())
                .contains("must be at least 0");
        assertThat(Invocation.of("population", "egfr-nsclc", "--patients", 0, "-o", output)
                        .err())
                .contains("The number of patients (0) must be at least 1.");
    }

    @Test
    void aSettingChangesThePatients() throws IOException {
        Invocation run = Invocation.of(
                "patient",
                "egfr-nsclc",
                "--years",
                1,
                "--set",
                "/design/assessments/imaging/everyWeeks=6",
                "--output",
                output);

        assertThat(run.exitCode()).isZero();
        PatientResult patient = PatientResult.read(output.resolve("egfr-nsclc-patient-1"));
        assertThat(patient.scans().get(1).day()).isEqualTo(42);
        assertThat(patient.course().days()).allMatch(day -> day <= 365.25);
    }
}
