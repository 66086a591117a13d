package org.evotrial.statistics.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.evotrial.statistics.StandardNormal;
import org.junit.jupiter.api.Test;

class PairedMomentsTest {
    @Test
    void agreesWithCommonsMathAlsoWhenMerged() {
        double[] a = new double[50];
        double[] b = new double[50];
        PairedMoments whole = new PairedMoments();
        PairedMoments start = new PairedMoments();
        PairedMoments rest = new PairedMoments();
        UniformRandomProvider random = new SplitMix64(1);
        for (int i = 0; i < 50; i++) {
            a[i] = 1e3 + random.nextDouble();
            b[i] = -1e3 + 0.7 * a[i] + random.nextDouble();
            whole.add(a[i], b[i]);
            (i < 13 ? start : rest).add(a[i], b[i]);
        }
        start.merge(new PairedMoments());
        start.merge(rest);
        double correlation = new PearsonsCorrelation().correlation(a, b);
        assertThat(whole.correlation()).isCloseTo(correlation, within(1e-9));
        assertThat(start.correlation()).isCloseTo(correlation, within(1e-9));
        assertThat(start.count()).isEqualTo(50);
        assertThat(whole.differences().mean())
                .isCloseTo(whole.first().mean() - whole.second().mean(), within(1e-9));
        PairedMoments empty = new PairedMoments();
        empty.merge(whole);
        assertThat(empty.correlation()).isEqualTo(whole.correlation());
    }

    @Test
    void whatNeverVariesIsUncorrelated() {
        PairedMoments pairs = new PairedMoments();
        pairs.add(1, 5);
        pairs.add(1, 6);
        assertThat(pairs.correlation()).isZero();
        assertThatThrownBy(() -> PerformanceMeasure.relativePrecision(pairs, 0.95))
                .hasMessage("The standard deviation of the first (0.0) must be positive and finite.");
    }

    @Test
    void aPairIsTakenAsAWholeOrNotAtAll() {
        PairedMoments pairs = new PairedMoments();
        assertThatThrownBy(() -> pairs.add(1, Double.NaN)).hasMessage("The second value (NaN) must be finite.");
        assertThat(pairs.count()).isZero();
        assertThat(pairs.first().count()).isZero();
    }

    @Test
    void relativePrecisionOfAHalvedSpreadIsThreeAndExact() {
        PairedMoments pairs = new PairedMoments();
        for (int i = 0; i < 10; i++) {
            pairs.add(2 * i, i);
        }
        MonteCarloEstimate precision = PerformanceMeasure.relativePrecision(pairs, 0.95);
        assertThat(precision.value()).isCloseTo(3, within(1e-12));
        assertThat(precision.standardError()).isCloseTo(0, within(1e-6));
    }

    // 2,000 studies: the relative error of their spread is 1.6 %.
    @Test
    void theErrorOfRelativePrecisionIsItsSpreadOverRepeatedStudies() {
        UniformRandomProvider random = new SplitMix64(7);
        SampleMoments values = new SampleMoments();
        SampleMoments squaredErrors = new SampleMoments();
        for (int study = 0; study < 2000; study++) {
            PairedMoments pairs = new PairedMoments();
            for (int i = 0; i < 200; i++) {
                double common = StandardNormal.quantile(random.nextDouble());
                pairs.add(common, 0.8 * common + 0.6 * StandardNormal.quantile(random.nextDouble()));
            }
            MonteCarloEstimate precision = PerformanceMeasure.relativePrecision(pairs, 0.95);
            values.add(precision.value());
            squaredErrors.add(precision.standardError() * precision.standardError());
        }
        assertThat(Math.sqrt(squaredErrors.mean()) / values.standardDeviation()).isCloseTo(1, within(0.1));
    }

    @Test
    void relativeBiasScalesBiasAndKeepsTheOrderOfTheLimits() {
        SampleMoments estimates = new SampleMoments();
        estimates.add(-2.2);
        estimates.add(-2.4);
        MonteCarloEstimate relative = PerformanceMeasure.relativeBias(estimates, -2, 0.95);
        assertThat(relative.value()).isCloseTo(0.15, within(1e-14));
        assertThat(relative.standardError()).isCloseTo(0.05, within(1e-14));
        assertThat(relative.interval().lower()).isLessThan(relative.interval().upper());
        assertThatThrownBy(() -> PerformanceMeasure.relativeBias(estimates, 0, 0.95))
                .hasMessageContaining("must not be 0");
    }
}
