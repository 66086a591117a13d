package org.evotrial.patient.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The polynomial 2 + x (-3 + x (5 - 1.5 x)), set by its values. */
class CubicTest {
    private final Cubic cubic = new Cubic();

    private static double value(double x) {
        return 2 + x * (-3 + x * (5 - 1.5 * x));
    }

    CubicTest() {
        cubic.set(2, -3, value(.5) - 2, value(1) - 2);
    }

    @Test
    void goesThroughItsOwnValues() {
        cubic.divide(80);
        for (int k = 1; k <= 80; k++) {
            assertThat(cubic.next()).isCloseTo(value(k / 80.0), within(1e-12));
        }
    }

    /** Its minimum on [0, 1], where -3 + 10 x - 4.5 x^2 = 0, is below its values at 0, 1/2 and 1. */
    @Test
    void staysWithinNoIntervalThatItLeaves() {
        double least = value((10 - Math.sqrt(100 - 54)) / 9);
        assertThat(least).isLessThan(value(.5) - .05);
        assertThat(cubic.staysWithin(least + 1e-6, 3.2)).isFalse();
        assertThat(cubic.staysWithin(.9, 2.5 - 1e-6)).isFalse();
        assertThat(cubic.staysWithin(.9, 3.2)).isTrue();
    }
}
