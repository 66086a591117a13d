package org.evotrial.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanChecksTest {
    // Smallest common multiples, by hand.
    @Test
    void findsTheSmallestBlockThatHoldsTheRatio() {
        assertThat(PlanChecks.smallestBlock(new double[] {1, 1})).isEqualTo(2);
        assertThat(PlanChecks.smallestBlock(new double[] {2, 1})).isEqualTo(3);
        assertThat(PlanChecks.smallestBlock(new double[] {0.5, 0.25, 0.25})).isEqualTo(4);
        assertThat(PlanChecks.smallestBlock(new double[] {1.5, 1})).isEqualTo(5);
        assertThat(PlanChecks.smallestBlock(new double[] {1.0 / 3, 1})).isEqualTo(4);
        assertThat(PlanChecks.smallestBlock(new double[] {1, 1, 1, 1, 1, 1, 1})).isEqualTo(7);
        assertThat(PlanChecks.smallestBlock(new double[] {3})).isEqualTo(1);
    }

    @Test
    void findsNoBlockForAnIrrationalRatio() {
        assertThat(PlanChecks.smallestBlock(new double[] {1, Math.sqrt(2)})).isZero();
    }
}
