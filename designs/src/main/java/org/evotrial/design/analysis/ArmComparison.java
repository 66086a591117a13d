package org.evotrial.design.analysis;

import org.evotrial.spi.LookData;
import org.evotrial.spi.LookReport;
import org.evotrial.spi.MetricDefinition;
import org.evotrial.statistics.survival.LogRankTest;

/** One arm against another: log-rank test and Cox regression, not stratified. */
final class ArmComparison implements SurvivalSummaryAnalysis.Part {
    private static final int Z = 0;
    private static final int P_VALUE = 1;

    private final int endpoint;
    private final int arm;
    private final int control;
    private final boolean twoArms;
    private final int first;
    private final HazardRatioMetrics hazardRatio;

    ArmComparison(SurvivalSummaryAnalysis.Catalogue catalogue, String endpointId, String armId, String controlId) {
        endpoint = catalogue.index.endpoint(endpointId);
        arm = catalogue.index.arm(armId);
        control = catalogue.index.arm(controlId);
        twoArms = catalogue.index.arms().size() == 2;
        String against = "against " + controlId;
        MetricDefinition selectors = MetricDefinition.mean("logRankZ", "")
                .withArm(armId)
                .withEndpoint(endpointId)
                .withDetail(against);
        first = catalogue.add(selectors);
        catalogue.add(selectors.named("logRankOneSidedPValue"));
        hazardRatio = new HazardRatioMetrics(catalogue.metrics, selectors, catalogue.configuration.confidence());
        catalogue.estimands.add(hazardRatio.estimand(
                endpoint,
                arm,
                control,
                "%s, %s %s".formatted(catalogue.index.endpointLabel(endpointId), armId, against),
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
            hazardRatio.report(columns.risks(), out);
        }
    }
}
