package org.evotrial.statistics.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.evotrial.statistics.BinomialAssertion;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.evotrial.statistics.bayes.BetaComparison;
import org.junit.jupiter.api.Test;

class ResponseAdaptiveTrialTest {
    private static final AdaptiveRule RULE = AdaptiveRule.thallWathen(2, new Tempering.Constant(0.5));

    private static ResponseAdaptiveDesign design(int control, double superiority, int... looks) {
        return new ResponseAdaptiveDesign(looks, looks, superiority, 0.05, control, 1, 1, RULE);
    }

    /** One look after 16 patients with equal shares: every outcome can be enumerated. */
    private static double exactPower(double p0, double p1, double superiority) {
        BinomialDistribution sizes = BinomialDistribution.of(16, 0.5);
        double power = 0;
        for (int n = 0; n <= 16; n++) {
            BinomialDistribution first = BinomialDistribution.of(n, p0);
            BinomialDistribution second = BinomialDistribution.of(16 - n, p1);
            for (int x = 0; x <= n; x++) {
                for (int y = 0; y <= 16 - n; y++) {
                    double better = BetaComparison.probabilityGreater(
                            new BetaBinomial(1 + y, 1 + 16 - n - y), new BetaBinomial(1 + x, 1 + n - x), 0);
                    if (better > superiority || better < 1 - superiority) {
                        power += sizes.probability(n) * first.probability(x) * second.probability(y);
                    }
                }
            }
        }
        return power;
    }

    // 50,000 trials: a power that is off by .018 is found with probability .999.
    @Test
    void theChanceOfSuperiorityAtOneLookIsTheExactOne() {
        double exact = exactPower(0.2, 0.7, 0.95);
        ResponseAdaptiveTrial trial = new ResponseAdaptiveTrial(design(-1, 0.95, 16));
        UniformRandomProvider random = new SplitMix64(2);
        int stopped = 0;
        for (int i = 0; i < 50_000; i++) {
            trial.simulate(new double[] {0.2, 0.7}, random);
            stopped += trial.superiorArm() >= 0 ? 1 : 0;
            assertThat(trial.patients()).isEqualTo(16);
        }
        BinomialAssertion.assertProportion(stopped, 50_000, exact);
    }

    @Test
    void aTrialWithLagCountsAllPatientsWhoWereRandomised() {
        ResponseAdaptiveDesign lagged =
                new ResponseAdaptiveDesign(new int[] {20, 40}, new int[] {30, 50}, 0.999, 0, -1, 1, 1, RULE);
        ResponseAdaptiveTrial trial = new ResponseAdaptiveTrial(lagged);
        trial.simulate(new double[] {0, 1}, new SplitMix64(1));
        assertThat(trial.patients()).isEqualTo(30);
        assertThat(trial.superiorArm()).isEqualTo(1);
        assertThat(trial.posterior(0).alpha()).isEqualTo(1);
        assertThat(trial.posterior(0).beta() + trial.posterior(1).alpha()).isEqualTo(32);
        assertThat(trial.responses()).isEqualTo((int) trial.posterior(1).alpha() - 1);
        trial.simulate(new double[] {0.5, 0.5}, new SplitMix64(3));
        assertThat(trial.patients()).isEqualTo(50);
    }

    @Test
    void aSuperiorArmBecomesTheControl() {
        AdaptiveRule rule = AdaptiveRule.thallWathen(3, new Tempering.Constant(0.5))
                .withLimits(AllocationLimits.between(3, 0.2, 1));
        ResponseAdaptiveDesign design = new ResponseAdaptiveDesign(
                new int[] {60, 120, 180}, new int[] {60, 120, 180}, 0.99, 0.01, 0, 1, 1, rule);
        ResponseAdaptiveTrial trial = new ResponseAdaptiveTrial(design);
        UniformRandomProvider random = new SplitMix64(4);
        int goesOn = 0;
        for (int i = 0; i < 200; i++) {
            trial.simulate(new double[] {0.05, 0.9, 0.88}, random);
            assertThat(trial.selectedArm()).isNotZero();
            goesOn += trial.superiorArm() < 0 ? 1 : 0;
        }
        // The old control is closed, but the two good arms cannot be told apart.
        assertThat(goesOn).isGreaterThan(150);
    }

    @Test
    void aControlThatBeatsAllStopsTheTrial() {
        ResponseAdaptiveTrial trial = new ResponseAdaptiveTrial(design(0, 0.95, 40, 80));
        trial.simulate(new double[] {1, 0}, new SplitMix64(6));
        assertThat(trial.superiorArm()).isZero();
        assertThat(trial.patients()).isEqualTo(40);
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        assertThatThrownBy(() -> design(-1, 0.95, 20, 20))
                .hasMessageStartingWith("The patients at a look (20) must be in [21, ");
        assertThatThrownBy(() -> design(2, 0.95, 20)).hasMessage("The control (2) must be in [-1, 1].");
        assertThatThrownBy(() -> design(-1, 0.4, 20)).hasMessageStartingWith("The superiority (0.4) must be");
        ResponseAdaptiveTrial trial = new ResponseAdaptiveTrial(design(-1, 0.95, 20));
        assertThatThrownBy(() -> trial.simulate(new double[1], new SplitMix64(1)))
                .hasMessage("The number of response probabilities (1) must be in [2, 2].");
    }
}
