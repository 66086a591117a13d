package org.evotrial.statistics.bayes.basket;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.junit.jupiter.api.Test;

class PartitionAveragingTest {
    @Test
    void thereAreAsManyModelsAsBellNumbers() {
        assertThat(PartitionAveraging.of(BasketTrial.equal(6, 5), BetaBinomial.uniform(), 0)
                        .models())
                .isEqualTo(203);
    }

    @Test
    void extremePriorsPoolOrSeparate() {
        BasketTrial trial = BasketTrial.equal(3, 10, 0.2);
        BasketPosterior pooled =
                PartitionAveraging.of(trial, BetaBinomial.uniform(), -200).analyse(1, 2, 3);
        BasketPosterior separate =
                PartitionAveraging.of(trial, BetaBinomial.uniform(), 200).analyse(1, 2, 3);
        assertThat(pooled.mean(0)).isCloseTo(7.0 / 32, Offset.offset(1e-12));
        assertThat(separate.mean(0)).isCloseTo(2.0 / 12, Offset.offset(1e-12));
    }

    @Test
    void twoBasketsAgreeWithTheClosedForm() {
        // Uniform prior, 1 of 1 and 0 of 1: together B(2, 2) = 1/6, apart B(2, 1) B(1, 2) = 1/4.
        BasketPosterior posterior = PartitionAveraging.of(BasketTrial.equal(2, 1), BetaBinomial.uniform(), 0)
                .analyse(1, 0);
        double together = (1.0 / 6) / (1.0 / 6 + 1.0 / 4);
        assertThat(posterior.mean(0)).isCloseTo(together / 2 + (1 - together) * 2 / 3, Offset.offset(1e-12));
    }
}
