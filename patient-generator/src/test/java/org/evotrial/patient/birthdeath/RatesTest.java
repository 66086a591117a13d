package org.evotrial.patient.birthdeath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {
    /** T sum x^k/(k+1)! and T^2 sum x^k/(k! (k+2)), x = rate T: the power series of both integrals. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 5e-9, -9e-9, 2e-8, 3e-6, -9e-5, 2e-4, -.01, .3, -2, 4})
    void integralsOfExponentialsAreTheirPowerSeries(double exponent) {
        for (double days : new double[] {1e-3, 1, 28}) {
            double plain = 0;
            double growing = 0;
            double term = 1;
            for (int k = 0; k < 60; k++) {
                plain += term / (k + 1);
                growing += term / (k + 2);
                term *= exponent / (k + 1);
            }
            double rate = exponent / days;
            assertThat(Rates.integratedExponential(rate, days))
                    .isCloseTo(days * plain, within(1e-15 * 5 * days * plain));
            // below 1e-4 two terms of the series, above it a difference that loses 4 digits per factor: both below 1e-8
            assertThat(Rates.integratedGrowingExponential(rate, days))
                    .isCloseTo(days * days * growing, within(3e-8 * days * days * growing));
        }
    }

    @Test
    void namesWhatIsNoRate() {
        assertThatThrownBy(() -> Rates.requireNonNegative("rate", -1e-300)).hasMessageContaining("rate (-1.0E-300)");
        assertThatThrownBy(() -> Rates.requireNonNegative("rate", Double.NaN)).hasMessageContaining("rate (NaN)");
        assertThatThrownBy(() -> Rates.requireNonNegative("rate", 1 / 0.0)).hasMessageContaining("rate (Infinity)");
        Rates.requireNonNegative("rate", 0);
    }
}
