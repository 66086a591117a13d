package org.evotrial.engine.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.replicate.CourseListener;
import org.evotrial.engine.replicate.TrialListener;
import org.evotrial.engine.replicate.TrialReplicate;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.model.result.TrialTrace;
import org.evotrial.spi.LookData;
import org.evotrial.spi.LookReport.Decision;
import org.jspecify.annotations.Nullable;

/** Writes down one replicate: who was randomised when, what happened to them, what the looks saw and decided. */
final class TrialTracer implements TrialListener {
    private final SimulationPlan plan;
    private final AssayDescription[] assays;
    private final List<CourseTracer> courses = new ArrayList<>();
    private final List<Double> randomised = new ArrayList<>();
    private final List<LookNotes> looks = new ArrayList<>();

    private TrialTracer(SimulationPlan plan, AssayDescription[] assays) {
        this.plan = plan;
        this.assays = assays;
    }

    /** Simulates a replicate and writes it down. */
    static TrialTracer of(SimulationPlan plan, AssayDescription[] assays, int replicate) {
        TrialTracer tracer = new TrialTracer(plan, assays);
        TrialReplicate trial = new TrialReplicate(plan);
        trial.watchedBy(tracer);
        int[] offsets = plan.curveOffsets();
        trial.run(replicate, new double[plan.metrics().size()], new double[offsets[offsets.length - 1]]);
        return tracer;
    }

    @Override
    public void randomised(int patient, double calendarDay, int arm) {
        randomised.add(calendarDay);
    }

    @Override
    public @Nullable CourseListener course(int patient, int arm) {
        CourseTracer tracer = new CourseTracer(plan.patients(), assays, arm, patient);
        courses.add(tracer);
        return tracer;
    }

    @Override
    public void look(LookData data) {
        List<Integer> events = new ArrayList<>();
        for (int e = 0; e < plan.patients().endpoints().length; e++) {
            events.add(data.events(e));
        }
        looks.add(new LookNotes(
                plan.looks()[data.look()].id(),
                data.cutOffDay(),
                data.size(),
                events,
                new ArrayList<>(),
                new ArrayList<>()));
    }

    @Override
    public void metric(int look, int column, double value) {
        if (!Double.isNaN(value)) {
            latest().values()
                    .add(new TrialTrace.MetricValue(
                            MetricNames.of(plan.metrics().get(column)), value));
        }
    }

    @Override
    public void decided(int look, int hypothesis, Decision decision) {
        String verb = switch (decision) {
            case CONTINUE -> "undecided, go on";
            case REJECT -> "null hypothesis rejected";
            case STOP_FOR_FUTILITY -> "stopped for futility";
            case RETAIN -> "null hypothesis retained";
        };
        latest().decisions().add(plan.hypotheses()[hypothesis] + ": " + verb);
    }

    private LookNotes latest() {
        return looks.get(looks.size() - 1);
    }

    /** The patients, in order of randomisation, those included who were generated ahead of the last look. */
    List<CourseTracer> courses() {
        return courses;
    }

    /** The trace; {@code withEvents} adds what happened to every patient up to the last look. */
    TrialTrace trace(String label, int replicate, boolean withEvents) {
        double end = latest().calendarDay();
        List<TrialTrace.TrialEvent> events = withEvents ? events(end) : List.of();
        List<TrialTrace.LookTrace> traced = looks.stream()
                .map(l -> new TrialTrace.LookTrace(
                        l.id(), l.calendarDay(), l.randomised(), l.events(), l.values(), l.decisions()))
                .toList();
        return new TrialTrace(label, plan.variant(), replicate, events, traced);
    }

    private List<TrialTrace.TrialEvent> events(double end) {
        List<TrialTrace.TrialEvent> events = new ArrayList<>();
        for (CourseTracer course : courses) {
            double start = randomised.get(course.patient());
            String arm = plan.patients().arms()[course.arm()].id();
            events.add(new TrialTrace.TrialEvent(start, course.patient(), "randomised to arm " + arm));
            for (PatientTrace.PatientEvent e : course.events()) {
                events.add(new TrialTrace.TrialEvent(start + e.day(), course.patient(), e.what()));
            }
        }
        looks.forEach(l -> events.add(new TrialTrace.TrialEvent(
                l.calendarDay(),
                -1,
                "look %s, %d randomised; %s".formatted(l.id(), l.randomised(), String.join("; ", l.decisions())))));
        events.removeIf(e -> e.calendarDay() > end);
        events.sort(Comparator.comparingDouble(TrialTrace.TrialEvent::calendarDay));
        return events;
    }

    /** What is noted at a look. */
    private record LookNotes(
            String id,
            double calendarDay,
            int randomised,
            List<Integer> events,
            List<TrialTrace.MetricValue> values,
            List<String> decisions) {}
}
