package org.evotrial.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.ConfidenceInterval;
import org.junit.jupiter.api.Test;

class RestrictedMeanComparisonTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    @Test
    void differenceAndRatioAreThoseOfTheArms() {
        // Means and errors of data set 1 of tte_kernel_results.csv at 8.
        RestrictedMeanComparison comparison = new RestrictedMeanComparison(
                new RestrictedMean(8, 4.500426773949580, 0.709523933413638),
                new RestrictedMean(8, 6.273156664561403, 0.548256268383144));
        assertThat(comparison.difference()).isCloseTo(1.772729890611823, ROUNDING);
        double error = Math.sqrt(Math.pow(0.709523933413638, 2) + Math.pow(0.548256268383144, 2));
        assertThat(comparison.z()).isCloseTo(1.772729890611823 / error, ROUNDING);
        ConfidenceInterval interval = comparison.differenceInterval(0.95);
        assertThat(interval.lower()).isCloseTo(1.772729890611823 - 1.959963984540054 * error, ROUNDING);
        double ratio = 6.273156664561403 / 4.500426773949580;
        assertThat(comparison.ratio()).isCloseTo(ratio, ROUNDING);
        double logError = Math.hypot(0.709523933413638 / 4.500426773949580, 0.548256268383144 / 6.273156664561403);
        assertThat(comparison.ratioInterval(0.95).upper())
                .isCloseTo(ratio * Math.exp(1.959963984540054 * logError), ROUNDING);
    }

    @Test
    void groupsWithoutEventsOrWithoutTimeHaveADocumentedResult() {
        KaplanMeier none = KaplanMeier.of(new double[] {1, 2}, new boolean[2]);
        RestrictedMeanComparison same = RestrictedMeanComparison.of(none, none, 2);
        assertThat(same.difference()).isZero();
        assertThat(same.z()).isZero();
        assertThat(same.ratioInterval(0.95)).isEqualTo(new ConfidenceInterval(1, 1, 0.95));
        KaplanMeier atOnce = KaplanMeier.of(new double[] {0, 0}, new boolean[] {true, true});
        RestrictedMeanComparison against = RestrictedMeanComparison.of(atOnce, none, 2);
        assertThat(against.difference()).isEqualTo(2);
        assertThat(against.ratio()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(against.ratioInterval(0.95)).isEqualTo(new ConfidenceInterval(0, Double.POSITIVE_INFINITY, 0.95));
    }

    @Test
    void rejectsDifferentRestrictions() {
        assertThatThrownBy(() -> new RestrictedMeanComparison(new RestrictedMean(1, 1, 0), new RestrictedMean(2, 1, 0)))
                .hasMessageContaining("restrictions (1.0, 2.0)");
    }
}
