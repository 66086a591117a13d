package org.evotrial.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    // Each counted by hand; "ca" to "abc" is the textbook case in which the optimal string alignment distance is 3
    // although the unrestricted Damerau-Levenshtein distance is 2.
    @ParameterizedTest
    @CsvSource({"control,cntrol,1", "title,tilte,1", "kitten,sitting,3", "abc,abc,0", "abc,'',3", "ca,abc,3"})
    void countsEdits(String a, String b, int edits) {
        assertThat(NearestName.distance(a, b)).isEqualTo(edits);
        assertThat(NearestName.distance(b, a)).isEqualTo(edits);
    }

    @Test
    void suggestsTheNearestOfSeveralNames() {
        assertThat(NearestName.of("experimntal", List.of("control", "experimental")))
                .isEqualTo("experimental");
    }

    @Test
    void ignoresCase() {
        assertThat(NearestName.of("SAMPLESIZE", List.of("sampleSize"))).isEqualTo("sampleSize");
    }

    @Test
    void suggestsNothingThatIsTooFarAway() {
        assertThat(NearestName.of("D", List.of("A", "B"))).isNull();
        assertThat(NearestName.of("colour", List.of("title", "id"))).isNull();
        assertThat(NearestName.question("colour", List.of())).isNull();
    }
}
