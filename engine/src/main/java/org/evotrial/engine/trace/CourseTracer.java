package org.evotrial.engine.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.evotrial.engine.plan.Calendar;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.engine.replicate.CourseListener;
import org.evotrial.engine.text.Numbers;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.truth.PatientTruth;

/** Writes down the course of one patient with the truth behind it. */
final class CourseTracer implements CourseListener {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final PatientPlan plan;
    private final AssayDescription[] assays;
    private final int arm;
    private final int patient;
    private final List<Double> days = new ArrayList<>();
    private List<Integer> parents = List.of();
    private final List<Double> sums = new ArrayList<>();
    private final List<Boolean> cns = new ArrayList<>();
    private final List<List<List<Double>>> cells = new ArrayList<>();
    private final List<List<Sample>> samples = new ArrayList<>();
    private final List<PatientTrace.TreatmentPeriod> periods = new ArrayList<>();
    private final List<PatientTrace.PatientEvent> events = new ArrayList<>();
    private final double[] doseLevels;
    private int regimen;
    private double regimenSince;
    private double firstProgression = NEVER;
    private double cnsProgression = NEVER;
    private double switchOnResult = NEVER;
    private double firstPositive = NEVER;
    private int dominantAtProgression = -1;
    private int dominantNow = -1;
    private double end;

    CourseTracer(PatientPlan plan, AssayDescription[] assays, int arm, int patient) {
        this.plan = plan;
        this.assays = assays;
        this.arm = arm;
        this.patient = patient;
        regimen = plan.arms()[arm].policy().initialRegimen();
        doseLevels = new double[plan.treatments().length];
        Arrays.fill(doseLevels, 1);
        for (int i = 0; i < assays.length; i++) {
            samples.add(new ArrayList<>());
        }
    }

    @Override
    public void day(double day, PatientTruth truth) {
        int lineages = plan.model().lineages().size();
        if (lineages == 0) {
            return;
        }
        while (cells.size() < truth.lesions()) {
            cells.add(newLesion(lineages));
            cns.add(truth.centralNervousSystem(cells.size() - 1));
        }
        days.add(day);
        sums.add(truth.targetSumMillimetres());
        dominantNow = truth.dominantLineage();
        parents = IntStream.range(0, lineages).mapToObj(truth::parent).toList();
        for (int lesion = 0; lesion < cells.size(); lesion++) {
            for (int lineage = 0; lineage < lineages; lineage++) {
                cells.get(lesion).get(lineage).add(truth.cells(lesion, lineage));
            }
        }
    }

    /** A lesion that did not exist before has no cells on the days so far. */
    private List<List<Double>> newLesion(int lineages) {
        List<List<Double>> lesion = new ArrayList<>();
        for (int i = 0; i < lineages; i++) {
            List<Double> series = new ArrayList<>();
            days.forEach(d -> series.add(0.0));
            lesion.add(series);
        }
        return lesion;
    }

    @Override
    public void sampled(double day, int assay, Measurement result) {
        if (result.evaluable()) {
            int channels = result.channels();
            double[] values = new double[channels];
            boolean[] positive = new boolean[channels];
            for (int c = 0; c < channels; c++) {
                values[c] = result.value(c);
                positive[c] = result.positive(c);
            }
            samples.get(assay).add(new Sample(day, values, positive));
        }
    }

    @Override
    public void resultAvailable(double day, double sampleDay, int assay, Measurement result) {
        for (String biomarker : assays[assay].biomarkers()) {
            int channel = assays[assay].channels().indexOf(biomarker);
            if (channel >= 0 && result.positive(channel)) {
                if (firstPositive == NEVER) {
                    event(day, "first positive result: %s by %s".formatted(biomarker, assays[assay].id()));
                }
                firstPositive = Math.min(firstPositive, day);
            }
        }
    }

    @Override
    public void toxicity(double day, Patient treated) {
        event(day, "toxicity of grade 3 or more");
        for (int t = 0; t < doseLevels.length; t++) {
            double level = treated.discontinued(t) ? 0 : treated.doseLevel(t);
            if (level < doseLevels[t]) {
                String what = level > 0
                        ? "reduced to %s %% of its dose".formatted(Numbers.significant(100 * level, 3))
                        : "discontinued for toxicity";
                event(day, plan.treatments()[t] + " " + what);
            }
            doseLevels[t] = level;
        }
    }

    @Override
    public void regimenChanged(double day, int from, int to, PatientView.News reason) {
        if (reason == PatientView.News.RESULT && periods.isEmpty() && firstProgression == NEVER) {
            switchOnResult = day;
        }
        closePeriod(day);
        regimen = to;
        regimenSince = day;
        String why = switch (reason) {
            case RESULT -> "on an assay result";
            case PROGRESSION -> "at progression";
            case DISCONTINUATION -> "for toxicity";
        };
        event(day, "%s to %s %s".formatted(plan.regimens()[from].label(), plan.regimens()[to].label(), why));
    }

    @Override
    public void progressed(double day, boolean first, boolean onLine, boolean inCns) {
        if (first) {
            firstProgression = day;
            dominantAtProgression = dominantNow;
            event(day, "first progression");
        } else if (onLine) {
            event(day, "progression on %s".formatted(plan.regimens()[regimen].label()));
        }
        if (inCns && cnsProgression == NEVER) {
            cnsProgression = day;
            event(day, "progression in the central nervous system");
        }
    }

    @Override
    public void ended(double day, boolean death, boolean dropout) {
        end = day;
        closePeriod(day);
        event(day, death ? "death" : dropout ? "lost to follow-up" : "end of follow-up");
    }

    private void closePeriod(double day) {
        periods.add(new PatientTrace.TreatmentPeriod(plan.regimens()[regimen].label(), regimenSince, day));
    }

    private void event(double day, String what) {
        events.add(new PatientTrace.PatientEvent(day, what));
    }

    /** What happened, day by day. */
    List<PatientTrace.PatientEvent> events() {
        return events;
    }

    int arm() {
        return arm;
    }

    int patient() {
        return patient;
    }

    boolean switchedOnResult() {
        return switchOnResult < NEVER;
    }

    /** Resistant disease progressed before any test was positive. */
    boolean missedByAssay() {
        return firstProgression < NEVER && firstPositive > firstProgression && dominantAtProgression > 0;
    }

    boolean progressedInCns() {
        return cnsProgression < NEVER && cnsProgression <= firstProgression;
    }

    boolean respondedLong() {
        return firstProgression == NEVER && end > Calendar.DAYS_PER_YEAR * 2;
    }

    PatientTrace trace(String label, int replicate) {
        List<PatientTrace.LesionSeries> lesions = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            lesions.add(new PatientTrace.LesionSeries(cns.get(i), cells.get(i)));
        }
        List<PatientTrace.AssaySeries> series = new ArrayList<>();
        for (int a = 0; a < assays.length; a++) {
            for (int c = 0; c < assays[a].channels().size(); c++) {
                series.add(series(a, c));
            }
        }
        return new PatientTrace(
                label,
                plan.arms()[arm].id(),
                replicate,
                patient,
                plan.model().lineages(),
                parents,
                days,
                lesions,
                sums,
                series,
                periods,
                events);
    }

    private PatientTrace.AssaySeries series(int assay, int channel) {
        List<Double> at = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Boolean> positive = new ArrayList<>();
        for (Sample sample : samples.get(assay)) {
            if (!Double.isNaN(sample.values()[channel])) {
                at.add(sample.day());
                values.add(sample.values()[channel]);
                positive.add(sample.positive()[channel]);
            }
        }
        AssayDescription description = assays[assay];
        return new PatientTrace.AssaySeries(
                description.id(),
                description.channels().get(channel),
                description.units().get(channel),
                at,
                values,
                positive);
    }

    /** One evaluable sample. */
    private record Sample(double day, double[] values, boolean[] positive) {}
}
