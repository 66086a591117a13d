package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.SweepAxes;
import org.evotrial.model.result.SweepAxes.Axis;
import org.evotrial.report.chart.HeatMap;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The sweep: heat maps of what matters and moves, then every quantity in every cell.
 *
 * @param axes what varies: label and pointer
 * @param maps one group of pictures per quantity
 * @param tables all quantities by cell
 * @param truths true values, bias and coverage by cell; empty if no truth was computed in the cells
 */
public record SweepSection(List<Settings.Value> axes, List<Quantity> maps, List<Table> tables, List<Table> truths) {
    /** The heat maps of one quantity, several if there is a third axis. */
    public record Quantity(String title, List<Picture> pictures) {}

    static SweepSection of(SweepAxes sweep, List<ScenarioResult> cells, Wording wording) {
        List<Settings.Value> axes = sweep.axes().stream()
                .map(axis -> new Settings.Value(axis.label(), axis.pointer()))
                .toList();
        SweepTruths truths = new SweepTruths(wording);
        List<Quantity> maps = Stream.concat(
                        SweepGrid.worthShowing(cells, wording).stream(), truths.maps(cells).stream())
                .map(grid -> new Quantity(grid.title(), pictures(sweep.axes(), grid)))
                .toList();
        List<Table> tables =
                CharacteristicsSection.sideBySide("Every quantity in every cell", cells, wording, Set.of());
        return new SweepSection(axes, maps, tables, truths.tables(cells));
    }

    private static List<Picture> pictures(List<Axis> axes, SweepGrid grid) {
        Axis first = axes.get(0);
        if (axes.size() == 1) {
            return List.of(picture(grid, first, null, List.of(), ""));
        }
        if (axes.size() == 2) {
            return List.of(picture(grid, axes.get(1), first, List.of(), ""));
        }
        List<Picture> pictures = new ArrayList<>();
        Axis third = axes.get(2);
        for (int i = 0; i < third.values().size(); i++) {
            String caption =
                    third.label() + " = " + Settings.text(third.values().get(i));
            pictures.add(picture(grid, axes.get(1), first, List.of(i), caption));
        }
        return pictures;
    }

    private static Picture picture(
            SweepGrid grid, Axis columns, @Nullable Axis rows, List<Integer> rest, String caption) {
        List<String> rowTexts = rows == null ? List.of("") : texts(rows);
        List<List<HeatMap.Cell>> cells = new ArrayList<>();
        for (int row = 0; row < rowTexts.size(); row++) {
            List<HeatMap.Cell> line = new ArrayList<>();
            for (int column = 0; column < columns.values().size(); column++) {
                List<Integer> index = new ArrayList<>(rows == null ? List.of(column) : List.of(row, column));
                index.addAll(rest);
                line.add(cell(grid.at(index)));
            }
            cells.add(line);
        }
        String rowLabel = rows == null ? "" : rows.label();
        return Picture.of(
                new HeatMap(grid.title(), columns.label(), texts(columns), rowLabel, rowTexts, cells), caption);
    }

    private static HeatMap.Cell cell(@Nullable Estimate estimate) {
        return estimate == null
                ? HeatMap.Cell.EMPTY
                : new HeatMap.Cell(estimate.value(), estimate.mcse(), Figure.of(estimate));
    }

    private static List<String> texts(Axis axis) {
        return axis.values().stream().map(Settings::text).toList();
    }
}
