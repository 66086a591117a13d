package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evotrial.patient.tumour.LibraryNumbers.Mark;
import org.evotrial.patient.tumour.LibraryNumbers.Number;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every number of the library has its source, or is marked as calibrated or assumed. */
class LibraryRemarksTest {
    /** Objects whose keys are names of the file, not properties; the remarks of the object around them count. */
    private static final Set<String> MAPS = Set.of(
            "resistanceFactors",
            "penetration",
            "phenotypeKillFractions",
            "phenotypeFactors",
            "killFactors",
            "competition",
            "sensitive",
            "plasticityTransitions",
            "absent",
            "dosing",
            "progression");

    static List<String> files() {
        return LibraryNumbers.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyObjectWithNumbersHasRemarks(String name) {
        List<String> missing = new ArrayList<>();
        collectWithoutRemarks("", LibraryNumbers.tree(name), missing);
        assertThat(missing).isEmpty();
    }

    private static void collectWithoutRemarks(String pointer, JsonNode node, List<String> missing) {
        boolean numbers = false;
        for (JsonNode child : node) {
            numbers |= child.isNumber();
        }
        boolean map = Stream.of(pointer.split("/")).anyMatch(MAPS::contains);
        if (node.isObject() && numbers && !map && !node.has("remarks")) {
            missing.add(pointer);
        }
        node.properties().forEach(e -> collectWithoutRemarks(pointer + "/" + e.getKey(), e.getValue(), missing));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectWithoutRemarks(pointer + "/" + i, node.get(i), missing);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyNumberHasASourceOrAMark(String name) {
        assertThat(LibraryNumbers.of(LibraryNumbers.tree(name)))
                .filteredOn(n -> n.mark() == Mark.MISSING)
                .isEmpty();
    }

    @Test
    void sentencesThatNamePropertiesSpeakOfTheseOnly() {
        JsonNode file = new JsonMapper().readTree("""
                {"a": 1, "b": 2, "c": {"x": 3}, "d": {"e": 4, "remarks": ["Smith et al. 2001."]}, "f": 5, "g": 6,
                 "remarks": ["Words. a and b: calibrated to e. f: numerical step.", "g: Jones et al. 2002, from memory. Other numbers assumed."]}""");
        assertThat(LibraryNumbers.of(file))
                .containsExactly(
                        new Number("/a", "1", Mark.CALIBRATED, "a and b: calibrated to e."),
                        new Number("/b", "2", Mark.CALIBRATED, "a and b: calibrated to e."),
                        new Number("/c/x", "3", Mark.ASSUMED, "Words. Other numbers assumed."),
                        new Number("/d/e", "4", Mark.SOURCE, "Smith et al. 2001."),
                        new Number("/f", "5", Mark.NUMERICAL, "f: numerical step."),
                        new Number("/g", "6", Mark.RECALLED, "g: Jones et al. 2002, from memory."));
    }

    @Test
    void aNumberWithoutAnyMarkIsFound() {
        JsonNode file = new JsonMapper().readTree("{\"a\": 1, \"remarks\": [\"A number.\"]}");
        assertThat(LibraryNumbers.of(file)).extracting(Number::mark).containsExactly(Mark.MISSING);
    }
}
