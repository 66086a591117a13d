package org.evotrial.statistics.phasetwo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.evotrial.statistics.groupsequential.BinomialGroupSequential;
import org.junit.jupiter.api.Test;

class BayesianPhaseTwoTest {
    private static final GoNoGoRule RULE = new GoNoGoRule(
            BetaBinomial.uniform(), new GoNoGoRule.Criterion(0.2, 0.9), new GoNoGoRule.Criterion(0.4, 0.3));

    /** Lee and Liu 2008, table 1: N = 36, thetaL = .001, thetaT = .852 to .922: error .088, power .906, 27.67 patients. */
    @Test
    void thePredictiveDesignAgreesWithTheTableOfLeeAndLiu() {
        for (double theta : new double[] {0.853, 0.92}) {
            ResponsePrediction prediction = new ResponsePrediction(new BetaBinomial(0.2, 0.8), 0.2, theta, 36);
            int[] looks = IntStream.rangeClosed(10, 36).toArray();
            PredictiveProbabilityDesign design = new PredictiveProbabilityDesign(prediction, 0.001, 1, looks);
            BinomialGroupSequential.Outcome underNull = design.trial().outcome(0.2);
            // Their rejection regions: up to 0 of 10, 1 of 17, 2 of 21, 3 of 24, 4 of 27, 5 of 29, 6 of 31, 7 of 33,
            // ...
            assertThat(design.futilityBounds())
                    .containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 9, 10);
            assertThat(underNull.overallEfficacy()).isCloseTo(0.088, within(5e-4));
            assertThat(design.trial().outcome(0.4).overallEfficacy()).isCloseTo(0.906, within(5e-4));
            assertThat(underNull.expectedTrials()).isCloseTo(27.67, within(5e-3));
        }
    }

    @Test
    void thePredictiveDesignStopsWhereItsThresholdsSay() {
        ResponsePrediction prediction = new ResponsePrediction(BetaBinomial.uniform(), 0.3, 0.9, 30);
        PredictiveProbabilityDesign design = new PredictiveProbabilityDesign(prediction, 0.1, 0.95, 10, 20, 30);
        for (int k = 0; k < 2; k++) {
            int n = design.looks()[k];
            int futility = design.futilityBounds()[k];
            int efficacy = design.efficacyBounds()[k];
            assertThat(prediction.predictiveProbability(futility, n)).isLessThan(0.1);
            assertThat(prediction.predictiveProbability(futility + 1, n)).isGreaterThanOrEqualTo(0.1);
            assertThat(prediction.predictiveProbability(efficacy, n)).isGreaterThan(0.95);
            assertThat(prediction.predictiveProbability(efficacy - 1, n)).isLessThanOrEqualTo(0.95);
        }
        assertThat(design.efficacyBounds()[2]).isEqualTo(prediction.requiredResponses());
    }

    @Test
    void noPredictiveDesignOfTheGridExpectsFewerPatientsThanTheBest() {
        PredictiveProbabilitySearch search = new PredictiveProbabilitySearch(new BetaBinomial(0.2, 0.8), 0.2, 0.4);
        int[] looks = {10, 16, 22, 28, 36};
        BinomialGroupSequential best = search.best(0.1, 0.1, looks).trial();
        assertThat(best.outcome(0.2).overallEfficacy()).isLessThanOrEqualTo(0.1);
        assertThat(best.outcome(0.4).overallEfficacy()).isGreaterThanOrEqualTo(0.9);
        double fewest = Double.POSITIVE_INFINITY;
        for (double thetaT = 0.5; thetaT < 1; thetaT += 0.02) {
            ResponsePrediction prediction = new ResponsePrediction(search.prior(), 0.2, thetaT, 36);
            for (int i = 0; i < 1000; i += 5) {
                BinomialGroupSequential trial =
                        new PredictiveProbabilityDesign(prediction, i / 1000.0, 1, looks).trial();
                if (trial.outcome(0.2).overallEfficacy() <= 0.1
                        && trial.outcome(0.4).overallEfficacy() >= 0.9) {
                    fewest = Math.min(fewest, trial.outcome(0.2).expectedTrials());
                }
            }
        }
        assertThat(fewest).isFinite();
        assertThat(best.outcome(0.2).expectedTrials()).isLessThanOrEqualTo(fewest + 1e-12);
        assertThatThrownBy(() -> search.best(0.1, 0.1, 10, 20)).hasMessageContaining("last look (20)");
        assertThatThrownBy(() -> new PredictiveProbabilitySearch(search.prior(), 0.4, 0.2))
                .hasMessageContaining("p1 (0.2)");
    }

    @Test
    void theSearchExpectsNoMorePatientsThanLeeAndLiu() {
        // Their table 1 has 27.67 with looks after each patient from 10 to 36.
        PredictiveProbabilityDesign design = new PredictiveProbabilitySearch(new BetaBinomial(0.2, 0.8), 0.2, 0.4)
                .best(0.1, 0.1, IntStream.rangeClosed(10, 36).toArray());
        assertThat(design.trial().outcome(0.2).expectedTrials()).isLessThanOrEqualTo(27.675);
        assertThat(design.futilityBounds()[26]).isEqualTo(10);
    }

    /** All 2^12 sequences of responses. */
    @Test
    void operatingCharacteristicsOfOptimalBoundariesAreThoseOfAllSequences() {
        BayesianOptimalDesign design =
                new BayesianOptimalDesign(BayesianOptimalDesign.unitInformationPrior(0.25), 0.25, 0.9, 0.8, 4, 8, 12);
        int[] bounds = design.futilityBounds();
        double effective = 0;
        double patients = 0;
        for (int sequence = 0; sequence < 1 << 12; sequence++) {
            double probability =
                    Math.pow(0.4, Integer.bitCount(sequence)) * Math.pow(0.6, 12 - Integer.bitCount(sequence));
            int k = 0;
            while (k < 2 && Integer.bitCount(sequence & ((1 << 4 * (k + 1)) - 1)) > bounds[k]) {
                k++;
            }
            patients += probability * 4 * (k + 1);
            effective += k == 2 && Integer.bitCount(sequence) > bounds[2] ? probability : 0;
        }
        assertThat(design.trial().outcome(0.4).overallEfficacy()).isCloseTo(effective, within(1e-13));
        assertThat(design.trial().outcome(0.4).expectedTrials()).isCloseTo(patients, within(1e-12));
    }

    @Test
    void optimalBoundariesFollowTheCutOff() {
        BetaBinomial prior = BayesianOptimalDesign.unitInformationPrior(0.2);
        BayesianOptimalDesign design = new BayesianOptimalDesign(prior, 0.2, 0.9, 0.5, 10, 40);
        int bound = design.futilityBounds()[0];
        // lambda (10 / 40)^(1/2) = .45
        assertThat(prior.updated(bound, 10 - bound).probabilityAbove(0.2)).isLessThan(0.45);
        assertThat(prior.updated(bound + 1, 9 - bound).probabilityAbove(0.2)).isGreaterThanOrEqualTo(0.45);
    }

    @Test
    void noDesignOfTheGridIsMorePowerfulThanTheBest() {
        BayesianOptimalSearch search =
                new BayesianOptimalSearch(BayesianOptimalDesign.unitInformationPrior(0.2), 0.2, 0.4);
        BayesianOptimalDesign best = search.best(0.1, 10, 20, 30, 40);
        double power = best.trial().outcome(0.4).overallEfficacy();
        assertThat(best.trial().outcome(0.2).overallEfficacy()).isLessThanOrEqualTo(0.1);
        for (double lambda = 0.05; lambda < 1; lambda += 0.05) {
            for (double gamma = 0; gamma <= 1; gamma += 0.1) {
                BinomialGroupSequential other =
                        new BayesianOptimalDesign(search.prior(), 0.2, lambda, gamma, 10, 20, 30, 40).trial();
                if (other.outcome(0.2).overallEfficacy() <= 0.1) {
                    assertThat(other.outcome(0.4).overallEfficacy()).isLessThanOrEqualTo(power + 1e-12);
                }
            }
        }
    }

    @Test
    void theThreeZonesCoverAllOutcomesInOrder() {
        for (int n : new int[] {1, 7, 40}) {
            for (int x = 0; x <= n; x++) {
                GoNoGoRule.Zone expected = x >= RULE.goFrom(n)
                        ? GoNoGoRule.Zone.GO
                        : x <= RULE.noGoUpTo(n) ? GoNoGoRule.Zone.NO_GO : GoNoGoRule.Zone.CONSIDER;
                assertThat(RULE.decide(x, n)).isEqualTo(expected);
            }
        }
    }

    @Test
    void decisionProbabilitiesOfOneLookAreBinomialTails() {
        GoNoGoDesign.Probabilities probabilities = new GoNoGoDesign(RULE, 40).probabilities(0.35);
        BinomialDistribution responses = BinomialDistribution.of(40, 0.35);
        assertThat(probabilities.go()).isCloseTo(responses.survivalProbability(RULE.goFrom(40) - 1), within(1e-13));
        assertThat(probabilities.noGo()).isCloseTo(responses.cumulativeProbability(RULE.noGoUpTo(40)), within(1e-13));
        assertThat(probabilities.go() + probabilities.consider() + probabilities.noGo())
                .isCloseTo(1, within(1e-13));
        assertThat(probabilities.expectedTrials()).isEqualTo(40);
    }

    @Test
    void interimLooksTurnOtherDecisionsIntoNoGo() {
        GoNoGoDesign.Probabilities once = new GoNoGoDesign(RULE, 40).probabilities(0.35);
        GoNoGoDesign.Probabilities twice = new GoNoGoDesign(RULE, 20, 40).probabilities(0.35);
        assertThat(twice.noGo()).isGreaterThan(once.noGo());
        assertThat(twice.go()).isLessThan(once.go());
        assertThat(twice.go() + twice.consider() + twice.noGo()).isCloseTo(1, within(1e-13));
        double stopped = BinomialDistribution.of(20, 0.35).cumulativeProbability(RULE.noGoUpTo(20));
        assertThat(twice.expectedTrials()).isCloseTo(40 - 20 * stopped, within(1e-12));
    }

    @Test
    void rejectsWhatIsNoDesign() {
        BetaBinomial prior = BetaBinomial.uniform();
        ResponsePrediction prediction = new ResponsePrediction(prior, 0.3, 0.9, 30);
        assertThatThrownBy(() -> new PredictiveProbabilityDesign(prediction, 0.5, 0.4, 30))
                .hasMessageContaining("futilityThreshold (0.5)");
        assertThatThrownBy(() -> new PredictiveProbabilityDesign(prediction, 0.1, 1, 10, 29))
                .hasMessageContaining("last look (29)");
        assertThatThrownBy(() -> new BayesianOptimalDesign(prior, 0.3, 1, 0, 10))
                .hasMessageContaining("lambda (1.0)");
        assertThatThrownBy(() -> new BayesianOptimalDesign(prior, 0.3, 0.9, 0, 10, 10))
                .hasMessageContaining("look (10)");
        assertThatThrownBy(() -> new BayesianOptimalSearch(prior, 0.3, 0.3)).hasMessageContaining("p1 (0.3)");
        assertThatThrownBy(() -> new BayesianOptimalSearch(prior, 0.3, 0.5).best(1e-9, 5))
                .hasMessageContaining("alpha (1.0E-9)");
        assertThatThrownBy(() -> new GoNoGoRule.Criterion(0.3, 1)).hasMessageContaining("probability (1.0)");
        assertThatThrownBy(() -> RULE.decide(4, 3)).hasMessageContaining("responses (4)");
        assertThatThrownBy(() -> new GoNoGoDesign(RULE)).hasMessageContaining("looks (0)");
    }
}
