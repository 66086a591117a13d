package org.evotrial.design.analysis;

import java.io.Serializable;
import java.util.List;
import org.evotrial.spi.Estimand;
import org.evotrial.spi.LookReport;
import org.evotrial.spi.MetricDefinition;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.survival.CoxTwoArm;
import org.evotrial.statistics.survival.TwoArmRiskTable;
import org.jspecify.annotations.Nullable;

/** The hazard ratio of two arms by Cox regression: five metrics in a row, and their estimand. */
final class HazardRatioMetrics implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int LOG_HAZARD_RATIO = 0;
    private static final int STANDARD_ERROR = 1;
    private static final int LOWER = 2;
    private static final int UPPER = 3;
    private static final int HAZARD_RATIO = 4;

    private final int first;
    private final double normalQuantile;

    /**
     * Appends the metrics.
     *
     * @param metrics all metrics of the analysis so far
     * @param selectors a metric with the arm, endpoint, hypothesis and detail that all five belong to
     * @param confidence of the two-sided Wald interval of the log hazard ratio
     */
    HazardRatioMetrics(List<MetricDefinition> metrics, MetricDefinition selectors, double confidence) {
        first = metrics.size();
        normalQuantile = ConfidenceInterval.normalQuantile(confidence);
        metrics.add(selectors.named("logHazardRatio"));
        metrics.add(selectors.named("logHazardRatioStandardError"));
        metrics.add(selectors.named("logHazardRatioLower"));
        metrics.add(selectors.named("logHazardRatioUpper"));
        metrics.add(selectors.named("hazardRatio"));
    }

    Estimand estimand(int endpoint, int arm, int control, String comparison, @Nullable String intercurrentEvents) {
        return new Estimand(
                Estimand.Measure.LOG_HAZARD_RATIO,
                endpoint,
                arm,
                control,
                Double.NaN,
                first + LOG_HAZARD_RATIO,
                first + LOWER,
                first + UPPER,
                first + STANDARD_ERROR,
                "log hazard ratio of " + comparison,
                intercurrentEvents);
    }

    /** Estimates and reports; nothing is reported where the partial likelihood has no finite maximum. */
    void report(TwoArmRiskTable risks, LookReport out) {
        CoxTwoArm cox = CoxTwoArm.of(risks);
        if (cox.status() == CoxTwoArm.Status.ESTIMATED) {
            double reach = normalQuantile * cox.standardError();
            out.metric(first + LOG_HAZARD_RATIO, cox.logHazardRatio());
            out.metric(first + STANDARD_ERROR, cox.standardError());
            out.metric(first + LOWER, cox.logHazardRatio() - reach);
            out.metric(first + UPPER, cox.logHazardRatio() + reach);
            out.metric(first + HAZARD_RATIO, cox.hazardRatio());
        }
    }
}
