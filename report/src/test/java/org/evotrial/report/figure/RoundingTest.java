package org.evotrial.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
    /** Expected texts by hand: the error is cut to two significant digits and the value to the same place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.8857 | 0.00071 | 0.88570 | 0.00071",
                "19.5163 | 0.0117 | 19.516 | 0.012",
                "-1.0 | 1.0 | −1.0 | 1.0",
                "2.3 | 10 | 2 | 10",
                "19.5163 | 0.0999 | 19.52 | 0.10",
                "2.54 | 0.9951 | 2.5 | 1.0",
                "123456.789 | 20.4 | 123,457 | 20",
                "123456.789 | 1234 | 123,500 | 1200",
                "-0.000651 | 0.00021 | −0.00065 | 0.00021",
                "-0.0000001 | 0.021 | 0.000 | 0.021"
            })
    void keepsTwoDigitsOfTheError(double value, double error, String expectedValue, String expectedError) {
        Rounding rounding = Rounding.byError(error);
        assertThat(rounding.text(value)).isEqualTo(expectedValue);
        assertThat(rounding.text(error)).isEqualTo(expectedError);
    }

    @Test
    void refusesAnErrorThatIsNotPositive() {
        assertThatThrownBy(() -> Rounding.byError(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rounding.byError(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesWhatIsNotANumberWithoutDigits() {
        assertThat(new Rounding(3).text(Double.NaN)).isEqualTo("–");
        assertThat(new Rounding(3).text(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThat(new Rounding(3).text(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10000 | 10,000",
                "9999 | 9999",
                "0.025 | 0.025",
                "0.10 | 0.1",
                "1234.5678 | 1235",
                "0 | 0",
                "-2 | −2"
            })
    void writesPlainNumbersWithoutTrailingZeros(double value, String expected) {
        assertThat(Rounding.plain(value)).isEqualTo(expected);
    }
}
