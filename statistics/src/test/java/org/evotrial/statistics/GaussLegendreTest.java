package org.evotrial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {
    /** The integral of x^(2k) over [-1, 1] is 2 / (2k + 1); n points are exact up to the power 2n - 1. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20, 32, 64})
    void integratesPolynomialsExactly(int points) {
        GaussLegendre rule = new GaussLegendre(points);
        for (int power : new int[] {0, 2 * points - 2}) {
            double sum = 0;
            for (int i = 0; i < rule.points(); i++) {
                sum += rule.weight(i) * Math.pow(rule.node(i), power);
            }
            assertThat(sum).isCloseTo(2.0 / (power + 1), within(1e-14));
        }
    }

    @Test
    void needsANode() {
        assertThatThrownBy(() -> new GaussLegendre(0)).hasMessageContaining("number of nodes (0)");
    }
}
