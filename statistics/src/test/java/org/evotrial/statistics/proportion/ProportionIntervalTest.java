package org.evotrial.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.ConfidenceInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionIntervalTest {
    // Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10.
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void newcombeAgreesWithHisTable(long x1, long n1, long x2, long n2, double lower, double upper) {
        ConfidenceInterval interval = ProportionDifference.newcombe(x1, n1, x2, n2, 0.95);
        assertThat(interval.lower()).isCloseTo(lower, Offset.offset(5.1e-5));
        assertThat(interval.upper()).isCloseTo(upper, Offset.offset(5.1e-5));
    }

    @Test
    void clopperPearsonInvertsTheExactTests() {
        for (int n : new int[] {1, 7, 40, 1000}) {
            for (int x = 0; x <= n; x += Math.max(1, n / 7)) {
                ConfidenceInterval interval = ProportionInterval.clopperPearson(x, n, 0.99);
                if (x > 0) {
                    assertThat(BinomialTest.upperPValue(x, n, interval.lower())).isCloseTo(0.005, Offset.offset(1e-10));
                }
                if (x < n) {
                    assertThat(BinomialTest.lowerPValue(x, n, interval.upper())).isCloseTo(0.005, Offset.offset(1e-10));
                }
            }
        }
    }

    @Test
    void intervalsOfNoTrialsAreTheWholeRange() {
        assertThat(ProportionInterval.wilson(0, 0, 0.95)).isEqualTo(new ConfidenceInterval(0, 1, 0.95));
        assertThat(ProportionInterval.clopperPearson(0, 0, 0.95)).isEqualTo(new ConfidenceInterval(0, 1, 0.95));
    }

    @Test
    void exactLimitsOfRareEventsKeepTheirRelativeAccuracy() {
        // P(X >= 1) = 1 - (1 - p)^n = tail, solved in closed form.
        double tail = 0.005;
        long n = 1_000_000_000L;
        double closed = -StrictMath.expm1(StrictMath.log1p(-tail) / n);
        assertThat(ProportionInterval.lowerLimit(1, n, tail) / closed).isCloseTo(1, Offset.offset(1e-9));
    }

    @Test
    void rejectsCountsThatAreNoCounts() {
        assertThatThrownBy(() -> ProportionInterval.wilson(3, 2, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(3)")
                .hasMessageContaining("[0, 2]");
        assertThatThrownBy(() -> ProportionInterval.clopperPearson(-1, 2, 0.95)).hasMessageContaining("(-1)");
        assertThatThrownBy(() -> ProportionInterval.wilson(1, 2, 95)).hasMessageContaining("level (95.0)");
        assertThatThrownBy(() -> ProportionDifference.newcombe(0, 0, 1, 2, 0.95))
                .hasMessageContaining("(0, 2)");
        assertThatThrownBy(() -> BinomialTest.upperPValue(1, 2, 1.5)).hasMessageContaining("p0 (1.5)");
    }
}
