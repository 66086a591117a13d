package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.Truth;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.Topic;
import org.evotrial.report.figure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The tables of operating characteristics of one scenario.
 *
 * @param wording words of the trial
 */
record StatisticTables(Wording wording) {
    private static final List<String> AGAINST_TRUTH =
            List.of("bias", "empiricalStandardError", "modelStandardError", "meanSquaredError", "coverage");
    private static final List<String> HEADLINES = List.of("probability", "mean", "difference");

    /** Every quantity with every statistic of its distribution, divided by topic. */
    Table distributions(ScenarioResult scenario) {
        List<Characteristic> shown = Characteristic.of(scenario.estimates(), wording).stream()
                .filter(one -> !one.isDifference() && !isOnlyAgainstTruth(one))
                .toList();
        return table("Every operating characteristic: " + scenario.title(), shown);
    }

    /** Differences between arms and between scenarios, paired by replicate. */
    Table differences(ScenarioResult scenario) {
        List<Characteristic> shown = Characteristic.of(scenario.estimates(), wording).stream()
                .filter(one -> one.isDifference() && wording.topic(one.metric()) != Topic.TECHNICAL)
                .toList();
        return table("Differences, paired by replicate: " + scenario.title(), shown);
    }

    private Table table(String caption, List<Characteristic> shown) {
        Set<String> further = furtherStatistics(
                shown.stream().flatMap(one -> one.statistics().stream()).toList());
        List<Table.Column> columns = new ArrayList<>(
                List.of(Table.Column.number("Estimate"), Table.Column.number("MCSE"), Table.Column.number("Interval")));
        further.forEach(statistic -> columns.add(Table.Column.number(heading(statistic))));
        columns.add(Table.Column.number("n"));
        List<Table.Group> groups = new CharacteristicGroups(wording, one -> distributionCells(one, further)).of(shown);
        return new Table(caption, "Quantity", columns, groups);
    }

    /** Estimates against the truth: bias, standard errors, mean squared error, coverage. */
    Table againstTruth(ScenarioResult scenario) {
        List<Table.Column> columns =
                new ArrayList<>(List.of(Table.Column.number("True value"), Table.Column.number("Mean estimate")));
        AGAINST_TRUTH.forEach(statistic -> columns.add(Table.Column.number(heading(statistic))));
        columns.add(Table.Column.number("n"));
        List<Table.Row> rows = new ArrayList<>();
        for (Characteristic one : Characteristic.of(scenario.estimates(), wording)) {
            Estimate bias = firstOf(one, AGAINST_TRUTH);
            if (bias != null) {
                List<Table.Cell> cells = new ArrayList<>();
                Truth truth = truthOf(one, scenario);
                cells.add(truth == null ? Table.Cell.number("–") : withError(Figure.of(truth)));
                cells.add(cell(meanOf(one, scenario)));
                AGAINST_TRUTH.forEach(statistic -> cells.add(cell(one.statistic(statistic))));
                cells.add(Table.Cell.number(Figure.of(bias).count()));
                rows.add(new Table.Row(one.label(wording), one.where(wording), cells));
            }
        }
        return Table.of("Estimates against the truth: " + scenario.title(), "Estimator", columns, rows);
    }

    /** The true values themselves with their own Monte Carlo error. */
    Table truths(ScenarioResult scenario) {
        List<Table.Row> rows = new ArrayList<>();
        for (Truth truth : scenario.truths()) {
            Figure figure = Figure.of(truth);
            rows.add(new Table.Row(
                    truth.label(),
                    where(truth),
                    List.of(
                            Table.Cell.number(figure.value()),
                            Table.Cell.number(figure.error()),
                            Table.Cell.number(figure.interval()),
                            Table.Cell.number(figure.count()),
                            Table.Cell.words(truth.intercurrentEvents() == null ? "–" : truth.intercurrentEvents()))));
        }
        List<Table.Column> columns = List.of(
                Table.Column.number("True value"),
                Table.Column.number("MCSE"),
                Table.Column.number("Interval"),
                Table.Column.number("Patients per arm"),
                Table.Column.text("Intercurrent events"));
        return Table.of("True values of the estimands: " + scenario.title(), "Estimand", columns, rows);
    }

    /** A number with its standard error below, for tables that show many scenarios. */
    static Table.Cell cell(@Nullable Estimate estimate) {
        return estimate == null ? Table.Cell.number("–") : withError(Figure.of(estimate));
    }

    /** The same, which also tells the number of replicates where it is not the one in the column's heading. */
    static Table.Cell cell(@Nullable Estimate estimate, long usual) {
        Table.Cell cell = cell(estimate);
        if (estimate == null || estimate.n() == 0 || estimate.n() == usual) {
            return cell;
        }
        String note = (cell.note() + " n = " + Figure.of(estimate).count()).strip();
        return new Table.Cell(cell.text(), note, cell.print(), cell.tooltip(), cell.style());
    }

    private static Table.Cell withError(Figure figure) {
        return new Table.Cell(
                figure.value(),
                figure.error().isEmpty() ? "" : "(" + figure.error() + ")",
                figure.interval(),
                figure.isMeasured() ? figure.sentence() : "not measured",
                "number");
    }

    private static List<Table.Cell> distributionCells(Characteristic one, Set<String> further) {
        Estimate headline = one.headline();
        Figure figure = Figure.of(headline);
        List<Table.Cell> cells = new ArrayList<>(List.of(
                Table.Cell.number(figure.value()),
                Table.Cell.number(figure.error()),
                Table.Cell.number(figure.interval())));
        for (String statistic : further) {
            Estimate estimate = one.statistic(statistic);
            boolean shown = estimate != null && !estimate.statistic().equals(headline.statistic());
            cells.add(Table.Cell.number(shown && estimate != null ? Figure.beside(estimate, headline) : ""));
        }
        cells.add(Table.Cell.number(figure.count()));
        return cells;
    }

    private static Set<String> furtherStatistics(List<Estimate> estimates) {
        Set<String> present = new LinkedHashSet<>();
        List<String> order = List.of("standardDeviation", "quantile05", "median", "quantile95");
        for (String statistic : order) {
            if (estimates.stream().anyMatch(estimate -> estimate.statistic().equals(statistic))) {
                present.add(statistic);
            }
        }
        for (Estimate estimate : estimates) {
            if (!HEADLINES.contains(estimate.statistic()) && !AGAINST_TRUTH.contains(estimate.statistic())) {
                present.add(estimate.statistic());
            }
        }
        return present;
    }

    private static boolean isOnlyAgainstTruth(Characteristic one) {
        return one.statistics().stream().allMatch(estimate -> AGAINST_TRUTH.contains(estimate.statistic()));
    }

    private static @Nullable Estimate firstOf(Characteristic one, List<String> statistics) {
        for (String statistic : statistics) {
            Estimate estimate = one.statistic(statistic);
            if (estimate != null) {
                return estimate;
            }
        }
        return null;
    }

    /** The mean of the estimator, also where the results keep its distribution and its errors under different details. */
    private static @Nullable Estimate meanOf(Characteristic one, ScenarioResult scenario) {
        Estimate mean = one.statistic("mean");
        if (mean != null) {
            return mean;
        }
        Estimate first = one.statistics().get(0);
        List<Estimate> candidates = scenario.estimates().stream()
                .filter(estimate -> estimate.statistic().equals("mean")
                        && estimate.metric().equals(first.metric())
                        && Objects.equals(estimate.arm(), first.arm())
                        && Objects.equals(estimate.endpoint(), first.endpoint()))
                .toList();
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    /** The true value that an estimator aims at; null if the results do not say. */
    static @Nullable Truth truthOf(Characteristic one, ScenarioResult scenario) {
        Estimate first = one.statistics().get(0);
        for (Truth truth : scenario.truths()) {
            if (truth.label().equals(first.detail()) || truth.label().equals(first.hypothesis())) {
                return truth;
            }
        }
        List<Truth> candidates = scenario.truths().stream()
                .filter(truth -> truth.measure().equals(first.metric())
                        && truth.arm().equals(first.arm())
                        && truth.endpoint().equals(first.endpoint()))
                .toList();
        String detail = first.detail();
        String hypothesis = first.hypothesis();
        for (Truth truth : candidates) {
            boolean landmark = detail != null && truth.label().contains(detail);
            boolean named = hypothesis == null || truth.label().contains(hypothesis);
            if (landmark && named) {
                return truth;
            }
        }
        boolean same = candidates.stream().mapToDouble(Truth::value).distinct().count() == 1;
        return same ? candidates.get(0) : null;
    }

    private String where(Truth truth) {
        String arms = truth.referenceArm() == null
                ? wording.arm(truth.arm())
                : wording.arm(truth.arm()) + " against " + wording.arm(truth.referenceArm());
        return arms + " · " + wording.endpoint(truth.endpoint());
    }

    private static String heading(String statistic) {
        return switch (statistic) {
            case "standardDeviation" -> "SD";
            case "quantile05" -> "5 %";
            case "quantile95" -> "95 %";
            case "empiricalStandardError" -> "Empirical SE";
            case "modelStandardError" -> "Model SE";
            case "meanSquaredError" -> "MSE";
            default -> Wording.words(statistic);
        };
    }
}
