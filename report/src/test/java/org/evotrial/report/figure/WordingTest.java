package org.evotrial.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void takesNamesThatNobodyForesawApart() {
        assertThat(Wording.words("somethingNobodyForesaw")).isEqualTo("Something nobody foresaw");
        assertThat(Wording.words("null-by-biology")).isEqualTo("Null by biology");
        assertThat(Wording.words("BIOPSY share")).isEqualTo("BIOPSY share");
        assertThat(Wording.words("")).isEmpty();
    }
}
