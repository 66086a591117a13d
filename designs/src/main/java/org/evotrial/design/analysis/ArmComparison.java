package org.evotrial.design.analysis;

import org.evotrial.spi.Estimand;
import org.evotrial.spi.LookData;
import org.evotrial.spi.LookReport;
import org.evotrial.spi.MetricDefinition;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.survival.CoxTwoArm;
import org.evotrial.statistics.survival.LogRankTest;

/** One arm against another: log-rank test and Cox regression, not stratified. */
final class ArmComparison implements SurvivalSummaryAnalysis.Part {
    private static final int Z = 0;
    private static final int P_VALUE = 1;
    private static final int HAZARD_RATIO = 2;
    private static final int LOG_HAZARD_RATIO = 3;
    private static final int STANDARD_ERROR = 4;
    private static final int LOWER = 5;
    private static final int UPPER = 6;

    private final int endpoint;
    private final int arm;
    private final int control;
    private final boolean twoArms;
    private final double normalQuantile;
    private final int first;

    ArmComparison(SurvivalSummaryAnalysis.Catalogue catalogue, String endpointId, String armId, String controlId) {
        endpoint = catalogue.index.endpoint(endpointId);
        arm = catalogue.index.arm(armId);
        control = catalogue.index.arm(controlId);
        twoArms = catalogue.index.arms().size() == 2;
        normalQuantile = ConfidenceInterval.normalQuantile(catalogue.configuration.confidence());
        String against = "against " + controlId;
        first = catalogue.metrics.size();
        for (String name : new String[] {
            "logRankZ",
            "logRankOneSidedPValue",
            "hazardRatio",
            "logHazardRatio",
            "logHazardRatioStandardError",
            "logHazardRatioLower",
            "logHazardRatioUpper"
        }) {
            catalogue.add(MetricDefinition.mean(name, "")
                    .withArm(armId)
                    .withEndpoint(endpointId)
                    .withDetail(against));
        }
        catalogue.estimands.add(new Estimand(
                Estimand.Measure.LOG_HAZARD_RATIO,
                endpoint,
                arm,
                control,
                Double.NaN,
                first + LOG_HAZARD_RATIO,
                first + LOWER,
                first + UPPER,
                first + STANDARD_ERROR,
                "log hazard ratio of %s, %s %s".formatted(catalogue.index.endpointLabel(endpointId), armId, against),
                catalogue.index.endpointConfiguration(endpointId).intercurrentEvents()));
    }

    @Override
    public SurvivalSummaryAnalysis.Reporter newReporter() {
        return new Reporter();
    }

    private final class Reporter implements SurvivalSummaryAnalysis.Reporter {
        private final TwoArmColumns columns = new TwoArmColumns(endpoint, arm, control, twoArms);
        private final LogRankTest logRank = new LogRankTest(0);

        @Override
        public void report(LookData data, LookReport out) {
            logRank.compute(columns.risks(data, false));
            if (!logRank.informative()) {
                return;
            }
            out.metric(first + Z, logRank.z());
            out.metric(first + P_VALUE, logRank.oneSidedPValue());
            CoxTwoArm cox = CoxTwoArm.of(columns.risks());
            if (cox.status() == CoxTwoArm.Status.ESTIMATED) {
                double reach = normalQuantile * cox.standardError();
                out.metric(first + HAZARD_RATIO, cox.hazardRatio());
                out.metric(first + LOG_HAZARD_RATIO, cox.logHazardRatio());
                out.metric(first + STANDARD_ERROR, cox.standardError());
                out.metric(first + LOWER, cox.logHazardRatio() - reach);
                out.metric(first + UPPER, cox.logHazardRatio() + reach);
            }
        }
    }
}
