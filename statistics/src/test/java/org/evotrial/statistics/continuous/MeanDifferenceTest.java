package org.evotrial.statistics.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Numbers of SciPy are checked by the verification of scipy_two_samples.csv. */
class MeanDifferenceTest {
    private static final double[] SLEEP_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    private static final double[] SLEEP_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void agreesWithRsSleep() {
        // R: t.test(extra ~ group, sleep) prints t = -1.8608, df = 17.776, p = .07939, interval -3.3654832 to .2054832.
        MeanDifference welch = MeanDifference.welch(SampleSummary.of(SLEEP_1), SampleSummary.of(SLEEP_2));
        assertThat(welch.statistic(0)).isCloseTo(-1.8608, within(5e-5));
        assertThat(welch.degreesOfFreedom()).isCloseTo(17.776, within(5e-4));
        assertThat(welch.twoSidedPValue(0)).isCloseTo(0.07939, within(5e-6));
        assertThat(welch.interval(0.95).lower()).isCloseTo(-3.3654832, within(5e-8));
        assertThat(welch.interval(0.95).upper()).isCloseTo(0.2054832, within(5e-8));
    }

    @Test
    void theMarginShiftsTheTest() {
        MeanDifference difference = new MeanDifference(-0.3, 0.5, 40);
        assertThat(difference.upperPValue(difference.interval(0.9).lower())).isCloseTo(0.05, within(1e-12));
        assertThat(difference.upperPValue(-0.3)).isEqualTo(0.5);
        assertThat(difference.upperPValue(-2)).isLessThan(0.01);
    }

    @Test
    void aLargeCommonValueLeavesTheVariance() {
        SampleSummary plain = SampleSummary.of(1, 2, 4, 7);
        SampleSummary shifted = SampleSummary.of(1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 7);
        assertThat(plain.variance()).isCloseTo(7, within(1e-14));
        assertThat(shifted.variance()).isCloseTo(7, within(1e-12));
    }

    @Test
    void oneConstantSampleIsEnoughForWelch() {
        MeanDifference welch = MeanDifference.welch(SampleSummary.of(2, 2, 2), SampleSummary.of(1, 2, 4));
        assertThat(welch.degreesOfFreedom()).isCloseTo(2, within(1e-14));
    }

    /** Without covariates it is Student's test. With one, the slope within groups: closed form. */
    @Test
    void covarianceIsAdjustedByTheSlopeWithinGroups() {
        double[] response = {3, 5, 4, 8, 9, 12};
        double[] covariate = {1, 2, 3, 2, 4, 6};
        boolean[] first = {false, false, false, true, true, true};
        MeanDifference plain = AnalysisOfCovariance.difference(response, first, new double[6][0]);
        MeanDifference pooled = MeanDifference.pooled(SampleSummary.of(8, 9, 12), SampleSummary.of(3, 5, 4));
        assertThat(plain.statistic(0)).isCloseTo(pooled.statistic(0), within(1e-12));
        assertThat(plain.degreesOfFreedom()).isEqualTo(4);
        double[][] rows = new double[6][];
        for (int i = 0; i < 6; i++) {
            rows[i] = new double[] {covariate[i]};
        }
        // Within: Sxx = 2 + 8, Sxy = 1 + 8, Syy = 2 + 26/3; slope .9.
        MeanDifference adjusted = AnalysisOfCovariance.difference(response, first, rows);
        double difference = 29 / 3.0 - 4 - 0.9 * 2;
        double residual = (2 + 26 / 3.0 - 0.9 * 9) / 3;
        assertThat(adjusted.estimate()).isCloseTo(difference, within(1e-12));
        assertThat(adjusted.standardError()).isCloseTo(Math.sqrt(residual * (2 / 3.0 + 4 / 10.0)), within(1e-12));
        assertThat(adjusted.degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void rejectsDataWithoutVarianceOrGroups() {
        SampleSummary constant = SampleSummary.of(2, 2, 2);
        assertThatThrownBy(() -> MeanDifference.welch(constant, constant)).hasMessageContaining("must not both be 0");
        assertThatThrownBy(() -> MeanDifference.pooled(constant, constant)).hasMessageContaining("must not both be 0");
        assertThatThrownBy(() -> SampleSummary.of(1)).hasMessageContaining("sample size (1)");
        assertThatThrownBy(() -> SampleSummary.of(1, Double.NaN)).hasMessageContaining("value (NaN)");
        double[] response = {1, 2, 3, 5};
        boolean[] all = {true, true, true, true};
        assertThatThrownBy(() -> AnalysisOfCovariance.difference(response, all, new double[4][0]))
                .hasMessageContaining("column (1)");
        assertThatThrownBy(() -> AnalysisOfCovariance.difference(response, all, new double[3][0]))
                .hasMessageContaining("covariates (3)");
    }
}
