package org.evotrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.model.result.Curve;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.Truth;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios with invented numbers. */
final class ExampleScenarios {
    static final String[] ARMS = {"osimertinib", "plasma-switch", "recist-switch"};
    private static final double[] MEDIANS = {19.2, 21.4, 19.9};

    private ExampleScenarios() {}

    static ScenarioResult scenario(String id, String title, String kind, double power, int n, List<Integer> cell) {
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(
                ExampleEstimates.probability("rejectionProbability", null, null, "pfsr-osi-18", null, null, n, power));
        estimates.add(ExampleEstimates.probability(
                "rejectionProbabilityByLook", null, null, "pfsr-osi-18", "final", null, n, power));
        ExampleEstimates.addMean(estimates, "randomised", "", null, null, null, n, 155.8, 0.6);
        ExampleEstimates.addMean(estimates, "durationMonths", "months", null, null, null, n, 41.27 + power, 1.9);
        ExampleEstimates.addMean(estimates, "lookMonth", "months", null, null, null, n, 40.9, 1.9);
        for (int arm = 0; arm < 3; arm++) {
            for (String endpoint : new String[] {"pfs", "pfs-osi", "os"}) {
                ExampleEstimates.addMean(estimates, "events", "", ARMS[arm], endpoint, null, n, 31 + 3.2 * arm, 3.4);
                ExampleEstimates.addMean(
                        estimates, "medianMonths", "months", ARMS[arm], endpoint, null, n, MEDIANS[arm] + power, 2.8);
                ExampleEstimates.addEstimator(
                        estimates, "eventFreeProbability", ARMS[arm], endpoint, n, 0.54 + 0.06 * arm * power);
            }
            ExampleEstimates.addMean(
                    estimates, "objectiveResponseRate", "", ARMS[arm], null, null, n, 0.78 - 0.01 * arm, 0.06);
            ExampleEstimates.addMean(estimates, "bestArmShare", "", ARMS[arm], null, null, n, 0.3 + 0.03 * arm, 0.05);
            for (String mechanism : new String[] {"T790M", "C797S", "MET amplification"}) {
                ExampleEstimates.addMean(
                        estimates, "resistanceAtProgression", "", ARMS[arm], null, mechanism, n, 0.2 + 0.1 * arm, 0.07);
            }
        }
        ExampleEstimates.addMean(
                estimates, "switchedOnPlasmaBeforeRecist", "", ARMS[1], null, null, n, 0.171 + 0.3 * power, 0.05);
        ExampleEstimates.addMean(
                estimates, "molecularLeadTimeMonths", "months", ARMS[1], null, null, n, 1.83 + power, 0.9);
        ExampleEstimates.addMean(estimates, "monthsOnTreatment", "months", ARMS[1], null, "gefitinib", n, 9.1, 1.2);
        ExampleEstimates.addMean(estimates, "somethingNobodyForesaw", "mL", ARMS[0], null, null, n, 123456.789, 2000);
        if (!id.equals("base")) {
            estimates.add(new Estimate(
                    "rejectionProbability",
                    "difference",
                    "",
                    null,
                    null,
                    "pfsr-osi-18",
                    null,
                    null,
                    "base",
                    n,
                    power - 0.41,
                    0.0041,
                    power - 0.418,
                    power - 0.402));
        }
        estimates.add(new Estimate(
                "medianMonths",
                "difference",
                "months",
                ARMS[1],
                "pfs",
                null,
                null,
                null,
                "arm osimertinib",
                n,
                2.2,
                0.031,
                2.14,
                2.26));
        List<ScenarioResult.Failure> failures = id.equals("base")
                ? List.of(
                        new ScenarioResult.Failure(17, "The log-rank statistic has no variance."),
                        new ScenarioResult.Failure(4711, "Rate <NaN> in lineage T790M."),
                        ScenarioResult.Failure.ofTruth("Rate <NaN> in the run of the truth."))
                : List.of();
        Map<String, JsonNode> overrides = new LinkedHashMap<>();
        if (!id.equals("base")) {
            overrides.put(
                    "/population/disease/sheddingPerDeath", JsonMapper.shared().valueToTree(1.4e-5));
        }
        return new ScenarioResult(
                id,
                title,
                kind,
                List.of("What this scenario stands for, with its source."),
                overrides,
                cell,
                n,
                n - failures.size(),
                failures,
                estimates,
                truths(),
                cell.isEmpty() ? curves() : List.of());
    }

    static ScenarioResult sequentialScenario(String id, double power) {
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(ExampleEstimates.probability(
                "rejectionProbability", null, null, "pfs-superiority", null, null, 100_000, power));
        double[] byLook = {0.24, 0.4228, 0.223};
        String[] looks = {"interim-1", "interim-2", "final"};
        for (int i = 0; i < 3; i++) {
            estimates.add(ExampleEstimates.probability(
                    "rejectionProbabilityByLook", null, null, "pfs-superiority", looks[i], null, 100_000, byLook[i]));
        }
        ExampleEstimates.addMean(estimates, "events", "", null, "pfs", null, 100_000, 193.8, 45);
        ExampleEstimates.addMean(estimates, "durationMonths", "months", null, null, null, 100_000, 19.52, 3.7);
        List<Curve> curves = new ArrayList<>();
        ExampleEstimates.addCurves(curves, "control", "pfs", 6, 175);
        ExampleEstimates.addCurves(curves, "experimental", "pfs", 9, 175);
        return new ScenarioResult(
                id,
                id.equals("null") ? "No effect" : "Medians of 6 and 9 months",
                id.equals("null") ? "null" : "base",
                List.of(),
                Map.of(),
                List.of(),
                100_000,
                100_000,
                List.of(),
                estimates,
                List.of(),
                curves);
    }

    /** Two patients a month in every arm for 26 months; each year half of the followed ones go from gefitinib to osimertinib. */
    private static void addConduct(List<Curve> curves) {
        List<Double> months = new ArrayList<>();
        List<Double> enrolled = new ArrayList<>();
        List<Double> followed = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int month = 0; month <= 48; month += 3) {
            months.add((double) month);
            enrolled.add(Math.min(52, 2.0 * month));
            followed.add(Math.max(0, 52 - 1.25 * month));
            first.add(followed.get(followed.size() - 1) * Math.pow(0.5, month / 12.0));
            second.add(followed.get(followed.size() - 1) - first.get(first.size() - 1));
        }
        for (String arm : ARMS) {
            curves.add(new Curve("enrolled", arm, null, null, months, enrolled, List.of(), List.of()));
            curves.add(new Curve("underObservation", arm, null, null, months, followed, List.of(), List.of()));
            curves.add(new Curve("onTreatment", arm, null, "gefitinib", months, first, List.of(), List.of()));
            curves.add(new Curve("onTreatment", arm, null, "osimertinib", months, second, List.of(), List.of()));
        }
    }

    private static List<Truth> truths() {
        List<Truth> truths = new ArrayList<>();
        for (int arm = 0; arm < 3; arm++) {
            truths.add(new Truth(
                    "Free of progression on the osimertinib strategy at 18 months",
                    "eventFreeProbability",
                    "pfs-osi",
                    ARMS[arm],
                    null,
                    "Switching is part of the strategy; death is an event.",
                    100_000,
                    0.5412 + 0.02 * arm,
                    0.00158,
                    0.5381 + 0.02 * arm,
                    0.5443 + 0.02 * arm));
        }
        truths.add(new Truth(
                "Median overall survival",
                "medianMonths",
                "os",
                ARMS[0],
                null,
                null,
                100_000,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN));
        return truths;
    }

    private static List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        for (int arm = 0; arm < 3; arm++) {
            ExampleEstimates.addCurves(curves, ARMS[arm], "pfs", MEDIANS[arm], 52);
            ExampleEstimates.addCurves(curves, ARMS[arm], "os", 2.4 * MEDIANS[arm], 52);
        }
        addConduct(curves);
        return curves;
    }
}
