package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.SweepAxes;
import org.evotrial.model.result.SweepAxes.Axis;
import org.evotrial.report.chart.HeatMap;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.Wording;

/**
 * The sweep: heat maps of what matters and moves, then every quantity in every cell.
 *
 * @param axes what varies: label and pointer
 * @param maps one group of pictures per quantity, several pictures if there is a third axis
 * @param tables all quantities by cell
 */
public record SweepSection(List<Settings.Value> axes, List<Map> maps, List<Table> tables) {
    private static final int MOST = 8;
    private static final double NOISE = 4;

    /** The heat maps of one quantity. */
    public record Map(String title, List<Picture> pictures) {}

    static SweepSection of(SweepAxes sweep, List<ScenarioResult> cells, Wording wording) {
        List<Settings.Value> axes = sweep.axes().stream()
                .map(axis -> new Settings.Value(axis.label(), axis.pointer()))
                .toList();
        List<Map> maps = new ArrayList<>();
        List<Characteristic> candidates =
                cells.isEmpty() ? List.of() : Characteristic.of(cells.get(0).estimates(), wording);
        for (Characteristic one : candidates) {
            Grid grid = Grid.of(one, cells, wording);
            boolean always = one.metric().equals("rejectionProbability");
            boolean detail = one.metric().equals("rejectionProbabilityByLook")
                    || one.metric().equals("lookMonth");
            if (maps.size() < MOST && (always || !detail && grid.variation() > NOISE)) {
                maps.add(new Map(grid.title(), pictures(sweep.axes(), grid)));
            }
        }
        List<Table> tables =
                CharacteristicsSection.sideBySide("Every quantity in every cell", cells, wording, Set.of());
        return new SweepSection(axes, maps, tables);
    }

    /** A quantity by cell. */
    private record Grid(String title, java.util.Map<List<Integer>, Estimate> values) {
        static Grid of(Characteristic one, List<ScenarioResult> cells, Wording wording) {
            java.util.Map<List<Integer>, Estimate> values = new HashMap<>();
            for (ScenarioResult cell : cells) {
                for (Characteristic other : Characteristic.of(cell.estimates(), wording)) {
                    if (other.key().equals(one.key())) {
                        values.put(cell.sweepCell(), other.headline());
                    }
                }
            }
            String where = one.where(wording);
            return new Grid(where.isEmpty() ? one.label(wording) : one.label(wording) + " · " + where, values);
        }

        /** Range over the largest standard error; 0 if nothing can be compared. */
        double variation() {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double error = 0;
            for (Estimate estimate : values.values()) {
                if (!Double.isNaN(estimate.value())) {
                    low = Math.min(low, estimate.value());
                    high = Math.max(high, estimate.value());
                    error = Math.max(error, Double.isNaN(estimate.mcse()) ? 0 : estimate.mcse());
                }
            }
            return high > low && error > 0 ? (high - low) / error : 0;
        }
    }

    private static List<Picture> pictures(List<Axis> axes, Grid grid) {
        if (axes.size() == 1) {
            return List.of(picture(grid, axes.get(0), null, List.of(), ""));
        }
        if (axes.size() == 2) {
            return List.of(picture(grid, axes.get(1), axes.get(0), List.of(), ""));
        }
        List<Picture> pictures = new ArrayList<>();
        Axis third = axes.get(2);
        for (int i = 0; i < third.values().size(); i++) {
            String caption =
                    third.label() + " = " + Settings.text(third.values().get(i));
            pictures.add(picture(grid, axes.get(1), axes.get(0), List.of(i), caption));
        }
        return pictures;
    }

    private static Picture picture(
            Grid grid, Axis columns, @org.jspecify.annotations.Nullable Axis rows, List<Integer> rest, String caption) {
        List<List<HeatMap.Cell>> cells = new ArrayList<>();
        int height = rows == null ? 1 : rows.values().size();
        for (int row = 0; row < height; row++) {
            List<HeatMap.Cell> line = new ArrayList<>();
            for (int column = 0; column < columns.values().size(); column++) {
                List<Integer> index = new ArrayList<>();
                if (rows != null) {
                    index.add(row);
                }
                index.add(column);
                index.addAll(rest);
                Estimate estimate = grid.values().get(index);
                line.add(
                        estimate == null
                                ? HeatMap.Cell.EMPTY
                                : new HeatMap.Cell(estimate.value(), estimate.mcse(), Figure.of(estimate)));
            }
            cells.add(line);
        }
        HeatMap map = new HeatMap(
                grid.title(),
                columns.label(),
                texts(columns),
                rows == null ? "" : rows.label(),
                rows == null ? List.of("") : texts(rows),
                cells);
        return Picture.of(map, caption);
    }

    private static List<String> texts(Axis axis) {
        return axis.values().stream().map(Settings::text).toList();
    }
}
