package org.evotrial.cli;

import java.io.PrintWriter;
import java.util.List;
import org.evotrial.engine.text.Numbers;
import org.evotrial.model.result.Provenance;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.ScenarioResult.Failure;

/** Shows the replicates that failed: they are counted and can be replayed, and never disappear into a mean. */
final class Failed {
    private Failed() {}

    static void print(List<ScenarioResult> scenarios, Provenance from, PrintWriter out) {
        for (ScenarioResult scenario : scenarios) {
            scenario.failures().stream()
                    .filter(Failure::concernsTruth)
                    .forEach(f -> out.printf("Scenario %s: no truth is known; %s%n", scenario.id(), f.message()));
            if (scenario.replicatesFailed() > 0) {
                Failure first = scenario.failures().get(0);
                out.printf(
                        "Scenario %s: %s of %s replicates failed; the first: %s%n  %s%n",
                        scenario.id(),
                        Numbers.count(scenario.replicatesFailed()),
                        Numbers.count(scenario.replicatesRequested()),
                        first.message(),
                        from.replayCommand(scenario.id(), first.replicate()));
            }
        }
    }
}
