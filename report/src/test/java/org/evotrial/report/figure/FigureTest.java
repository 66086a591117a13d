package org.evotrial.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.Truth;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void showsAProbabilityInPerCentWithTheDigitsOfItsError() {
        Figure figure = Figure.of(estimate("probability", 200_000, 0.8857, 0.00071, 0.88431, 0.88709));
        assertThat(figure.value()).isEqualTo("88.570 %");
        assertThat(figure.error()).isEqualTo("0.071");
        assertThat(figure.interval()).isEqualTo("88.431 to 88.709 %");
        assertThat(figure.count()).isEqualTo("200,000");
    }

    @Test
    void roundsAnExactZeroByTheWidthOfItsInterval() {
        // Clopper-Pearson upper limit at 0 of 1000 with 95 % confidence: 1 - 0.025^(1/1000) = 0.003682
        Figure figure = Figure.of(estimate("probability", 1000, 0, 0, 0, 0.003682));
        assertThat(figure.value()).isEqualTo("0 %");
        assertThat(figure.error()).isEmpty();
        assertThat(figure.interval()).isEqualTo("0.000 to 0.368 %");
    }

    @Test
    void saysSoWhenNothingWasMeasured() {
        Figure figure = Figure.of(estimate("mean", 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        assertThat(figure.isMeasured()).isFalse();
        assertThat(figure.value()).isEqualTo("–");
    }

    @Test
    void showsAMeanWithoutErrorAtThreeDigits() {
        Figure figure = Figure.of(estimate("mean", 1, 12.3456, Double.NaN, Double.NaN, Double.NaN));
        assertThat(figure.value()).isEqualTo("12.3");
        assertThat(figure.error()).isEmpty();
        assertThat(figure.interval()).isEmpty();
    }

    @Test
    void saysSoWhenATrueMedianIsNotReached() {
        double nan = Double.NaN;
        Truth truth = new Truth("Median", "medianMonths", "os", "a", null, null, 100, nan, nan, nan, nan);
        assertThat(Figure.of(truth).value()).isEqualTo("not reached");
    }

    private static Estimate estimate(String statistic, long n, double value, double mcse, double lower, double upper) {
        return new Estimate(
                "quantity", statistic, "", null, null, null, null, null, null, n, value, mcse, lower, upper);
    }
}
