package org.evotrial.patient.birthdeath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhenotypeSwitchingTest {
    @ParameterizedTest
    @CsvSource({
        "-.2, -.01, .003, .02, 28",
        ".02, -.01, 0, .1, 56",
        "0, 0, .01, .01, 14",
        "-.1, -.1, 0, 0, 30",
        "-.3, .01, .05, 0, 7",
        "-.1, -.1, .2, .3, 10"
    })
    void theMeanAndItsIntegralSolveTheDifferentialEquation(double g0, double g1, double k01, double k10, double days) {
        PhenotypeSwitching switching = new PhenotypeSwitching().set(g0, g1, k01, k10, days);
        double[] y = {1e6, 1e4, 0, 0};
        new DormandPrince853Integrator(1e-8, 5, 1e-9, 1e-12)
                .integrate(new MeanEquation(g0, g1, k01, k10), 0, y.clone(), days, y);
        assertThat(switching.meanSensitive(1e6, 1e4)).isCloseTo(y[0], within(1e-9 * y[0] + 1e-6));
        assertThat(switching.meanTolerant(1e6, 1e4)).isCloseTo(y[1], within(1e-9 * y[1] + 1e-6));
        assertThat(switching.sensitiveDays(1e6, 1e4)).isCloseTo(y[2], within(1e-9 * y[2]));
        assertThat(switching.tolerantDays(1e6, 1e4)).isCloseTo(y[3], within(1e-9 * y[3]));
    }

    @Test
    void negativeRatesAreRejected() {
        assertThatThrownBy(() -> new PhenotypeSwitching().set(0, 0, -1, 0, 1)).hasMessageContaining("-1.0");
    }

    private record MeanEquation(double g0, double g1, double k01, double k10)
            implements FirstOrderDifferentialEquations {
        @Override
        public int getDimension() {
            return 4;
        }

        @Override
        public void computeDerivatives(double t, double[] y, double[] derivative) {
            derivative[0] = (g0 - k01) * y[0] + k10 * y[1];
            derivative[1] = k01 * y[0] + (g1 - k10) * y[1];
            derivative[2] = y[0];
            derivative[3] = y[1];
        }
    }
}
