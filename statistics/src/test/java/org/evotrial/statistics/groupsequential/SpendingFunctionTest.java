package org.evotrial.statistics.groupsequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SpendingFunctionTest {
    private static final List<SpendingFunction> ALL = List.of(
            new SpendingFunction.LanDeMetsOBrienFleming(),
            new SpendingFunction.LanDeMetsPocock(),
            new SpendingFunction.KimDeMets(2),
            new SpendingFunction.HwangShihDeCani(-4),
            new SpendingFunction.HwangShihDeCani(0),
            new SpendingFunction.HwangShihDeCani(3),
            new SpendingFunction.Tabulated(List.of(0.25, 0.5, 1.0), List.of(0.1, 0.1, 1.0)));

    @Test
    void everyFunctionStartsAtZeroRisesAndEndsAtAlpha() {
        for (SpendingFunction function : ALL) {
            assertThat(function.spent(0, 0.025)).as("%s", function).isEqualTo(0);
            double before = 0;
            for (int i = 1; i <= 100; i++) {
                double spent = function.spent(i / 100.0, 0.025);
                assertThat(spent).as("%s", function).isGreaterThanOrEqualTo(before);
                before = spent;
            }
            assertThat(before).as("%s", function).isCloseTo(0.025, Offset.offset(1e-17));
            assertThat(function.spent(1.7, 0.025)).as("%s", function).isCloseTo(0.025, Offset.offset(1e-17));
        }
    }

    @Test
    void aSmallGammaIsNearlyLinear() {
        // Series: t (1 + gamma (1 - t) / 2), so that 1e-9 moves a half by 2.5e-10 of it.
        assertThat(new SpendingFunction.HwangShihDeCani(1e-9).spent(0.5, 1))
                .isCloseTo(0.5 * (1 + 0.25e-9), Offset.offset(1e-15));
    }

    @Test
    void aTabulatedFunctionIsLinearBetweenItsPoints() {
        SpendingFunction table = new SpendingFunction.Tabulated(List.of(0.4, 1.0), List.of(0.2, 1.0));
        assertThat(table.spent(0.2, 0.05)).isCloseTo(0.005, Offset.offset(1e-15));
        assertThat(table.spent(0.7, 0.05)).isCloseTo(0.03, Offset.offset(1e-15));
    }

    @Test
    void rejectsParametersOutsideTheirDomain() {
        assertThatThrownBy(() -> new SpendingFunction.KimDeMets(0)).hasMessageContaining("rho (0.0)");
        assertThatThrownBy(() -> new SpendingFunction.HwangShihDeCani(Double.NaN))
                .hasMessageContaining("gamma (NaN)");
        assertThatThrownBy(() -> new SpendingFunction.Tabulated(List.of(0.5), List.of(1.0)))
                .hasMessageContaining("(0.5, 1.0)");
        assertThatThrownBy(() -> new SpendingFunction.Tabulated(List.of(0.5, 1.0), List.of(1.0)))
                .hasMessageContaining("as many");
        assertThatThrownBy(() -> new SpendingFunction.Tabulated(List.of(0.5, 1.0), List.of(0.6, 0.4)))
                .hasMessageContaining("must not fall");
        for (SpendingFunction function : ALL) {
            assertThatThrownBy(() -> function.spent(-0.1, 0.025)).hasMessageContaining("(-0.1)");
            assertThatThrownBy(() -> function.spent(Double.NaN, 0.025)).hasMessageContaining("(NaN)");
        }
    }
}
