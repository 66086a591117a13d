package org.evotrial.engine.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evotrial.engine.plan.BiomarkerPlan;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.engine.replicate.CourseListener;
import org.evotrial.engine.trace.FollowUpTracer;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.model.result.PopulationResult.Member;
import org.evotrial.model.result.PopulationResult.Progression;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Response;
import org.evotrial.spi.truth.PatientTruth;

/** Writes down what a population remembers of one patient. */
final class MemberRecorder implements CourseListener {
    private final PatientPlan plan;
    private final int patient;
    private final List<Double> scanDays = new ArrayList<>();
    private final List<Double> changes = new ArrayList<>();
    private final List<PatientTrace.TreatmentPeriod> periods = new ArrayList<>();
    private final List<Progression> progressions = new ArrayList<>();
    private final double[] baselineVaf;
    private final boolean[] baselineDetected;
    private double baseline = Double.NaN;
    private double bestChange = Double.NaN;
    private int dominant = -1;
    private int regimen;
    private double since;

    MemberRecorder(PatientPlan plan, int patient) {
        this.plan = plan;
        this.patient = patient;
        regimen = plan.arms()[0].policy().initialRegimen();
        baselineVaf = new double[plan.biomarkers().length];
        Arrays.fill(baselineVaf, Double.NaN);
        baselineDetected = new boolean[baselineVaf.length];
    }

    @Override
    public void day(double day, PatientTruth truth) {
        dominant = truth.dominantLineage();
    }

    @Override
    public void sampled(double day, int assay, Measurement result) {
        if (day > 0 || !result.evaluable()) {
            return;
        }
        for (int b = 0; b < baselineVaf.length; b++) {
            BiomarkerPlan biomarker = plan.biomarkers()[b];
            if (biomarker.assay() == assay) {
                baselineVaf[b] = result.value(biomarker.channel());
                baselineDetected[b] = result.positive(biomarker.channel());
            }
        }
    }

    @Override
    public void assessed(double day, double sum, double nadir, Response response) {
        if (Double.isNaN(baseline)) {
            baseline = sum;
        } else if (periods.isEmpty() && progressions.isEmpty() && baseline > 0) {
            double change = sum / baseline - 1;
            scanDays.add(day);
            changes.add(change);
            bestChange = Double.isNaN(bestChange) ? change : Math.min(bestChange, change);
        }
    }

    @Override
    public void progressed(double day, boolean first, boolean onLine, boolean cns) {
        if (onLine && dominant >= 0) {
            String lineage = plan.model().lineages().get(dominant);
            progressions.add(new Progression(day, periods.size() + 1, lineage));
        }
    }

    @Override
    public void regimenChanged(double day, int from, int to, PatientView.News reason) {
        closePeriod(day);
        regimen = to;
        since = day;
    }

    @Override
    public void ended(double day, boolean death, boolean dropout) {
        closePeriod(day);
    }

    private void closePeriod(double day) {
        periods.add(new PatientTrace.TreatmentPeriod(plan.regimens()[regimen].label(), since, day));
    }

    Member member(CourseRecord record) {
        List<Double> vaf = new ArrayList<>();
        List<Boolean> detected = new ArrayList<>();
        for (int b = 0; b < baselineVaf.length; b++) {
            vaf.add(baselineVaf[b]);
            detected.add(baselineDetected[b]);
        }
        return new Member(
                patient,
                FollowUpTracer.code(record.bestResponse()),
                baseline,
                bestChange,
                scanDays,
                changes,
                periods,
                orNever(record.firstResponseDay()),
                progressions,
                orNever(record.deathDay()),
                record.lastDay(),
                vaf,
                detected);
    }

    private static double orNever(double day) {
        return Double.isInfinite(day) ? Double.NaN : day;
    }
}
