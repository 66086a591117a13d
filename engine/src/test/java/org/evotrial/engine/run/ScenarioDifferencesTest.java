package org.evotrial.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.evotrial.engine.Progress;
import org.evotrial.engine.Trials;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScenarioDifferencesTest {
    private static final String RULES = """
            [
              { "metric": "rejectionProbability", "scenario": "base", "relativeTo": "null", "atLeast": 0.5 },
              { "metric": "rejectionProbability", "scenario": "null", "relativeTo": "base", "atMost": -0.5 }
            ]
            """;

    @TempDir
    Path folder;

    @Test
    void aRuleMayCompareWithAScenarioThatIsSimulatedLater() throws Exception {
        Map<String, JsonNode> overrides = Map.of("/acceptance", new JsonMapper().readTree(RULES));
        TrialDocument trial = Trials.read(Trials.example("group-sequential"), overrides);
        RunResult result = Evotrial.create(getClass().getClassLoader())
                .simulator()
                .run(trial, Trials.options(folder, 2, 200), Progress.SILENT)
                .result();
        double expected = rejection(result, "base") - rejection(result, "null");

        assertThat(result.verdicts()).hasSize(2).allMatch(v -> v.outcome() == Verdict.Outcome.PASS);
        assertThat(difference(result.verdicts().get(0)).value()).isCloseTo(expected, within(1e-12));
        assertThat(difference(result.verdicts().get(1)).value()).isCloseTo(-expected, within(1e-12));
    }

    private static double rejection(RunResult result, String scenario) {
        return Trials.estimate(result, scenario, "rejectionProbability", "probability", "")
                .value();
    }

    private static Estimate difference(Verdict verdict) {
        Estimate estimate = verdict.estimate();
        assertThat(estimate).isNotNull();
        return Objects.requireNonNull(estimate);
    }
}
