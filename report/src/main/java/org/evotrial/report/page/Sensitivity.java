package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.SweepAxes;
import org.evotrial.report.chart.TornadoChart;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The differences of one quantity from the base scenario, paired by replicate.
 *
 * @param metric the metric
 * @param title name and selectors
 * @param shifts one per scenario or cell
 */
record Sensitivity(String metric, String title, List<Shift> shifts) implements Varying {
    private static final int MOST = 6;
    private static final double NOISE = 4;
    private static final int ROWS = 12;

    /** How far the quantity moves in one scenario or cell. */
    record Shift(List<String> scenario, Estimate difference) {}

    /** The key quantities that move. */
    static List<Sensitivity> worthShowing(RunResult result, Wording wording) {
        Map<String, Sensitivity> all = new LinkedHashMap<>();
        for (ScenarioResult scenario : result.scenarios()) {
            for (Characteristic one : Characteristic.of(scenario.estimates(), wording)) {
                Estimate difference = one.headline();
                boolean wanted = "base".equals(difference.relativeTo())
                        && CharacteristicsSection.KEY.contains(one.metric())
                        && CharacteristicsSection.isKey(one, scenario)
                        && Phrases.isMeasured(difference);
                if (wanted) {
                    all.computeIfAbsent(one.key(), key -> empty(one, wording))
                            .shifts
                            .add(new Shift(name(scenario, result.sweep()), difference));
                }
            }
        }
        return Varying.most(List.copyOf(all.values()), NOISE, MOST, wording);
    }

    /** The title of a scenario; the values of a cell, one line for each axis. */
    private static List<String> name(ScenarioResult scenario, @Nullable SweepAxes sweep) {
        if (sweep == null || scenario.sweepCell().size() != sweep.axes().size()) {
            return List.of(scenario.title());
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < sweep.axes().size(); i++) {
            SweepAxes.Axis axis = sweep.axes().get(i);
            lines.add(axis.label() + " = "
                    + Settings.text(axis.values().get(scenario.sweepCell().get(i))));
        }
        return lines;
    }

    private static Sensitivity empty(Characteristic one, Wording wording) {
        Estimate first = one.headline();
        String where = wording.where(first.arm(), first.endpoint(), first.hypothesis(), first.look(), first.detail());
        String label = one.label(wording);
        return new Sensitivity(one.metric(), where.isEmpty() ? label : label + " · " + where, new ArrayList<>());
    }

    @Override
    public double variation() {
        return shifts.stream()
                .map(Shift::difference)
                .filter(difference -> difference.mcse() > 0 && !Double.isInfinite(difference.mcse()))
                .mapToDouble(difference -> Math.abs(difference.value()) / difference.mcse())
                .max()
                .orElse(0);
    }

    Picture picture() {
        List<Shift> largestFirst = new ArrayList<>(shifts);
        largestFirst.sort(
                Comparator.comparingDouble(shift -> -Math.abs(shift.difference().value())));
        List<Shift> shown = largestFirst.subList(0, Math.min(ROWS, largestFirst.size()));
        boolean percent = Figure.isPercent(shown.get(0).difference());
        List<TornadoChart.Bar> bars =
                shown.stream().map(shift -> bar(shift, percent ? 100 : 1)).toList();
        String axis = percent ? "Difference from base, percentage points" : "Difference from base";
        int hidden = shifts.size() - shown.size();
        String caption = hidden == 0
                ? ""
                : "The %d largest of %d shifts; all of them are in results.json."
                        .formatted(shown.size(), shifts.size());
        return Picture.of(new TornadoChart(title, axis, bars), caption);
    }

    private static TornadoChart.Bar bar(Shift shift, double scale) {
        Estimate difference = shift.difference();
        return new TornadoChart.Bar(
                shift.scenario(),
                difference.value() * scale,
                difference.lower() * scale,
                difference.upper() * scale,
                Figure.of(difference));
    }
}
