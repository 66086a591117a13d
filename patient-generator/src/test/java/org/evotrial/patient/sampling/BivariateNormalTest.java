package org.evotrial.patient.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class BivariateNormalTest {
    private final NormalDistribution normal = new NormalDistribution();

    /** Sheppard (1899): P(X &lt; 0, Y &lt; 0) = 1/4 + arcsin(rho)/(2 pi). */
    @Test
    void theOrthantAtTheMediansIsSheppards() {
        for (double rho : new double[] {-.99, -.5, 0, .3, .8, .999}) {
            assertThat(BivariateNormal.lowerOrthant(0, 0, rho))
                    .isCloseTo(.25 + Math.asin(rho) / (2 * Math.PI), within(1e-13));
        }
    }

    /** The integral over x up to h of phi(x) Phi((k - rho x)/sqrt(1 - rho^2)), by the trapezoidal rule. */
    @Test
    void anyOrthantIsTheIntegralOfTheConditionalProbability() {
        double[][] cases = {{.5, -1.2, .4}, {-2, -1, -.7}, {1.3, .2, .95}, {-.3, .9, -.95}};
        for (double[] c : cases) {
            double scale = Math.sqrt(1 - c[2] * c[2]);
            int steps = 200_000;
            double width = (c[0] + 9) / steps;
            double sum = 0;
            for (int i = 0; i <= steps; i++) {
                double x = -9 + i * width;
                double value = normal.density(x) * normal.cumulativeProbability((c[1] - c[2] * x) / scale);
                sum += i == 0 || i == steps ? value / 2 : value;
            }
            assertThat(BivariateNormal.lowerOrthant(c[0], c[1], c[2])).isCloseTo(sum * width, within(1e-9));
        }
    }

    @Test
    void theTetrachoricCorrelationGivesBackTheJointProbability() {
        double[][] cases = {{.58, .69, .32}, {.58, .69, .4002}, {.1, .3, .09}, {.02, .9, .0199}};
        for (double[] c : cases) {
            double rho = BivariateNormal.tetrachoric(c[0], c[1], c[2]);
            assertThat(BivariateNormal.lowerOrthant(
                            normal.inverseCumulativeProbability(c[0]), normal.inverseCumulativeProbability(c[1]), rho))
                    .isCloseTo(c[2], within(1e-10));
        }
        assertThat(BivariateNormal.tetrachoric(.58, .69, .58 * .69)).isCloseTo(0, within(1e-9));
        assertThat(BivariateNormal.tetrachoric(.5, .5, 1.0 / 3))
                .as("Sheppard: sin(pi/6)")
                .isCloseTo(.5, within(1e-9));
    }

    @Test
    void refusesWhatNoTwoEventsCanHave() {
        assertThatThrownBy(() -> BivariateNormal.tetrachoric(.58, .69, .2)).hasMessageContaining("must be in [0.27");
    }
}
