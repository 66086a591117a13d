package org.evotrial.design.analysis;

import org.evotrial.spi.LookData;
import org.evotrial.spi.LookReport;
import org.evotrial.spi.MetricDefinition;

/** A binary endpoint in one arm: the share of all randomised patients with the event by the cut-off. */
final class ResponseShare implements SurvivalSummaryAnalysis.Part {
    private final int endpoint;
    private final int arm;
    private final int share;

    ResponseShare(SurvivalSummaryAnalysis.Catalogue catalogue, String endpointId, String armId) {
        endpoint = catalogue.index.endpoint(endpointId);
        arm = catalogue.index.arm(armId);
        share = catalogue.add(
                MetricDefinition.mean("responseShare", "").withArm(armId).withEndpoint(endpointId));
    }

    @Override
    public SurvivalSummaryAnalysis.Reporter newReporter() {
        return this::report;
    }

    private void report(LookData data, LookReport out) {
        int[] arms = data.arm();
        boolean[] events = data.event(endpoint);
        int size = data.size();
        int patients = 0;
        int responders = 0;
        for (int i = 0; i < size; i++) {
            if (arms[i] == arm) {
                patients++;
                responders += events[i] ? 1 : 0;
            }
        }
        out.metric(share, patients == 0 ? Double.NaN : (double) responders / patients);
    }
}
