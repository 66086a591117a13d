package org.evotrial.engine.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.config.AcceptanceRule;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.StoredRun;
import org.evotrial.model.result.Verdict;
import org.evotrial.model.result.Verdict.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges the present rules of a trial file on the stored results of the trial, so that a bound can be changed without
 * simulating again. Results that are missing, or that belong to another trial than the file now describes, fail every rule.
 */
public final class StoredRunGate {
    private StoredRunGate() {}

    /**
     * The verdicts.
     *
     * @param trial the trial file
     * @param folder where the stored run of the trial should be
     * @return at least one verdict per rule
     * @throws IOException if the stored run cannot be read
     */
    public static List<Verdict> judge(TrialDocument trial, Path folder) throws IOException {
        List<AcceptanceRule> rules = trial.base().acceptance();
        if (!Files.isRegularFile(folder.resolve(StoredRun.RESULTS_FILE))) {
            return failed(rules, "nothing was measured: there are no results in " + folder);
        }
        StoredRun run = StoredRun.read(folder);
        if (!simulated(run.result().configuration()).equals(simulated(trial.effective()))) {
            return failed(
                    rules,
                    "nothing was measured: the results in %s are those of another version of the trial file; simulate it again"
                            .formatted(folder));
        }
        return AcceptanceGate.judge(rules, run.result().scenarios());
    }

    /** The part of an effective configuration that a replicate depends on, in the numbers that a file can hold. */
    private static JsonNode simulated(JsonNode configuration) {
        JsonNode stored = new JsonMapper().readTree(StoredRun.bytes(configuration));
        return stored instanceof ObjectNode object ? object.without(List.of("acceptance", "simulation")) : stored;
    }

    private static List<Verdict> failed(List<AcceptanceRule> rules, String message) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            AcceptanceRule rule = rules.get(i);
            verdicts.add(new Verdict(
                    i,
                    Outcome.FAIL,
                    Messages.requirement(rule),
                    rule.scenario(),
                    null,
                    rule.confidence(),
                    Double.NaN,
                    Double.NaN,
                    0,
                    message));
        }
        return verdicts;
    }
}
