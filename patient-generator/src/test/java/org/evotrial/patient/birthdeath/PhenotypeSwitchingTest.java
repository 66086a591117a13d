package org.evotrial.patient.birthdeath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.sampling.GoodnessOfFit;
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
    void theMeanSolvesTheDifferentialEquation(double g0, double g1, double k01, double k10, double days) {
        PhenotypeSwitching switching = new PhenotypeSwitching().set(g0, g1, k01, k10, days);
        double[] y = {1e6, 1e4};
        new DormandPrince853Integrator(1e-8, 5, 1e-9, 1e-12)
                .integrate(new MeanEquation(g0, g1, k01, k10), 0, y.clone(), days, y);
        assertThat(switching.meanSensitive(1e6, 1e4)).isCloseTo(y[0], within(1e-9 * y[0] + 1e-6));
        assertThat(switching.meanTolerant(1e6, 1e4)).isCloseTo(y[1], within(1e-9 * y[1] + 1e-6));
    }

    @Test
    void halfStepsMoveTheExpectedNumberOfCellsAndLoseNone() {
        PhenotypeSwitching switching = new PhenotypeSwitching().set(0, 0, .02, .05, 10);
        UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 2, 0, 0});
        int draws = 50_000;
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            double[] cells = {9, 100, 40};
            switching.switchForHalfStep(cells, 1, random);
            assertThat(cells[0]).isEqualTo(9);
            assertThat(cells[1] + cells[2]).isEqualTo(140);
            sum += cells[2];
        }
        // Two-state chain over 5 days: p01 = k01/(k01+k10) (1 - e^-(k01+k10)5), p10 likewise
        double mixed = (1 - Math.exp(-.07 * 5)) / .07;
        double p01 = .02 * mixed;
        double p10 = .05 * mixed;
        double mean = 100 * p01 + 40 * (1 - p10);
        double variance = 100 * p01 * (1 - p01) + 40 * p10 * (1 - p10);
        GoodnessOfFit.assertMean(sum / draws, Math.sqrt(variance), draws, mean);
        assertThatThrownBy(() -> GoodnessOfFit.assertMean(mean + .3, Math.sqrt(variance), draws, mean))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void splittingHasTheMeanOfTheMatrixExponentialUpToSecondOrder() {
        // (g0, g1, k01, k10) = (-.03, -.01, .004, .02) per day over 14 days: largest rate times step .42
        PhenotypeSwitching switching = new PhenotypeSwitching().set(-.03, -.01, .004, .02, 14);
        BirthDeathStep sensitive = new BirthDeathStep().set(.1, .13, 14);
        BirthDeathStep tolerant = new BirthDeathStep().set(.02, .03, 14);
        UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 3, 0, 0});
        int draws = 40_000;
        double[] sums = new double[2];
        for (int i = 0; i < draws; i++) {
            double[] cells = {300, 30};
            switching.switchForHalfStep(cells, 0, random);
            cells[0] = sensitive.sample(cells[0], random);
            cells[1] = tolerant.sample(cells[1], random);
            switching.switchForHalfStep(cells, 0, random);
            sums[0] += cells[0];
            sums[1] += cells[1];
        }
        // splitting error below .1 %, five Monte Carlo errors below .6 %
        assertThat(sums[0] / draws).isCloseTo(switching.meanSensitive(300, 30), within(.007 * 200));
        assertThat(sums[1] / draws).isCloseTo(switching.meanTolerant(300, 30), within(.007 * 30));
        assertThat(switching.meanSensitive(300, 30)).isBetween(150.0, 250.0);
    }

    @Test
    void negativeRatesAreRejected() {
        assertThatThrownBy(() -> new PhenotypeSwitching().set(0, 0, -1, 0, 1)).hasMessageContaining("-1.0");
    }

    private record MeanEquation(double g0, double g1, double k01, double k10)
            implements FirstOrderDifferentialEquations {
        @Override
        public int getDimension() {
            return 2;
        }

        @Override
        public void computeDerivatives(double t, double[] y, double[] derivative) {
            derivative[0] = (g0 - k01) * y[0] + k10 * y[1];
            derivative[1] = k01 * y[0] + (g1 - k10) * y[1];
        }
    }
}
