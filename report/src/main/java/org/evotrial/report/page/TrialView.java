package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.model.result.Provenance;
import org.evotrial.model.result.TrialTrace;
import org.evotrial.report.chart.PatientChart;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Wording;

/**
 * One example trial: what each look saw and decided, and its events.
 *
 * @param label why it is shown
 * @param where scenario and replicate
 * @param looks looks in order
 * @param values what the analyses reported at each look
 * @param events the first events in calendar order
 * @param omitted how many more events there were, in words; empty if none
 * @param replayCommand the command that shows all of them
 */
public record TrialView(
        String label, String where, Table looks, Table values, Table events, String omitted, String replayCommand) {
    private static final int MOST = 40;

    static TrialView of(TrialTrace trace, Wording wording, Provenance from) {
        int shown = Math.min(MOST, trace.events().size());
        int rest = trace.events().size() - shown;
        List<Table.Row> rows = new ArrayList<>();
        for (TrialTrace.TrialEvent event : trace.events().subList(0, shown)) {
            rows.add(new Table.Row(
                    month(event.calendarDay()),
                    "",
                    List.of(
                            Table.Cell.number(event.patient() < 0 ? "" : Integer.toString(event.patient())),
                            Table.Cell.words(event.what()))));
        }
        String caption = rest > 0 ? "First " + shown + " events of the trial" : "Events of the trial";
        return new TrialView(
                Wording.capitalised(trace.label()),
                "scenario " + trace.scenario() + " · replicate " + trace.replicate(),
                looks(trace, wording),
                values(trace),
                Table.of(caption, "Month", List.of(Table.Column.number("Patient"), Table.Column.text("Event")), rows),
                rest > 0
                        ? new Rounding(0).text(rest) + " further events are not shown; the command replays them all."
                        : "",
                from.replayCommand(trace.scenario(), trace.replicate()));
    }

    private static Table looks(TrialTrace trace, Wording wording) {
        List<Table.Row> rows = new ArrayList<>();
        for (TrialTrace.LookTrace look : trace.looks()) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.number(month(look.calendarDay())));
            cells.add(Table.Cell.number(Integer.toString(look.randomised())));
            cells.add(Table.Cell.words(events(look, wording)));
            cells.add(Table.Cell.words(String.join(". ", look.decisions())));
            rows.add(new Table.Row(look.look(), "", cells));
        }
        List<Table.Column> columns = List.of(
                Table.Column.number("Month"),
                Table.Column.number("Randomised"),
                Table.Column.text("Events"),
                Table.Column.text("Decisions"));
        return Table.of("Looks", "Look", columns, rows);
    }

    private static String events(TrialTrace.LookTrace look, Wording wording) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < look.events().size(); i++) {
            String endpoint = i < wording.trial().endpoints().size()
                    ? wording.trial().endpoints().get(i).label()
                    : "endpoint " + (i + 1);
            parts.add(endpoint + " " + look.events().get(i));
        }
        return String.join("; ", parts);
    }

    private static Table values(TrialTrace trace) {
        Map<String, List<Table.Cell>> rows = new LinkedHashMap<>();
        List<Table.Column> columns = new ArrayList<>();
        for (TrialTrace.LookTrace look : trace.looks()) {
            for (TrialTrace.MetricValue value : look.values()) {
                List<Table.Cell> cells = rows.computeIfAbsent(value.metric(), key -> new ArrayList<>());
                while (cells.size() < columns.size()) {
                    cells.add(Table.Cell.number(""));
                }
                cells.add(Table.Cell.number(Rounding.plain(value.value(), 4)));
            }
            columns.add(Table.Column.number(look.look()));
        }
        List<Table.Row> table = new ArrayList<>();
        rows.forEach((metric, cells) -> {
            while (cells.size() < columns.size()) {
                cells.add(Table.Cell.number(""));
            }
            table.add(new Table.Row(metric, "", cells));
        });
        return Table.of("Values as analysed at each look", "Metric", columns, table);
    }

    private static String month(double day) {
        return new Rounding(1).text(day / PatientChart.DAYS_PER_MONTH);
    }
}
