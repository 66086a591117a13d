package org.evotrial.statistics.bayes.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.junit.jupiter.api.Test;

class ExchangeabilityAveragingTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);
    private static final BasketTrial SINGLES = BasketTrial.equal(2, 1, 0.5);

    private static ExchangeabilityAveraging perReference(BasketTrial trial, double pair) {
        return ExchangeabilityAveraging.perReference(
                trial, BetaBinomial.uniform(), ExchangeabilityAveraging.equalPairs(trial.baskets(), pair));
    }

    private static ExchangeabilityAveraging symmetric(BasketTrial trial, double pair) {
        return ExchangeabilityAveraging.symmetric(
                trial, BetaBinomial.uniform(), ExchangeabilityAveraging.equalPairs(trial.baskets(), pair));
    }

    /** Uniform prior, 1 of 1 and 0 of 1: together B(2, 2) = 1/6, apart B(2, 1) B(1, 2) = 1/4, so .4 to .6. */
    @Test
    void twoBasketsAgreeWithTheClosedForm() {
        ExchangeabilityAveraging analysis = perReference(SINGLES, 0.5);
        assertThat(analysis.exchangeability(1, 0)[0][1]).isCloseTo(0.4, EXACT);
        BasketPosterior posterior = analysis.analyse(1, 0);
        assertThat(posterior.mean(0)).isCloseTo(0.4 / 2 + 0.6 * 2 / 3, EXACT);
        // Beta(2, 2) is symmetric; P(Beta(2, 1) > 1/2) = 3/4. Second moments: 3/10 and 1/2.
        assertThat(posterior.probabilityAbove(0, 0)).isCloseTo(0.4 * 0.5 + 0.6 * 0.75, EXACT);
        assertThat(posterior.standardDeviation(0)).isCloseTo(Math.sqrt(0.4 * 0.3 + 0.6 * 0.5 - 0.6 * 0.6), EXACT);
        assertThat(analysis.effectiveSampleSize(1, 0)[0]).isCloseTo(0.4 * 4 + 0.6 * 3, EXACT);
    }

    /** As above with a prior of .8: 4 times the odds. */
    @Test
    void thePriorMultipliesTheOdds() {
        assertThat(perReference(SINGLES, 0.8).exchangeability(1, 0)[0][1]).isCloseTo(8.0 / 11, EXACT);
    }

    /** Both rows of the matrix have the data: the odds 2/3 of one row are squared. */
    @Test
    void symmetricMatricesCountTheDataOncePerRow() {
        assertThat(symmetric(SINGLES, 0.5).exchangeability(1, 0)[1][0]).isCloseTo(4.0 / 13, EXACT);
    }

    /**
     * Responses 1, 0, 1 of 1 each; B_S / (product of singles): {0,1} and {1,2} 2/3, {0,2} 4/3, all B(3, 2) / (1/8) = 2/3. For the
     * reference 0: alone 1, with 1 2/3, with 2 4/3, with both 2/3, sum 11/3; for the reference 1: 1, 2/3, 2/3, 2/3, sum 3.
     */
    @Test
    void threeBasketsAgreeWithTheClosedForm() {
        double[][] matrix = perReference(BasketTrial.equal(3, 1), 0.5).exchangeability(1, 0, 1);
        assertThat(matrix[0]).containsExactly(new double[] {1, 4.0 / 11, 6.0 / 11}, EXACT);
        assertThat(matrix[1]).containsExactly(new double[] {4.0 / 9, 1, 4.0 / 9}, EXACT);
        // Matrices by their pairs 01, 02, 12; products of the three rows' ratios above.
        double none = 1;
        double first = 4.0 / 9;
        double second = 16.0 / 9;
        double firstSecond = 2.0 / 3 * (2.0 / 3) * (4.0 / 3);
        double firstThird = 2.0 / 3 * (2.0 / 3) * (2.0 / 3);
        double all = 8.0 / 27;
        double total = none + 2 * first + second + 2 * firstSecond + firstThird + all;
        double[][] joint = symmetric(BasketTrial.equal(3, 1), 0.5).exchangeability(1, 0, 1);
        assertThat(joint[0][1]).isCloseTo((first + firstSecond + firstThird + all) / total, EXACT);
        assertThat(joint[0][2]).isCloseTo((second + 2 * firstSecond + all) / total, EXACT);
        assertThat(joint[2][0]).isCloseTo(joint[0][2], EXACT);
    }

    @Test
    void extremePriorsSeparateOrPool() {
        BasketTrial trial = BasketTrial.of(new int[] {10, 20, 30}, 0.2);
        for (ExchangeabilityAveraging separate :
                new ExchangeabilityAveraging[] {perReference(trial, 0), symmetric(trial, 0)}) {
            assertThat(separate.analyse(1, 9, 3).mean(0)).isCloseTo(2.0 / 12, EXACT);
            assertThat(separate.effectiveSampleSize(1, 9, 3)[2]).isCloseTo(32, Offset.offset(1e-10));
        }
        for (ExchangeabilityAveraging pooled :
                new ExchangeabilityAveraging[] {perReference(trial, 1), symmetric(trial, 1)}) {
            assertThat(pooled.analyse(1, 9, 3).mean(0)).isCloseTo(14.0 / 62, EXACT);
            assertThat(pooled.exchangeability(1, 9, 3)[1][2]).isCloseTo(1, EXACT);
        }
    }

    @Test
    void similarBasketsBorrowMore() {
        for (ExchangeabilityAveraging analysis : new ExchangeabilityAveraging[] {
            perReference(BasketTrial.equal(4, 24, 0.2), 0.5), symmetric(BasketTrial.equal(4, 24, 0.2), 0.5)
        }) {
            double[] alike = analysis.effectiveSampleSize(6, 6, 6, 6);
            double[] different = analysis.effectiveSampleSize(1, 6, 12, 20);
            for (int j = 0; j < 4; j++) {
                assertThat(alike[j]).isGreaterThan(different[j] + 5).isLessThan(98);
                assertThat(different[j]).isGreaterThan(26);
            }
            assertThat(analysis.exchangeability(6, 6, 6, 6)[0][1]).isGreaterThan(0.5);
            assertThat(analysis.exchangeability(0, 6, 12, 24)[0][3]).isLessThan(1e-6);
        }
    }

    @Test
    void theOrderOfAlikeBasketsIsOfNoAccount() {
        ExchangeabilityAveraging analysis = symmetric(BasketTrial.equal(6, 24, 0.2), 0.5);
        BasketPosterior first = analysis.analyse(1, 2, 3, 4, 5, 9);
        BasketPosterior second = analysis.analyse(9, 2, 3, 4, 5, 1);
        assertThat(analysis.interchangeable(0, 5)).isTrue();
        assertThat(first.mean(0)).isCloseTo(second.mean(5), EXACT);
        assertThat(first.probabilityAbove(2, 0)).isCloseTo(second.probabilityAbove(2, 0), EXACT);
        double[][] pairs = ExchangeabilityAveraging.equalPairs(3, 0.5);
        pairs[0][2] = 0.1;
        pairs[2][0] = 0.1;
        ExchangeabilityAveraging unequal =
                ExchangeabilityAveraging.perReference(BasketTrial.equal(3, 9), BetaBinomial.uniform(), pairs);
        assertThat(unequal.interchangeable(0, 1)).isFalse();
        assertThat(unequal.interchangeable(0, 2)).isTrue();
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        double[][] pairs = ExchangeabilityAveraging.equalPairs(2, 0.5);
        pairs[0][1] = 0.4;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExchangeabilityAveraging.symmetric(SINGLES, BetaBinomial.uniform(), pairs))
                .withMessage(
                        "The prior probability of exchangeability (0.5) must be the same in both directions (0.4).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> symmetric(BasketTrial.equal(7, 5), 0.5))
                .withMessageContaining("(7) must be in [1, 6]");
        assertThatIllegalArgumentException().isThrownBy(() -> perReference(SINGLES, 1.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> perReference(SINGLES, 0.5).exchangeability(2, 0))
                .withMessageContaining("(2) must be in [0, 1]");
    }
}
