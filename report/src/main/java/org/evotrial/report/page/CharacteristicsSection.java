package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.report.chart.IntervalChart;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Topic;
import org.evotrial.report.figure.Wording;

/**
 * Operating characteristics: side by side across scenarios, then in full for each.
 *
 * @param pictures rejection probabilities across scenarios, one picture per hypothesis
 * @param overview key numbers, at most five scenarios per table
 * @param scenarios every scenario in full
 */
public record CharacteristicsSection(List<Picture> pictures, List<Table> overview, List<Scenario> scenarios) {
    private static final int COLUMNS = 5;
    static final Set<String> KEY = Set.of(
            "rejectionProbability",
            "futilityProbability",
            "familyWiseErrorRate",
            "randomised",
            "events",
            "durationMonths",
            "eventFreeProbability",
            "medianMonths",
            "hazardRatio",
            "objectiveResponseRate",
            "switchedOnPlasmaBeforeRecist",
            "switchedOnAssayBeforeProgression",
            "molecularLeadTimeMonths",
            "gradeThreeToxicityRate",
            "gradeThreeEventsPerPatientYear",
            "doseReductionRate",
            "toxicityDiscontinuationRate",
            "relativeDoseIntensity",
            "onBestArmShare");

    /**
     * One scenario in full.
     *
     * @param anchor identifier in the page
     * @param title its title
     * @param kind what kind of truth it is
     * @param replicates how many replicates the estimates rest on
     * @param overrides what differs from the base file
     * @param remarks sources
     * @param distributions every quantity
     * @param differences paired differences between arms and scenarios; may be empty
     * @param againstTruth estimators against the truth; may be empty
     * @param truths the truths; may be empty
     */
    public record Scenario(
            String anchor,
            String title,
            String kind,
            String replicates,
            List<Settings.Value> overrides,
            List<String> remarks,
            Table distributions,
            Table differences,
            Table againstTruth,
            Table truths) {}

    static CharacteristicsSection of(List<ScenarioResult> scenarios, Wording wording) {
        StatisticTables tables = new StatisticTables(wording);
        List<Scenario> details = new ArrayList<>();
        for (ScenarioResult scenario : scenarios) {
            details.add(new Scenario(
                    "scenario-" + details.size(),
                    scenario.title(),
                    Wording.words(scenario.kind()),
                    replicates(scenario),
                    overrides(scenario),
                    scenario.remarks(),
                    tables.distributions(scenario),
                    tables.differences(scenario),
                    tables.againstTruth(scenario),
                    tables.truths(scenario)));
        }
        List<Table> overview = sideBySide("Key operating characteristics by scenario", scenarios, wording, KEY);
        return new CharacteristicsSection(pictures(scenarios, wording), overview, details);
    }

    /**
     * Quantities in rows, scenarios in columns.
     *
     * @param metrics which metrics; empty: all but test statistics, limits and standard errors
     */
    static List<Table> sideBySide(
            String caption, List<ScenarioResult> scenarios, Wording wording, Set<String> metrics) {
        List<Table> tables = new ArrayList<>();
        for (int from = 0; from < scenarios.size(); from += COLUMNS) {
            List<ScenarioResult> part = scenarios.subList(from, Math.min(from + COLUMNS, scenarios.size()));
            String range = scenarios.size() > COLUMNS
                    ? caption + ", columns " + (from + 1) + " to " + (from + part.size()) + " of " + scenarios.size()
                    : caption;
            Table table = oneTable(range, part, wording, metrics);
            if (!table.isEmpty()) {
                tables.add(table);
            }
        }
        return tables;
    }

    private static Table oneTable(
            String caption, List<ScenarioResult> scenarios, Wording wording, Set<String> metrics) {
        List<Table.Column> columns = scenarios.stream()
                .map(scenario -> new Table.Column(
                        scenario.title(), "n = " + new Rounding(0).text(scenario.replicatesCompleted()), true))
                .toList();
        Map<String, Characteristic> rows = new LinkedHashMap<>();
        List<Map<String, Characteristic>> byScenario = new ArrayList<>();
        List<Characteristic> all = new ArrayList<>();
        for (ScenarioResult scenario : scenarios) {
            Map<String, Characteristic> own = new LinkedHashMap<>();
            for (Characteristic one : Characteristic.of(scenario.estimates(), wording)) {
                boolean wanted = metrics.isEmpty() && wording.topic(one.metric()) != Topic.TECHNICAL
                        || metrics.contains(one.metric()) && isKey(one, scenario);
                if (wanted && isDistribution(one)) {
                    own.put(one.key(), one);
                    if (rows.putIfAbsent(one.key(), one) == null) {
                        all.add(one);
                    }
                }
            }
            byScenario.add(own);
        }
        List<Table.Group> groups = new CharacteristicGroups(wording, one -> cells(one, byScenario, scenarios)).of(all);
        return new Table(caption, "Quantity", columns, groups);
    }

    private static List<Table.Cell> cells(
            Characteristic one, List<Map<String, Characteristic>> byScenario, List<ScenarioResult> scenarios) {
        List<Table.Cell> cells = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            Characteristic here = byScenario.get(i).get(one.key());
            long usual = scenarios.get(i).replicatesCompleted();
            cells.add(StatisticTables.cell(here == null ? null : here.headline(), usual));
        }
        return cells;
    }

    /** Of rates at landmarks the key ones are those that hypotheses are about, if there are any. */
    static boolean isKey(Characteristic one, ScenarioResult scenario) {
        return one.statistics().get(0).hypothesis() != null
                || !one.metric().equals("eventFreeProbability")
                || scenario.estimates().stream()
                        .noneMatch(
                                other -> other.metric().equals("eventFreeProbability") && other.hypothesis() != null);
    }

    private static List<Picture> pictures(List<ScenarioResult> scenarios, Wording wording) {
        Map<String, List<IntervalChart.Row>> rows = new LinkedHashMap<>();
        for (ScenarioResult scenario : scenarios) {
            for (Estimate estimate : scenario.estimates()) {
                if (estimate.metric().equals("rejectionProbability") && estimate.relativeTo() == null) {
                    String where = wording.where(
                            estimate.arm(),
                            estimate.endpoint(),
                            estimate.hypothesis(),
                            estimate.look(),
                            estimate.detail());
                    rows.computeIfAbsent(where, key -> new ArrayList<>())
                            .add(new IntervalChart.Row(
                                    scenario.title(),
                                    estimate.value(),
                                    estimate.lower(),
                                    estimate.upper(),
                                    Figure.of(estimate)));
                }
            }
        }
        List<Picture> pictures = new ArrayList<>();
        rows.forEach((where, list) -> {
            String title = where.isEmpty() ? "Probability of rejecting" : "Probability of rejecting " + where;
            pictures.add(Picture.of(
                    new IntervalChart(title, "Probability of rejecting", true, list),
                    title + ", by scenario, with Monte Carlo intervals."));
        });
        return pictures;
    }

    /** False for the errors of an estimator and for differences, which have tables of their own. */
    private static boolean isDistribution(Characteristic one) {
        return !one.isDifference()
                && List.of("probability", "mean", "median")
                        .contains(one.headline().statistic());
    }

    private static String replicates(ScenarioResult scenario) {
        Rounding whole = new Rounding(0);
        String text = whole.text(scenario.replicatesCompleted()) + " of " + whole.text(scenario.replicatesRequested())
                + " replicates completed";
        return scenario.replicatesFailed() == 0 ? text : text + ", " + scenario.replicatesFailed() + " failed";
    }

    private static List<Settings.Value> overrides(ScenarioResult scenario) {
        List<Settings.Value> values = new ArrayList<>();
        scenario.overrides().forEach((pointer, value) -> values.add(new Settings.Value(pointer, Settings.text(value))));
        return values;
    }
}
