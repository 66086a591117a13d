package org.evotrial.statistics.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Maxima found by SciPy are checked by the verification of scipy_negative_binomial.csv. */
class RateRatioTest {
    private static EventCounts equalExposures(double exposure, int... counts) {
        double[] exposures = new double[counts.length];
        Arrays.fill(exposures, exposure);
        return EventCounts.of(counts, exposures);
    }

    /** With equal exposures within groups the rates are events over time whatever the dispersion. */
    @Test
    void equalExposuresGiveTheRatioOfTheRates() {
        EventCounts first = equalExposures(2, 0, 3, 1, 9, 0, 2);
        EventCounts second = equalExposures(0.5, 4, 0, 1, 12, 6);
        RateRatio ratio = RateRatio.negativeBinomial(first, second);
        assertThat(ratio.estimate()).isCloseTo((15 / 12.0) / (23 / 2.5), within(1e-12));
        double k = ratio.dispersion();
        assertThat(k).isPositive();
        // Var = (1 / mean + k) / n of each group.
        double variance = (6 / 15.0 + k) / 6 + (5 / 23.0 + k) / 5;
        assertThat(ratio.standardError()).isCloseTo(Math.sqrt(variance), within(1e-12));
    }

    @Test
    void countsThatVaryLessThanPoissonsHaveNoDispersion() {
        EventCounts first = equalExposures(1, 2, 2, 3, 2);
        EventCounts second = equalExposures(1, 4, 4, 5, 4);
        RateRatio ratio = RateRatio.negativeBinomial(first, second);
        assertThat(ratio).isEqualTo(RateRatio.poisson(first, second));
        assertThat(ratio.dispersion()).isZero();
        assertThat(ratio.standardError()).isCloseTo(Math.sqrt(1 / 9.0 + 1 / 17.0), within(1e-14));
    }

    @Test
    void theIntervalInvertsTheTest() {
        RateRatio ratio = new RateRatio(Math.log(0.7), 0.2, 0.5);
        assertThat(ratio.lowerPValue(ratio.interval(0.95).upper())).isCloseTo(0.025, within(1e-12));
        assertThat(ratio.lowerPValue(0.7)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void groupsWithoutEventsAreRejected() {
        EventCounts none = equalExposures(1, 0, 0);
        EventCounts some = equalExposures(1, 0, 1);
        assertThatThrownBy(() -> RateRatio.negativeBinomial(none, some)).hasMessageContaining("first group (0)");
        assertThatThrownBy(() -> RateRatio.poisson(some, none)).hasMessageContaining("second group (0)");
        assertThatThrownBy(() -> EventCounts.of(new int[0], new double[0])).hasMessageContaining("patients (0)");
        assertThatThrownBy(() -> EventCounts.of(new int[] {1}, new double[] {0}))
                .hasMessageContaining("exposure (0.0)");
        assertThatThrownBy(() -> EventCounts.of(new int[] {-1}, new double[] {1}))
                .hasMessageContaining("count (-1)");
    }
}
