package org.evotrial.statistics.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.AdaptiveQuadrature;
import org.evotrial.statistics.StandardNormal;
import org.junit.jupiter.api.Test;

class ConjugateModelsTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-13);

    /** Precisions 1/4 and 1 add to 5/4; the mean is (1/4 * 1 + 1 * 6) / (5/4) = 5. */
    @Test
    void precisionsAdd() {
        NormalNormal posterior = new NormalNormal(1, 2).updated(6, 1);
        assertThat(posterior.mean()).isCloseTo(5, EXACT);
        assertThat(posterior.variance()).isCloseTo(0.8, EXACT);
        assertThat(posterior.effectiveSampleSize(2)).isCloseTo(5, EXACT);
    }

    @Test
    void twoEstimatesEqualTheirWeightedMean() {
        NormalNormal stepwise = new NormalNormal(-0.3, 0.7).updated(0.2, 0.5).updated(1.1, 0.25);
        double precision = 1 / 0.25 + 1 / 0.0625;
        NormalNormal atOnce =
                new NormalNormal(-0.3, 0.7).updated((0.2 / 0.25 + 1.1 / 0.0625) / precision, 1 / Math.sqrt(precision));
        assertThat(stepwise.mean()).isCloseTo(atOnce.mean(), EXACT);
        assertThat(stepwise.standardDeviation()).isCloseTo(atOnce.standardDeviation(), EXACT);
    }

    @Test
    void aWidePriorLeavesTheEstimateAndAnExactEstimateThePrior() {
        NormalNormal wide = new NormalNormal(3, 1e9).updated(0.4, 0.1);
        assertThat(wide.mean()).isCloseTo(NormalNormal.ofEstimate(0.4, 0.1).mean(), EXACT);
        assertThat(wide.standardDeviation()).isCloseTo(0.1, EXACT);
        NormalNormal uninformed = new NormalNormal(3, 0.1).updated(0.4, 1e9);
        assertThat(uninformed.mean()).isCloseTo(3, EXACT);
        assertThat(uninformed.standardDeviation()).isCloseTo(0.1, EXACT);
    }

    @Test
    void theNormalPredictiveDistributionIsTheMixtureOverTheParameter() {
        NormalNormal prior = new NormalNormal(0.5, 0.8);
        double mixture = AdaptiveQuadrature.integral(
                theta -> StrictMath.exp(prior.logDensity(theta)) * StandardNormal.cumulative((1.2 - theta) / 0.6),
                -8,
                9,
                1e-14);
        assertThat(prior.predictive(0.6).probabilityBelow(1.2)).isCloseTo(mixture, EXACT);
        assertThat(prior.predictive(0.6).standardDeviation()).isCloseTo(1, EXACT);
        double evidence = AdaptiveQuadrature.integral(
                theta -> StrictMath.exp(prior.logDensity(theta)) * StandardNormal.density((1.2 - theta) / 0.6) / 0.6,
                -8,
                9,
                1e-14);
        assertThat(prior.logMarginalLikelihood(1.2, 0.6)).isCloseTo(StrictMath.log(evidence), EXACT);
    }

    // Normal quantiles 1.959963984540054 and 1.2815515655446004 from any table.
    @Test
    void normalTailsAndQuantilesAreThoseOfTheTable() {
        NormalNormal distribution = new NormalNormal(10, 2);
        assertThat(distribution.credibleInterval(0.95).upper())
                .isCloseTo(10 + 2 * 1.959963984540054, Offset.offset(1e-12));
        assertThat(distribution.probabilityAbove(10 + 2 * 1.2815515655446004)).isCloseTo(0.1, EXACT);
        assertThat(distribution.probabilityBelow(10 - 2 * 1.2815515655446004)).isCloseTo(0.1, EXACT);
        assertThat(distribution.probabilityGreater(new NormalNormal(7, 1.5), 3)).isCloseTo(0.5, EXACT);
        assertThat(new NormalNormal(4, 3).probabilityGreater(new NormalNormal(-1, 4), 5 - 5 * 1.2815515655446004))
                .isCloseTo(0.9, EXACT);
    }

    // By mpmath 1.3.0: regularised incomplete gamma functions of Gamma(7.5, 14).
    @Test
    void eventsAndExposureUpdateARate() {
        GammaPoisson posterior = new GammaPoisson(2.5, 4).updated(5, 10);
        assertThat(posterior).isEqualTo(new GammaPoisson(7.5, 14));
        assertThat(posterior.mean()).isCloseTo(7.5 / 14, EXACT);
        assertThat(posterior.variance()).isCloseTo(7.5 / 196, EXACT);
        assertThat(posterior.probabilityBelow(0.4)).isCloseTo(0.2617078778196184, EXACT);
        assertThat(posterior.probabilityAbove(1.2)).isCloseTo(0.003874005882224082, EXACT);
        assertThat(posterior.probabilityBelow(posterior.quantile(0.3))).isCloseTo(0.3, Offset.offset(1e-9));
        assertThat(GammaPoisson.ofMean(0.25, 3)).isEqualTo(new GammaPoisson(3, 12));
    }

    // By mpmath 1.3.0 from the products of gamma functions.
    @Test
    void futureCountsAreNegativeBinomial() {
        GammaPoisson rate = new GammaPoisson(2.5, 4);
        assertThat(rate.predictive(0, 3)).isCloseTo(0.24683394155704635, EXACT);
        assertThat(rate.predictive(3, 3)).isCloseTo(0.12750988052372930, EXACT);
        assertThat(rate.predictiveAtMost(5, 3)).isCloseTo(0.9541607890930575, EXACT);
        assertThat(rate.predictiveAtMost(0, 3)).isCloseTo(rate.predictiveSurvival(3), EXACT);
        assertThat(rate.predictive(0, 0)).isEqualTo(1);
        assertThat(rate.predictive(2, 0)).isEqualTo(0);
        assertThat(rate.predictiveAtMost(0, 0)).isEqualTo(1);
    }

    @Test
    void theMarginalLikelihoodChainsOverObservations() {
        GammaPoisson prior = new GammaPoisson(0.7, 2.3);
        double chained = prior.logMarginalLikelihood(2, 5) + prior.updated(2, 5).logMarginalLikelihood(4, 1.5);
        assertThat(prior.logMarginalLikelihood(6, 6.5)).isCloseTo(chained, Offset.offset(1e-12));
        // One exponential time of t: a b^a / (b + t)^(a + 1), the negative derivative of Lomax's survival function.
        assertThat(prior.logMarginalLikelihood(1, 5))
                .isCloseTo(Math.log(0.7 * Math.pow(2.3, 0.7) / Math.pow(7.3, 1.7)), EXACT);
    }

    // By mpmath 1.3.0: integral of the numerator's distribution function over the denominator.
    @Test
    void aRatioOfRatesIsABetaPrime() {
        GammaRatio ratio = new GammaRatio(new GammaPoisson(6.5, 20), new GammaPoisson(9.25, 15));
        assertThat(ratio.probabilityBelow(0.5)).isCloseTo(0.4716970800434985, EXACT);
        assertThat(ratio.probabilityAbove(3)).isCloseTo(4.135973136522440e-4, Offset.offset(1e-15));
        assertThat(ratio.probabilityBelow(0.5) + ratio.probabilityAbove(0.5)).isCloseTo(1, EXACT);
        double density = AdaptiveQuadrature.integral(x -> StrictMath.exp(ratio.logDensity(x)), 0, 0.5, 1e-13);
        assertThat(density).isCloseTo(0.4716970800434985, Offset.offset(1e-12));
        for (double p : new double[] {1e-6, 0.025, 0.5, 0.975, 1 - 1e-6}) {
            assertThat(ratio.probabilityBelow(ratio.quantile(p))).isCloseTo(p, Offset.offset(1e-9));
        }
    }

    @Test
    void momentsOfARatioAreThoseOfIndependentFactors() {
        GammaPoisson top = new GammaPoisson(6.5, 20);
        GammaRatio ratio = new GammaRatio(top, new GammaPoisson(9.25, 15));
        double inverse = 15 / 8.25;
        double inverseSquare = 15 * 15 / (8.25 * 7.25);
        double second = (top.variance() + top.mean() * top.mean()) * inverseSquare;
        assertThat(ratio.mean()).isCloseTo(top.mean() * inverse, EXACT);
        assertThat(ratio.variance()).isCloseTo(second - ratio.mean() * ratio.mean(), EXACT);
        assertThat(new GammaRatio(top, new GammaPoisson(1, 1)).mean()).isInfinite();
        assertThat(new GammaRatio(top, new GammaPoisson(2, 1)).variance()).isInfinite();
    }

    /** Rates of one exponential distribution: lambda1 / lambda2 is below r with probability r / (1 + r). */
    @Test
    void equalExponentialRatesHaveASimpleRatio() {
        GammaRatio ratio = new GammaRatio(new GammaPoisson(1, 3), new GammaPoisson(1, 3));
        assertThat(ratio.probabilityBelow(4)).isCloseTo(0.8, EXACT);
        assertThat(ratio.probabilityAbove(1e12)).isCloseTo(1e-12, Offset.offset(1e-24));
        assertThat(ratio.logDensity(0)).isCloseTo(0, EXACT);
        assertThat(ratio.probabilityBelow(0)).isEqualTo(0);
        assertThat(ratio.probabilityAbove(-1)).isEqualTo(1);
        assertThat(ratio.probabilityBelow(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(ratio.probabilityAbove(Double.POSITIVE_INFINITY)).isEqualTo(0);
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NormalNormal(0, 0))
                .withMessageContaining("standardDeviation");
        assertThatIllegalArgumentException().isThrownBy(() -> new NormalNormal(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new NormalNormal(0, 1).updated(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new NormalNormal(0, 1).quantile(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GammaPoisson(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GammaPoisson(1, 1).updated(-1, 1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> new GammaPoisson(1, 1).predictive(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GammaPoisson(1, 1).predictiveSurvival(-1));
    }
}
