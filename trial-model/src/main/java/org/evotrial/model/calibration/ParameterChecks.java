package org.evotrial.model.calibration;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evotrial.model.json.CheckedTree;
import org.evotrial.model.json.NearestName;
import org.evotrial.model.json.Place;
import org.evotrial.model.json.Pointers;
import org.evotrial.model.json.ProblemCode;
import org.evotrial.model.json.ProblemLog;
import org.evotrial.model.json.RecordReader;
import org.evotrial.model.json.Wording;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks the pointers of the parameters on the tree, so that they are reported together with other problems. A pointer
 * into something that has a problem itself is left for the next time.
 */
final class ParameterChecks {
    private final CheckedTree tree;
    private final ProblemLog log;
    private final Map<String, Place> seen = new LinkedHashMap<>();
    private final Map<Place, String> owners = new LinkedHashMap<>();

    ParameterChecks(CheckedTree tree, ProblemLog log) {
        this.tree = tree;
        this.log = log;
    }

    void check() {
        JsonNode parameters = tree.effective().path("parameters");
        for (int i = 0; i < parameters.size(); i++) {
            String within = Pointers.child("/parameters", i);
            JsonNode parameter = parameters.path(i);
            JsonNode pointer = parameter.path("pointer");
            if (pointer.isString()) {
                check(
                        pointer.stringValue(),
                        tree.places().ofValue(Pointers.child(within, "pointer")),
                        parameter.path("start").isNumber());
            }
            String tied = Pointers.child(within, "tied");
            for (String other : parameter.path("tied").propertyNames()) {
                check(other, tree.places().ofKey(Pointers.child(tied, other)), true);
            }
        }
    }

    private void check(String pointer, Place place, boolean startKnown) {
        boolean known = pointer.startsWith("/disease/") || pointer.startsWith("/treatments/");
        if (!known) {
            log.add(
                    ProblemCode.UNKNOWN_POINTER,
                    place,
                    "a JSON Pointer that begins with /disease/ or /treatments/",
                    Wording.of(pointer));
            return;
        }
        Place first = seen.putIfAbsent(pointer, place);
        if (first != null) {
            log.add(ProblemCode.DUPLICATE_ID, place, "each number once", "%s again".formatted(Wording.of(pointer)));
            return;
        }
        JsonNode value = RecordReader.at(tree.effective(), pointer);
        if (value == null && !tree.absent().contains(pointer)) {
            reportUnknown(pointer, place);
        } else if (value != null && !value.isNumber()) {
            log.add(
                    ProblemCode.WRONG_TYPE,
                    place,
                    "a pointer to a number",
                    "%s, which is %s".formatted(Wording.of(pointer), Wording.of(value)));
        } else if (value == null && !startKnown) {
            log.add(
                    ProblemCode.MISSING_PROPERTY,
                    place,
                    "a start for %s, which the files leave out".formatted(pointer),
                    "nothing");
        } else if (!CalibratedFiles.isWritten(tree.places(), pointer)
                && !CalibratedFiles.isWritten(tree.places(), Pointers.parent(pointer))) {
            log.add(
                    ProblemCode.UNKNOWN_POINTER,
                    place,
                    "a number that a file holds, or whose object it holds",
                    "%s, which is a default within a default".formatted(Wording.of(pointer)));
        } else {
            checkOwner(pointer, place);
        }
    }

    /** A file that is referred to twice is written once, and cannot hold the estimates of both. */
    private void checkOwner(String pointer, Place place) {
        String object = Pointers.parent(pointer);
        String owner = owners.putIfAbsent(tree.places().ofValue(object), object);
        if (owner != null && !owner.equals(object)) {
            log.add(
                    ProblemCode.DUPLICATE_ID,
                    place,
                    "a number of its own",
                    "%s, in the same file as %s; write one of the two in place"
                            .formatted(Wording.of(pointer), Wording.of(owner)));
        }
    }

    private void reportUnknown(String pointer, Place place) {
        String known = pointer;
        while (RecordReader.at(tree.effective(), known) == null) {
            known = Pointers.parent(known);
        }
        Place around = tree.places().ofValue(known);
        if (log.concerns(around, "") || log.concerns(around, "/type")) {
            return;
        }
        log.add(ProblemCode.UNKNOWN_POINTER, place, "a pointer to a number", Wording.of(pointer), nearest(pointer));
    }

    /** The pointer with unknown names replaced by the nearest known ones, if that leads to something. */
    private @Nullable String nearest(String pointer) {
        String known = "";
        for (String name : Pointers.names(pointer)) {
            String next = Pointers.child(known, name);
            if (RecordReader.at(tree.effective(), next) == null) {
                String candidate = NearestName.of(name, namesIn(known));
                if (candidate == null) {
                    return null;
                }
                next = Pointers.child(known, candidate);
            }
            known = next;
        }
        return "did you mean \"%s\"?".formatted(known);
    }

    private Set<String> namesIn(String pointer) {
        Set<String> names = new LinkedHashSet<>();
        JsonNode node = RecordReader.at(tree.effective(), pointer);
        if (node != null) {
            names.addAll(node.propertyNames());
        }
        for (String absent : tree.absent()) {
            if (Pointers.parent(absent).equals(pointer)) {
                List<String> along = Pointers.names(absent);
                names.add(along.get(along.size() - 1));
            }
        }
        return names;
    }
}
