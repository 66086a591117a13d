package org.evotrial.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.02549, 3, 0.0255",
        "0.5, 4, 0.5",
        "193.84, 4, 193.8",
        "12345678, 3, 12300000",
        "0, 3, 0",
        "-0.00012345, 2, -0.00012",
        "NaN, 3, NaN",
        "Infinity, 3, Infinity",
        "1.5e-9, 3, 1.5E-9"
    })
    void roundsToSignificantDigits(double value, int digits, String text) {
        assertThat(Numbers.significant(value, digits)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0 s", "59.4, 59 s", "60, 1 min 00 s", "3599, 59 min 59 s", "12000, 3 h 20 min"})
    void saysDurationsForPeople(double seconds, String text) {
        assertThat(Numbers.duration(seconds)).isEqualTo(text);
    }

    @Test
    void aRowMustFitTheHeader() {
        assertThatThrownBy(() -> new TextTable("a", "b").row("1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(1)")
                .hasMessageContaining("(2)");
    }

    @Test
    void columnsAreAligned() {
        assertThat(new TextTable("verdict", "n").row("PASS", "10,000").row("INCONCLUSIVE", "5"))
                .hasToString("verdict       n\nPASS          10,000\nINCONCLUSIVE  5\n");
    }
}
