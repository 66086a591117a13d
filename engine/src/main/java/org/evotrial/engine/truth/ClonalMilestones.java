package org.evotrial.engine.truth;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.engine.plan.BiomarkerPlan;
import org.evotrial.engine.plan.Calendar;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.model.result.Estimate;
import org.evotrial.statistics.montecarlo.MonteCarloEstimate;
import org.evotrial.statistics.montecarlo.PerformanceMeasure;
import org.evotrial.statistics.montecarlo.SampleMoments;

/**
 * When clones emerge (first cell), become detectable (expected plasma fraction at the assay's limit) and are first detected (first
 * positive sample), up to the patient's first progression: the share of patients in whom each happens, and the mean month
 * among those.
 */
final class ClonalMilestones {
    private final PatientPlan plan;
    private final double confidence;

    ClonalMilestones(PatientPlan plan, double confidence) {
        this.plan = plan;
        this.confidence = confidence;
    }

    /**
     * Summarises milestones.
     *
     * @param days {@code days[arm][milestone][patient]}: emergence of every lineage, then detectability and first detection of
     *     every biomarker; infinity if it did not happen before the first progression
     */
    List<Estimate> summaries(double[][][] days) {
        int lineages = plan.model().lineages().size();
        BiomarkerPlan[] biomarkers = plan.biomarkers();
        List<Estimate> estimates = new ArrayList<>();
        for (int arm = 0; arm < days.length; arm++) {
            String armId = plan.arms()[arm].id();
            for (int l = 0; l < lineages; l++) {
                add("emergenceBeforeProgression", armId, plan.model().lineages().get(l), days[arm][l], estimates);
            }
            for (int b = 0; b < biomarkers.length; b++) {
                String label = biomarkers[b].label();
                add("detectableBeforeProgression", armId, label, days[arm][lineages + b], estimates);
                add("detectedBeforeProgression", armId, label, days[arm][lineages + biomarkers.length + b], estimates);
            }
        }
        return estimates;
    }

    private void add(String metric, String arm, String detail, double[] days, List<Estimate> estimates) {
        SampleMoments months = new SampleMoments();
        for (double day : days) {
            if (Double.isFinite(day)) {
                months.add(Calendar.months(day));
            }
        }
        MonteCarloEstimate share = PerformanceMeasure.proportion(months.count(), days.length, confidence);
        estimates.add(estimate(metric + "Share", "probability", "", arm, detail, share));
        if (months.count() > 1) {
            estimates.add(estimate(
                    metric + "Months", "mean", "months", arm, detail, PerformanceMeasure.mean(months, confidence)));
        }
    }

    private static Estimate estimate(
            String metric, String statistic, String unit, String arm, String detail, MonteCarloEstimate e) {
        return new Estimate(
                metric,
                statistic,
                unit,
                arm,
                null,
                null,
                null,
                detail,
                null,
                e.replicates(),
                e.value(),
                e.standardError(),
                e.interval().lower(),
                e.interval().upper());
    }
}
