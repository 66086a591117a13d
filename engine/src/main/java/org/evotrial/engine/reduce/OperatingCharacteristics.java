package org.evotrial.engine.reduce;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.engine.plan.AnalysisPlan;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.model.result.Curve;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.Truth;
import org.evotrial.spi.CurveDefinition;
import org.evotrial.spi.Estimand;
import org.evotrial.spi.MetricDefinition;
import org.evotrial.spi.MetricDefinition.Kind;

/**
 * The operating characteristics of a scenario: for every metric of its plan a proportion or a mean with its spread, for
 * every estimand bias, standard errors, mean squared error and coverage (Morris, White, Crowther 2019, doi:10.1002/sim.8086),
 * and paired differences between arms and between scenarios on common random numbers.
 */
public final class OperatingCharacteristics {
    private static final double NORMAL_975 = 1.959963984540054;

    private final Estimates estimates;

    /** @param confidence confidence of the Monte Carlo intervals */
    public OperatingCharacteristics(double confidence) {
        estimates = new Estimates(confidence);
    }

    /** Summaries of every metric; {@code spread} adds the standard deviation and quantiles of means. */
    public List<Estimate> summaries(ReplicateTable table, boolean spread) {
        List<Estimate> result = new ArrayList<>();
        List<MetricDefinition> metrics = table.plan().metrics();
        for (int i = 0; i < metrics.size(); i++) {
            MetricDefinition metric = metrics.get(i);
            double[] values = table.column(i);
            if (metric.kind() == Kind.PROBABILITY) {
                result.add(estimates.probability(metric, "probability", values));
            } else {
                result.add(estimates.mean(metric, "mean", values));
                if (spread) {
                    result.add(estimates.standardDeviation(metric, "standardDeviation", values));
                    result.add(estimates.quantile(metric, "quantile05", values, 0.05));
                    result.add(estimates.quantile(metric, "median", values, 0.5));
                    result.add(estimates.quantile(metric, "quantile95", values, 0.95));
                }
            }
        }
        return result;
    }

    /**
     * Estimators against the truth.
     *
     * @param truths one per estimand, in the order of the plan's analyses
     */
    public List<Estimate> againstTruth(ReplicateTable table, List<Truth> truths) {
        List<Estimate> result = new ArrayList<>();
        int next = 0;
        for (AnalysisPlan analysis : table.plan().analyses()) {
            for (Estimand estimand : analysis.analysis().estimands()) {
                addPerformance(table, analysis.firstMetric(), estimand, truths.get(next++), result);
            }
        }
        return result;
    }

    private void addPerformance(
            ReplicateTable table, int first, Estimand estimand, Truth truth, List<Estimate> result) {
        MetricDefinition metric = table.plan().metrics().get(first + estimand.estimate());
        double[] values = table.column(first + estimand.estimate());
        double target = truth.value();
        result.add(estimates.bias(metric, values, target, truth.mcse()));
        result.add(estimates.standardDeviation(metric, "empiricalStandardError", values));
        if (estimand.standardError() >= 0) {
            result.add(estimates.mean(metric, "modelStandardError", table.column(first + estimand.standardError())));
        }
        double[] squared = new double[values.length];
        for (int i = 0; i < squared.length; i++) {
            squared[i] = (values[i] - target) * (values[i] - target);
        }
        result.add(estimates.mean(withoutUnit(metric), "meanSquaredError", squared));
        if (estimand.lower() >= 0 && estimand.upper() >= 0) {
            result.add(estimates.probability(metric, "coverage", covered(table, first, estimand, target)));
        }
    }

    /** 1 where the interval holds the truth; an interval without a limit on one side is unbounded there. */
    private static double[] covered(ReplicateTable table, int first, Estimand estimand, double target) {
        double[] estimate = table.column(first + estimand.estimate());
        double[] lower = table.column(first + estimand.lower());
        double[] upper = table.column(first + estimand.upper());
        double[] covered = new double[lower.length];
        for (int i = 0; i < covered.length; i++) {
            boolean measured = !Double.isNaN(target) && !(Double.isNaN(estimate[i]) && Double.isNaN(lower[i]));
            covered[i] = !measured ? Double.NaN : !(lower[i] > target) && !(upper[i] < target) ? 1 : 0;
        }
        return covered;
    }

    private static MetricDefinition withoutUnit(MetricDefinition metric) {
        return new MetricDefinition(
                metric.metric(),
                metric.kind(),
                "",
                metric.arm(),
                metric.endpoint(),
                metric.hypothesis(),
                metric.look(),
                metric.detail());
    }

    /** Differences of every arm's metrics from the control arm's, replicate by replicate. */
    public List<Estimate> differencesFromArm(ReplicateTable table, String control) {
        List<Estimate> result = new ArrayList<>();
        List<MetricDefinition> metrics = table.plan().metrics();
        for (int i = 0; i < metrics.size(); i++) {
            MetricDefinition metric = metrics.get(i);
            if (metric.arm() == null
                    || metric.arm().equals(control)
                    || metric.look() != null
                    || metric.hypothesis() != null) {
                continue;
            }
            int reference = table.indexOf(metric.withArm(control));
            if (reference >= 0) {
                result.add(difference(metric, table.column(i), table.column(reference), "arm " + control));
            }
        }
        return result;
    }

    /** Differences of every metric from another scenario's, replicate by replicate on common random numbers. */
    public List<Estimate> differencesFromScenario(ReplicateTable table, ReplicateTable reference) {
        List<Estimate> result = new ArrayList<>();
        List<MetricDefinition> metrics = table.plan().metrics();
        for (int i = 0; i < metrics.size(); i++) {
            MetricDefinition metric = metrics.get(i);
            int other = reference.indexOf(metric);
            if (other >= 0 && metric.look() == null) {
                String name = reference.plan().variant();
                result.add(difference(metric, table.column(i), reference.column(other), name));
            }
        }
        return result;
    }

    private Estimate difference(MetricDefinition metric, double[] values, double[] reference, String relativeTo) {
        int n = Math.min(values.length, reference.length);
        double[] differences = new double[n];
        for (int i = 0; i < n; i++) {
            differences[i] = values[i] - reference[i];
        }
        return Estimates.relative(estimates.mean(metric, "difference", differences), relativeTo);
    }

    /** Curves averaged over replicates, with limits that hold 95 % of the replicates if they are normal. */
    public static List<Curve> curves(ReplicateTable table) {
        SimulationPlan plan = table.plan();
        int[] offsets = plan.curveOffsets();
        List<Curve> curves = new ArrayList<>();
        for (int c = 0; c < plan.curves().size(); c++) {
            curves.add(curve(table, plan.curves().get(c), offsets[c]));
        }
        return curves;
    }

    private static Curve curve(ReplicateTable table, CurveDefinition definition, int offset) {
        List<Double> months = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        for (int g = 0; g < definition.gridMonths().length; g++) {
            double sum = 0;
            double squares = 0;
            long n = 0;
            for (var block : table.blocks()) {
                sum += block.curveSum()[offset + g];
                squares += block.curveSumOfSquares()[offset + g];
                n += block.curveCount()[offset + g];
            }
            double mean = n == 0 ? Double.NaN : sum / n;
            double deviation = n < 2 ? Double.NaN : Math.sqrt(Math.max(0, (squares - n * mean * mean) / (n - 1)));
            months.add(definition.gridMonths()[g]);
            values.add(mean);
            lower.add(mean - NORMAL_975 * deviation);
            upper.add(mean + NORMAL_975 * deviation);
        }
        return new Curve(
                definition.curve(),
                definition.arm(),
                definition.endpoint(),
                definition.detail(),
                months,
                values,
                lower,
                upper);
    }
}
