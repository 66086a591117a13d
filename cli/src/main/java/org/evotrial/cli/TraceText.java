package org.evotrial.cli;

import java.util.Locale;
import org.evotrial.engine.text.Numbers;
import org.evotrial.engine.text.TextTable;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.model.result.PatientTrace.AssaySeries;
import org.evotrial.model.result.PatientTrace.PatientEvent;
import org.evotrial.model.result.PatientTrace.TreatmentPeriod;
import org.evotrial.model.result.TrialTrace;
import org.evotrial.model.result.TrialTrace.LookTrace;
import org.evotrial.model.result.TrialTrace.TrialEvent;

/** One replicate, or one patient of it, as text. */
final class TraceText {
    private TraceText() {}

    static String of(TrialTrace trace) {
        StringBuilder text = new StringBuilder();
        text.append("%s, scenario %s, replicate %d%n".formatted(trace.label(), trace.scenario(), trace.replicate()));
        TextTable events = new TextTable("calendar day", "patient", "event");
        for (TrialEvent event : trace.events()) {
            events.row(
                    day(event.calendarDay()),
                    event.patient() < 0 ? "-" : Integer.toString(event.patient()),
                    event.what());
        }
        text.append(events);
        trace.looks().forEach(look -> text.append(look(look)));
        return text.toString();
    }

    static String of(PatientTrace trace) {
        return "%s: patient %d of replicate %d, arm %s%n"
                        .formatted(trace.label(), trace.patient(), trace.replicate(), trace.arm())
                + summary(trace)
                + samples(trace);
    }

    /** Treatments and events. */
    static String summary(PatientTrace trace) {
        StringBuilder text = new StringBuilder();
        TextTable treatments = new TextTable("treatment", "from day", "to day");
        for (TreatmentPeriod period : trace.treatments()) {
            treatments.row(period.regimen(), day(period.fromDay()), day(period.toDay()));
        }
        text.append(treatments);
        TextTable events = new TextTable("day", "event");
        for (PatientEvent event : trace.events()) {
            events.row(day(event.day()), event.what());
        }
        return text.append(events).toString();
    }

    private static String look(LookTrace look) {
        StringBuilder text = new StringBuilder("look %s at day %s: %d randomised, events %s%n"
                .formatted(look.look(), day(look.calendarDay()), look.randomised(), look.events()));
        look.decisions().forEach(decision -> text.append("  ").append(decision).append('\n'));
        look.values()
                .forEach(value ->
                        text.append("  %s = %s%n".formatted(value.metric(), Numbers.significant(value.value(), 6))));
        return text.toString();
    }

    private static String samples(PatientTrace trace) {
        if (trace.assays().isEmpty()) {
            return "";
        }
        TextTable table = new TextTable("assay", "channel", "day", "value", "unit", "call");
        for (AssaySeries series : trace.assays()) {
            for (int i = 0; i < series.days().size(); i++) {
                table.row(
                        series.assay(),
                        series.channel(),
                        day(series.days().get(i)),
                        Numbers.significant(series.values().get(i), 4),
                        series.unit(),
                        Boolean.TRUE.equals(series.positive().get(i)) ? "positive" : "negative");
            }
        }
        return table.toString();
    }

    private static String day(double day) {
        return String.format(Locale.ROOT, "%.1f", day);
    }
}
