package org.evotrial.statistics.verification;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.groupsequential.ConditionalPower;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.RepeatedInference;
import org.evotrial.statistics.groupsequential.StageWiseOrdering;

/**
 * Inference on a hazard ratio by rpact's {@code getAnalysisResults}, with three looks at one-sided alpha .025, planned
 * at 125, 188 and 250 events, for group-sequential ({@code gs_}) and inverse normal ({@code in_}) designs.
 */
final class RpactAnalysisSurvivalCheck implements ReferenceCheck {
    private static final double ALPHA = 0.025;
    private static final double[] PLANNED_EVENTS = {125, 188, 250};
    private static final double ALTERNATIVE = StrictMath.log(1.5);
    private static final double LEVEL = 1 - 2 * ALPHA;
    private static final String STAGE = "stage";
    private static final Tolerance RATIO = Tolerance.absolute(2e-6);
    private static final Tolerance PROBABILITY = Tolerance.absolute(1e-6);

    @Override
    public String file() {
        return "rpact_analysis_survival.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "design",
                "data",
                STAGE,
                "cumEvents",
                "cumLogRank",
                "repeatedPValue",
                "repeatedCILower",
                "repeatedCIUpper",
                "conditionalRejectionProbability",
                "conditionalPowerFinal",
                "testAction",
                "finalStage",
                "finalPValue",
                "finalCILower",
                "finalCIUpper",
                "medianUnbiasedEstimate");
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        for (List<ReferenceRow> rows : table.groups("design", "data")) {
            findings.together(rows, () -> compare(rows, findings));
        }
    }

    private static void compare(List<ReferenceRow> rows, Findings findings) {
        List<ReferenceRow> stages = rows.stream()
                .sorted(Comparator.comparingInt(row -> row.integer(STAGE)))
                .toList();
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).integer(STAGE) != i + 1) {
                throw new IllegalArgumentException(
                        String.format("The stages must begin with 1 and have no gap; stage %d is missing.", i + 1));
            }
        }
        GroupSequentialDesign design = design(stages.get(0).text("design"));
        boolean inverseNormal = stages.get(0).text("design").startsWith("in_");
        SurvivalStages data = new SurvivalStages(
                design, LookRows.numbers(stages, "cumEvents"), LookRows.numbers(stages, "cumLogRank"), inverseNormal);
        int stop = stop(design, data, stages.size());
        for (ReferenceRow row : stages) {
            repeated(row, design, data, findings);
            conditional(row, design, data, findings);
            findings.compare(row, "testAction", action(design, data, row.integer(STAGE)));
            if (row.integer(STAGE) >= stop) {
                stopped(row, design, data, stop, findings);
            }
        }
    }

    private static GroupSequentialDesign design(String name) {
        if (!name.startsWith("gs_") && !name.startsWith("in_")) {
            throw new IllegalArgumentException(
                    String.format("The design (%s) must begin with gs_ (group-sequential) or in_.", name));
        }
        String type = name.substring(3);
        double[] fractions = "asOF".equals(type) ? new double[] {0.5, 0.75, 1} : RpactDesigns.equal(3);
        return RpactDesigns.of(type, "", 1, ALPHA, fractions);
    }

    /** The stage that ends the trial; beyond the last one of the data if it goes on. */
    private static int stop(GroupSequentialDesign design, SurvivalStages data, int stages) {
        for (int stage = 1; stage <= stages; stage++) {
            if (stage == design.looks() || data.statistic(stage) >= design.criticalValue(stage)) {
                return stage;
            }
        }
        return stages + 1;
    }

    private static void repeated(
            ReferenceRow row, GroupSequentialDesign design, SurvivalStages data, Findings findings) {
        int stage = row.integer(STAGE);
        double z = data.statistic(stage);
        ConfidenceInterval interval = RepeatedInference.interval(design, stage, z, data.means(stage)[stage - 1]);
        findings.compare(row, "repeatedPValue", RepeatedInference.pValue(design, stage, z), PROBABILITY);
        findings.compare(row, "repeatedCILower", StrictMath.exp(interval.lower()), RATIO);
        findings.compare(row, "repeatedCIUpper", StrictMath.exp(interval.upper()), RATIO);
    }

    private static void conditional(
            ReferenceRow row, GroupSequentialDesign design, SurvivalStages data, Findings findings) {
        int stage = row.integer(STAGE);
        if (stage == design.looks()) {
            return;
        }
        ConditionalPower power = ConditionalPower.after(design, stage, data.statistic(stage));
        findings.compare(row, "conditionalRejectionProbability", power.conditionalRejectionProbability(), PROBABILITY);
        double[] means = new double[design.looks() - stage];
        double before = data.events(stage);
        for (int i = 0; i < means.length; i++) {
            double planned = PLANNED_EVENTS[stage + i];
            means[i] = ALTERNATIVE * Math.sqrt((planned - before) / 4);
            before = planned;
        }
        findings.compare(row, "conditionalPowerFinal", power.atStageMeans(means), PROBABILITY);
    }

    private static String action(GroupSequentialDesign design, SurvivalStages data, int stage) {
        boolean rejects = data.statistic(stage) >= design.criticalValue(stage);
        if (stage == design.looks()) {
            return rejects ? "reject" : "accept";
        }
        return rejects ? "reject and stop" : "continue";
    }

    private static void stopped(
            ReferenceRow row, GroupSequentialDesign design, SurvivalStages data, int stop, Findings findings) {
        StageWiseOrdering outcome =
                StageWiseOrdering.of(design, stop, data.statistic(stop)).scaled(data.means(stop));
        ConfidenceInterval interval = outcome.interval(LEVEL);
        findings.compare(row, "finalStage", stop, Tolerance.absolute(0));
        findings.compare(row, "finalPValue", outcome.pValue(), PROBABILITY);
        findings.compare(row, "finalCILower", StrictMath.exp(interval.lower()), RATIO);
        findings.compare(row, "finalCIUpper", StrictMath.exp(interval.upper()), RATIO);
        findings.compare(row, "medianUnbiasedEstimate", StrictMath.exp(outcome.medianUnbiasedEstimate()), RATIO);
    }
}
