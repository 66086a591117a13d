package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.ScenarioResult;

/**
 * One thing that regulators ask of a simulation report, and whether this one has it.
 *
 * @param topic what is asked for
 * @param status {@code covered}, {@code partly} or {@code missing}
 * @param here where it is, or what is missing
 */
public record CoverageItem(String topic, String status, String here) {
    private static final String COVERED = "covered";
    private static final String PARTLY = "partly";
    private static final String MISSING = "missing";

    /** All items, judged by what the result holds. */
    static List<CoverageItem> all(RunResult result) {
        boolean truths =
                result.scenarios().stream().anyMatch(one -> !one.truths().isEmpty());
        boolean nulls = result.scenarios().stream().anyMatch(one -> one.kind().startsWith("null"));
        boolean sensitivity = result.sweep() != null || result.scenarios().size() > 2;
        boolean rules = !result.verdicts().isEmpty();
        List<CoverageItem> items = new ArrayList<>();
        items.add(new CoverageItem("Identity, versions, seed and reproducing command", COVERED, "Provenance."));
        items.add(item(
                "Estimands with their true values",
                truths,
                "Scenarios in full: true values with their own error. The decision question in words is the reader's.",
                "No true value was computed in this run."));
        items.add(new CoverageItem(
                "Design synopsis, arms, looks, boundaries",
                COVERED,
                "Design. Sources stand beside the settings under Assumptions."));
        items.add(
                new CoverageItem(
                        "Data-generating mechanism with sources",
                        PARTLY,
                        "Assumptions list every parameter with its remarks; calibration against published curves is outside this page."));
        items.add(item(
                "Null scenarios",
                nulls,
                "At least one null is simulated; nulls over every nuisance parameter are for the file's author to add.",
                "No scenario of this run is declared a null."));
        items.add(item(
                "Sensitivity to assumptions",
                sensitivity,
                "Sensitivity (tornado plots), scenarios and sweep. A worst case over the whole parameter space is not claimed.",
                "Neither a sweep nor further scenarios."));
        items.add(new CoverageItem(
                "Performance measures with n, Monte Carlo error and interval",
                COVERED,
                "Operating characteristics, Scenarios in full, Monte Carlo error."));
        items.add(item(
                "Bounds promised beforehand and judged with Monte Carlo error",
                rules,
                "Acceptance.",
                "The file states no acceptance rule."));
        items.add(item(
                "Example trials and patients with replay commands",
                !result.exampleTrials().isEmpty() || !result.examplePatients().isEmpty(),
                "Example patients, example trials.",
                "No example was traced in this run."));
        items.add(item(
                "Allocation over time",
                result.scenarios().stream().anyMatch(one -> hasCurve(one, "enrolled")),
                "Allocation over time: enrolment by arm; with a tumour also treatments since randomisation.",
                "The result holds no curves of enrolment."));
        boolean toxic = result.scenarios().stream()
                .flatMap(one -> one.estimates().stream())
                .anyMatch(estimate -> estimate.metric().equals("gradeThreeToxicityRate"));
        items.add(new CoverageItem(
                "Toxicity, dose and time off drug",
                toxic ? PARTLY : MISSING,
                toxic
                        ? "Scenarios in full: toxicity, dose reductions, discontinuations, relative dose intensity; time off drug is not measured."
                        : "No treatment of this run is toxic."));
        items.add(
                new CoverageItem(
                        "Conclusions in words",
                        PARTLY,
                        "Conclusions follow from the numbers alone; context of use and judgement are for the statistician who signs the report."));
        items.add(
                new CoverageItem(
                        "Configuration verbatim",
                        PARTLY,
                        "effective-config.json beside this page, identified by its hash under Provenance; shown as tables under Assumptions."));
        return items;
    }

    /** The mark of the status. */
    public String mark() {
        return switch (status) {
            case COVERED -> "covered";
            case PARTLY -> "in part";
            default -> "not covered";
        };
    }

    private static boolean hasCurve(ScenarioResult scenario, String name) {
        return scenario.curves().stream().anyMatch(curve -> curve.curve().equals(name));
    }

    private static CoverageItem item(String topic, boolean present, String where, String why) {
        return present ? new CoverageItem(topic, COVERED, where) : new CoverageItem(topic, MISSING, why);
    }
}
