package org.evotrial.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evotrial.model.json.ProblemReport;
import org.evotrial.model.json.Vocabulary;
import org.evotrial.model.toy.ToyPlugin.Growth;
import org.evotrial.model.toy.ToyPlugin.ToyDisease;
import org.evotrial.model.toy.ToyPlugin.ToySwitch;
import org.evotrial.spi.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

class TrialReaderTest {
    private static final Path FILE = Path.of("src/test/resources/trials/valid/trial.json");
    private final ClassLoader loader = TrialReaderTest.class.getClassLoader();
    private final TrialReader reader = new TrialReader(new Vocabulary(Plugins.load(loader)), loader);

    @Test
    void readsAFileWithLibrariesScenariosAndASweep() {
        TrialDocument trial = trial(FILE);
        assertThat(trial.base().population().disease()).isInstanceOf(ToyDisease.class);
        assertThat(trial.variants())
                .extracting(TrialVariant::id)
                .containsExactly(
                        "base",
                        "no-effect",
                        "fast",
                        "sweep-0-0",
                        "sweep-0-1",
                        "sweep-1-0",
                        "sweep-1-1",
                        "sweep-2-0",
                        "sweep-2-1");
    }

    @Test
    void appliesTheOverridesOfAScenarioToItsVariantAlone() {
        TrialDocument trial = trial(FILE);
        TrialVariant fast = trial.variants().get(2);
        assertThat(((ToyDisease) fast.file().population().disease()).growth()).isEqualTo(Growth.FAST_GROWING);
        assertThat(fast.file().simulation().seed()).isEqualTo(7);
        assertThat(Objects.requireNonNull(fast.file().design().compose().dropout())
                        .probabilityPerYear())
                .isEqualTo(0.05);
        assertThat(fast.replicates()).isEqualTo(50);
        assertThat(fast.kind()).isEqualTo("alternative");
        assertThat(((ToyDisease) trial.base().population().disease()).growth()).isEqualTo(Growth.SLOW_GROWING);
        assertThat(trial.variants().get(1).kind()).isEqualTo("null-by-biology");
    }

    @Test
    void variesTheLastAxisOfASweepFastest() {
        TrialVariant cell = trial(FILE).variants().get(4);
        assertThat(cell.sweepCell()).containsExactly(0, 1);
        assertThat(cell.title()).isEqualTo("Plasma interval = 2, Detection limit = 0.01");
        assertThat(Objects.requireNonNull(
                                cell.file().design().compose().assessments().get("plasma"))
                        .everyWeeks())
                .isEqualTo(2);
    }

    @Test
    void fillsInDefaults() {
        TrialFile base = trial(FILE).base();
        assertThat(base.simulation().confidence()).isEqualTo(0.95);
        assertThat(base.design().compose().arms().get(1).policy())
                .isEqualTo(new ToySwitch("old", "new", "plasma", "T790M", 2));
    }

    @Test
    void readsItsOwnEffectiveFileAsTheSameTrial(@TempDir Path folder) throws Exception {
        TrialDocument first = trial(FILE);
        Path effective = Files.writeString(
                folder.resolve("effective-config.json"), first.effective().toPrettyString());
        TrialDocument second = trial(effective);
        assertThat(second.base()).isEqualTo(first.base());
        assertThat(second.variants()).isEqualTo(first.variants());
        assertThat(second.effective().toPrettyString())
                .isEqualTo(first.effective().toPrettyString());
    }

    @Test
    void replacesValuesGivenOnTheCommandLine() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        TrialReader.Reading reading = reader.read(FILE, Map.of("/simulation/replicates", json.numberNode(3)));
        TrialDocument trial = Objects.requireNonNull(reading.trial());
        assertThat(trial.variants()).extracting(TrialVariant::replicates).containsExactly(3, 3, 50, 3, 3, 3, 3, 3, 3);
    }

    @Test
    void reportsAProblemOfTheCommandLineThere() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        TrialReader.Reading reading = reader.read(FILE, Map.of("/simulation/replicate", json.numberNode(3)));
        assertThat(ProblemReport.of("trial.json", reading.problems()))
                .contains("--set   /simulation/replicate")
                .contains("did you mean \"/simulation/replicates\"?");
    }

    private TrialDocument trial(Path file) {
        TrialReader.Reading reading = reader.read(file);
        assertThat(ProblemReport.of(file.toString(), reading.problems())).isEmpty();
        assertThat(reading.problems()).isEqualTo(List.of());
        return Objects.requireNonNull(reading.trial());
    }
}
