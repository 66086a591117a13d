package org.evotrial.engine.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evotrial.engine.plan.AnalysisPlan;
import org.evotrial.engine.plan.ArmPlan;
import org.evotrial.engine.plan.Calendar;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.model.result.Curve;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.Truth;
import org.evotrial.spi.Estimand;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.montecarlo.MonteCarloEstimate;
import org.evotrial.statistics.montecarlo.PerformanceMeasure;
import org.evotrial.statistics.montecarlo.SampleMoments;
import org.evotrial.statistics.survival.CoxTwoArm;
import org.jspecify.annotations.Nullable;

/**
 * The event times of a large sample of patients, each followed under every arm without censoring up to the horizon. All
 * true values come from here, and so does the answer to which arm would have been best for a patient.
 */
public final class TrueDistributions {
    private final SimulationPlan plan;
    private final double[][][] eventDays;
    private final double[][][] milestoneDays;
    private final int patients;
    private final double confidence;

    /**
     * @param plan what was simulated
     * @param eventDays {@code eventDays[arm][endpoint][patient]}; infinity beyond the horizon
     * @param milestoneDays {@code milestoneDays[arm][milestone][patient]}, see {@code UncensoredRunner}
     * @param confidence confidence of the Monte Carlo intervals
     */
    public TrueDistributions(
            SimulationPlan plan, double[][][] eventDays, double[][][] milestoneDays, double confidence) {
        this.plan = plan;
        this.eventDays = eventDays;
        this.milestoneDays = milestoneDays;
        this.patients = eventDays[0].length == 0 ? 0 : eventDays[0][0].length;
        this.confidence = confidence;
    }

    /** Distributions of which nothing is known: every truth is NaN, and there are no curves, best arms or milestones. */
    public static TrueDistributions unknown(SimulationPlan plan, double confidence) {
        int arms = plan.patients().arms().length;
        int endpoints = plan.patients().endpoints().length;
        return new TrueDistributions(plan, new double[arms][endpoints][0], new double[arms][0][0], confidence);
    }

    /** The true value of every estimand, in the order of the plan's analyses. */
    public List<Truth> truths() {
        List<Truth> truths = new ArrayList<>();
        for (AnalysisPlan analysis : plan.analyses()) {
            for (Estimand estimand : analysis.analysis().estimands()) {
                truths.add(truth(estimand));
            }
        }
        return truths;
    }

    private Truth truth(Estimand estimand) {
        double[] days = eventDays[estimand.arm()][estimand.endpoint()];
        return switch (estimand.measure()) {
            case EVENT_FREE_PROBABILITY ->
                truth(estimand, "eventFreeProbability", patients == 0 ? null : eventFree(days, estimand.atDay()));
            case MEDIAN_MONTHS -> truth(estimand, "medianMonths", patients == 0 ? null : median(days));
            case LOG_HAZARD_RATIO ->
                truth(
                        estimand,
                        "logHazardRatio",
                        patients == 0
                                ? null
                                : logHazardRatio(days, eventDays[estimand.referenceArm()][estimand.endpoint()]));
        };
    }

    private double @Nullable [] eventFree(double[] days, double atDay) {
        if (atDay > plan.platform().maximumDays()) {
            return null;
        }
        long free = Arrays.stream(days).filter(d -> d > atDay).count();
        return numbers(PerformanceMeasure.proportion(free, patients, confidence));
    }

    /** Null if half of the patients have no event by the horizon. */
    private double @Nullable [] median(double[] days) {
        double horizon = Calendar.months(plan.platform().maximumDays());
        double[] months = Arrays.stream(days)
                .map(d -> Math.min(Calendar.months(d), horizon))
                .toArray();
        MonteCarloEstimate median = PerformanceMeasure.quantile(months, 0.5, confidence);
        return median.value() < horizon ? numbers(median) : null;
    }

    private double @Nullable [] logHazardRatio(double[] experimental, double[] control) {
        double horizon = plan.platform().maximumDays();
        double[] time = new double[2 * patients];
        boolean[] event = new boolean[2 * patients];
        int[] group = new int[2 * patients];
        for (int i = 0; i < 2 * patients; i++) {
            double day = i < patients ? experimental[i] : control[i - patients];
            time[i] = Math.min(day, horizon);
            event[i] = day <= horizon;
            group[i] = i < patients ? 1 : 0;
        }
        CoxTwoArm cox = CoxTwoArm.of(time, event, group);
        if (!Double.isFinite(cox.logHazardRatio()) || !Double.isFinite(cox.standardError())) {
            return null;
        }
        double half = ConfidenceInterval.normalQuantile(confidence) * cox.standardError();
        return new double[] {
            cox.logHazardRatio(), cox.standardError(), cox.logHazardRatio() - half, cox.logHazardRatio() + half
        };
    }

    private Truth truth(Estimand e, String measure, double @Nullable [] numbers) {
        ArmPlan[] arms = plan.patients().arms();
        double[] known = numbers == null ? new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN} : numbers;
        return new Truth(
                e.label(),
                measure,
                plan.patients().endpointIds()[e.endpoint()],
                arms[e.arm()].id(),
                e.referenceArm() < 0 ? null : arms[e.referenceArm()].id(),
                e.intercurrentEvents(),
                patients,
                known[0],
                known[1],
                known[2],
                known[3]);
    }

    private static double[] numbers(MonteCarloEstimate estimate) {
        return new double[] {
            estimate.value(),
            estimate.standardError(),
            estimate.interval().lower(),
            estimate.interval().upper()
        };
    }

    /**
     * Shares of patients for whom an arm would have been the best: the longest time to the event. Arms that tie share the
     * patient. {@code onBestArmShare} is the share who would be allocated to their best arm.
     */
    public List<Estimate> bestArms() {
        List<Estimate> estimates = new ArrayList<>();
        int arms = eventDays.length;
        double[] shares = plan.platform().allocation().shares();
        if (patients == 0) {
            return estimates;
        }
        for (int e = 0; e < plan.patients().endpointIds().length; e++) {
            if (plan.patients().binaryEndpoints()[e]) {
                continue;
            }
            SampleMoments[] best = new SampleMoments[arms + 1];
            for (int i = 0; i <= arms; i++) {
                best[i] = new SampleMoments();
            }
            for (int p = 0; p < patients; p++) {
                addPatient(e, p, best, shares);
            }
            String endpoint = plan.patients().endpointIds()[e];
            for (int arm = 0; arm < arms; arm++) {
                estimates.add(share("bestArmShare", plan.patients().arms()[arm].id(), endpoint, best[arm]));
            }
            estimates.add(share("onBestArmShare", null, endpoint, best[arms]));
        }
        return estimates;
    }

    private void addPatient(int endpoint, int patient, SampleMoments[] best, double[] shares) {
        int arms = eventDays.length;
        double longest = 0;
        int ties = 0;
        for (int arm = 0; arm < arms; arm++) {
            double day = eventDays[arm][endpoint][patient];
            ties = day > longest ? 1 : day == longest ? ties + 1 : ties;
            longest = Math.max(longest, day);
        }
        double onBest = 0;
        for (int arm = 0; arm < arms; arm++) {
            boolean isBest = eventDays[arm][endpoint][patient] == longest;
            best[arm].add(isBest ? 1.0 / ties : 0);
            onBest += isBest ? shares[arm] : 0;
        }
        best[arms].add(onBest);
    }

    private Estimate share(String metric, @Nullable String arm, String endpoint, SampleMoments sample) {
        MonteCarloEstimate mean = PerformanceMeasure.mean(sample, confidence);
        return new Estimate(
                metric,
                "mean",
                "share",
                arm,
                endpoint,
                null,
                null,
                null,
                null,
                mean.replicates(),
                mean.value(),
                mean.standardError(),
                Math.max(0, mean.interval().lower()),
                Math.min(1, mean.interval().upper()));
    }

    /** When clones emerge, become detectable and are detected. */
    public List<Estimate> clonalMilestones() {
        return patients == 0 ? List.of() : new ClonalMilestones(plan.patients(), confidence).summaries(milestoneDays);
    }

    /** Event-free probability month by month, per arm and endpoint. */
    public List<Curve> curves() {
        int months = (int) Math.floor(Calendar.months(plan.platform().maximumDays()));
        List<Curve> curves = new ArrayList<>();
        if (patients == 0) {
            return curves;
        }
        for (int e = 0; e < plan.patients().endpointIds().length; e++) {
            for (int arm = 0; arm < eventDays.length; arm++) {
                double[] sorted = eventDays[arm][e].clone();
                Arrays.sort(sorted);
                List<Double> grid = new ArrayList<>();
                List<Double> values = new ArrayList<>();
                int by = 0;
                for (int m = 0; m <= months; m++) {
                    while (by < patients && sorted[by] <= Calendar.days(m)) {
                        by++;
                    }
                    grid.add((double) m);
                    values.add(1 - (double) by / patients);
                }
                curves.add(Curve.ofEndpoint(
                        "truth",
                        plan.patients().arms()[arm].id(),
                        plan.patients().endpointIds()[e],
                        grid,
                        values,
                        List.of(),
                        List.of()));
            }
        }
        return curves;
    }
}
