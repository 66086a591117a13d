package org.evotrial.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SeededAssertionsTest {
    @Test
    void rejectsAProportionThatIsSixStandardErrorsOff() {
        // Standard error of 500 of 1000 is 15.8.
        assertFails(() -> SeededAssertions.assertProportion(595, 1000, 0.5));
        assertFails(() -> SeededAssertions.assertProportion(405, 1000, 0.5));
        SeededAssertions.assertProportion(560, 1000, 0.5);
    }

    @Test
    void rejectsAnEstimateBeyondTheLimitAndNaN() {
        // 4.8916 is the normal quantile of 1 - 5e-7 (tables of the normal distribution).
        SeededAssertions.assertNear(4.891, 0, 1);
        assertFails(() -> SeededAssertions.assertNear(4.892, 0, 1));
        assertFails(() -> SeededAssertions.assertNear(-4.892, 0, 1));
        assertFails(() -> SeededAssertions.assertNear(Double.NaN, 0, 1));
    }

    @Test
    void rejectsCountsThatAreNotUniform() {
        SeededAssertions.assertCounts(new long[] {100, 100, 100}, new double[] {100, 100, 100});
        // Chi-square 2 * 25^2 / 100 + 50^2 / 100 = 37.5; the limit for two degrees of freedom is -2 ln(1e-6) = 27.6.
        assertFails(() -> SeededAssertions.assertCounts(new long[] {75, 75, 150}, new double[] {100, 100, 100}));
    }

    @Test
    void rejectsCorrelatedPairs() {
        double[] x = new double[400];
        double[] y = new double[400];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 20;
            y[i] = i % 20 + 2 * (i / 20);
        }
        assertFails(() -> SeededAssertions.assertUncorrelated(x, y));
    }

    @Test
    void saysWhichShiftIsDetected() {
        // 4.8916 + 3.0902: normal quantiles of 1 - 5e-7 and .999.
        assertThat(SeededAssertions.detectableShift(2)).isCloseTo(15.964, within(1e-3));
    }

    private static void assertFails(ThrowingCallable assertion) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion);
    }
}
