package org.evotrial.statistics.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BestArmProbabilitiesTest {
    private static final Offset<Double> STATED = Offset.offset(2e-6);

    @Test
    void twoArmsAgreeWithTheAccurateQuadrature() {
        SplittableRandom random = new SplittableRandom(5);
        BestArmProbabilities workspace = new BestArmProbabilities(2);
        for (int i = 0; i < 1500; i++) {
            BetaBinomial first = posterior(random, i);
            BetaBinomial second = posterior(random, i / 2);
            double fast = workspace.probabilityGreater(first.alpha(), first.beta(), second.alpha(), second.beta());
            assertThat(fast)
                    .as("%s, %s", first, second)
                    .isCloseTo(BetaComparison.probabilityGreater(first, second, 0), STATED);
        }
    }

    private static BetaBinomial posterior(SplittableRandom random, int i) {
        double prior = i % 2 == 0 ? 1 : 0.5;
        int patients = random.nextInt(1 << random.nextInt(1, 12));
        int successes = random.nextInt(patients + 1);
        return new BetaBinomial(prior, prior).updated(successes, patients - successes);
    }

    @Test
    void fiveArmsAgreeWithGaussianQuadrature() {
        double[] alpha = {1, 11, 26, 4, 7};
        double[] beta = {1, 31, 76, 3, 40};
        double[] fast = new double[5];
        new BestArmProbabilities(5).compute(alpha, beta, 5, fast);
        for (int i = 0; i < 5; i++) {
            assertThat(fast[i]).isCloseTo(gaussian(alpha, beta, i), STATED);
        }
        assertThat(Arrays.stream(fast).sum()).isCloseTo(1, Offset.offset(1e-14));
    }

    /** Integrand is a polynomial for whole shapes: composite Gauss-Legendre rules with 20 x 16 nodes are exact. */
    private static double gaussian(double[] alpha, double[] beta, int arm) {
        double sum = 0;
        for (int panel = 0; panel < 20; panel++) {
            GaussIntegrator rule = new GaussIntegratorFactory().legendre(16, panel / 20.0, (panel + 1) / 20.0);
            sum += rule.integrate(x -> {
                double product = StrictMath.exp(new BetaBinomial(alpha[arm], beta[arm]).logDensity(x));
                for (int j = 0; j < alpha.length; j++) {
                    product *= j == arm ? 1 : new BetaBinomial(alpha[j], beta[j]).probabilityBelow(x);
                }
                return product;
            });
        }
        return sum;
    }

    @Test
    void equalArmsShareEvenly() {
        double[] shapes = {3, 3, 3, 3};
        double[] result = new double[4];
        new BestArmProbabilities(7).compute(shapes, new double[] {9, 9, 9, 9}, 4, result);
        assertThat(result).containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, Offset.offset(1e-13));
    }

    @Test
    void aHopelessArmGetsNothingAndALonelyArmEverything() {
        BestArmProbabilities workspace = new BestArmProbabilities(2);
        assertThat(workspace.probabilityGreater(1, 5001, 5001, 1)).isZero();
        double[] one = new double[1];
        workspace.compute(new double[] {1}, new double[] {1}, 1, one);
        assertThat(one[0]).isEqualTo(1);
    }

    @Test
    void aWorkspaceThatHasGrownGivesTheSameAnswers() {
        BestArmProbabilities workspace = new BestArmProbabilities(2);
        double before = workspace.probabilityGreater(3, 9, 4, 8);
        workspace.probabilityGreater(0.5, 0.5, 90_000, 10_000);
        assertThat(workspace.probabilityGreater(3, 9, 4, 8)).isEqualTo(before);
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        BestArmProbabilities workspace = new BestArmProbabilities(1);
        assertThatIllegalArgumentException().isThrownBy(() -> workspace.probabilityGreater(1, 1, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workspace.compute(new double[] {0}, new double[] {1}, 1, new double[1]))
                .withMessageContaining("alpha (0.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workspace.compute(new double[2], new double[2], 2, new double[2]))
                .withMessageContaining("[1, 1]");
    }
}
