package org.evotrial.model.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.evotrial.model.Golden;
import org.evotrial.model.json.ProblemReport;
import org.evotrial.model.json.Vocabulary;
import org.evotrial.model.toy.ToyPlugin.ToyDisease;
import org.evotrial.model.toy.ToyPlugin.ToyDrug;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.Plugins;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationReaderTest {
    private static final Path FOLDER = Path.of("src/test/resources/calibrations");
    private static final Path VALID = FOLDER.resolve("valid/targets.json");
    private static final ClassLoader LOADER = CalibrationReaderTest.class.getClassLoader();
    private static final CalibrationReader READER = new CalibrationReader(new Vocabulary(Plugins.load(LOADER)), LOADER);

    @Test
    void startsAreThoseOfTheFilesUnlessGiven() {
        assertThat(valid(null).starts()).containsExactly(12, 0.5, 0.5);
    }

    @Test
    void otherValuesReachTheRecordsWithWhatIsTied() {
        CalibrationFile file = valid(null).at(new double[] {20, 0.25, 1});
        assertThat(file.disease()).isInstanceOfSatisfying(ToyDisease.class, d -> {
            assertThat(d.medianMonths()).isEqualTo(20);
            assertThat(d.curedShare()).isEqualTo(0.25);
        });
        assertThat(file.treatments().get("old")).isEqualTo(new ToyDrug(1));
        assertThat(file.treatments().get("new")).isEqualTo(new ToyDrug(5));
    }

    @Test
    void valuesThatMakeNoDiseaseAreRejected() {
        CalibrationDocument document = valid(null);
        assertThatThrownBy(() -> document.at(new double[] {-1, 0.5, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/medianMonths");
    }

    @Test
    void theArgumentReplacesTheDiseaseOfTheFile() {
        CalibrationDocument document = valid("library:toy-disease");
        assertThat(document.base().disease())
                .isInstanceOfSatisfying(
                        ToyDisease.class, d -> assertThat(d.medianMonths()).isNotEqualTo(12));
        assertThat(READER.read(VALID, "src/test/resources/calibrations/valid/disease.json")
                        .document())
                .isNotNull();
        assertThat(ProblemReport.of(
                        "targets.json", READER.read(VALID, "library:toy-diseas").problems()))
                .contains("DISEASE", "did you mean \"library:toy-disease\"?");
    }

    @Test
    void calibratedFilesDifferInNumbersAndRemarksOnly() throws IOException {
        List<CalibratedFile> files =
                valid(null).calibrated(new double[] {20.5, 0.25, 2.5e-8}, "calibrated by evotrial calibrate to a toy.");
        assertThat(files).extracting(CalibratedFile::name).containsExactly("disease.json", "drug.json", "targets.json");
        for (CalibratedFile file : files) {
            Golden.assertMatches(FOLDER.resolve("valid/calibrated").resolve(file.name()), file.text());
        }
    }

    @Test
    void moreParametersThanFittedTargetsAreWorthAWarning() {
        assertThat(valid(null).warnings())
                .containsExactly(
                        "There are more parameters (3) than fitted targets (1): they cannot all be identified.");
    }

    @Test
    void standardErrorsComeFromIntervals() {
        CalibrationTarget target = valid(null).base().targets().get(0);
        // 2.5 / (2 qnorm(.975))
        assertThat(target.error()).isEqualTo(2.5 / 3.919927969080108);
        assertThat(target.label()).isEqualTo("median-pfs-months");
        assertThat(valid(null).base().targets().get(1).label()).isEqualTo("os-rate at 24 months");
    }

    @Test
    void whatCannotBeBuiltIsExplainedAtItsPosition() {
        var problem = valid(null).explain(new ConfigurationException("/targets/1/value", "No."));
        assertThat(problem.line()).isEqualTo(13);
        assertThat(problem.expected()).isEqualTo("No.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters", "ranges", "scales", "figures", "names", "together", "shared"})
    void wrongFilesAreReportedInTheExpectedWords(String name) throws IOException {
        Path wrong = FOLDER.resolve("wrong");
        Path file = wrong.resolve(name + ".json");
        CalibrationReader.Reading reading = READER.read(file, null);
        assertThat(reading.document()).isNull();
        String report = ProblemReport.of(file.toString(), reading.problems()).replace(wrong + "/", "");
        Golden.assertMatches(wrong.resolve(name + ".txt"), report);
    }

    private static CalibrationDocument valid(@Nullable String disease) {
        CalibrationReader.Reading reading = READER.read(VALID, disease);
        assertThat(ProblemReport.of("targets.json", reading.problems())).isEmpty();
        return Objects.requireNonNull(reading.document());
    }
}
