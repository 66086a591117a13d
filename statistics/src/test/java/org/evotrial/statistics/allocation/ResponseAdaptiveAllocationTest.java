package org.evotrial.statistics.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.allocation.AdaptiveRule.ControlShare;
import org.evotrial.statistics.allocation.AdaptiveRule.Score;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.evotrial.statistics.bayes.BetaComparison;
import org.junit.jupiter.api.Test;

class ResponseAdaptiveAllocationTest {
    // The accuracy of the fast quadrature.
    private static final Offset<Double> QUADRATURE = within(5e-6);

    /** Responses of 20 patients per arm. */
    private static BinaryArms arms(int... responses) {
        BinaryArms arms = new BinaryArms(responses.length, 1, 1);
        for (int arm = 0; arm < responses.length; arm++) {
            for (int i = 0; i < 20; i++) {
                arms.add(arm, i < responses[arm]);
            }
        }
        return arms;
    }

    private static double[] probabilities(AdaptiveRule rule, BinaryArms arms, int control, double fraction) {
        double[] probabilities = new double[arms.arms()];
        new ResponseAdaptiveAllocation(rule).probabilities(arms, control, fraction, probabilities);
        return probabilities;
    }

    private static double greater(BinaryArms arms, int i, int j) {
        return BetaComparison.probabilityGreater(
                new BetaBinomial(arms.alpha(i), arms.beta(i)), new BetaBinomial(arms.alpha(j), arms.beta(j)), 0);
    }

    @Test
    void thallAndWathenTakeARootOfTheProbabilityOfBeingBest() {
        BinaryArms arms = arms(8, 5);
        double better = greater(arms, 0, 1);
        double root = Math.sqrt(better) / (Math.sqrt(better) + Math.sqrt(1 - better));
        assertThat(probabilities(AdaptiveRule.thallWathen(2, new Tempering.Constant(0.5)), arms, -1, 0.2)[0])
                .isCloseTo(root, QUADRATURE);
        // n / (2 N) at the end is 1/2 as well, and at the beginning nothing adapts.
        AdaptiveRule growing = AdaptiveRule.thallWathen(2, new Tempering.Growing(0.5, 1));
        assertThat(probabilities(growing, arms, -1, 1)[0]).isCloseTo(root, QUADRATURE);
        assertThat(probabilities(growing, arms, -1, 0)[0]).isEqualTo(0.5);
    }

    @Test
    void trippasControlFollowsTheArmWithMostPatients() {
        BinaryArms arms = arms(5, 8, 6);
        for (int i = 0; i < 10; i++) {
            arms.add(1, i < 4);
        }
        double gamma = 10 * Math.pow(0.4, 0.75);
        double eta = 0.25 * 0.4;
        AdaptiveRule rule = AdaptiveRule.trippa(3, new Tempering.Growing(10, 0.75), new Tempering.Growing(0.25, 1));
        double first = Math.pow(greater(arms, 1, 0), gamma);
        double second = Math.pow(greater(arms, 2, 0), gamma);
        double control = Math.exp(eta * (30 - 20)) / 2;
        double[] shares = probabilities(rule, arms, 0, 0.4);
        assertThat(shares[0]).isCloseTo(control / (1 + control), within(1e-12));
        assertThat(shares[1]).isCloseTo(first / (first + second) / (1 + control), within(5e-5));
        assertThat(shares[2]).isCloseTo(second / (first + second) / (1 + control), within(5e-5));
    }

    @Test
    void iSpyKeepsTheShareOfTheControl() {
        BinaryArms arms = arms(5, 8, 6, 1);
        double sum = greater(arms, 1, 0) + greater(arms, 2, 0) + greater(arms, 3, 0);
        double[] shares = probabilities(AdaptiveRule.iSpy(4, 0.2), arms, 0, 0.3);
        assertThat(shares[0]).isCloseTo(0.2, within(1e-15));
        assertThat(shares[2]).isCloseTo(0.8 * greater(arms, 2, 0) / sum, QUADRATURE);
        arms.close(1);
        arms.close(2);
        assertThat(probabilities(AdaptiveRule.iSpy(4, 0.2), arms, 0, 0.3))
                .containsExactly(new double[] {0.2, 0, 0, 0.8}, within(1e-15));
    }

    @Test
    void aMatchedControlGetsAsMuchAsTheBest() {
        AdaptiveRule rule = new AdaptiveRule(
                Score.BETTER_THAN_CONTROL,
                new Tempering.Constant(1),
                new ControlShare.MatchBest(),
                0,
                AllocationLimits.none(3));
        double[] shares = probabilities(rule, arms(5, 8, 3), 0, 0.5);
        assertThat(shares[0]).isEqualTo(shares[1]).isGreaterThan(shares[2]);
    }

    @Test
    void nothingAdaptsDuringTheBurnIn() {
        AdaptiveRule rule = AdaptiveRule.thallWathen(3, new Tempering.Constant(1));
        assertThat(probabilities(rule.withBurnIn(61), arms(0, 10, 20), -1, 0.5))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
        assertThat(probabilities(rule.withBurnIn(60), arms(0, 10, 20), -1, 0.5)[2])
                .isGreaterThan(0.99);
        // A protected control has its share from the first patient on.
        double[] shares = probabilities(AdaptiveRule.iSpy(3, 0.2).withBurnIn(100), arms(0, 10, 20), 0, 0.5);
        assertThat(shares).containsExactly(new double[] {0.2, 0.4, 0.4}, within(1e-15));
    }

    @Test
    void aCertainLossIsLimitedByTheMinimum() {
        AdaptiveRule rule =
                AdaptiveRule.thallWathen(3, new Tempering.Constant(1)).withLimits(AllocationLimits.between(3, 0.1, 1));
        double[] shares = probabilities(rule, arms(0, 1, 20), -1, 0.5);
        assertThat(shares).containsExactly(new double[] {0.1, 0.1, 0.8}, within(1e-14));
    }

    @Test
    void theLastOpenArmGetsEverybody() {
        BinaryArms arms = arms(5, 8);
        arms.close(1);
        assertThat(probabilities(AdaptiveRule.iSpy(2, 0.2), arms, 0, 0.5)).containsExactly(1, 0);
        arms.close(0);
        assertThatThrownBy(() -> probabilities(AdaptiveRule.iSpy(2, 0.2), arms, 0, 0.5))
                .hasMessage("The number of open arms (0) must be in [1, 2].");
    }

    @Test
    void withoutAnyResultAllArmsAreAlike() {
        BinaryArms arms = new BinaryArms(4, 1, 1);
        double[] shares = probabilities(AdaptiveRule.thallWathen(4, new Tempering.Constant(1)), arms, -1, 0);
        assertThat(shares).containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(1e-12));
    }

    @Test
    void rejectsAComparisonOfTheControlWithItself() {
        assertThatThrownBy(() -> new AdaptiveRule(
                        Score.BETTER_THAN_CONTROL,
                        new Tempering.Constant(1),
                        new ControlShare.Weighed(),
                        0,
                        AllocationLimits.none(2)))
                .hasMessage("The score BETTER_THAN_CONTROL needs a protected control.");
        assertThatThrownBy(() -> AdaptiveRule.iSpy(3, 1))
                .hasMessage("The share of the control (1.0) must be in (0, 1).");
        assertThatThrownBy(() -> new Tempering.Constant(-1))
                .hasMessage("The exponent (-1.0) must be zero or positive, and finite.");
    }
}
