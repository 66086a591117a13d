package org.evotrial.report;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.Curve;
import org.evotrial.model.result.Estimate;
import org.jspecify.annotations.Nullable;

/** Estimates and curves with invented numbers and the errors that they would have. */
final class ExampleEstimates {
    private ExampleEstimates() {}

    static void addEstimator(List<Estimate> estimates, String metric, String arm, String endpoint, int n, double p) {
        String detail = "18 months";
        addMean(estimates, metric, "", arm, endpoint, detail, n, p, 0.071);
        String[] statistics = {"bias", "empiricalStandardError", "modelStandardError", "meanSquaredError"};
        double[] values = {-0.0007, 0.0712, 0.0705, 0.00507};
        for (int i = 0; i < statistics.length; i++) {
            double error = 0.071 / Math.sqrt(n) / (i == 0 ? 1 : 1.4 + 10 * (i / 3));
            estimates.add(new Estimate(
                    metric,
                    statistics[i],
                    "",
                    arm,
                    endpoint,
                    null,
                    null,
                    detail,
                    null,
                    n,
                    values[i],
                    error,
                    values[i] - 2 * error,
                    values[i] + 2 * error));
        }
        Estimate coverage = probability(metric, arm, endpoint, null, null, detail, n, 0.9468);
        estimates.add(new Estimate(
                metric,
                "coverage",
                "",
                arm,
                endpoint,
                null,
                null,
                detail,
                null,
                n,
                coverage.value(),
                coverage.mcse(),
                coverage.lower(),
                coverage.upper()));
    }

    static void addMean(
            List<Estimate> estimates,
            String metric,
            String unit,
            @Nullable String arm,
            @Nullable String endpoint,
            @Nullable String detail,
            int n,
            double mean,
            double sd) {
        double error = sd / Math.sqrt(n);
        String[] statistics = {"mean", "standardDeviation", "quantile05", "median", "quantile95"};
        double[] values = {mean, sd, mean - 1.64 * sd, mean, mean + 1.64 * sd};
        double[] errors = {error, error / Math.sqrt(2), 2 * error, 1.25 * error, 2 * error};
        for (int i = 0; i < statistics.length; i++) {
            estimates.add(new Estimate(
                    metric,
                    statistics[i],
                    unit,
                    arm,
                    endpoint,
                    null,
                    null,
                    detail,
                    null,
                    n,
                    values[i],
                    errors[i],
                    values[i] - 1.96 * errors[i],
                    values[i] + 1.96 * errors[i]));
        }
    }

    static Estimate probability(
            String metric,
            @Nullable String arm,
            @Nullable String endpoint,
            @Nullable String hypothesis,
            @Nullable String look,
            @Nullable String detail,
            int n,
            double p) {
        double error = Math.sqrt(p * (1 - p) / n);
        return new Estimate(
                metric,
                "probability",
                "",
                arm,
                endpoint,
                hypothesis,
                look,
                detail,
                null,
                n,
                p,
                error,
                Math.max(0, p - 1.96 * error),
                Math.min(1, p + 1.96 * error + (p == 0 ? 3.7 / n : 0)));
    }

    static void addCurves(List<Curve> curves, String arm, String endpoint, double median, int patients) {
        List<Double> months = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        List<Double> truth = new ArrayList<>();
        List<Double> atRisk = new ArrayList<>();
        for (int month = 0; month <= 42; month++) {
            double survival = Math.exp(-Math.log(2) * Math.pow(month / median, 1.3));
            double error = 0.012 * Math.sqrt(month);
            months.add((double) month);
            boolean unfollowed = month > 40;
            values.add(unfollowed ? Double.NaN : survival);
            lower.add(unfollowed ? Double.NaN : Math.max(0, survival - error));
            upper.add(unfollowed ? Double.NaN : Math.min(1, survival + error));
            truth.add(Math.min(1, survival * (1 + 0.0008 * month)));
            atRisk.add(patients * survival * Math.max(0, 1 - month / 44.0));
        }
        curves.add(Curve.ofEndpoint("kaplanMeier", arm, endpoint, months, values, lower, upper));
        curves.add(Curve.ofEndpoint("numberAtRisk", arm, endpoint, months, atRisk, List.of(), List.of()));
        curves.add(Curve.ofEndpoint("truth", arm, endpoint, months, truth, List.of(), List.of()));
    }
}
