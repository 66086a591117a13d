package org.evotrial.design.analysis;

import java.util.List;
import org.evotrial.spi.Estimand;
import org.evotrial.spi.Estimand.Measure;
import org.evotrial.spi.LookData;
import org.evotrial.spi.LookReport;
import org.evotrial.spi.MetricDefinition;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.survival.KaplanMeier;
import org.evotrial.statistics.survival.LandmarkSurvival;
import org.evotrial.statistics.survival.SurvivalQuantile;
import org.evotrial.statistics.survival.SurvivalScale;
import org.jspecify.annotations.Nullable;

/** One time-to-event endpoint in one arm: median, landmark rates, curve and numbers at risk. */
final class ArmSurvival implements SurvivalSummaryAnalysis.Part {
    private static final int ESTIMATE = 0;
    private static final int LOWER = 1;
    private static final int UPPER = 2;
    private static final int STANDARD_ERROR = 3;
    private static final int PER_LANDMARK = 4;

    private final int endpoint;
    private final int arm;
    private final double confidence;
    private final SurvivalScale scale;
    private final double[] landmarkDays;
    private final double[] gridDays;
    private final int firstMedian;
    private final int reached;
    private final int firstLandmark;
    private final int kaplanMeier;
    private final int numberAtRisk;

    ArmSurvival(SurvivalSummaryAnalysis.Catalogue catalogue, String endpointId, String armId) {
        SurvivalSummary configuration = catalogue.configuration;
        endpoint = catalogue.index.endpoint(endpointId);
        arm = catalogue.index.arm(armId);
        confidence = configuration.confidence();
        scale = configuration.scale().scale();
        String label = "%s in %s".formatted(catalogue.index.endpointLabel(endpointId), armId);
        String events = catalogue.index.endpointConfiguration(endpointId).intercurrentEvents();

        MetricDefinition months =
                MetricDefinition.mean("medianMonths", "months").withArm(armId).withEndpoint(endpointId);
        firstMedian = catalogue.add(months);
        catalogue.add(months.named("medianMonthsLower"));
        catalogue.add(months.named("medianMonthsUpper"));
        reached = catalogue.add(MetricDefinition.probability("medianReachedProbability")
                .withArm(armId)
                .withEndpoint(endpointId));
        catalogue.estimands.add(
                estimand(Measure.MEDIAN_MONTHS, Double.NaN, firstMedian, -1, "median " + label, events));

        List<Double> landmarks = configuration.landmarksMonths();
        landmarkDays = new double[landmarks.size()];
        firstLandmark = catalogue.metrics.size();
        for (int i = 0; i < landmarkDays.length; i++) {
            landmarkDays[i] = landmarks.get(i) * Months.DAYS;
            addLandmark(catalogue, armId, endpointId, Months.label(landmarks.get(i)), landmarkDays[i], label, events);
        }
        gridDays = configuration.grid();
        for (int i = 0; i < gridDays.length; i++) {
            gridDays[i] *= Months.DAYS;
        }
        kaplanMeier = catalogue.addCurve("kaplanMeier", armId, endpointId);
        numberAtRisk = catalogue.addCurve("numberAtRisk", armId, endpointId);
    }

    private void addLandmark(
            SurvivalSummaryAnalysis.Catalogue catalogue,
            String armId,
            String endpointId,
            String landmark,
            double day,
            String label,
            @Nullable String intercurrentEvents) {
        MetricDefinition rate = MetricDefinition.mean("eventFreeProbability", "")
                .withArm(armId)
                .withEndpoint(endpointId)
                .withDetail(landmark);
        int first = catalogue.add(rate);
        catalogue.add(rate.named("eventFreeProbabilityLower"));
        catalogue.add(rate.named("eventFreeProbabilityUpper"));
        catalogue.add(rate.named("eventFreeProbabilityStandardError"));
        catalogue.estimands.add(estimand(
                Measure.EVENT_FREE_PROBABILITY,
                day,
                first,
                first + STANDARD_ERROR,
                "%s rate at %s".formatted(label, landmark),
                intercurrentEvents));
    }

    private Estimand estimand(
            Measure measure, double day, int first, int standardError, String label, @Nullable String events) {
        return new Estimand(
                measure, endpoint, arm, -1, day, first, first + LOWER, first + UPPER, standardError, label, events);
    }

    @Override
    public SurvivalSummaryAnalysis.Reporter newReporter() {
        return new Reporter();
    }

    private final class Reporter implements SurvivalSummaryAnalysis.Reporter {
        private final ArmCurve curve = new ArmCurve(endpoint, arm);

        @Override
        public void report(LookData data, LookReport out) {
            if (curve.estimate(data)) {
                reportMedian(curve.get(), out);
                reportLandmarks(curve.get(), out);
                reportCurves(curve.get(), out);
            }
        }

        private void reportMedian(KaplanMeier estimate, LookReport out) {
            double median = SurvivalQuantile.median(estimate);
            ConfidenceInterval interval = SurvivalQuantile.medianInterval(estimate, confidence);
            boolean isReached = median < Double.POSITIVE_INFINITY;
            out.metric(firstMedian + ESTIMATE, isReached ? median / Months.DAYS : Double.NaN);
            out.metric(firstMedian + LOWER, interval.lower() / Months.DAYS);
            out.metric(firstMedian + UPPER, interval.upper() / Months.DAYS);
            out.metric(reached, isReached ? 1 : 0);
        }

        private void reportLandmarks(KaplanMeier estimate, LookReport out) {
            for (int i = 0; i < landmarkDays.length; i++) {
                int first = firstLandmark + i * PER_LANDMARK;
                double day = landmarkDays[i];
                if (curve.supports(day)) {
                    ConfidenceInterval interval = LandmarkSurvival.interval(estimate, day, confidence, scale);
                    out.metric(first + ESTIMATE, estimate.survival(day));
                    out.metric(first + LOWER, interval.lower());
                    out.metric(first + UPPER, interval.upper());
                    out.metric(first + STANDARD_ERROR, estimate.standardError(day));
                }
            }
        }

        private void reportCurves(KaplanMeier estimate, LookReport out) {
            for (int point = 0; point < gridDays.length; point++) {
                double day = gridDays[point];
                out.curve(kaplanMeier, point, curve.supports(day) ? estimate.survival(day) : Double.NaN);
                out.curve(numberAtRisk, point, estimate.atRisk(day));
            }
        }
    }
}
