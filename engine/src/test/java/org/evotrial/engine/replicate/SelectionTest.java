package org.evotrial.engine.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void findsWhatSortingFinds() {
        SplitMix64 random = new SplitMix64(11);
        for (int round = 0; round < 300; round++) {
            int n = 1 + random.nextInt(60);
            int distinct = 1 + random.nextInt(2 * n);
            double[] values = new double[n + 3];
            for (int i = 0; i < values.length; i++) {
                int drawn = random.nextInt(distinct);
                values[i] = drawn == 0 ? Double.POSITIVE_INFINITY : drawn;
            }
            double[] sorted = Arrays.copyOf(values, n);
            Arrays.sort(sorted);
            for (int rank = 0; rank < n; rank++) {
                assertThat(Selection.select(values.clone(), n, rank)).isEqualTo(sorted[rank]);
            }
        }
    }

    @Test
    void findsEveryRankOfOrderedAndConstantValues() {
        double[] ascending = {1, 2, 3, 4, 5, 6, 7};
        double[] descending = {7, 6, 5, 4, 3, 2, 1};
        double[] constant = new double[7];
        for (int rank = 0; rank < 7; rank++) {
            assertThat(Selection.select(ascending.clone(), 7, rank)).isEqualTo(rank + 1.0);
            assertThat(Selection.select(descending.clone(), 7, rank)).isEqualTo(rank + 1.0);
            assertThat(Selection.select(constant.clone(), 7, rank)).isZero();
        }
    }
}
