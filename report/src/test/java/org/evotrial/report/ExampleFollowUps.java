package org.evotrial.report;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.CohortSummary;
import org.evotrial.model.result.Curve;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.PatientResult;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.model.result.PopulationResult;
import org.evotrial.model.result.PopulationResult.Member;
import org.evotrial.model.result.PublishedTarget;
import tools.jackson.databind.json.JsonMapper;

/** A patient and a population that nobody simulated. */
final class ExampleFollowUps {
    private static final double NEVER = Double.NaN;

    private ExampleFollowUps() {}

    static CohortSummary cohort(String title) {
        return new CohortSummary(
                "egfr-nsclc",
                title,
                List.of("Lines as in a trial."),
                "gefitinib until progression, then osimertinib.",
                List.of("gefitinib", "osimertinib"),
                List.of(
                        new CohortSummary.AssaySummary("imaging", 8, 0, true, List.of("target-sum"), List.of("mm"), 0),
                        new CohortSummary.AssaySummary("plasma", 4, 7, false, List.of("T790M"), List.of("VAF"), 0.001)),
                ExamplePatients.LINEAGES,
                List.of("sensitive", "drug-tolerant"),
                5,
                7,
                "0.1",
                "evotrial patient egfr-nsclc --seed 7");
    }

    /** The patient with a lesion in the brain. */
    static PatientResult patient(String title) {
        PatientTrace example = ExamplePatients.all().get(2);
        List<PatientResult.Lesion> lesions = new ArrayList<>();
        for (PatientTrace.LesionSeries lesion : example.lesions()) {
            List<Double> tolerant =
                    lesion.cells().get(0).stream().map(n -> 0.1 * n).toList();
            lesions.add(new PatientResult.Lesion(
                    lesion.centralNervousSystem() ? "brain" : "lung",
                    !lesion.centralNervousSystem(),
                    List.of(lesion.cells().get(0), tolerant)));
        }
        List<Double> vaf = example.days().stream()
                .map(day -> Math.min(0.5, 1e-5 * (1 + day)))
                .toList();
        List<Double> dose = example.days().stream()
                .map(day -> day == 0 ? NEVER : day < 100 ? 1 : 0.5)
                .toList();
        return new PatientResult(
                "1",
                cohort(title),
                3,
                example,
                lesions,
                List.of(new PatientResult.Biomarker("T790M", 0.001, vaf)),
                List.of(new PatientResult.Dose("gefitinib", dose)),
                List.of(
                        new PatientResult.Scan(0, 80, 80, "baseline"),
                        new PatientResult.Scan(56, 50, 50, "PR"),
                        new PatientResult.Scan(300, 75, 50, "PD")),
                List.of(
                        new PatientResult.Clone("sensitive", null, 0, 4e10, 4e10, 0, 10, List.of(), NEVER),
                        new PatientResult.Clone("T790M", "sensitive", 0, 2e3, 3e9, 300, 1e6, List.of("T790M"), 196),
                        new PatientResult.Clone(
                                "T790M+C797S", "T790M", 360, 0, 2e8, 700, 2e8, List.of("C797S"), NEVER)),
                new JsonMapper().readTree("{\"population\": {\"disease\": {\"type\": \"evolving-tumour\"}}}"));
    }

    static PopulationResult population(String title) {
        List<Member> members = new ArrayList<>();
        String[] responses = {"CR", "PR", "SD", "PD", "NE"};
        for (int i = 0; i < 200; i++) {
            members.add(member(i, responses[i % responses.length]));
        }
        return new PopulationResult(
                "1",
                cohort(title),
                0.95,
                List.of(new PopulationResult.Channel("T790M", "plasma", 0.001)),
                members,
                List.of(
                        share("objectiveResponseRate", null, 0.4),
                        share("diseaseControlRate", null, 0.6),
                        median("pfs", 9.2),
                        median("os", Double.NaN),
                        share("mechanismAtFirstProgressionShare", "T790M", 0.5),
                        share("detectedAtBaselineShare", "T790M by plasma", 0.5)),
                List.of(new PopulationResult.LineMechanisms(
                        1,
                        "gefitinib",
                        160,
                        List.of(
                                share("mechanismAtProgressionShare", "T790M", 0.7),
                                share("mechanismAtProgressionShare", "MET", 0.3)))),
                List.of(
                        Curve.ofEndpoint(
                                "kaplanMeier",
                                "followed",
                                "pfs",
                                List.of(0.0, 12.0, 24.0),
                                List.of(1.0, 0.4, 0.1),
                                List.of(0.98, 0.33, 0.07),
                                List.of(1.0, 0.47, 0.15)),
                        Curve.ofEndpoint(
                                "kaplanMeier",
                                "followed",
                                "os",
                                List.of(0.0, 12.0, 24.0),
                                List.of(1.0, 0.9, 0.7),
                                List.of(0.98, 0.85, 0.63),
                                List.of(1.0, 0.94, 0.76))),
                List.of(
                        new PublishedTarget("medianMonths", "pfs", null, NEVER, 10.2, 9.6, 11.1, "FLAURA"),
                        new PublishedTarget(
                                "mechanismAtFirstProgressionShare", null, "T790M", NEVER, 0.6, 0.56, 0.64, "Yu")),
                "evotrial patient egfr-nsclc --seed 7",
                new JsonMapper().readTree("{\"population\": {\"disease\": {\"type\": \"evolving-tumour\"}}}"));
    }

    private static Member member(int number, String response) {
        double progression = 60 + 5.0 * number;
        double end = progression + 400;
        boolean measured = !response.equals("NE");
        double best = measured ? -1 + 0.008 * number : NEVER;
        return new Member(
                number,
                response,
                80,
                best,
                measured ? List.of(56.0, progression) : List.of(),
                measured ? List.of(best, best + 0.3) : List.of(),
                List.of(
                        new PatientTrace.TreatmentPeriod("gefitinib", 0, progression),
                        new PatientTrace.TreatmentPeriod("osimertinib", progression, end)),
                response.equals("PR") ? 56 : NEVER,
                List.of(new PopulationResult.Progression(progression, 1, "T790M")),
                number % 7 == 0 ? NEVER : end,
                end,
                List.of(number % 2 == 0 ? 0.002 * (1 + number) : 0.0),
                List.of(number % 2 == 0));
    }

    private static Estimate share(String metric, String detail, double value) {
        double error = Math.sqrt(value * (1 - value) / 200);
        return new Estimate(
                metric,
                "probability",
                "",
                null,
                null,
                null,
                null,
                detail,
                null,
                200,
                value,
                error,
                value - 2 * error,
                value + 2 * error);
    }

    private static Estimate median(String endpoint, double value) {
        return new Estimate(
                "medianMonths",
                "median",
                "months",
                null,
                endpoint,
                null,
                null,
                null,
                null,
                200,
                value,
                0.4,
                value - 0.8,
                value + 0.8);
    }
}
