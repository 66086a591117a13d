package org.evotrial.statistics.phasetwo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.evotrial.statistics.bayes.BetaBinomial;
import org.junit.jupiter.api.Test;

/** Numbers of ph2bayes are checked by the verification of ph2bayes_predictive_probability.csv. */
class ResponsePredictionTest {
    @Test
    void agreesWithTheExampleOfLeeAndLiu() {
        // Lee and Liu 2008, p. 97: 16 of 23, N = 40, prior Beta(.6, .4), PP = .5656; ph2bayes prints .5655589.
        ResponsePrediction prediction = new ResponsePrediction(new BetaBinomial(0.6, 0.4), 0.6, 0.9, 40);
        assertThat(prediction.predictiveProbability(16, 23)).isCloseTo(0.5655589, within(5.1e-8));
    }

    @Test
    void isTheChanceOfTheConclusionUnderTheUniformPriorByCounting() {
        // After 1 of 2 under a uniform prior, three further responses have probabilities (4, 6, 6, 4) / 20.
        ResponsePrediction prediction = new ResponsePrediction(BetaBinomial.uniform(), 0.5, 0.6, 5);
        // P(p > 1/2 | 3 of 5) = P(Bin(6, 1/2) <= 3) = 42/64, the first at or above .6.
        assertThat(prediction.requiredResponses()).isEqualTo(3);
        assertThat(prediction.posteriorProbability(3, 5)).isCloseTo(42 / 64.0, within(1e-14));
        assertThat(prediction.predictiveProbability(1, 2)).isCloseTo(0.5, within(1e-14));
    }

    @Test
    void isCertainWhenThePatientsToComeCannotChangeIt() {
        ResponsePrediction prediction = new ResponsePrediction(BetaBinomial.uniform(), 0.5, 0.6, 5);
        assertThat(prediction.predictiveProbability(3, 5)).isEqualTo(1);
        assertThat(prediction.predictiveProbability(2, 5)).isZero();
        assertThat(prediction.predictiveProbability(3, 3)).isEqualTo(1);
        assertThat(prediction.predictiveProbability(0, 3)).isZero();
    }

    @Test
    void averagesToThePresentPredictiveProbability() {
        ResponsePrediction prediction = new ResponsePrediction(new BetaBinomial(0.3, 0.9), 0.2, 0.95, 50);
        double[] next = new BetaBinomial(4.3, 11.9).predictive(10);
        double mean = 0;
        for (int y = 0; y <= 10; y++) {
            mean += next[y] * prediction.predictiveProbability(4 + y, 25);
        }
        assertThat(prediction.predictiveProbability(4, 15)).isCloseTo(mean, within(1e-13));
    }

    @Test
    void rejectsImpossibleData() {
        ResponsePrediction prediction = new ResponsePrediction(BetaBinomial.uniform(), 0.5, 0.6, 5);
        assertThatThrownBy(() -> prediction.predictiveProbability(3, 2)).hasMessageContaining("responses (3)");
        assertThatThrownBy(() -> prediction.predictiveProbability(3, 6)).hasMessageContaining("observed trials (6)");
        assertThatThrownBy(() -> new ResponsePrediction(BetaBinomial.uniform(), 1, 0.6, 5))
                .hasMessageContaining("referenceRate (1.0)");
        assertThatThrownBy(() -> new ResponsePrediction(BetaBinomial.uniform(), 0.5, 0, 5))
                .hasMessageContaining("threshold (0.0)");
    }
}
