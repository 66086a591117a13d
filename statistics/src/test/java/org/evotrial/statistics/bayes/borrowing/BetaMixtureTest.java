package org.evotrial.statistics.bayes.borrowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.junit.jupiter.api.Test;

class BetaMixtureTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @Test
    void oneComponentIsConjugate() {
        BetaMixture posterior = new BetaMixture(List.of(1.0), List.of(new BetaBinomial(4, 16))).updated(5, 10);
        assertThat(posterior.components()).containsExactly(new BetaBinomial(9, 26));
        assertThat(posterior.effectiveSampleSize()).isCloseTo(35, EXACT);
    }

    @Test
    void weightsFollowTheMarginalLikelihoods() {
        // One success: the marginal likelihood is the prior mean, 1/4 and 1/2.
        BetaMixture posterior = new BetaMixture(List.of(1.0), List.of(new BetaBinomial(4, 12)))
                .robust(BetaBinomial.uniform(), 0.2)
                .updated(1, 0);
        assertThat(posterior.weights().get(1)).isCloseTo(0.1 / 0.3, EXACT);
        assertThat(posterior.mean()).isCloseTo(2.0 / 3 * 5 / 17 + 1.0 / 3 * 2 / 3, EXACT);
    }

    @Test
    void conflictMovesWeightToTheVagueComponent() {
        BetaMixture prior =
                new BetaMixture(List.of(1.0), List.of(new BetaBinomial(20, 80))).robust(BetaBinomial.uniform(), 0.1);
        assertThat(prior.updated(4, 16).weights().get(1)).isLessThan(0.1);
        assertThat(prior.updated(16, 4).weights().get(1)).isGreaterThan(0.99);
    }

    @Test
    void rejectsWeightsThatDoNotSumToOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BetaMixture(List.of(0.5), List.of(BetaBinomial.uniform())))
                .withMessageContaining("0.5");
    }
}
