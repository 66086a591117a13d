package org.evotrial.statistics.survival.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RequiredEventsTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-9);

    @Test
    void schoenfeldIsTheClosedForm() {
        // (1.959964 + 1.281552)^2 = 10.507419, times 4 / log(2/3)^2: 255.652 in rpact_samplesize_survival.csv.
        assertThat(RequiredEvents.SCHOENFELD.of(0.025, 0.9, 2.0 / 3, 1)).isCloseTo(255.6520239, Offset.offset(1e-6));
        double equal = RequiredEvents.SCHOENFELD.of(0.025, 0.9, 0.7, 1);
        // (1 + r)^2 / (4 r) = 9/8 for 2:1 and for 1:2.
        assertThat(RequiredEvents.SCHOENFELD.of(0.025, 0.9, 0.7, 2)).isCloseTo(9.0 / 8 * equal, ROUNDING);
        assertThat(RequiredEvents.SCHOENFELD.of(0.025, 0.9, 0.7, 0.5)).isCloseTo(9.0 / 8 * equal, ROUNDING);
    }

    @Test
    void freedmanIsNotSymmetricInTheAllocation() {
        double squared = 10.507423; // (z_.975 + z_.9)^2
        Offset<Double> printed = Offset.offset(1e-3);
        assertThat(RequiredEvents.FREEDMAN.of(0.025, 0.9, 0.5, 1)).isCloseTo(9 * squared, printed);
        // (1 + r HR)^2 / (r (1 - HR)^2): 8 for r = 2 and 12.5 for r = 1/2.
        assertThat(RequiredEvents.FREEDMAN.of(0.025, 0.9, 0.5, 2)).isCloseTo(8 * squared, printed);
        assertThat(RequiredEvents.FREEDMAN.of(0.025, 0.9, 0.5, 0.5)).isCloseTo(12.5 * squared, printed);
        // Interchanging the groups is 1/r with 1/HR.
        assertThat(RequiredEvents.FREEDMAN.of(0.025, 0.9, 2, 0.5)).isCloseTo(8 * squared, printed);
    }

    @Test
    void driftAndEventsAreInverse() {
        for (RequiredEvents method : RequiredEvents.values()) {
            double events = method.forDrift(3.2, 0.6, 1.5);
            assertThat(method.drift(events, 0.6, 1.5)).isCloseTo(3.2, ROUNDING);
            assertThat(method.drift(100, 1.3, 1.5)).isNegative();
            assertThat(method.drift(100, 1, 1.5)).isZero();
        }
    }

    @Test
    void rejectsBadArguments() {
        assertThatThrownBy(() -> RequiredEvents.SCHOENFELD.of(0.025, 0.9, 1, 1)).hasMessageContaining("must differ");
        assertThatThrownBy(() -> RequiredEvents.FREEDMAN.of(0.025, 0.02, 0.7, 1))
                .hasMessageContaining("power (0.02)");
        assertThatThrownBy(() -> RequiredEvents.FREEDMAN.of(0.025, 0.9, -0.7, 1))
                .hasMessageContaining("hazardRatio (-0.7)");
        assertThatThrownBy(() -> RequiredEvents.FREEDMAN.of(0.025, 0.9, 0.7, 0))
                .hasMessageContaining("allocationRatio (0.0)");
    }
}
