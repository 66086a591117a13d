package org.evotrial.patient.disease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evotrial.model.json.BoundTree;
import org.evotrial.model.json.CheckedTree;
import org.evotrial.model.json.Libraries;
import org.evotrial.model.json.ProblemLog;
import org.evotrial.model.json.RecordReader;
import org.evotrial.model.json.Vocabulary;
import org.evotrial.patient.PatientGeneratorPlugin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Growth laws and immunity as a disease file gives them. */
class EnvironmentBlocksTest {
    private static final String GROWTH = "\"birthPerDay\": 0.14, \"deathPerDay\": 0.13";

    @TempDir
    private @Nullable Path folder;

    record Blocks(Growth growth, @Nullable Immunity immunity) {}

    private Blocks read(String json) throws IOException {
        if (folder == null) {
            throw new IllegalStateException("There is no folder.");
        }
        Path file = Files.writeString(folder.resolve("blocks.json"), json);
        ProblemLog log = new ProblemLog("blocks");
        Libraries libraries = new Libraries(EnvironmentBlocksTest.class.getClassLoader(), log);
        RecordReader reader = new RecordReader(new Vocabulary(List.of(new PatientGeneratorPlugin())));
        CheckedTree checked = reader.check(Blocks.class, libraries.read(file), libraries, log);
        BoundTree<Blocks> bound = log.isClean() ? reader.bind(Blocks.class, checked, log) : null;
        if (bound == null) {
            throw new IllegalArgumentException(log.sorted().toString());
        }
        return bound.root();
    }

    private Growth growth(String law) throws IOException {
        return read("{\"growth\": {%s, \"law\": %s}}".formatted(GROWTH, law)).growth();
    }

    @Test
    void growsExponentiallyWithoutImmunityUnlessToldOtherwise() throws IOException {
        Blocks blocks = read("{\"growth\": {%s}}".formatted(GROWTH));
        assertThat(blocks.growth().law()).isEqualTo(new GrowthLaw.Exponential());
        assertThat(blocks.growth().law().capacity(1e9)).isInfinite();
        assertThat(blocks.immunity()).isNull();
    }

    @Test
    void readsEveryLaw() throws IOException {
        assertThat(growth("{\"type\": \"exponential\"}").law()).isEqualTo(new GrowthLaw.Exponential());
        assertThat(growth("{\"type\": \"logistic\", \"capacityCells\": 1e12}").law())
                .isEqualTo(new GrowthLaw.Logistic(1e12, null, 7, null));
        assertThat(growth("{\"type\": \"gompertz\", \"capacityRelativeToBaseline\": 20, \"stepDays\": 14}")
                        .law())
                .isEqualTo(new GrowthLaw.Gompertz(null, 20.0, 14, null));
        assertThat(growth("{\"type\": \"lotka-volterra\", \"capacityCells\": 1e10,"
                                + " \"competition\": {\"a\": {\"sensitive\": 6}}}")
                        .law())
                .isEqualTo(new GrowthLaw.LotkaVolterra(1e10, null, Map.of("a", Map.of("sensitive", 6.0)), 7, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"type\": \"logistic\"}                                                              | exactly one",
                "{\"type\": \"gompertz\", \"capacityCells\": 1e9, \"capacityRelativeToBaseline\": 2}    | exactly one",
                "{\"type\": \"logistic\", \"capacityCells\": 0}                                         | capacityCells",
                "{\"type\": \"logistic\", \"capacityCells\": 1e9, \"stepDays\": 0}                      | stepDays",
                "{\"type\": \"lotka-volterra\", \"capacityCells\": 1e9, \"competition\": {\"a\": {\"b\": -1}}} | competition/a/b",
                "{\"type\": \"logistc\", \"capacityCells\": 1e9}                                        | logistic",
            })
    void saysWhatIsWrongWithALaw(String law, String message) {
        assertThatThrownBy(() -> growth(law)).hasMessageContaining(message);
    }

    @Test
    void readsImmunityWithThreePhenotypesByDefault() throws IOException {
        Immunity immunity =
                Objects.requireNonNull(read("{\"growth\": {%s}, \"immunity\": {\"killPerDay\": 0.1}}".formatted(GROWTH))
                        .immunity());
        assertThat(immunity.phenotypes())
                .extracting(ImmunePhenotype::id)
                .containsExactly("inflamed", "excluded", "desert");
    }

    @Test
    void wantsPhenotypesThatSomeoneHas() {
        String none = "{\"killPerDay\": 0.1, \"phenotypes\": [{\"id\": \"desert\", \"share\": 0,"
                + " \"lowestInfiltration\": 0, \"highestInfiltration\": 0.1}]}";
        assertThatThrownBy(() -> read("{\"growth\": {%s}, \"immunity\": %s}".formatted(GROWTH, none)))
                .hasMessageContaining("positive sum of shares");
    }
}
