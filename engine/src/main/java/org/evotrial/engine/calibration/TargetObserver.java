package org.evotrial.engine.calibration;

import java.util.List;
import org.evotrial.engine.plan.Calendar;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.engine.replicate.CohortRunner;
import org.evotrial.model.calibration.CalibrationTarget;
import org.evotrial.model.calibration.Statistic;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.ImagingChannel;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.truth.PatientTruth;

/** What a target needs to see of single patients. A workspace of one thread. */
final class TargetObserver {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final CalibrationTarget target;
    private final int assay;
    private final int channel;
    private final double untilDay;
    private final boolean[] withMechanism;
    private double baseline;
    private double lowest;
    private double detected;

    TargetObserver(CalibrationTarget target, PatientPlan plan, List<List<String>> channels) {
        this.target = target;
        boolean imaging = target.statistic() == Statistic.MEDIAN_BEST_CHANGE;
        assay = imaging ? plan.imagingAssay() : assay(target, plan);
        channel = imaging
                ? ImagingChannel.TARGET_SUM.ordinal()
                : assay < 0 ? -1 : channels.get(assay).indexOf(target.biomarker());
        Double months = target.atMonths();
        untilDay = months == null ? NEVER : Calendar.days(months);
        List<String> lineages = plan.model().lineages();
        withMechanism = new boolean[lineages.size()];
        String mechanism = target.mechanism();
        for (int l = 0; mechanism != null && l < withMechanism.length; l++) {
            withMechanism[l] = Lineages.has(lineages.get(l), mechanism);
        }
    }

    private static int assay(CalibrationTarget target, PatientPlan plan) {
        for (int i = 0; i < plan.assays().length; i++) {
            if (plan.assays()[i].id().equals(target.assay())) {
                return i;
            }
        }
        return -1;
    }

    /** A new patient. */
    void begin() {
        baseline = Double.NaN;
        lowest = Double.NaN;
        detected = Double.NaN;
    }

    /** A sample was taken before the first progression, or showed it. */
    void sampled(double day, int sampledAssay, Measurement result) {
        if (sampledAssay != assay || !result.evaluable()) {
            return;
        }
        double value = result.value(channel);
        if (day == 0) {
            baseline = value;
            detected = result.positive(channel) ? 1 : 0;
        } else if (day <= untilDay && !(value >= lowest)) {
            lowest = value;
        }
    }

    /** What the target takes from a patient, as {@link TargetFigure} reads it. */
    double observed(CourseRecord course, CohortRunner runner) {
        double death = course.deathDay();
        double progression = course.firstProgressionDay();
        return switch (target.statistic()) {
            case MEDIAN_PFS_MONTHS, PFS_RATE -> Calendar.months(Math.min(progression, death));
            case MEDIAN_OS_MONTHS, OS_RATE -> Calendar.months(death);
            case RESPONSE_RATE -> course.bestResponse().objective() ? 1 : 0;
            case SHARE_AT_PROGRESSION -> {
                int lineage = runner.lineageAtProgression();
                yield lineage < 0 ? Double.NaN : withMechanism[lineage] ? 1 : 0;
            }
            case SHARE_DIED_BEFORE_PROGRESSION -> death < NEVER && progression == NEVER ? 1 : 0;
            case SHARE_DETECTED_AT_BASELINE -> detected;
            case MEDIAN_AT_BASELINE -> baseline;
            case SHARE_WITH_DECLINE -> decline();
            case MEDIAN_BEST_CHANGE -> baseline > 0 ? lowest / baseline - 1 : Double.NaN;
            case SHARE_BELOW_CELLS -> death < NEVER || cells(runner.truth()) > cellsAdmitted() ? 0 : 1;
        };
    }

    /** Patients without a later value have no decline; those without a value at baseline are not counted. */
    private double decline() {
        Double fall = target.fall();
        if (!(baseline > 0) || fall == null) {
            return Double.NaN;
        }
        return lowest <= (1 - fall) * baseline ? 1 : 0;
    }

    private double cells(PatientTruth truth) {
        double sum = 0;
        for (int lineage = 0; lineage < withMechanism.length; lineage++) {
            sum += truth.cells(lineage);
        }
        return sum;
    }

    private double cellsAdmitted() {
        Double cells = target.cells();
        return cells == null ? 0 : cells;
    }
}
