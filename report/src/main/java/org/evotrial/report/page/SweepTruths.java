package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.Truth;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * True values, bias and coverage over the cells of a sweep whose truth was computed.
 *
 * @param wording words of the trial
 */
record SweepTruths(Wording wording) {
    private static final int COLUMNS = 5;
    private static final String TRUE_VALUE = "True value";
    private static final String BIAS = "Bias";
    private static final String COVERAGE = "Coverage";

    /** Maps of the estimators that hypotheses are about. */
    List<SweepGrid> maps(List<ScenarioResult> cells) {
        Map<String, SweepGrid> grids = new LinkedHashMap<>();
        for (ScenarioResult cell : cells) {
            for (Characteristic one : estimators(cell)) {
                if (one.statistics().get(0).hypothesis() != null) {
                    values(one, cell)
                            .forEach((kind, value) -> grids.computeIfAbsent(
                                            kind + one.key(),
                                            key -> new SweepGrid(kind, title(kind, one), new HashMap<>()))
                                    .values()
                                    .put(cell.sweepCell(), value));
                }
            }
        }
        return List.copyOf(grids.values());
    }

    /** All estimators, cells in columns. */
    List<Table> tables(List<ScenarioResult> cells) {
        List<ScenarioResult> known =
                cells.stream().filter(cell -> !estimators(cell).isEmpty()).toList();
        List<Table> tables = new ArrayList<>();
        for (int from = 0; from < known.size(); from += COLUMNS) {
            List<ScenarioResult> part = known.subList(from, Math.min(from + COLUMNS, known.size()));
            String range = " %d to %d of %d".formatted(from + 1, from + part.size(), known.size());
            tables.add(table("Estimates against the truth, cells" + range, part));
        }
        return tables;
    }

    private Table table(String caption, List<ScenarioResult> cells) {
        List<Table.Column> columns = cells.stream()
                .map(cell -> new Table.Column(
                        cell.title(), "truth from " + Rounding.count(patients(cell)) + " patients per arm", true))
                .toList();
        List<Table.Group> groups = new ArrayList<>();
        for (String kind : List.of(TRUE_VALUE, BIAS, COVERAGE)) {
            Map<String, Table.Row> rows = new LinkedHashMap<>();
            for (Characteristic one : estimators(cells.get(0))) {
                List<Table.Cell> numbers = new ArrayList<>();
                for (ScenarioResult cell : cells) {
                    numbers.add(StatisticTables.cell(value(kind, one.key(), cell)));
                }
                if (numbers.stream().anyMatch(number -> !number.text().equals("–"))) {
                    rows.put(one.key(), new Table.Row(one.label(wording), one.where(wording), numbers));
                }
            }
            if (!rows.isEmpty()) {
                groups.add(new Table.Group(kind, "topic", List.copyOf(rows.values())));
            }
        }
        return new Table(caption, "Estimator", columns, groups);
    }

    private @Nullable Estimate value(String kind, String key, ScenarioResult cell) {
        for (Characteristic one : estimators(cell)) {
            if (one.key().equals(key)) {
                return values(one, cell).get(kind);
            }
        }
        return null;
    }

    private List<Characteristic> estimators(ScenarioResult cell) {
        return Characteristic.of(cell.estimates(), wording).stream()
                .filter(one -> one.statistic("bias") != null)
                .toList();
    }

    private static Map<String, Estimate> values(Characteristic one, ScenarioResult cell) {
        Map<String, Estimate> values = new LinkedHashMap<>();
        Truth truth = StatisticTables.truthOf(one, cell);
        Estimate bias = one.statistic("bias");
        Estimate coverage = one.statistic("coverage");
        if (truth != null) {
            values.put(TRUE_VALUE, estimate(truth));
        }
        if (bias != null) {
            values.put(BIAS, bias);
        }
        if (coverage != null) {
            values.put(COVERAGE, coverage);
        }
        return values;
    }

    private static Estimate estimate(Truth truth) {
        return new Estimate(
                truth.measure(),
                "mean",
                "",
                truth.arm(),
                truth.endpoint(),
                null,
                null,
                null,
                null,
                truth.patients(),
                truth.value(),
                truth.mcse(),
                truth.lower(),
                truth.upper());
    }

    private static int patients(ScenarioResult cell) {
        return cell.truths().stream().mapToInt(Truth::patients).max().orElse(0);
    }

    private String title(String kind, Characteristic one) {
        String where = one.where(wording);
        return where.isEmpty() ? kind + " · " + one.label(wording) : kind + " · " + where;
    }
}
