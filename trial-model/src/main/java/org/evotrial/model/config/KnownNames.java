package org.evotrial.model.config;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.evotrial.model.design.Arm;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.model.design.Look;
import org.evotrial.model.json.Reference;
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.AssayConfiguration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The names that a trial file defines, by what they name. */
final class KnownNames {
    static final String BASE = "base";
    private static final String EVERY_SCENARIO = "*";

    private final Map<Reference.Target, Set<String>> names = new EnumMap<>(Reference.Target.class);

    private KnownNames() {}

    /** All names of a trial. */
    static KnownNames ofTrial(TrialFile trial, DesignPlan plan) {
        KnownNames known = new KnownNames();
        known.put(Reference.Target.TREATMENT, trial.treatments().keySet());
        known.put(Reference.Target.ASSAY, trial.assays().keySet());
        known.put(Reference.Target.ENDPOINT, trial.endpoints().keySet());
        known.put(Reference.Target.ARM, plan.arms().stream().map(Arm::id).toList());
        known.put(Reference.Target.LOOK, plan.looks().stream().map(Look::id).toList());
        known.put(
                Reference.Target.DISEASE_BIOMARKER, trial.population().disease().biomarkers());
        known.put(Reference.Target.FACTOR, trial.population().disease().factors());
        Set<String> hypotheses = known.put(Reference.Target.HYPOTHESIS, Set.of());
        for (AnalysisConfiguration analysis : plan.analyses()) {
            hypotheses.addAll(analysis.hypotheses());
        }
        Set<String> biomarkers = known.put(Reference.Target.BIOMARKER, Set.of());
        for (AssayConfiguration assay : trial.assays().values()) {
            biomarkers.addAll(assay.biomarkers());
        }
        Set<String> scenarios = known.put(Reference.Target.SCENARIO, Set.of(BASE));
        trial.scenarios().forEach(scenario -> scenarios.add(scenario.id()));
        scenarios.addAll(SweepCells.ids(trial.sweep()));
        scenarios.add(EVERY_SCENARIO);
        return known;
    }

    /** The names that can be told from a tree that could not be bound; other kinds of names are not judged. */
    static KnownNames ofTree(JsonNode tree) {
        KnownNames known = new KnownNames();
        known.putKeys(Reference.Target.TREATMENT, tree.path("treatments"));
        known.putKeys(Reference.Target.ASSAY, tree.path("assays"));
        known.putKeys(Reference.Target.ENDPOINT, tree.path("endpoints"));
        known.putIds(Reference.Target.ARM, tree.path("design").path("arms"));
        known.putIds(Reference.Target.LOOK, tree.path("design").path("looks"));
        return known;
    }

    /** The names of a kind; null if they are not known. */
    @Nullable
    Set<String> of(Reference.Target target) {
        return names.get(target);
    }

    private Set<String> put(Reference.Target target, Collection<String> values) {
        Set<String> set = new LinkedHashSet<>(values);
        names.put(target, set);
        return set;
    }

    private void putKeys(Reference.Target target, JsonNode node) {
        if (node.isObject()) {
            put(target, node.propertyNames());
        }
    }

    private void putIds(Reference.Target target, JsonNode list) {
        if (list.isArray()) {
            Set<String> ids = put(target, Set.of());
            for (JsonNode element : list) {
                ids.add(element.path("id").asString(""));
            }
        }
    }
}
