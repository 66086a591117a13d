package org.evotrial.model.config;

import java.util.List;
import org.evotrial.model.json.CheckedTree;
import org.evotrial.model.json.Place;
import org.evotrial.model.json.Places;
import org.evotrial.model.json.Pointers;
import org.evotrial.model.json.ProblemLog;
import org.evotrial.model.json.RecordReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Checks the pointers of scenarios and sweep in a file that has other problems, so that all are reported at once. A
 * pointer into something that has a problem itself is left for the next time.
 */
final class PointerChecks {
    private final CheckedTree tree;
    private final Places places;
    private final ProblemLog log;

    PointerChecks(CheckedTree tree, ProblemLog log) {
        this.tree = tree;
        this.places = tree.places();
        this.log = log;
    }

    void check() {
        JsonNode scenarios = tree.effective().path("scenarios");
        for (int i = 0; i < scenarios.size(); i++) {
            String within = "/scenarios/" + i + "/overrides";
            for (String pointer : scenarios.path(i).path("overrides").propertyNames()) {
                check(pointer, places.ofKey(Pointers.child(within, pointer)));
            }
        }
        JsonNode axes = tree.effective().path("sweep").path("axes");
        for (int i = 0; i < axes.size(); i++) {
            JsonNode pointer = axes.path(i).path("pointer");
            if (pointer.isString()) {
                check(pointer.stringValue(), places.ofValue("/sweep/axes/" + i + "/pointer"));
            }
        }
    }

    private void check(String pointer, Place place) {
        String known = pointer;
        String next = "type";
        while (!known.isEmpty() && RecordReader.at(tree.effective(), known) == null) {
            next = known.substring(known.lastIndexOf('/') + 1);
            known = Pointers.parent(known);
        }
        Place around = places.ofValue(known);
        boolean elsewhere =
                !log.concerns(around, "") && !log.concerns(around, "/type") && !log.concerns(around, "/" + next);
        if (elsewhere && !log.concerns(place, "")) {
            JsonNode nothing = JsonNodeFactory.instance.nullNode();
            new Overrides(tree, log).apply(List.of(new Replacement(pointer, nothing, place, places, "")));
        }
    }
}
