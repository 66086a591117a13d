package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CalibrateCommandTest {
    private static final String EGFR = "../examples/calibration/egfr-nsclc/targets.json";

    @TempDir
    private Path folder;

    private Path targets;
    private Path disease;

    @BeforeEach
    void writeFiles() throws IOException {
        disease = Files.writeString(folder.resolve("hazards.json"), """
                { "type": "piecewise-exponential", "remarks": ["Nothing but hazards."] }
                """);
        targets = Files.writeString(folder.resolve("targets.json"), """
                {
                  "title": "A median",
                  "treatments": { "a": "a.json" },
                  "arms": [{ "id": "a", "regimens": ["a"] }],
                  "patients": 200,
                  "targets": [
                    { "arm": "a", "statistic": "pfs-rate", "atMonths": 12, "value": 0.25, "standardError": 0.03 },
                    { "arm": "a", "statistic": "median-pfs-months", "value": 9, "standardError": 1, "heldBack": true,
                      "remarks": ["A source."] }
                  ],
                  "parameters": [{ "pointer": "/treatments/a/medianProgressionFreeMonths", "from": 1, "to": 40 }]
                }
                """);
        Files.writeString(folder.resolve("a.json"), """
                {
                  "type": "hazards",
                  "medianProgressionFreeMonths": 20,
                  "remarks": ["Old."]
                }
                """);
    }

    @Test
    void printsTheFitAndWritesReportResultAndFiles() throws IOException {
        Path out = folder.resolve("out");
        Invocation run = calibrate(disease, out, "--starts", 1, "--evaluations", 30);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Fitted targets", "Held back: compared, not fitted", "pfs-rate at 12 months", "identified")
                .contains("Calibrated file: " + out.resolve("a.json"), "Report: " + out.resolve("report.md"));
        assertThat(Files.readString(out.resolve("report.md"))).contains("(held back): A source.");
        JsonNode result = new JsonMapper().readTree(Files.readString(out.resolve("calibration.json")));
        double estimate = result.at("/parameters/0/estimate").doubleValue();
        assertThat(Files.readString(out.resolve("a.json"))).isEqualTo("""
                {
                  "type": "hazards",
                  "medianProgressionFreeMonths": %s,
                  "remarks": [
                    "Old.",
                    "medianProgressionFreeMonths: calibrated by evotrial calibrate to %s/targets.json (1 fitted targets, 200 patients per arm, seed 20261121)."
                  ]
                }
                """.formatted(estimate, folder.getFileName()));
        // the written file is a treatment that trials and calibrations can use
        Files.copy(out.resolve("a.json"), folder.resolve("a.json"), StandardCopyOption.REPLACE_EXISTING);
        Invocation again = calibrate(disease, out, "--starts", 1, "--evaluations", 1, "--profile-points", 0);
        assertThat(again.exitCode()).isZero();
        assertThat(new JsonMapper()
                        .readTree(Files.readString(out.resolve("calibration.json")))
                        .at("/parameters/0/start")
                        .doubleValue())
                .isEqualTo(estimate);
    }

    @Test
    void resultsDoNotDependOnThreads() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        assertThat(calibrate(disease, one, "--evaluations", 10, "--threads", 1).exitCode())
                .isZero();
        assertThat(calibrate(disease, two, "--evaluations", 10, "--threads", 2).exitCode())
                .isZero();
        for (String file : new String[] {"report.md", "calibration.json", "a.json"}) {
            assertThat(Files.readString(two.resolve(file))).isEqualTo(Files.readString(one.resolve(file)));
        }
    }

    @Test
    void problemsAreShownWithTheirPositionAndNothingIsWritten() throws IOException {
        Invocation.replace(targets, "medianProgressionFreeMonths", "medianProgresionFreeMonths");
        Invocation run = calibrate(disease, folder.resolve("out"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("targets.json:11:31", "/parameters/0/pointer", "medianProgressionFreeMonths", "E-CFG-030")
                .contains("targets.json cannot be used; nothing was simulated.");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void partsThatDoNotFitTogetherAreShownWithTheirPosition() {
        Invocation run = Invocation.of("calibrate", "egfr-nsclc", "--targets", targets);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("E-CFG-031", "a.json:1:1", "The disease evolving-tumour takes treatments of type drug.");
    }

    @Test
    void aDiseaseIsAFileOrALibraryName() {
        assertThat(Invocation.of("calibrate", "egfr-nscl", "--targets", EGFR).err())
                .contains("did you mean \"library:egfr-nsclc\"?");
        assertThat(Invocation.of("calibrate", "no-such.json", "--targets", EGFR).err())
                .contains("expected a file that exists");
        assertThat(Invocation.of("calibrate", "egfr-nsclc").exitCode()).isEqualTo(1);
    }

    @Test
    void theShippedCalibrationRuns() throws IOException {
        Path out = folder.resolve("out");
        Invocation run = Invocation.of(
                "calibrate",
                "library:egfr-nsclc",
                "--targets",
                EGFR,
                "--patients",
                50,
                "--verification-patients",
                50,
                "--evaluations",
                1,
                "--starts",
                1,
                "--profile-points",
                0,
                "--out",
                out,
                "--progress",
                "off");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(out.resolve("egfr-nsclc.json")).exists();
        assertThat(Files.readString(out.resolve("osimertinib.json"))).contains("calibrated by evotrial calibrate");
    }

    private Invocation calibrate(Path disease, Path out, Object... more) {
        Object[] arguments = new Object[more.length + 6];
        System.arraycopy(new Object[] {"calibrate", disease, "--targets", targets, "--out", out}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return Invocation.of(arguments);
    }
}
