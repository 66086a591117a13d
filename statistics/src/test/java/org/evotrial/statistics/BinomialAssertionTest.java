package org.evotrial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BinomialAssertionTest {
    @Test
    void acceptsTheExpectedCount() {
        assertThatCode(() -> BinomialAssertion.assertProportion(250, 10_000, 0.025))
                .doesNotThrowAnyException();
        assertThatCode(() -> BinomialAssertion.assertProportion(0, 10, 0)).doesNotThrowAnyException();
    }

    @Test
    void rejectsACountThatIsFiveStandardErrorsAway() {
        // sqrt(10000 * .025 * .975) = 15.6.
        assertThatThrownBy(() -> BinomialAssertion.assertProportion(250 + 90, 10_000, 0.025))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("340 of 10000");
        assertThatThrownBy(() -> BinomialAssertion.assertProportion(250 - 80, 10_000, 0.025))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> BinomialAssertion.assertProportion(1, 10, 0)).isInstanceOf(AssertionError.class);
    }

    @Test
    void saysWhatItCannotSee() {
        // Ten thousand replicates cannot tell .025 from .03: (4.892 + 3.090) * .00156 = .0125.
        assertThat(BinomialAssertion.detectableShift(10_000, 0.025)).isCloseTo(0.01246, Offset.offset(1e-5));
    }
}
