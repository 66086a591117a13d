package org.evotrial.statistics.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.evotrial.statistics.BinomialAssertion;
import org.junit.jupiter.api.Test;

class BlockAndCoinTest {
    private final UniformRandomProvider random = new SplitMix64(42);

    @Test
    void everyBlockHoldsItsArms() {
        PermutedBlocks blocks = new PermutedBlocks(new int[] {0, 0, 1, 2}, 3);
        for (int block = 0; block < 50; block++) {
            int[] arms = new int[4];
            for (int i = 0; i < 4; i++) {
                arms[i] = blocks.next(1, random);
                if (i == 2) {
                    blocks.next(0, random);
                }
            }
            Arrays.sort(arms);
            assertThat(arms).containsExactly(0, 0, 1, 2);
        }
    }

    @Test
    void aResetBeginsAFreshBlock() {
        PermutedBlocks blocks = new PermutedBlocks(new int[] {0, 1}, 1);
        int first = blocks.next(0, new SplitMix64(5));
        blocks.reset();
        assertThat(blocks.next(0, new SplitMix64(5))).isEqualTo(first);
        assertThat(blocks.next(0, new SplitMix64(6))).isEqualTo(1 - first);
    }

    // 60,000 blocks: a permutation with probability 1/6 + .0122 is found with probability .999.
    @Test
    void allPermutationsAreEquallyLikely() {
        PermutedBlocks blocks = new PermutedBlocks(new int[] {0, 1, 2}, 1);
        int[] counts = new int[27];
        for (int i = 0; i < 60_000; i++) {
            counts[9 * blocks.next(0, random) + 3 * blocks.next(0, random) + blocks.next(0, random)]++;
        }
        for (int permutation : new int[] {5, 7, 11, 15, 19, 21}) {
            BinomialAssertion.assertProportion(counts[permutation], 60_000, 1 / 6.0);
        }
    }

    // 40,000 first pairs: with blocks of 2 and 4 both are alike with probability (0 + 1/3) / 2; .015 more would be
    // found.
    @Test
    void blocksOfSeveralSizesAreEquallyLikely() {
        PermutedBlocks blocks = new PermutedBlocks(new int[][] {{0, 1}, {0, 0, 1, 1}}, 1);
        int alike = 0;
        for (int i = 0; i < 40_000; i++) {
            blocks.reset();
            int first = blocks.next(0, random);
            alike += blocks.next(0, random) == first ? 1 : 0;
        }
        BinomialAssertion.assertProportion(alike, 40_000, 1 / 6.0);
        blocks.reset();
        int difference = 0;
        for (int i = 1; i <= 1000; i++) {
            difference += blocks.next(0, random) == 0 ? 1 : -1;
            assertThat(Math.abs(difference)).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void efronsCoinHasTheDistributionOfItsMarkovChain() {
        double[] exact = differenceAfter(40, 2 / 3.0);
        // Efron 1971: after many pairs the arms are level with probability 1 - q/p.
        assertThat(differenceAfter(400, 2 / 3.0)[400]).isCloseTo(0.5, within(1e-9));
        BiasedCoin coin = new BiasedCoin(2 / 3.0, 2);
        int[] counts = new int[81];
        for (int trial = 0; trial < 40_000; trial++) {
            coin.reset();
            for (int i = 0; i < 40; i++) {
                coin.next(1, random);
            }
            counts[40 + coin.difference(1)]++;
            assertThat(coin.difference(0)).isZero();
        }
        for (int d : new int[] {-4, -2, 0, 2, 4}) {
            BinomialAssertion.assertProportion(counts[40 + d], 40_000, exact[40 + d]);
        }
    }

    @Test
    void aCertainCoinNeverLeavesPairs() {
        BiasedCoin coin = new BiasedCoin(1, 1);
        for (int i = 1; i <= 100; i++) {
            coin.next(0, random);
            assertThat(Math.abs(coin.difference(0))).isEqualTo(i % 2);
        }
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        assertThatThrownBy(() -> new BiasedCoin(0.4, 1)).hasMessage("The probability (0.4) must be in [0.5, 1].");
        assertThatThrownBy(() -> new BiasedCoin(Double.NaN, 1)).hasMessageContaining("(NaN)");
        assertThatThrownBy(() -> new PermutedBlocks(new int[0], 1))
                .hasMessageStartingWith("The block size (0) must be in [1, ");
        assertThatThrownBy(() -> new PermutedBlocks(new int[] {0}, 0))
                .hasMessageStartingWith("The number of strata (0) must be in [1, ");
    }

    private static double[] differenceAfter(int patients, double p) {
        double[] now = new double[2 * patients + 1];
        now[patients] = 1;
        for (int i = 0; i < patients; i++) {
            double[] next = new double[now.length];
            for (int d = 0; d < now.length; d++) {
                if (now[d] > 0) {
                    double up = d == patients ? 0.5 : d < patients ? p : 1 - p;
                    next[d + 1] += up * now[d];
                    next[d - 1] += (1 - up) * now[d];
                }
            }
            now = next;
        }
        return now;
    }
}
