package org.evotrial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardNormalTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-11);

    // mpmath 1.3.0, erfc(x / sqrt(2)) / 2 with 30 digits.
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.15865525393145705",
        "1.959963984540054, 0.025000000000000011",
        "-3, 0.99865010196836991",
        "8, 6.2209605742717841e-16",
        "20, 2.7536241186062337e-89",
        "37, 5.7255712225245768e-300"
    })
    void bothTailsKeepTheirRelativeAccuracy(double x, double upperTail) {
        assertThat(StandardNormal.survival(x)).isCloseTo(upperTail, ROUNDING);
        assertThat(StandardNormal.cumulative(-x)).isCloseTo(upperTail, ROUNDING);
    }

    // SciPy 1.17.1, scipy.stats.norm.isf.
    @ParameterizedTest
    @CsvSource({
        "0.025, 1.9599639845400545",
        "1e-10, 6.361340902404056",
        "1e-300, 37.0470962993612",
        "0.3, 0.5244005127080409"
    })
    void quantilesInvertTheTails(double p, double x) {
        assertThat(StandardNormal.upperQuantile(p)).isCloseTo(x, ROUNDING);
        assertThat(StandardNormal.quantile(p)).isCloseTo(-x, ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-300, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void rejectsWhatIsNoProbability(double p) {
        assertThatThrownBy(() -> StandardNormal.upperQuantile(p))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(p))
                .hasMessageContaining("[0, 1]");
    }
}
