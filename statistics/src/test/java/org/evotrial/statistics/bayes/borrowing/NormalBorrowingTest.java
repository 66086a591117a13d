package org.evotrial.statistics.bayes.borrowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.junit.jupiter.api.Test;

class NormalBorrowingTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    /** Precisions add: 1/4 + 1 = 5/4. */
    @Test
    void oneComponentIsConjugate() {
        NormalMixture posterior = NormalMixture.single(0, 2).updated(1, 1);
        assertThat(posterior.mean()).isCloseTo(0.8, EXACT);
        assertThat(posterior.variance()).isCloseTo(0.8, EXACT);
        assertThat(posterior.effectiveSampleSize(2)).isCloseTo(5, EXACT);
        assertThat(posterior.quantile(0.975))
                .isCloseTo(0.8 + Math.sqrt(0.8) * StandardNormal.quantile(0.975), Offset.offset(1e-10));
    }

    @Test
    void weightsFollowTheMarginalLikelihoods() {
        NormalMixture posterior = NormalMixture.single(0, 1).robust(0.2, 0, 3).updated(2, 1);
        double informative = 0.8 * StandardNormal.density(2 / Math.sqrt(2)) / Math.sqrt(2);
        double vague = 0.2 * StandardNormal.density(2 / Math.sqrt(10)) / Math.sqrt(10);
        assertThat(posterior.weight(1)).isCloseTo(vague / (informative + vague), EXACT);
        assertThat(posterior.mean()).isCloseTo((informative * 1 + vague * 1.8) / (informative + vague), EXACT);
    }

    /** Flat mu, one study: the prior is y + N(0, s^2) + 2 N(0, tau^2), E(tau^2) = scale^2. */
    @Test
    void theVarianceFromOneStudyIsKnown() {
        NormalMixture prior = new MetaAnalyticPredictivePrior(0.5).from(new double[] {0.3}, new double[] {0.2});
        assertThat(prior.mean()).isCloseTo(0.3, EXACT);
        assertThat(prior.variance()).isCloseTo(0.04 + 2 * 0.25, Offset.offset(1e-10));
    }

    @Test
    void littleHeterogeneityPoolsTheStudies() {
        NormalMixture prior = new MetaAnalyticPredictivePrior(1e-8).from(new double[] {0, 1}, new double[] {1, 0.5});
        assertThat(prior.mean()).isCloseTo(0.8, Offset.offset(1e-10));
        assertThat(prior.variance()).isCloseTo(0.2, Offset.offset(1e-10));
    }

    @Test
    void powerPriorsDiscountHistory() {
        PowerPrior half = new PowerPrior(0.5);
        assertThat(half.binary(BetaBinomial.uniform(), 10, 20)).isEqualTo(new BetaBinomial(6, 11));
        NormalMixture initial = NormalMixture.single(0, 1);
        // Precisions 1 and 1/2 * 4.
        assertThat(half.normal(initial, 3, 0.5).mean()).isCloseTo(2, EXACT);
        assertThat(half.normal(initial, 3, 0.5).variance()).isCloseTo(1.0 / 3, EXACT);
        assertThat(new PowerPrior(0).normal(initial, 3, 0.5).mean()).isCloseTo(0, EXACT);
        assertThat(new PowerPrior(1).normal(initial, 3, 0.5).mean()).isCloseTo(2.4, EXACT);
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NormalMixture.single(0, 0))
                .withMessageContaining("deviation (0.0)");
        assertThatIllegalArgumentException().isThrownBy(() -> new PowerPrior(1.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MetaAnalyticPredictivePrior(1).from(new double[0], new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MetaAnalyticPredictivePrior(1).from(new double[1], new double[] {1e-6}));
    }
}
