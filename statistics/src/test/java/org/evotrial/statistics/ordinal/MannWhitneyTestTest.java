package org.evotrial.statistics.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Numbers of SciPy are checked by the verification of scipy_two_samples.csv. */
class MannWhitneyTestTest {
    /** Mean and variance over all 70 ways to choose the first four of eight values with ties. */
    @Test
    void momentsAreThoseOfAllPermutations() {
        double[] values = {1, 2, 2, 2, 5, 7, 7, 9};
        double sum = 0;
        double squares = 0;
        double variance = 0;
        int ways = 0;
        for (int set = 0; set < 256; set++) {
            if (Integer.bitCount(set) != 3) {
                continue;
            }
            double[] first = new double[3];
            double[] second = new double[5];
            int i = 0;
            int j = 0;
            for (int k = 0; k < 8; k++) {
                if ((set >> k & 1) == 1) {
                    first[i++] = values[k];
                } else {
                    second[j++] = values[k];
                }
            }
            MannWhitneyTest test = MannWhitneyTest.of(first, second);
            sum += test.pairsWon();
            squares += test.pairsWon() * test.pairsWon();
            variance = test.variance();
            ways++;
        }
        double mean = sum / ways;
        assertThat(mean).isCloseTo(7.5, within(1e-12));
        assertThat(variance).isCloseTo(squares / ways - mean * mean, within(1e-12));
    }

    @Test
    void countsOfCategoriesAreTheSamples() {
        MannWhitneyTest counts = MannWhitneyTest.ofCounts(new int[] {2, 0, 1, 3}, new int[] {4, 1, 0, 2});
        MannWhitneyTest samples =
                MannWhitneyTest.of(new double[] {4, 1, 1, 3, 4, 4}, new double[] {1, 2, 1, 4, 1, 1, 4});
        assertThat(counts).isEqualTo(samples);
    }

    @Test
    void countsPairsWonWithHalvesForTies() {
        MannWhitneyTest test = MannWhitneyTest.of(new double[] {1, 3, 0.0}, new double[] {2, 3, -0.0});
        // 1 > 0; 3 > 2, 3 = 3, 3 > 0; 0 = -0.
        assertThat(test.pairsWon()).isEqualTo(4);
        assertThat(test.winProbability()).isEqualTo(4 / 9.0);
    }

    @Test
    void allValuesEqualAreNoEvidence() {
        MannWhitneyTest test = MannWhitneyTest.of(new double[] {2, 2, 2}, new double[] {2, 2, 2, 2});
        assertThat(test.statistic()).isZero();
        assertThat(test.upperPValue(true)).isEqualTo(0.5);
        assertThat(test.twoSidedPValue(false)).isEqualTo(1);
    }

    @Test
    void rejectsEmptyGroupsAndNumbersThatAreNone() {
        assertThatThrownBy(() -> MannWhitneyTest.of(new double[0], new double[] {1}))
                .hasMessageContaining("sample size (0)");
        assertThatThrownBy(() -> MannWhitneyTest.of(new double[] {Double.NaN}, new double[] {1}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> MannWhitneyTest.ofCounts(new int[] {0, 0}, new int[] {1, 2}))
                .hasMessageContaining("first group (0)");
        assertThatThrownBy(() -> MannWhitneyTest.ofCounts(new int[] {1}, new int[] {1, 2}))
                .hasMessageContaining("categories (2)");
        assertThatThrownBy(() -> MannWhitneyTest.ofCounts(new int[] {-1, 3}, new int[] {1, 2}))
                .hasMessageContaining("count (-1)");
    }
}
