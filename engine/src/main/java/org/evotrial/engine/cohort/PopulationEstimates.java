package org.evotrial.engine.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.evotrial.engine.plan.BiomarkerPlan;
import org.evotrial.engine.plan.Calendar;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.text.Numbers;
import org.evotrial.model.result.Curve;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.PopulationResult.Member;
import org.evotrial.model.result.PublishedTarget;
import org.evotrial.statistics.montecarlo.MonteCarloEstimate;
import org.evotrial.statistics.montecarlo.PerformanceMeasure;

/** Response, times and detection in a population, each with its Monte Carlo error: everybody is followed to death or the horizon. */
final class PopulationEstimates {
    private static final List<Double> LANDMARKS_MONTHS = List.of(6.0, 12.0, 24.0, 36.0, 60.0);
    private static final int CURVE_POINTS_PER_MONTH = 10;

    private final SimulationPlan plan;
    private final List<Followed> patients;
    private final double confidence;
    private final double horizonMonths;
    private final SortedSet<Double> landmarks = new TreeSet<>(LANDMARKS_MONTHS);
    private final List<Estimate> estimates = new ArrayList<>();

    /**
     * @param plan what was simulated
     * @param patients who was followed
     * @param targets published figures, whose times are estimated too
     * @param confidence confidence of the intervals
     */
    PopulationEstimates(
            SimulationPlan plan, List<Followed> patients, List<PublishedTarget> targets, double confidence) {
        this.plan = plan;
        this.patients = patients;
        this.confidence = confidence;
        horizonMonths = Calendar.months(plan.platform().maximumDays());
        targets.stream().map(PublishedTarget::months).filter(m -> !m.isNaN()).forEach(landmarks::add);
    }

    List<Estimate> estimates() {
        estimates.clear();
        addResponses();
        for (int e = 0; e < plan.patients().endpointIds().length; e++) {
            if (!plan.patients().binaryEndpoints()[e]) {
                addTimes(e);
            }
        }
        addLines();
        addMechanisms();
        for (int b = 0; b < plan.patients().biomarkers().length; b++) {
            addBiomarker(b);
        }
        return List.copyOf(estimates);
    }

    private void addResponses() {
        addShare(
                "objectiveResponseRate",
                "",
                m -> m.bestResponse().equals("CR") || m.bestResponse().equals("PR"));
        addShare("diseaseControlRate", "", m -> List.of("CR", "PR", "SD").contains(m.bestResponse()));
        for (String category : List.of("CR", "PR", "SD", "PD", "NE")) {
            addShare("bestResponseShare", category, m -> m.bestResponse().equals(category));
        }
        addQuantile("bestChange", "share", "", measured(f -> f.member().bestChange()));
    }

    private void addTimes(int endpoint) {
        String id = plan.patients().endpointIds()[endpoint];
        double[] months = patients.stream()
                .mapToDouble(f -> Math.min(Calendar.months(f.eventDays()[endpoint]), horizonMonths))
                .toArray();
        MonteCarloEstimate median = PerformanceMeasure.quantile(months, 0.5, confidence);
        estimates.add(Measured.of(
                "medianMonths",
                "median",
                "months",
                id,
                "",
                months.length,
                median.value() < horizonMonths ? median : null));
        for (double landmark : landmarks) {
            if (landmark <= horizonMonths) {
                long free = patients.stream()
                        .filter(f -> f.eventDays()[endpoint] > Calendar.days(landmark))
                        .count();
                estimates.add(Measured.of(
                        "eventFreeProbability",
                        "probability",
                        "",
                        id,
                        Numbers.significant(landmark, 4) + " months",
                        PerformanceMeasure.proportion(free, patients.size(), confidence)));
            }
        }
    }

    /** How many reach a line, and how long those who leave it before the end of follow-up have been on it. */
    private void addLines() {
        int most =
                patients.stream().mapToInt(f -> f.member().lines().size()).max().orElse(0);
        for (int line = 1; line <= most; line++) {
            int index = line - 1;
            if (line > 1) {
                addShare("reachedLineShare", "line " + line, m -> m.lines().size() > index);
            }
            addQuantile(
                    "monthsOnLine",
                    "months",
                    "line " + line,
                    measured(f -> f.member().lines().size() > index
                            ? Calendar.months(f.member().lines().get(index).toDay()
                                    - f.member().lines().get(index).fromDay())
                            : Double.NaN));
        }
    }

    /** A mechanism of resistance, alone or with others, in the lineage that leads at the first progression. */
    private void addMechanisms() {
        List<String> leading = new ArrayList<>();
        for (Followed one : patients) {
            one.member().progressions().stream().limit(1).forEach(p -> leading.add(p.lineage()));
        }
        Set<String> mechanisms = new LinkedHashSet<>();
        for (String lineage : plan.patients().model().lineages()) {
            mechanisms.addAll(List.of(lineage.split("\\+", -1)));
        }
        for (String mechanism : mechanisms) {
            long count = leading.stream()
                    .filter(lineage -> List.of(lineage.split("\\+", -1)).contains(mechanism))
                    .count();
            if (count > 0) {
                estimates.add(Measured.of(
                        "mechanismAtFirstProgressionShare",
                        "probability",
                        "",
                        "",
                        mechanism,
                        PerformanceMeasure.proportion(count, leading.size(), confidence)));
            }
        }
    }

    private void addBiomarker(int index) {
        BiomarkerPlan biomarker = plan.patients().biomarkers()[index];
        String label = biomarker.label();
        addShare("detectedAtBaselineShare", label, m -> m.baselineDetected().get(index));
        addQuantile(
                "baselineVaf",
                "VAF",
                label,
                measured(f -> f.member().baselineDetected().get(index)
                        ? f.member().baselineVaf().get(index)
                        : Double.NaN));
        long progressed = patients.stream()
                .filter(f -> Double.isFinite(f.progressionDay()))
                .count();
        if (progressed == 0) {
            return;
        }
        long before = patients.stream()
                .filter(f -> Double.isFinite(f.progressionDay()))
                .filter(f -> f.firstPositiveDays()[index] <= f.progressionDay())
                .count();
        estimates.add(Measured.of(
                "detectedBeforeProgressionShare",
                "probability",
                "",
                "",
                label,
                PerformanceMeasure.proportion(before, progressed, confidence)));
        addQuantile(
                "leadTimeMonths",
                "months",
                label,
                measured(f -> f.firstPositiveDays()[index] > 0 && f.firstPositiveDays()[index] <= f.progressionDay()
                        ? Calendar.months(f.progressionDay() - f.firstPositiveDays()[index])
                        : Double.NaN));
    }

    private void addShare(String metric, String detail, Predicate<Member> property) {
        long count = patients.stream().filter(f -> property.test(f.member())).count();
        estimates.add(Measured.of(
                metric,
                "probability",
                "",
                "",
                detail,
                PerformanceMeasure.proportion(count, patients.size(), confidence)));
    }

    private void addQuantile(String metric, String unit, String detail, double[] values) {
        estimates.add(Measured.of(
                metric,
                "median",
                unit,
                "",
                detail,
                values.length == 0 ? null : PerformanceMeasure.quantile(values, 0.5, confidence)));
    }

    private double[] measured(ToDoubleFunction<Followed> value) {
        return patients.stream().mapToDouble(value).filter(Double::isFinite).toArray();
    }

    /** Event-free probability of the endpoints about time, with the intervals of its points, and numbers at risk. */
    List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        for (int e = 0; e < plan.patients().endpointIds().length; e++) {
            if (!plan.patients().binaryEndpoints()[e]) {
                curves.add(curve(e));
            }
        }
        return curves;
    }

    private Curve curve(int endpoint) {
        double[] days =
                patients.stream().mapToDouble(f -> f.eventDays()[endpoint]).toArray();
        Arrays.sort(days);
        List<Double> months = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        int by = 0;
        int points = (int) Math.ceil(horizonMonths * CURVE_POINTS_PER_MONTH - 1e-9);
        for (int i = 0; i <= points; i++) {
            double month = Math.min(horizonMonths, (double) i / CURVE_POINTS_PER_MONTH);
            while (by < days.length && days[by] <= Calendar.days(month)) {
                by++;
            }
            MonteCarloEstimate free = PerformanceMeasure.proportion((long) days.length - by, days.length, confidence);
            months.add(month);
            values.add(free.value());
            lower.add(free.interval().lower());
            upper.add(free.interval().upper());
        }
        String id = plan.patients().endpointIds()[endpoint];
        return Curve.ofEndpoint("kaplanMeier", "followed", id, months, values, lower, upper);
    }
}
