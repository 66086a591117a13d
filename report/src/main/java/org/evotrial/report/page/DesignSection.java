package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.model.result.TrialSummary;
import org.evotrial.model.result.TrialSummary.Boundary;
import org.evotrial.report.chart.BoundaryChart;
import org.evotrial.report.chart.FlowChart;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Wording;

/**
 * The design in words and pictures.
 *
 * @param synopsis sentences
 * @param flow how patients pass through it
 * @param endpoints labels of the endpoints with their names
 * @param boundaries one picture per hypothesis with boundaries
 * @param boundaryTable the same in numbers; empty without boundaries
 */
public record DesignSection(
        List<String> synopsis,
        Picture flow,
        List<Settings.Value> endpoints,
        List<Picture> boundaries,
        Table boundaryTable) {

    static DesignSection of(TrialSummary trial) {
        List<Settings.Value> endpoints = trial.endpoints().stream()
                .map(endpoint -> new Settings.Value(endpoint.id(), endpoint.label()))
                .toList();
        return new DesignSection(
                trial.synopsis().stream().map(Wording::capitalised).toList(),
                flow(trial),
                endpoints,
                pictures(trial),
                boundaryTable(trial));
    }

    private static Picture flow(TrialSummary trial) {
        List<FlowChart.Arm> arms = trial.arms().stream()
                .map(arm -> new FlowChart.Arm(
                        arm.title(),
                        Wording.words(arm.role()) + " · "
                                + new Rounding(1)
                                        .text(arm.allocationShare() * 100)
                                        .replace(".0", "") + " %",
                        Wording.capitalised(arm.policy())))
                .toList();
        List<FlowChart.Look> looks = trial.looks().stream()
                .map(look -> new FlowChart.Look(look.id(), look.trigger()))
                .toList();
        String size = new Rounding(0).text(trial.sampleSize());
        List<String> start = arms.size() > 1
                ? List.of("Randomisation", "at most " + size, "patients, " + arms.size() + " arms")
                : List.of("Enrolment", "at most " + size, "patients, one arm");
        return Picture.of(
                new FlowChart("Flow of patients through the design", start, arms, looks),
                "Patients, arms with their treatment policies, and looks in calendar order.");
    }

    private static List<Picture> pictures(TrialSummary trial) {
        Map<String, List<BoundaryChart.Point>> byHypothesis = new LinkedHashMap<>();
        for (Boundary boundary : trial.boundaries()) {
            byHypothesis
                    .computeIfAbsent(boundary.hypothesis(), key -> new ArrayList<>())
                    .add(new BoundaryChart.Point(
                            boundary.look(),
                            boundary.information(),
                            boundary.criticalValue(),
                            boundary.futilityBound(),
                            boundary.alphaSpent()));
        }
        List<Picture> pictures = new ArrayList<>();
        byHypothesis.forEach((hypothesis, points) -> pictures.add(Picture.of(
                new BoundaryChart("Boundaries of " + hypothesis, points),
                "Boundaries of " + hypothesis + " on the z scale at the planned information fractions.")));
        return pictures;
    }

    private static Table boundaryTable(TrialSummary trial) {
        List<Table.Row> rows = new ArrayList<>();
        for (Boundary boundary : trial.boundaries()) {
            rows.add(new Table.Row(
                    boundary.look(),
                    boundary.hypothesis(),
                    List.of(
                            Table.Cell.number(new Rounding(4).text(boundary.information())),
                            Table.Cell.number(new Rounding(6).text(boundary.criticalValue())),
                            Table.Cell.number(new Rounding(6).text(boundary.stageLevel())),
                            Table.Cell.number(new Rounding(6).text(boundary.alphaSpent())),
                            Table.Cell.number(new Rounding(6).text(boundary.futilityBound())))));
        }
        List<Table.Column> columns = List.of(
                Table.Column.number("Information fraction"),
                Table.Column.number("Critical value, z"),
                Table.Column.number("One-sided p at the boundary"),
                Table.Column.number("Cumulative alpha spent"),
                Table.Column.number("Futility bound, z"));
        return Table.of("Decision boundaries", "Look", columns, rows);
    }
}
