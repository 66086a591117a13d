package org.evotrial.statistics.bayes.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.bayes.basket.BasketPosterior;
import org.evotrial.statistics.bayes.basket.BasketTrial;
import org.evotrial.statistics.bayes.basket.ExchangeableDistribution;
import org.evotrial.statistics.bayes.basket.HeterogeneityPrior;
import org.evotrial.statistics.bayes.basket.HierarchicalAnalysis;
import org.junit.jupiter.api.Test;

/** Limits of 4.9 standard errors: two-sided level 1e-6; a shift of 8 standard errors is detected with probability .999. */
class SliceSamplerTest {
    private static final double LIMIT = 4.9;
    private static final int[] RESPONSES = {1, 2, 3, 8, 9, 10};
    private static final double LOGIT_15 = Math.log(0.15 / 0.85);
    private static final double LOGIT_35 = Math.log(0.35 / 0.65);

    /** Detects a shift of a mean by .08 and of a correlation by about the same. */
    @Test
    void aCorrelatedNormalDistributionHasItsMoments() {
        double rho = 0.7;
        LogDensity density = x -> {
            double a = x[0] - 3;
            double b = (x[1] + 1) / 2;
            return -0.5 * (a * a - 2 * rho * a * b + b * b) / (1 - rho * rho);
        };
        double[][][] chains = SliceSampler.of(density, 0.1, 40)
                .chains(new SplitMix64(1), new double[][] {{0, 0}, {5, 5}, {-5, 2}, {9, -9}}, 500, 5000);
        ChainDiagnostics first = ChainDiagnostics.of(chains, 0);
        ChainDiagnostics second = ChainDiagnostics.of(chains, 1);
        assertThat(first.converged()).isTrue();
        assertThat(first.mean()).isCloseTo(3, Offset.offset(LIMIT * first.standardErrorOfMean()));
        assertThat(second.mean()).isCloseTo(-1, Offset.offset(LIMIT * second.standardErrorOfMean()));
        ChainDiagnostics product = ChainDiagnostics.of(transformed(chains, x -> (x[0] - 3) * (x[1] + 1) / 2), 0);
        assertThat(product.mean()).isCloseTo(rho, Offset.offset(LIMIT * product.standardErrorOfMean()));
        ChainDiagnostics square = ChainDiagnostics.of(transformed(chains, x -> (x[1] + 1) * (x[1] + 1)), 0);
        assertThat(square.mean()).isCloseTo(4, Offset.offset(LIMIT * square.standardErrorOfMean()));
        assertThat(first.standardErrorOfMean()).isLessThan(0.02);
    }

    /** Data set 2 of bhm_exnex_posteriors.csv by sampling and by the quadrature; detects shifts of .01 to .02. */
    @Test
    void berrysModelAgreesWithItsQuadrature() {
        double[][][] chains = SliceSampler.of(SliceSamplerTest::berry, 1, 1, 1, 1, 1, 1, 1, 1)
                .chains(new SplitMix64(2), starts(), 300, 2500);
        BasketTrial trial = BasketTrial.equal(6, 24, 0.25);
        BasketPosterior quadrature = HierarchicalAnalysis.berry(
                        trial,
                        new double[] {0.35, 0.35, 0.35, 0.35, 0.35, 0.35},
                        new ExchangeableDistribution(LOGIT_15 - LOGIT_35, 2, new HeterogeneityPrior.HalfNormal(1)))
                .analyse(RESPONSES);
        for (int j = 0; j < 6; j++) {
            int basket = j;
            ChainDiagnostics rate = ChainDiagnostics.of(transformed(chains, x -> rate(x, basket)), 0);
            ChainDiagnostics above = ChainDiagnostics.of(transformed(chains, x -> rate(x, basket) > 0.25 ? 1 : 0), 0);
            assertThat(rate.converged()).as("%s", rate).isTrue();
            assertThat(rate.mean()).isCloseTo(quadrature.mean(j), Offset.offset(LIMIT * rate.standardErrorOfMean()));
            assertThat(rate.standardErrorOfMean()).isLessThan(0.003);
            assertThat(rate.standardDeviation()).isCloseTo(quadrature.standardDeviation(j), Offset.offset(0.01));
            assertThat(above.mean())
                    .isCloseTo(quadrature.probabilityAbove(j, 0), Offset.offset(LIMIT * above.standardErrorOfMean()));
        }
    }

    @Test
    void chainsInTwoModesAreDetected() {
        LogDensity modes = x -> StrictMath.log(
                StrictMath.exp(-0.5 * (x[0] - 20) * (x[0] - 20)) + StrictMath.exp(-0.5 * (x[0] + 20) * (x[0] + 20)));
        SliceSampler sampler = SliceSampler.of(modes, 1);
        ChainDiagnostics apart =
                ChainDiagnostics.of(sampler.chains(new SplitMix64(3), new double[][] {{20}, {-20}}, 100, 1000), 0);
        assertThat(apart.rHat()).isGreaterThan(10);
        assertThat(apart.effectiveSampleSize()).isLessThan(20);
        assertThat(apart.converged()).isFalse();
        ChainDiagnostics together =
                ChainDiagnostics.of(sampler.chains(new SplitMix64(3), new double[][] {{20}, {20}}, 100, 1000), 0);
        assertThat(together.converged()).isTrue();
    }

    /** An autoregressive sequence of correlation .8 is worth (1 - .8) / (1 + .8) of its length; independent draws all of it. */
    @Test
    void theEffectiveSampleSizeIsThatOfAnAutoregression() {
        for (double rho : new double[] {0, 0.8, -0.3}) {
            UniformRandomProvider random = new SplitMix64(4);
            double[][][] chains = new double[4][5000][1];
            for (double[][] chain : chains) {
                double x = StandardNormal.quantile(random.nextDouble());
                for (double[] draw : chain) {
                    x = rho * x + Math.sqrt(1 - rho * rho) * StandardNormal.quantile(random.nextDouble());
                    draw[0] = x;
                }
            }
            ChainDiagnostics diagnostics = ChainDiagnostics.of(chains, 0);
            double expected = 20000 * (1 - rho) / (1 + rho);
            assertThat(diagnostics.effectiveSampleSize() / expected).isBetween(0.8, 1.25);
            assertThat(diagnostics.rHat()).isBetween(0.999, 1.01);
        }
    }

    /** By hand: halves 1 2 1 2 and 3 4 3 4 have W = 1/3 and B/n = 2, so that rHat^2 = (3/4 * 1/3 + 2) / (1/3) = 6.75. */
    @Test
    void rHatIsComputedFromHalves() {
        double[][][] chain = {{{1}, {2}, {1}, {2}, {3}, {4}, {3}, {4}}};
        assertThat(ChainDiagnostics.of(chain, 0).rHat()).isCloseTo(Math.sqrt(6.75), Offset.offset(1e-12));
        assertThat(ChainDiagnostics.of(chain, 0).mean()).isCloseTo(2.5, Offset.offset(1e-12));
        double[][][] constant = {{{1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}}};
        assertThat(ChainDiagnostics.of(constant, 0).rHat()).isEqualTo(1);
        double[][][] step = {{{1}, {1}, {1}, {1}, {2}, {2}, {2}, {2}}};
        assertThat(ChainDiagnostics.of(step, 0).rHat()).isInfinite();
    }

    @Test
    void equalSeedsGiveEqualChains() {
        SliceSampler sampler = SliceSampler.of(x -> -Math.abs(x[0]), 1);
        assertThat(sampler.chain(new SplitMix64(9), new double[] {0}, 30, 50))
                .isDeepEqualTo(sampler.chain(new SplitMix64(9), new double[] {0}, 30, 50));
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        SliceSampler bounded = SliceSampler.of(x -> x[0] > 0 ? -x[0] : Double.NEGATIVE_INFINITY, 1);
        SplitMix64 random = new SplitMix64(5);
        assertThatIllegalArgumentException().isThrownBy(() -> bounded.chain(random, new double[] {-1}, 0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> bounded.chain(random, new double[] {1, 1}, 0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> bounded.chain(random, new double[] {1}, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SliceSampler.of(x -> 0, 0));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> SliceSampler.of(x -> 0, 1).chain(random, new double[] {1}, 0, 10))
                .withMessageContaining("improper");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() ->
                        SliceSampler.of(x -> x[0] == 1 ? 0 : Double.NaN, 1).chain(random, new double[] {1}, 0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> ChainDiagnostics.of(new double[2][4][1], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ChainDiagnostics.of(new double[2][8][1], 1));
    }

    /** Parameters: mu standardised, log tau, six standardised deviations; log tau carries its Jacobian. */
    private static double berry(double[] x) {
        double tau = StrictMath.exp(x[1]);
        double log = -0.5 * x[0] * x[0] - 0.5 * tau * tau + x[1];
        for (int j = 0; j < 6; j++) {
            double logit = logit(x, j);
            log += RESPONSES[j] * logit - 24 * StrictMath.log1p(StrictMath.exp(logit)) - 0.5 * x[2 + j] * x[2 + j];
        }
        return log;
    }

    private static double logit(double[] x, int basket) {
        return LOGIT_15 + 2 * x[0] + StrictMath.exp(x[1]) * x[2 + basket];
    }

    private static double rate(double[] x, int basket) {
        return 1 / (1 + StrictMath.exp(-logit(x, basket)));
    }

    private static double[][] starts() {
        return new double[][] {
            {0, 0, 0, 0, 0, 0, 0, 0},
            {1, -1, 1, 1, 1, 1, 1, 1},
            {-1, 0.5, 0, 1, 0, 1, 0, 1},
            {0.5, -2, -1, 0, 1, 0, 0, 0}
        };
    }

    private static double[][][] transformed(double[][][] chains, LogDensity quantity) {
        double[][][] result = new double[chains.length][chains[0].length][1];
        for (int c = 0; c < chains.length; c++) {
            for (int i = 0; i < result[c].length; i++) {
                result[c][i][0] = quantity.at(chains[c][i]);
            }
        }
        return result;
    }
}
