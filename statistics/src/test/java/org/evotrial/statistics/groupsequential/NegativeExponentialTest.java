package org.evotrial.statistics.groupsequential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NegativeExponentialTest {
    @Test
    void agreesWithTheJdkWithinTwoUnitsInTheLastPlace() {
        for (int i = 0; i <= 700_000; i++) {
            double x = i * 0.001 + i * 1e-11;
            if (x > 700) {
                break;
            }
            double expected = StrictMath.exp(-x);
            assertThat(Math.abs(NegativeExponential.value(x) - expected) <= 2 * Math.ulp(expected))
                    .as("exp(-%s)", x)
                    .isTrue();
        }
        assertThat(NegativeExponential.value(0)).isEqualTo(1);
    }
}
