package org.evotrial.engine.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.Truth;
import org.evotrial.spi.Estimand;
import org.evotrial.spi.MetricDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Monte Carlo errors by table 6 of Morris, White and Crowther 2019, doi:10.1002/sim.8086, worked out by hand. */
class OperatingCharacteristicsTest {
    private static final double NAN = Double.NaN;
    private static final double TINY = 1e-12;
    private static final MetricDefinition REJECTION = MetricDefinition.probability("rejectionProbability");
    private static final MetricDefinition MONTHS = MetricDefinition.mean("months", "months");

    private final OperatingCharacteristics characteristics = new OperatingCharacteristics(0.95);

    private static Estimate find(List<Estimate> estimates, String statistic) {
        List<Estimate> found =
                estimates.stream().filter(e -> e.statistic().equals(statistic)).toList();
        assertThat(found).as(statistic).hasSize(1);
        return found.get(0);
    }

    private List<Estimate> summaries(MetricDefinition metric, double... values) {
        SimulationPlan plan = Tables.plan("base", List.of(metric), List.of());
        return characteristics.summaries(Tables.of(plan, values), true);
    }

    @Test
    void summarisesAProbabilityWithItsBinomialError() {
        Estimate p = find(summaries(REJECTION, 1, 0, 0, 1, 0), "probability");

        assertThat(p.n()).isEqualTo(5);
        assertThat(p.value()).isCloseTo(0.4, within(TINY));
        // sqrt(.4 * .6 / 5).
        assertThat(p.mcse()).isCloseTo(0.219089023, within(1e-9));
        // Wilson 95 %: (p + z^2/2n -+ z sqrt(p q / n + z^2 / 4 n^2)) / (1 + z^2/n), z = 1.959964.
        assertThat(p.lower()).isCloseTo(0.117621, within(1e-5));
        assertThat(p.upper()).isCloseTo(0.769276, within(1e-5));
    }

    @Test
    void hasAnIntervalAtNothingOutOfNAndAtNOutOfN() {
        Estimate none = find(summaries(REJECTION, new double[20]), "probability");
        Estimate all = find(summaries(REJECTION, Tables.constant(20, 1)), "probability");

        // Wilson at 0/n: upper limit z^2 / (n + z^2) = 3.841459 / 23.841459.
        assertThat(none.value()).isZero();
        assertThat(none.mcse()).isZero();
        assertThat(none.lower()).isCloseTo(0, within(1e-12));
        assertThat(none.upper()).isCloseTo(0.161125, within(1e-6));
        assertThat(all.lower()).isCloseTo(1 - 0.161125, within(1e-6));
        assertThat(all.upper()).isCloseTo(1, within(1e-12));
    }

    @Test
    void leavesWhatWasNotMeasuredOutOfTheDenominator() {
        Estimate p = find(summaries(REJECTION, 1, NAN, 0, NAN, 1, 1), "probability");
        Estimate mean = find(summaries(MONTHS, 1, NAN, 4, Double.POSITIVE_INFINITY), "mean");

        assertThat(p.n()).isEqualTo(4);
        assertThat(p.value()).isEqualTo(0.75);
        assertThat(mean.n()).isEqualTo(2);
        assertThat(mean.value()).isEqualTo(2.5);
    }

    @Test
    void hasNoValueWhereNothingWasMeasured() {
        for (Estimate e : summaries(MONTHS, NAN, NAN)) {
            assertThat(e.n()).isZero();
            assertThat(e.value()).isNaN();
            assertThat(e.mcse()).isNaN();
        }
        assertThat(find(summaries(REJECTION, NAN), "probability").value()).isNaN();
    }

    @Test
    void summarisesAMeanWithItsSpread() {
        List<Estimate> estimates = summaries(MONTHS, 2, 4, 4, 4, 5, 5, 7, 9);
        Estimate mean = find(estimates, "mean");

        // Mean 5, sum of squares 32: s = sqrt(32/7) = 2.138090, s / sqrt(8) = .755929; t quantile of 7 degrees
        // 2.364624.
        assertThat(mean.value()).isCloseTo(5, within(TINY));
        assertThat(mean.mcse()).isCloseTo(0.755929, within(1e-6));
        assertThat(mean.upper()).isCloseTo(5 + 2.364624 * 0.755929, within(1e-5));
        assertThat(find(estimates, "standardDeviation").value()).isCloseTo(2.138090, within(1e-6));
        // s / sqrt(2 (n - 1)).
        assertThat(find(estimates, "standardDeviation").mcse()).isCloseTo(2.138090 / Math.sqrt(14), within(1e-6));
        assertThat(find(estimates, "median").value()).isEqualTo(4);
        assertThat(find(estimates, "quantile95").value()).isEqualTo(9);
        assertThat(find(estimates, "quantile05").value()).isEqualTo(2);
    }

    private List<Estimate> againstTruth(double truth, double truthMcse, double[]... columns) {
        List<MetricDefinition> metrics = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            metrics.add(MONTHS.named(i == 0 ? "months" : "months" + i));
        }
        Estimand estimand = new Estimand(Estimand.Measure.MEDIAN_MONTHS, 0, 0, -1, NAN, 0, 1, 2, 3, "median", null);
        Truth known = new Truth("median", "medianMonths", "pfs", "A", null, null, 100, truth, truthMcse, NAN, NAN);
        SimulationPlan plan = Tables.plan("base", metrics, List.of(estimand));
        return characteristics.againstTruth(Tables.of(plan, columns), List.of(known));
    }

    @Test
    void comparesEstimatesWithTheTruth() {
        double[] estimate = {9, 10, 12, 13};
        double[] lower = {8, 10.5, 10, 11};
        double[] upper = {10.5, 11, 14, 12};
        double[] error = {1, 2, 1, 2};
        List<Estimate> found = againstTruth(10, 0, estimate, lower, upper, error);

        assertThat(find(found, "bias").value()).isCloseTo(1, within(TINY));
        // Squared errors 1 0 4 9: mean 3.5, and s = sqrt((6.25 + 12.25 + .25 + 30.25) / 3) = 4.041452, over sqrt(4).
        assertThat(find(found, "meanSquaredError").value()).isCloseTo(3.5, within(TINY));
        assertThat(find(found, "meanSquaredError").mcse()).isCloseTo(4.041452 / 2, within(1e-6));
        // Sum of squares about 11: 4 1 1 4; s = sqrt(10/3).
        assertThat(find(found, "empiricalStandardError").value()).isCloseTo(Math.sqrt(10 / 3.0), within(TINY));
        assertThat(find(found, "bias").mcse()).isCloseTo(Math.sqrt(10 / 3.0) / 2, within(TINY));
        assertThat(find(found, "modelStandardError").value()).isEqualTo(1.5);
        // 10 lies in [8, 10.5] and [10, 14], not in [10.5, 11] nor in [11, 12].
        assertThat(find(found, "coverage").value()).isEqualTo(0.5);
        assertThat(find(found, "coverage").n()).isEqualTo(4);
    }

    @Test
    void addsTheErrorOfTheTruthToThatOfTheBias() {
        double[] estimate = {9, 10, 12, 13};
        List<Estimate> sure = againstTruth(10, 0, estimate, estimate, estimate, estimate);
        List<Estimate> unsure = againstTruth(10, 2, estimate, estimate, estimate, estimate);
        Estimate bias = find(unsure, "bias");

        double both = Math.sqrt(10 / 12.0 + 4);
        assertThat(bias.mcse()).isCloseTo(both, within(TINY));
        double widening = both / find(sure, "bias").mcse();
        assertThat(bias.upper() - bias.value())
                .isCloseTo(widening * (find(sure, "bias").upper() - 1), within(1e-9));
    }

    @Test
    void coversWithALimitThatWasNotReachedButNotWithoutAnEstimate() {
        double[] estimate = {9, 9, NAN, NAN};
        double[] lower = {8, NAN, 7, NAN};
        double[] upper = {NAN, Double.POSITIVE_INFINITY, NAN, NAN};
        Estimate coverage = find(againstTruth(10, 0, estimate, lower, upper, estimate), "coverage");

        assertThat(coverage.n()).isEqualTo(3);
        assertThat(coverage.value()).isEqualTo(1);
        assertThat(find(againstTruth(6, 0, estimate, lower, upper, estimate), "coverage")
                        .value())
                .isCloseTo(1 / 3.0, within(TINY));
    }

    @Test
    void hasNoPerformanceWithoutATruth() {
        double[] estimate = {9, 10, 12, 13};
        List<Estimate> found = againstTruth(NAN, NAN, estimate, estimate, estimate, estimate);

        assertThat(find(found, "bias").value()).isNaN();
        assertThat(find(found, "coverage").n()).isZero();
        assertThat(find(found, "meanSquaredError").n()).isZero();
        assertThat(find(found, "empiricalStandardError").value()).isCloseTo(Math.sqrt(10 / 3.0), within(TINY));
    }

    @Test
    void subtractsReplicateByReplicate() {
        MetricDefinition b = MONTHS.withArm("B");
        SimulationPlan plan = Tables.plan("base", List.of(MONTHS.withArm("A"), b, MONTHS), List.of());
        double[] control = {1, 5, 9, NAN};
        double[] experimental = {2, 6.5, 9.5, 3};
        List<Estimate> found = characteristics.differencesFromArm(Tables.of(plan, control, experimental, control), "A");

        assertThat(found).hasSize(1);
        Estimate difference = found.get(0);
        assertThat(difference.arm()).isEqualTo("B");
        assertThat(difference.relativeTo()).isEqualTo("arm A");
        assertThat(difference.statistic()).isEqualTo("difference");
        assertThat(difference.n()).isEqualTo(3);
        // Differences 1 1.5 .5: mean 1, s = .5.
        assertThat(difference.value()).isCloseTo(1, within(TINY));
        assertThat(difference.mcse()).isCloseTo(0.5 / Math.sqrt(3), within(TINY));
    }

    /** Correlation .5: the paired error is sqrt(1 - .5) = .707 of the independent one; 4,000 pairs give it to 1 %. */
    @Test
    void gainsByCommonRandomNumbers() {
        SplitMix64 random = new SplitMix64(3);
        int n = 4000;
        double[] one = new double[n];
        double[] two = new double[n];
        for (int i = 0; i < n; i++) {
            double shared = random.nextDouble();
            one[i] = shared + random.nextDouble();
            two[i] = shared + random.nextDouble();
        }
        SimulationPlan plan = Tables.plan("base", List.of(MONTHS), List.of());
        SimulationPlan other = Tables.plan("null", List.of(MONTHS), List.of());
        Estimate difference = characteristics
                .differencesFromScenario(Tables.of(plan, one), Tables.of(other, two))
                .get(0);
        double first = find(characteristics.summaries(Tables.of(plan, one), true), "mean")
                .mcse();
        double second = find(characteristics.summaries(Tables.of(plan, two), true), "mean")
                .mcse();

        assertThat(difference.relativeTo()).isEqualTo("null");
        assertThat(difference.mcse() / Math.hypot(first, second)).isCloseTo(Math.sqrt(0.5), within(0.05));
    }

    @Test
    void subtractsOnlyMetricsThatTheOtherScenarioHas() {
        SimulationPlan plan = Tables.plan("base", List.of(MONTHS, REJECTION), List.of());
        SimulationPlan other = Tables.plan("null", List.of(REJECTION), List.of());
        List<Estimate> found = characteristics.differencesFromScenario(
                Tables.of(plan, new double[] {1, 2}, new double[] {1, 0}), Tables.of(other, new double[] {0, 0}));

        assertThat(found).extracting(Estimate::metric).containsExactly("rejectionProbability");
        assertThat(found.get(0).value()).isEqualTo(0.5);
    }

    @Test
    void readsReplicatesInTheOrderOfTheirNumberWhateverTheOrderOfTheBlocks() {
        double[] values = new double[117];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        ReplicateTable table = Tables.of(Tables.plan("base", List.of(MONTHS), List.of()), values);

        assertThat(table.column(0)).containsExactly(values);
        assertThat(table.value(116, 0)).isEqualTo(116);
        assertThat(table.value(50, 0)).isEqualTo(50);
        assertThat(table.replicates()).isEqualTo(117);
        assertThat(table.completed()).isEqualTo(117);
        assertThat(table.patients()).isEqualTo(1170);
        assertThat(find(characteristics.summaries(table, false), "mean").value())
                .isCloseTo(58, within(TINY));
    }

    @Test
    void showsTheRunningEstimateOfTheFirstRejectionProbability() {
        SimulationPlan plan = Tables.plan("base", List.of(MONTHS, REJECTION), List.of());
        ReplicateTable table = Tables.of(plan, new double[] {7, 8, 9, 9}, new double[] {1, NAN, 0, 1});
        RunningEstimate running = new RunningEstimate(plan, 0.95);
        assertThat(running.estimate()).isNull();
        table.blocks().forEach(running::add);
        @Nullable Estimate estimate = running.estimate();

        assertThat(estimate).isNotNull();
        assertThat(Objects.requireNonNull(estimate).value()).isCloseTo(2 / 3.0, within(TINY));
        assertThat(estimate.n()).isEqualTo(3);
    }
}
