package org.evotrial.statistics.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.evotrial.statistics.StandardNormal;
import org.junit.jupiter.api.Test;

class EstimatorPerformanceTest {
    private static final double LEVEL = 0.95;

    /** Three replicates, worked by hand from table 6 of Morris, White and Crowther 2019: truth 2, mean 7/3, s^2 = 7/3. */
    private static EstimationSample three() {
        EstimationSample sample = new EstimationSample();
        sample.add(1, 1, 0, 1.9);
        sample.add(2, 1, 1, 3);
        sample.add(4, 2, 2.1, 6);
        sample.addWithoutEstimate();
        return sample;
    }

    @Test
    void agreesWithAnExampleWorkedByHand() {
        EstimatorPerformance performance = EstimatorPerformance.of(three(), 2, LEVEL);
        check(performance.bias(), 1 / 3.0, Math.sqrt(7 / 9.0));
        check(performance.empiricalStandardError(), Math.sqrt(7 / 3.0), Math.sqrt(7 / 3.0) / 2);
        check(performance.meanSquaredError(), 5 / 3.0, Math.sqrt(78 / 54.0));
        check(performance.modelStandardError(), Math.sqrt(2), Math.sqrt(1 / 8.0));
        double ratio = Math.sqrt(6 / 7.0);
        check(performance.modelErrorRelativeToEmpirical(), ratio - 1, ratio * Math.sqrt(1 / 16.0 + 1 / 4.0));
        check(performance.coverage(), 1 / 3.0, Math.sqrt(2 / 27.0));
        check(performance.biasEliminatedCoverage(), 2 / 3.0, Math.sqrt(2 / 27.0));
        assertThat(performance.withoutEstimate()).isEqualTo(1);
    }

    @Test
    void mergingIsAsIfTheReplicatesCameInOneSample() {
        EstimationSample whole = new EstimationSample();
        EstimationSample parts = new EstimationSample();
        EstimationSample second = new EstimationSample();
        for (int i = 0; i < 200; i++) {
            double estimate = (i * 37 % 101) / 50.0;
            whole.add(estimate, 1, estimate - 1, estimate + 1);
            (i < 90 ? parts : second).add(estimate, 1, estimate - 1, estimate + 1);
        }
        parts.merge(second);
        assertThat(EstimatorPerformance.of(parts, 1, LEVEL)).isEqualTo(EstimatorPerformance.of(whole, 1, LEVEL));
    }

    // The relative error of a standard deviation of 2,000 studies is 1.6 %: a wrong factor of 1.08 is found nearly
    // always.
    @Test
    void standardErrorsAreTheSpreadOverRepeatedStudies() {
        UniformRandomProvider random = new SplitMix64(20261121L);
        int studies = 2000;
        SampleMoments[] values = new SampleMoments[7];
        SampleMoments[] squaredErrors = new SampleMoments[7];
        for (int m = 0; m < 7; m++) {
            values[m] = new SampleMoments();
            squaredErrors[m] = new SampleMoments();
        }
        for (int study = 0; study < studies; study++) {
            MonteCarloEstimate[] measures = measures(study(random, 150));
            for (int m = 0; m < 7; m++) {
                values[m].add(measures[m].value());
                squaredErrors[m].add(measures[m].standardError() * measures[m].standardError());
            }
        }
        for (int m = 0; m < 7; m++) {
            assertThat(Math.sqrt(squaredErrors[m].mean()) / values[m].standardDeviation())
                    .as("measure %d", m)
                    .isCloseTo(1, within(m == 6 ? 0.5 : 0.1));
        }
    }

    @Test
    void rejectsWhatCannotBeMeasured() {
        EstimationSample one = new EstimationSample();
        one.add(1, 1, 0, 2);
        assertThatThrownBy(() -> EstimatorPerformance.of(one, 0, LEVEL))
                .hasMessageStartingWith("The number of replicates with an estimate (1) must be in [2, ");
        one.add(1, 1, 0, 2);
        assertThatThrownBy(() -> EstimatorPerformance.of(one, 0, LEVEL))
                .hasMessage("The standard deviation of the estimates (0.0) must be positive and finite.");
        assertThatThrownBy(() -> one.add(Double.NaN, 1, 0, 2)).hasMessage("The estimate (NaN) must be finite.");
        assertThatThrownBy(() -> one.add(1, -1, 0, 2))
                .hasMessage("The standardError (-1.0) must be zero or positive, and finite.");
        assertThatThrownBy(() -> one.add(1, 1, 2, 0))
                .hasMessage("The lower limit (2.0) must be at most the upper limit (0.0).");
        assertThat(one.count()).isEqualTo(2);
    }

    @Test
    void infiniteIntervalsCoverEverything() {
        EstimationSample sample = new EstimationSample();
        sample.add(1, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        sample.add(2, 1, 1, 3);
        assertThat(sample.covering(1e300)).isEqualTo(1);
        assertThat(EstimatorPerformance.of(sample, 5, LEVEL).coverage().value()).isEqualTo(0.5);
    }

    /** Estimates N(0.1, 1), model variances uniform around 1, truth 0. */
    private static EstimationSample study(UniformRandomProvider random, int replicates) {
        EstimationSample sample = new EstimationSample();
        for (int i = 0; i < replicates; i++) {
            double estimate = 0.1 + StandardNormal.quantile(random.nextDouble());
            double error = Math.sqrt(0.5 + random.nextDouble());
            sample.add(estimate, error, estimate - 1.96 * error, estimate + 1.96 * error);
        }
        return sample;
    }

    private static MonteCarloEstimate[] measures(EstimationSample sample) {
        EstimatorPerformance performance = EstimatorPerformance.of(sample, 0, LEVEL);
        return new MonteCarloEstimate[] {
            performance.bias(),
            performance.empiricalStandardError(),
            performance.meanSquaredError(),
            performance.modelStandardError(),
            performance.modelErrorRelativeToEmpirical(),
            performance.coverage(),
            performance.biasEliminatedCoverage()
        };
    }

    private static void check(MonteCarloEstimate estimate, double value, double standardError) {
        assertThat(estimate.value()).isCloseTo(value, within(1e-14));
        assertThat(estimate.standardError()).isCloseTo(standardError, within(1e-14));
        assertThat(estimate.interval().contains(value)).isTrue();
    }
}
