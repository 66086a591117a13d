package org.evotrial.design.analysis;

import java.util.List;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.Estimand;
import org.evotrial.spi.LookData;
import org.evotrial.spi.LookReport;
import org.evotrial.spi.MetricDefinition;
import org.evotrial.spi.TrialIndex;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.survival.KaplanMeier;
import org.evotrial.statistics.survival.LandmarkSurvival;
import org.evotrial.statistics.survival.SurvivalScale;

/**
 * The compiled {@link LandmarkRate}. If nobody was followed to the landmark there is no estimate, and the null hypothesis
 * is retained.
 */
final class LandmarkRateAnalysis implements Analysis {
    private static final int REJECTION = 0;
    private static final int ESTIMATE = 1;
    private static final int LOWER = 2;
    private static final int UPPER = 3;
    private static final int STANDARD_ERROR = 4;
    private static final int Z = 5;

    private final LandmarkRate configuration;
    private final int endpoint;
    private final int arm;
    private final double landmarkDay;
    private final double criticalValue;
    private final List<MetricDefinition> metrics;
    private final List<Estimand> estimands;

    LandmarkRateAnalysis(LandmarkRate configuration, TrialIndex index) {
        this.configuration = configuration;
        endpoint = index.endpoint(configuration.endpoint());
        arm = index.arm(configuration.arm());
        landmarkDay = configuration.atMonths() * Months.DAYS;
        criticalValue = StandardNormal.upperQuantile(configuration.alpha());
        metrics = List.of(
                MetricDefinition.probability("rejectionProbability").withHypothesis(configuration.hypothesis()),
                metric("eventFreeProbability"),
                metric("eventFreeProbabilityLower"),
                metric("eventFreeProbabilityUpper"),
                metric("eventFreeProbabilityStandardError"),
                metric("landmarkZ"));
        estimands = List.of(new Estimand(
                Estimand.Measure.EVENT_FREE_PROBABILITY,
                endpoint,
                arm,
                -1,
                landmarkDay,
                ESTIMATE,
                LOWER,
                UPPER,
                STANDARD_ERROR,
                "%s: %s rate at %s in %s"
                        .formatted(
                                configuration.hypothesis(),
                                index.endpointLabel(configuration.endpoint()),
                                Months.label(configuration.atMonths()),
                                configuration.arm()),
                index.endpointConfiguration(configuration.endpoint()).intercurrentEvents()));
    }

    private MetricDefinition metric(String name) {
        return MetricDefinition.mean(name, "")
                .withArm(configuration.arm())
                .withEndpoint(configuration.endpoint())
                .withHypothesis(configuration.hypothesis())
                .withDetail(Months.label(configuration.atMonths()));
    }

    @Override
    public List<MetricDefinition> metrics() {
        return metrics;
    }

    @Override
    public List<Estimand> estimands() {
        return estimands;
    }

    @Override
    public Analysis.Workspace newWorkspace() {
        return new Workspace();
    }

    private final class Workspace implements Analysis.Workspace {
        private final ArmCurve curve = new ArmCurve(endpoint, arm);

        @Override
        public void begin() {}

        @Override
        public void analyse(LookData data, LookReport out) {
            if (!data.last()) {
                out.decide(0, LookReport.Decision.CONTINUE);
                return;
            }
            boolean rejected = false;
            if (curve.estimate(data) && curve.supports(landmarkDay)) {
                KaplanMeier estimate = curve.get();
                SurvivalScale scale = configuration.scale().scale();
                double z = LandmarkSurvival.z(estimate, landmarkDay, configuration.nullRate(), scale);
                ConfidenceInterval interval =
                        LandmarkSurvival.interval(estimate, landmarkDay, configuration.confidence(), scale);
                rejected = z >= criticalValue;
                out.metric(ESTIMATE, estimate.survival(landmarkDay));
                out.metric(LOWER, interval.lower());
                out.metric(UPPER, interval.upper());
                out.metric(STANDARD_ERROR, estimate.standardError(landmarkDay));
                out.metric(Z, z);
            }
            out.metric(REJECTION, rejected ? 1 : 0);
            out.decide(0, rejected ? LookReport.Decision.REJECT : LookReport.Decision.RETAIN);
        }
    }
}
