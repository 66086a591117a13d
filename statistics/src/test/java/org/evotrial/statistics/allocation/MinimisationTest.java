package org.evotrial.statistics.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.evotrial.statistics.BinomialAssertion;
import org.evotrial.statistics.allocation.Minimisation.Imbalance;
import org.junit.jupiter.api.Test;

class MinimisationTest {
    private final UniformRandomProvider random = new SplitMix64(11);

    private Minimisation threeArms(Imbalance imbalance, double probability) {
        return new Minimisation(3, new int[] {2, 3}, new double[] {1, 2}, probability, imbalance);
    }

    @Test
    void imbalanceIsTheWeightedSumOverTheLevelsOfThePatient() {
        Minimisation range = threeArms(Imbalance.RANGE, 1);
        Minimisation variance = threeArms(Imbalance.VARIANCE, 1);
        int first = range.next(new int[] {0, 1}, random);
        assertThat(range.count(0, 0, first)).isEqualTo(1);
        assertThat(range.count(1, 1, first)).isEqualTo(1);
        assertThat(range.count(0, 1, first)).isZero();
        // Same levels: the same arm again makes 2, 0, 0 in both factors, another one 1, 1, 0.
        int other = (first + 1) % 3;
        assertThat(range.imbalance(new int[] {0, 1}, first)).isEqualTo(2 + 2 * 2);
        assertThat(range.imbalance(new int[] {0, 1}, other)).isEqualTo(1 + 2 * 1);
        // A new level of the second factor: 1, 0, 0 whichever arm.
        assertThat(range.imbalance(new int[] {0, 2}, first)).isEqualTo(2 + 2 * 1);
        assertThat(range.imbalance(new int[] {0, 2}, other)).isEqualTo(1 + 2 * 1);
        int there = variance.next(new int[] {0, 1}, random);
        // 2, 0, 0 has variance 4/3 and 1, 1, 0 has 1/3.
        assertThat(variance.imbalance(new int[] {0, 1}, there)).isCloseTo(4, within(1e-14));
        assertThat(variance.imbalance(new int[] {0, 1}, (there + 1) % 3)).isCloseTo(1, within(1e-14));
    }

    @Test
    void withoutChanceEachTripleOfLikePatientsGetsAllArms() {
        for (Imbalance imbalance : Imbalance.values()) {
            Minimisation minimisation = threeArms(imbalance, 1);
            for (int triple = 0; triple < 100; triple++) {
                int seen = 0;
                for (int i = 0; i < 3; i++) {
                    seen |= 1 << minimisation.next(new int[] {1, 0}, random);
                }
                assertThat(seen).isEqualTo(7);
            }
        }
    }

    @Test
    void marginsOfManyFactorsStayLevel() {
        Minimisation minimisation =
                new Minimisation(2, new int[] {2, 2, 3, 4}, new double[] {1, 1, 1, 1}, 0.9, Imbalance.RANGE);
        for (int i = 0; i < 2000; i++) {
            minimisation.next(
                    new int[] {random.nextInt(2), random.nextInt(2), random.nextInt(3), random.nextInt(4)}, random);
        }
        // Simple randomisation would differ by 22 in a margin of 500, one standard deviation.
        for (int level = 0; level < 4; level++) {
            assertThat(Math.abs(minimisation.count(3, level, 0) - minimisation.count(3, level, 1)))
                    .isLessThan(15);
        }
    }

    // 30,000 first and second patients: a share that is off by .023 is found with probability .999.
    @Test
    void theCoinAndTheTiesHaveTheirProbabilities() {
        Minimisation minimisation = threeArms(Imbalance.RANGE, 0.7);
        int[] first = new int[3];
        int sameAgain = 0;
        int next = 0;
        for (int i = 0; i < 30_000; i++) {
            minimisation.reset();
            int arm = minimisation.next(new int[] {0, 0}, random);
            int second = minimisation.next(new int[] {0, 0}, random);
            first[arm]++;
            sameAgain += second == arm ? 1 : 0;
            next += second == (arm + 1) % 3 ? 1 : 0;
        }
        for (int count : first) {
            BinomialAssertion.assertProportion(count, 30_000, 1 / 3.0);
        }
        // Two arms tie for the second patient: the third, fuller one gets (1 - p) / 2.
        BinomialAssertion.assertProportion(sameAgain, 30_000, 0.15);
        BinomialAssertion.assertProportion(next, 30_000, 0.425);
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        assertThatThrownBy(() -> threeArms(Imbalance.RANGE, 0.3))
                .hasMessage("The probability (0.3) must be in [1 / 3, 1].");
        assertThatThrownBy(() -> new Minimisation(1, new int[] {2}, new double[] {1}, 1, Imbalance.RANGE))
                .hasMessage("The number of arms (1) must be in [2, 1000].");
        assertThatThrownBy(() -> new Minimisation(2, new int[] {2}, new double[] {}, 1, Imbalance.RANGE))
                .hasMessage("The number of weights (0) must be in [1, 1].");
        assertThatThrownBy(() -> new Minimisation(2, new int[] {2}, new double[] {-1}, 1, Imbalance.RANGE))
                .hasMessage("The weight of a factor (-1.0) must be zero or positive, and finite.");
    }
}
