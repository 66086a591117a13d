package org.evotrial.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.model.calibration.CalibrationDocument;
import org.evotrial.model.calibration.CalibrationReader;
import org.evotrial.model.calibration.CalibrationResult;
import org.evotrial.model.calibration.CalibrationResult.Identifiability;
import org.evotrial.model.calibration.CalibrationResult.Parameter;
import org.evotrial.model.calibration.CalibrationResult.Target;
import org.evotrial.model.json.ProblemReport;
import org.evotrial.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits whose answer is known, mostly of the exponential distribution: a median m is a hazard of ln 2 / m. */
class CalibrationTest {
    private static final CalibrationReader READER =
            Evotrial.create(CalibrationTest.class.getClassLoader()).calibrationReader();

    /** Two drugs of which nothing is known but the hazards; what follows is added. */
    private static final String TWO_DRUGS = """
            {"title": "Two drugs", "disease": {"type": "piecewise-exponential"},
             "treatments": {"a": {"type": "hazards", "medianProgressionFreeMonths": 5, "medianSurvivalAfterProgressionMonths": 8},
                            "b": {"type": "hazards", "medianProgressionFreeMonths": 12}},
             "arms": [{"id": "a", "policy": {"type": "fixed", "regimen": "a"}, "followUpMonths": 200},
                      {"id": "b", "regimens": ["b"]}],
            """;

    private static final String MEDIAN_OF_A =
            "{\"pointer\": \"/treatments/a/medianProgressionFreeMonths\", \"from\": 1, \"to\": 60, \"scale\": \"log\"}";
    private static final String MEDIAN_OF_B =
            "{\"pointer\": \"/treatments/b/medianProgressionFreeMonths\", \"from\": 1, \"to\": 60, \"scale\": \"log\"}";

    @TempDir
    private Path folder;

    @Test
    void findsTheMedianBehindALandmarkRate() throws IOException, InterruptedException {
        // S(12) = .25 is two halvings: a median of 6 months. 10,000 patients: the standard error of log(median) is
        // sqrt((1 - S) / S) / ln 4 / sqrt(n) = .0125, at alpha 1e-6 (4.9) 6.1 %; wrong by 10 % is seen with power .999
        CalibrationResult result = run("""
                "patients": 10000,
                "targets": [{"arm": "a", "statistic": "pfs-rate", "atMonths": 12, "value": 0.25, "standardError": 0.01}],
                "parameters": [%s]}""".formatted(MEDIAN_OF_A), options(1, 40, 2));
        Parameter median = result.parameters().get(0);
        assertThat(median.estimate()).isCloseTo(6, within(0.061 * 6));
        assertThat(median.identifiability()).isEqualTo(Identifiability.IDENTIFIED);
        assertThat(result.objective()).isLessThan(0.01);
        // fresh patients: standard error sqrt(.25 .75 / 40,000) = .0022, beside that of the fit, .0043
        assertThat(result.targets().get(0).verified()).isCloseTo(0.25, within(4.9 * 0.0049));
        assertThat(result.targets().get(0).verified())
                .isNotEqualTo(result.targets().get(0).fitted());
    }

    @Test
    void recoversTheParametersThatMadeTheTargets() throws IOException, InterruptedException {
        // On the same virtual patients the truth has residuals of exactly 0, from wherever the fit begins.
        String arms = """
                "patients": 500,
                "targets": [
                  {"arm": "a", "statistic": "median-pfs-months", "value": %s, "standardError": 0.2},
                  {"arm": "a", "statistic": "median-os-months", "value": %s, "standardError": 0.3},
                  {"arm": "b", "statistic": "pfs-rate", "atMonths": 12, "value": %s, "standardError": 0.03}],
                "parameters": [%s, %s,
                  {"pointer": "/treatments/a/medianSurvivalAfterProgressionMonths", "from": 1, "to": 60%s}]}""";
        CalibrationResult truth = run(arms.formatted(1, 1, 0.5, MEDIAN_OF_A, MEDIAN_OF_B, ""), options(1, 1, 0));
        CalibrationResult result = run(
                arms.formatted(
                        truth.targets().get(0).atStart(),
                        truth.targets().get(1).atStart(),
                        truth.targets().get(2).atStart(),
                        MEDIAN_OF_A.replace("}", ", \"start\": 15}"),
                        MEDIAN_OF_B.replace("}", ", \"start\": 3}"),
                        ", \"start\": 30"),
                options(2, 240, 0));
        assertThat(result.objectiveAtStart()).isGreaterThan(100);
        assertThat(result.objective()).isLessThan(0.1);
        assertThat(result.parameters().get(0).estimate()).isCloseTo(5, within(0.05));
        assertThat(result.parameters().get(2).estimate()).isCloseTo(8, within(0.3));
        // a share of 500 patients moves by .002 at a time, which is .7 % in the median
        assertThat(result.parameters().get(1).estimate()).isCloseTo(12, within(0.3));
        assertThat(result.starts()).hasSize(2);
    }

    @Test
    void theProfileOfALinearFigureEndsAtTwoStandardErrors() throws IOException, InterruptedException {
        // On common random numbers the sample median is proportional to the parameter: m = k median, and the sum of
        // squares
        // ((k median - 6) / .6)^2 rises by 3.84 at estimate -+ 1.96 .6 / k.
        CalibrationResult result = run("""
                "patients": 4000,
                "targets": [{"arm": "a", "statistic": "median-pfs-months", "value": 6, "standardError": 0.6}],
                "parameters": [{"pointer": "/treatments/a/medianProgressionFreeMonths", "from": 1, "to": 20}]}""", options(1, 40, 3));
        Parameter median = result.parameters().get(0);
        double k = known(result.targets().get(0).fitted()) / median.estimate();
        double half = Math.sqrt(Profile.RISE_95) * 0.6 / k;
        assertThat(median.profileLower()).isCloseTo(6 / k - half, within(0.01));
        assertThat(median.profileUpper()).isCloseTo(6 / k + half, within(0.01));
        assertThat(median.relativeError() * 19).isCloseTo(0.6 / k, within(0.001));
    }

    @Test
    void whatNoTargetSeesIsNotIdentified() throws IOException, InterruptedException {
        CalibrationResult result = run("""
                "patients": 300,
                "targets": [{"arm": "a", "statistic": "median-pfs-months", "value": 6, "standardError": 0.6}],
                "parameters": [%s, %s]}""".formatted(MEDIAN_OF_A, MEDIAN_OF_B), options(1, 30, 3));
        assertThat(result.parameters())
                .extracting(Parameter::identifiability)
                .containsExactly(Identifiability.IDENTIFIED, Identifiability.NOT_IDENTIFIED);
        assertThat(result.parameters().get(1).profile())
                .hasSizeGreaterThan(2)
                .allSatisfy(point -> assertThat(point.rise()).isLessThan(0.1));
        assertThat(result.warnings())
                .anySatisfy(w -> assertThat(w).contains("more parameters (2) than fitted targets (1)"))
                .anySatisfy(w -> assertThat(w)
                        .isEqualTo("/treatments/b/medianProgressionFreeMonths: not identified: its profile is flat"
                                + " over the whole range."));
    }

    @Test
    void anEstimateAtTheEndOfItsRangeIsNamed() throws IOException, InterruptedException {
        CalibrationResult result = run("""
                "patients": 300,
                "targets": [{"arm": "a", "statistic": "median-pfs-months", "value": 9, "standardError": 0.6}],
                "parameters": [{"pointer": "/treatments/a/medianProgressionFreeMonths", "from": 1, "to": 6}]}""", options(1, 40, 2));
        assertThat(result.parameters().get(0).estimate()).isEqualTo(6);
        assertThat(result.parameters().get(0).identifiability()).isEqualTo(Identifiability.AT_THE_BOUND);
    }

    @Test
    void parametersThatOnlyActTogetherAreCorrelated() throws IOException, InterruptedException {
        // OS is progression plus survival after it: its median and its rate at 14 months say nearly the same of both.
        CalibrationResult result = run("""
                "patients": 300,
                "targets": [{"arm": "a", "statistic": "median-os-months", "value": 14, "standardError": 0.6},
                            {"arm": "a", "statistic": "os-rate", "atMonths": 14, "value": 0.5, "standardError": 0.03}],
                "parameters": [%s, {"pointer": "/treatments/a/medianSurvivalAfterProgressionMonths", "from": 1, "to": 60, "scale": "log"}]}""".formatted(MEDIAN_OF_A), options(1, 60, 0));
        assertThat(result.correlation().get(0).get(1)).isLessThan(-0.9);
        assertThat(result.warnings()).anySatisfy(w -> assertThat(w).contains("trade against each other"));
    }

    @Test
    void targetsThatAreHeldBackDoNotInfluenceTheFit() throws IOException, InterruptedException {
        String file = """
                "patients": 300,
                "targets": [{"arm": "a", "statistic": "median-pfs-months", "value": 6, "standardError": 0.6},
                            {"arm": "a", "statistic": "median-os-months", "value": %s, "standardError": 0.6, "heldBack": true}],
                "parameters": [%s]}""";
        CalibrationResult one = run(file.formatted(14, MEDIAN_OF_A), options(2, 30, 2));
        CalibrationResult other = run(file.formatted(140, MEDIAN_OF_A), options(2, 30, 2));
        CalibrationResult without = run("""
                "patients": 300,
                "targets": [{"arm": "a", "statistic": "median-pfs-months", "value": 6, "standardError": 0.6}],
                "parameters": [%s]}""".formatted(MEDIAN_OF_A), options(2, 30, 2));
        assertThat(other.parameters()).isEqualTo(one.parameters()).isEqualTo(without.parameters());
        assertThat(other.objective()).isEqualTo(one.objective()).isEqualTo(without.objective());
        Target held = other.targets().get(1);
        assertThat(held.heldBack()).isTrue();
        assertThat(held.residual()).isLessThan(-100);
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws IOException, InterruptedException {
        CalibrationDocument document = read(Files.writeString(folder.resolve("targets.json"), """
                {"title": "Lung", "disease": "library:egfr-nsclc", "treatments": {"drug": "library:gefitinib"},
                 "assays": {"scan": "library:recist", "plasma": "library:plasma-egfr"},
                 "assessments": {"scan": {"everyWeeks": 8, "jitterDays": 4}, "plasma": {"everyWeeks": 8}},
                 "arms": [{"id": "drug", "regimens": ["drug"], "followUpMonths": 24}],
                 "targets": [{"arm": "drug", "statistic": "response-rate", "value": 0.8, "standardError": 0.05},
                   {"arm": "drug", "statistic": "share-at-progression", "mechanism": "T790M", "value": 0.5, "standardError": 0.05},
                   {"arm": "drug", "statistic": "share-detected-at-baseline", "assay": "plasma", "biomarker": "T790M", "value": 0.2,
                    "standardError": 0.05, "heldBack": true}],
                 "parameters": [{"pointer": "/treatments/drug/maximumKillPerDay", "from": 0.02, "to": 0.1}]}"""));
        CalibrationResult one = result(document, new CalibrationOptions(60, 60, 6, 2, 1, 7L, 1));
        assertThat(result(document, new CalibrationOptions(60, 60, 6, 2, 1, 7L, 2)))
                .isEqualTo(one);
        assertThat(result(document, new CalibrationOptions(60, 60, 6, 2, 1, 7L, 3)))
                .isEqualTo(one);
        assertThat(result(document, new CalibrationOptions(60, 60, 6, 2, 1, 8L, 3))
                        .targets())
                .isNotEqualTo(one.targets());
    }

    @Test
    void theTimeLimitEndsFitAndProfiles() throws IOException, InterruptedException {
        int[] asked = {0};
        CalibrationResult result = new Calibration(
                        document("""
                                "patients": 100,
                                "targets": [{"arm": "a", "statistic": "median-pfs-months", "value": 6, "standardError": 0.6}],
                                "parameters": [%s]}""".formatted(MEDIAN_OF_A)),
                        options(2, 1000, 3),
                        CalibrationProgress.SILENT,
                        () -> ++asked[0] > 5)
                .run();
        assertThat(result.stoppedByTime()).isTrue();
        assertThat(result.starts()).hasSize(1);
        assertThat(result.starts().get(0).evaluations()).isEqualTo(5);
        assertThat(result.parameters().get(0).identifiability()).isEqualTo(Identifiability.NOT_EXAMINED);
    }

    @Test
    void anUnknownMechanismAndMissingScansAreReportedWithTheirPlace() throws IOException {
        String text = Files.readString(egfrFile());
        Path unknown = Files.writeString(
                folder.resolve("unknown.json"), text.replace("\"mechanism\": \"T790M\"", "\"mechanism\": \"KRAS\""));
        assertThatThrownBy(() -> calibration(read(unknown)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.pointer()).isEqualTo("/targets/2/mechanism"))
                .hasMessageContaining("T790M, C797S");
        Path blind = Files.writeString(
                folder.resolve("blind.json"),
                text.replaceFirst("(?s)\"assessments\": \\{.*?\\},\\s*\"arms\"", "\"arms\""));
        assertThatThrownBy(() -> calibration(read(blind))).hasMessageContaining("imaging assay");
    }

    @Test
    void theReportNamesEveryTargetAndParameter() throws IOException, InterruptedException {
        CalibrationResult result = result(egfr(), new CalibrationOptions(50, 50, 2, 2, 0, 7L, 1));
        assertThat(CalibrationText.plain(result))
                .contains("response-rate", "share-at-progression T790M", "/growth/deathPerDay", "Starts")
                .contains("1 times the above");
        assertThat(CalibrationText.markdown(result)).contains("| arm | target |", "FLAURA", "## Parameters");
    }

    private static double known(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }

    private static CalibrationOptions options(int starts, int evaluations, int profilePoints) {
        return new CalibrationOptions(null, null, evaluations, starts, profilePoints, null, 2);
    }

    private CalibrationResult run(String rest, CalibrationOptions options) throws IOException, InterruptedException {
        return result(document(rest), options);
    }

    private CalibrationDocument document(String rest) throws IOException {
        return read(Files.writeString(folder.resolve("targets.json"), TWO_DRUGS + rest));
    }

    private static CalibrationResult result(CalibrationDocument document, CalibrationOptions options)
            throws InterruptedException {
        return new Calibration(document, options, CalibrationProgress.SILENT, () -> false).run();
    }

    private static Calibration calibration(CalibrationDocument document) {
        return new Calibration(document, CalibrationOptions.DEFAULTS, CalibrationProgress.SILENT, () -> false);
    }

    private static Path egfrFile() {
        return Path.of("..", "examples", "calibration", "egfr-nsclc", "targets.json");
    }

    private static CalibrationDocument egfr() {
        return read(egfrFile());
    }

    private static CalibrationDocument read(Path file) {
        CalibrationReader.Reading reading = READER.read(file, null);
        assertThat(ProblemReport.of(file.toString(), reading.problems())).isEmpty();
        return Objects.requireNonNull(reading.document());
    }
}
