package org.evotrial.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evotrial.engine.reduce.OperatingCharacteristics;
import org.evotrial.engine.reduce.ReplicateTable;
import org.evotrial.model.config.AcceptanceRule;
import org.evotrial.model.result.Estimate;

/**
 * Paired differences between scenarios: of every scenario from {@code base}, and wherever an acceptance rule asks for another one.
 * Tables come in the order in which they are simulated; those that a later difference needs are kept until then.
 */
final class ScenarioDifferences {
    private static final String BASE = "base";

    private final OperatingCharacteristics characteristics;
    private final Map<String, Set<String>> references = new LinkedHashMap<>();
    private final Map<String, ReplicateTable> kept = new LinkedHashMap<>();
    private final Map<String, List<Estimate>> differences = new LinkedHashMap<>();

    /**
     * @param scenarios names of all scenarios that are simulated
     * @param rules the acceptance rules
     * @param characteristics makes the estimates
     */
    ScenarioDifferences(List<String> scenarios, List<AcceptanceRule> rules, OperatingCharacteristics characteristics) {
        this.characteristics = characteristics;
        for (String scenario : scenarios) {
            Set<String> of = new LinkedHashSet<>();
            if (scenarios.contains(BASE)) {
                of.add(BASE);
            }
            for (AcceptanceRule rule : rules) {
                boolean meant = rule.scenario().equals("*") || rule.scenario().equals(scenario);
                if (meant && rule.relativeTo() != null && scenarios.contains(rule.relativeTo())) {
                    of.add(rule.relativeTo());
                }
            }
            of.remove(scenario);
            references.put(scenario, of);
            differences.put(scenario, new ArrayList<>());
        }
    }

    /** Takes the replicates of the next scenario. */
    void add(ReplicateTable table) {
        String scenario = table.plan().variant();
        kept.put(scenario, table);
        references.forEach((subject, of) -> {
            ReplicateTable known = kept.get(subject);
            for (String reference : List.copyOf(of)) {
                ReplicateTable other = kept.get(reference);
                if (known != null && other != null) {
                    differences
                            .getOrDefault(subject, new ArrayList<>())
                            .addAll(characteristics.differencesFromScenario(known, other));
                    of.remove(reference);
                }
            }
        });
        kept.keySet()
                .removeIf(name -> references.getOrDefault(name, Set.of()).isEmpty()
                        && references.values().stream().noneMatch(of -> of.contains(name)));
    }

    /** The differences of a scenario, once all scenarios were added. */
    List<Estimate> of(String scenario) {
        return differences.getOrDefault(scenario, List.of());
    }
}
