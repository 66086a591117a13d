package org.evotrial.statistics.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ToleranceTest {
    @Test
    void measuresOnItsScale() {
        assertThat(Tolerance.absolute(0.5).difference(1.25, 1)).isEqualTo(0.25);
        assertThat(Tolerance.relative(0.5).difference(5, 4)).isEqualTo(0.25);
        assertThat(Tolerance.simulated(0.125, 5).difference(1.25, 1)).isEqualTo(2);
    }

    @Test
    void theLimitItselfIsAdmissible() {
        assertThat(Tolerance.absolute(0.25).holds(1.25, 1)).isTrue();
        assertThat(Tolerance.absolute(0.25).holds(1.2500001, 1)).isFalse();
    }

    @Test
    void whatIsNoNumberNeverAgrees() {
        assertThat(Tolerance.absolute(1e300).holds(Double.NaN, 1)).isFalse();
        assertThat(Tolerance.simulated(0, 5).holds(Double.NaN, 1)).isFalse();
        assertThat(Tolerance.absolute(1).holds(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .isFalse();
        assertThat(Tolerance.absolute(1).holds(1, Double.POSITIVE_INFINITY)).isFalse();
        assertThat(Tolerance.relative(1).holds(1, Double.POSITIVE_INFINITY)).isFalse();
    }

    @Test
    void equalValuesAlwaysAgree() {
        assertThat(Tolerance.relative(0).holds(0, 0)).isTrue();
        assertThat(Tolerance.simulated(0, 5).holds(0.3, 0.3)).isTrue();
        assertThat(Tolerance.absolute(0).holds(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .isTrue();
    }

    @Test
    void zeroIsMetByZeroAloneRelatively() {
        assertThat(Tolerance.relative(1e-3).holds(1e-30, 0)).isFalse();
    }

    @Test
    void rejectsNegativeLimits() {
        assertThatThrownBy(() -> Tolerance.absolute(-1))
                .hasMessage("The limit (-1.0) must be zero or positive, and finite.");
        assertThatThrownBy(() -> Tolerance.simulated(Double.NaN, 5))
                .hasMessage("The standardError (NaN) must be zero or positive, and finite.");
    }
}
