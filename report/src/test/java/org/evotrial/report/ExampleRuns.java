package org.evotrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.Provenance;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.StoredRun;
import org.evotrial.model.result.SweepAxes;
import org.evotrial.model.result.TrialSummary;
import org.evotrial.model.result.TrialTrace;
import org.evotrial.model.result.Verdict;
import org.evotrial.model.result.Verdict.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs that nobody simulated: invented numbers of plausible shapes, to lay the page out and to test it. No number here says
 * anything about a trial.
 */
final class ExampleRuns {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ExampleRuns() {}

    /** One of the runs by its name. */
    static StoredRun named(String name) {
        return switch (name) {
            case "switching" -> switching();
            case "group-sequential" -> groupSequential();
            case "empty" -> empty();
            default -> throw new IllegalArgumentException("There is no example run " + name);
        };
    }

    /** A three-arm trial with a switch guided by plasma, five scenarios and a sweep of four by three. */
    static StoredRun switching() {
        List<ScenarioResult> scenarios = new ArrayList<>();
        scenarios.add(ExampleScenarios.scenario("base", "Published-like truth", "base", 0.41, 10_000, List.of()));
        scenarios.add(ExampleScenarios.scenario(
                "null-by-biology", "Null made by biology", "null-by-biology", 0.0241, 10_000, List.of()));
        scenarios.add(
                ExampleScenarios.scenario("low-shedding", "Low shedding", "alternative", 0.27, 10_000, List.of()));
        scenarios.add(ExampleScenarios.scenario(
                "late-t790m", "Late T790M emergence", "alternative", 0.35, 10_000, List.of()));
        scenarios.add(ExampleScenarios.scenario("no-t790m", "No T790M at all", "alternative", 0, 10_000, List.of()));
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                double power = 0.45 - 0.06 * i - 0.05 * j;
                scenarios.add(ExampleScenarios.scenario(
                        "sweep-" + i + "-" + j, "cell " + i + ", " + j, "sweep", power, 2_000, List.of(i, j)));
            }
        }
        SweepAxes sweep = new SweepAxes(List.of(
                new SweepAxes.Axis(
                        "/design/arms/1/assessments/plasma/everyDays",
                        "Plasma interval, days",
                        nodes("14, 28, 56, 84")),
                new SweepAxes.Axis(
                        "/assays/plasma/detectionLimitVaf", "Detection limit, VAF", nodes("0.0005, 0.001, 0.01"))));
        RunResult result = new RunResult(
                RunResult.FORMAT_VERSION,
                trial(),
                scenarios,
                sweep,
                verdicts(scenarios),
                ExamplePatients.all(),
                List.of(trialTrace()),
                configuration());
        return new StoredRun(result, provenance(74_000, 3));
    }

    /** A group-sequential trial with boundaries, two scenarios, no tumour and no sweep. */
    static StoredRun groupSequential() {
        List<TrialSummary.Boundary> boundaries = List.of(
                new TrialSummary.Boundary(
                        "pfs-superiority", "interim-1", 0.5, 2.962588, 0.001525, 0.001525, Double.NaN),
                new TrialSummary.Boundary(
                        "pfs-superiority", "interim-2", 0.752, 2.359018, 0.009162, 0.009649, Double.NaN),
                new TrialSummary.Boundary("pfs-superiority", "final", 1, 2.014084, 0.022, 0.025, Double.NaN));
        TrialSummary trial = new TrialSummary(
                "group-sequential",
                "Classical group-sequential trial",
                List.of("Made for comparison with published software."),
                "composed",
                List.of("350 patients are randomised 1:1.", "Looks take place at 125, 188 and 250 PFS events."),
                List.of(
                        new TrialSummary.ArmSummary("control", "Control", "control", 0.5, "Median PFS 6 months."),
                        new TrialSummary.ArmSummary(
                                "experimental", "Experimental", "experimental", 0.5, "Median PFS 9 months.")),
                List.of(new TrialSummary.EndpointSummary("pfs", "Progression-free survival")),
                List.of(
                        new TrialSummary.LookSummary("interim-1", "125 PFS events"),
                        new TrialSummary.LookSummary("interim-2", "188 PFS events"),
                        new TrialSummary.LookSummary("final", "250 PFS events")),
                boundaries,
                350,
                20261121,
                0.95,
                List.of(),
                List.of());
        List<ScenarioResult> scenarios = List.of(
                ExampleScenarios.sequentialScenario("base", 0.8857),
                ExampleScenarios.sequentialScenario("null", 0.0255));
        RunResult result =
                new RunResult("1", trial, scenarios, null, List.of(), List.of(), List.of(), MAPPER.createObjectNode());
        return new StoredRun(result, provenance(200_000, 0));
    }

    /** A run in which nothing could be measured and everything optional is absent. */
    static StoredRun empty() {
        Estimate nothing = new Estimate(
                "rejectionProbability",
                "probability",
                "",
                null,
                null,
                "h",
                null,
                null,
                null,
                0,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
        ScenarioResult base = new ScenarioResult(
                "base",
                "base",
                "base",
                List.of(),
                Map.of(),
                List.of(),
                10,
                0,
                List.of(),
                List.of(nothing),
                List.of(),
                List.of());
        TrialSummary trial = new TrialSummary(
                "empty",
                "Nothing at all",
                List.of(),
                "composed",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                1,
                0.95,
                List.of(),
                List.of());
        Verdict verdict = new Verdict(
                0,
                Outcome.FAIL,
                "rejectionProbability <= 0.025",
                null,
                null,
                0.99,
                Double.NaN,
                Double.NaN,
                0,
                "Nothing was measured.");
        RunResult result = new RunResult(
                "1", trial, List.of(base), null, List.of(verdict), List.of(), List.of(), MAPPER.createObjectNode());
        return new StoredRun(result, provenance(0, 0));
    }

    /** The same run with another title. */
    static StoredRun titled(StoredRun run, String title) {
        TrialSummary t = run.result().trial();
        TrialSummary trial = new TrialSummary(
                t.id(),
                title,
                List.of(title),
                t.designType(),
                List.of(title),
                t.arms(),
                t.endpoints(),
                t.looks(),
                t.boundaries(),
                t.sampleSize(),
                t.seed(),
                t.confidence(),
                t.lineages(),
                List.of(title));
        RunResult r = run.result();
        return new StoredRun(
                new RunResult(
                        r.formatVersion(),
                        trial,
                        r.scenarios(),
                        r.sweep(),
                        r.verdicts(),
                        r.examplePatients(),
                        r.exampleTrials(),
                        r.configuration()),
                run.provenance());
    }

    private static TrialSummary trial() {
        return new TrialSummary(
                "apple",
                "APPLE: osimertinib up front, or gefitinib until plasma T790M or progression",
                List.of("Invented numbers for laying out the page.", "Design after EORTC-1613."),
                "ctdna-switching",
                List.of(
                        "156 patients are randomised 1:1:1 in permuted blocks, stratified by brain metastases.",
                        "Plasma is taken every 28 days, images every 56 days; results of plasma take 10 days.",
                        "The primary analysis estimates the share free of progression on the osimertinib strategy at 18 months in arm B."),
                List.of(
                        new TrialSummary.ArmSummary(
                                ExampleScenarios.ARMS[0],
                                "A: osimertinib",
                                "control",
                                1 / 3.0,
                                "Osimertinib 80 mg daily until RECIST progression."),
                        new TrialSummary.ArmSummary(
                                ExampleScenarios.ARMS[1],
                                "B: gefitinib, switch on plasma",
                                "experimental",
                                1 / 3.0,
                                "Gefitinib until T790M is detected in plasma or RECIST progression, whichever comes first, then osimertinib until RECIST progression."),
                        new TrialSummary.ArmSummary(
                                ExampleScenarios.ARMS[2],
                                "C: gefitinib, switch on image",
                                "experimental",
                                1 / 3.0,
                                "Gefitinib until RECIST progression, then osimertinib.")),
                List.of(
                        new TrialSummary.EndpointSummary("pfs", "Progression-free survival"),
                        new TrialSummary.EndpointSummary("pfs-osi", "Progression-free on the osimertinib strategy"),
                        new TrialSummary.EndpointSummary("os", "Overall survival")),
                List.of(
                        new TrialSummary.LookSummary("safety", "60 patients randomised"),
                        new TrialSummary.LookSummary("final", "18 months after the last patient was randomised")),
                List.of(),
                156,
                20261121,
                0.95,
                ExamplePatients.LINEAGES,
                List.of(
                        "Arm B is compared with a named oracle policy that sees the true tumour: no real trial can do that."));
    }

    private static List<Verdict> verdicts(List<ScenarioResult> scenarios) {
        Estimate base = scenarios.get(0).estimates().get(0);
        Estimate none = scenarios.get(1).estimates().get(0);
        return List.of(
                new Verdict(
                        0,
                        Outcome.INCONCLUSIVE,
                        "rejectionProbability <= 0.025",
                        "null-by-biology",
                        none,
                        0.99,
                        0.0203,
                        0.0283,
                        180_000,
                        "2.41 % with interval 2.03 % to 2.83 % straddles 2.5 %; about 180,000 replicates would decide."),
                new Verdict(
                        1,
                        Outcome.FAIL,
                        "rejectionProbability >= 0.8",
                        "base",
                        base,
                        0.99,
                        0.397,
                        0.4227,
                        0,
                        "41.0 % is below 80 %: even the upper limit 42.3 % is."),
                new Verdict(
                        2,
                        Outcome.PASS,
                        "rejectionProbability between 0.3 and 0.5",
                        "base",
                        base,
                        0.99,
                        0.397,
                        0.4227,
                        0,
                        "The interval 39.7 % to 42.3 % lies within 30 % to 50 %."),
                new Verdict(
                        3,
                        Outcome.FAIL,
                        "biopsyShare <= 0.1",
                        null,
                        null,
                        0.99,
                        Double.NaN,
                        Double.NaN,
                        0,
                        "Nothing was measured: no scenario reports biopsyShare."));
    }

    private static TrialTrace trialTrace() {
        List<TrialTrace.TrialEvent> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            events.add(new TrialTrace.TrialEvent(4.5 * i, i, "randomised to " + ExampleScenarios.ARMS[i % 3]));
        }
        return new TrialTrace(
                "positive at the final analysis",
                "base",
                12,
                events,
                List.of(
                        new TrialTrace.LookTrace(
                                "safety", 270, 60, List.of(4, 2, 1), List.of(), List.of("pfsr-osi-18: continue")),
                        new TrialTrace.LookTrace(
                                "final",
                                1255,
                                156,
                                List.of(98, 81, 44),
                                List.of(new TrialTrace.MetricValue("eventFreeProbability B", 0.6123)),
                                List.of("pfsr-osi-18: reject"))));
    }

    private static JsonNode configuration() {
        return MAPPER.readTree("""
                {"schemaVersion": "1", "id": "apple", "title": "APPLE",
                 "population": {"description": "EGFR-mutant lung cancer, no earlier treatment",
                   "disease": {"type": "tumour", "remarks": ["Lung birth and death rates: Bozic 2013, doi:10.7554/eLife.00747."],
                     "birthPerDay": 0.14, "deathPerDay": 0.136, "mutationRate": 1e-9, "sheddingPerDeath": 0.00014,
                     "lesions": {"meanNumber": 3.2, "volumes": [1, 2.5, 8], "brainShare": 0.24, "remarks": ["Brain metastases in about a quarter."]}}},
                 "treatments": {"gefitinib": {"type": "inhibitor", "killPerDay": 0.045, "brainPenetration": 0.02, "remarks": ["Calibrated to 10 months."]},
                   "osimertinib": {"type": "inhibitor", "killPerDay": 0.05, "brainPenetration": 0.2, "remarks": ["FLAURA: 18.9 months."]}},
                 "acceptance": [
                   {"metric": "rejectionProbability", "scenario": "null-by-biology", "atMost": 0.025, "confidence": 0.99, "remarks": ["ICH E9."]},
                   {"metric": "rejectionProbability", "scenario": "base", "atLeast": 0.8, "confidence": 0.99},
                   {"metric": "rejectionProbability", "scenario": "base", "between": [0.3, 0.5], "confidence": 0.99},
                   {"metric": "biopsyShare", "scenario": "base", "atMost": 0.1, "confidence": 0.99}]}
                """);
    }

    private static Provenance provenance(long replicates, long failed) {
        return new Provenance(
                "0.1.0",
                "4f8d887",
                "17.0.15 Debian",
                "Linux amd64",
                2,
                20261121,
                "philox-4x64, version 1",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
                replicates,
                replicates - failed,
                failed,
                replicates * 156,
                "2026-11-21T02:00:00Z",
                412.7,
                799.1,
                "evotrial run examples/apple/trial.json --seed 20261121 --replicates 10000",
                "evotrial replay examples/apple/trial.json --seed 20261121",
                List.of());
    }

    private static List<JsonNode> nodes(String values) {
        List<JsonNode> nodes = new ArrayList<>();
        MAPPER.readTree("[" + values + "]").forEach(nodes::add);
        return nodes;
    }
}
