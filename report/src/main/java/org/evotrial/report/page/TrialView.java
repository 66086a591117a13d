package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
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
 * @param events the first events in calendar order
 * @param omitted how many more events there were, in words; empty if none
 * @param replayCommand the command that shows all of them
 */
public record TrialView(String label, String where, Table looks, Table events, String omitted, String replayCommand) {
    private static final int MOST = 40;

    static TrialView of(TrialTrace trace, Wording wording) {
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
                Wording.words(trace.label()),
                "scenario " + trace.scenario() + " · replicate " + trace.replicate(),
                looks(trace, wording),
                Table.of(caption, "Month", List.of(Table.Column.number("Patient"), Table.Column.text("Event")), rows),
                rest > 0
                        ? new Rounding(0).text(rest) + " further events are not shown; the command replays them all."
                        : "",
                trace.replayCommand());
    }

    private static Table looks(TrialTrace trace, Wording wording) {
        List<Table.Row> rows = new ArrayList<>();
        for (TrialTrace.LookTrace look : trace.looks()) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.number(month(look.calendarDay())));
            cells.add(Table.Cell.number(Integer.toString(look.randomised())));
            cells.add(Table.Cell.words(events(look, wording)));
            cells.add(Table.Cell.words(String.join(". ", look.decisions())));
            cells.add(Table.Cell.words(values(look)));
            rows.add(new Table.Row(look.look(), "", cells));
        }
        List<Table.Column> columns = List.of(
                Table.Column.number("Month"),
                Table.Column.number("Randomised"),
                Table.Column.text("Events"),
                Table.Column.text("Decisions"),
                Table.Column.text("As analysed"));
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

    private static String values(TrialTrace.LookTrace look) {
        List<String> parts = new ArrayList<>();
        for (TrialTrace.MetricValue value : look.values()) {
            parts.add(value.metric() + " " + Rounding.plain(value.value(), 4));
        }
        return String.join("; ", parts);
    }

    private static String month(double day) {
        return new Rounding(1).text(day / PatientChart.DAYS_PER_MONTH);
    }
}
