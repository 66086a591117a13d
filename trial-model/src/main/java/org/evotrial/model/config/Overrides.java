package org.evotrial.model.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.evotrial.model.json.CheckedTree;
import org.evotrial.model.json.LocatedTree;
import org.evotrial.model.json.NearestName;
import org.evotrial.model.json.Places;
import org.evotrial.model.json.Pointers;
import org.evotrial.model.json.ProblemCode;
import org.evotrial.model.json.ProblemLog;
import org.evotrial.model.json.RecordReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replaces values of the effective file. */
final class Overrides {
    private static final List<String> FIXED = List.of("/schemaVersion", "/id", "/scenarios", "/sweep");

    private final CheckedTree base;
    private final ProblemLog log;

    Overrides(CheckedTree base, ProblemLog log) {
        this.base = base;
        this.log = log;
    }

    /** The tree with all replacements made; null if one of them points to nothing. */
    @Nullable
    LocatedTree apply(List<Replacement> replacements) {
        JsonNode tree = base.effective().deepCopy();
        Places places = base.places().copy();
        int before = log.size();
        for (Replacement replacement : replacements) {
            if (pointsToSomething(replacement, tree)) {
                replace(tree, replacement);
                places.graft(replacement.pointer(), replacement.places(), replacement.written());
            }
        }
        return log.size() == before ? new LocatedTree(tree, places) : null;
    }

    private boolean pointsToSomething(Replacement replacement, JsonNode tree) {
        String pointer = replacement.pointer();
        if (!pointer.startsWith("/")) {
            reject(replacement, "a JSON Pointer, which begins with a slash", null);
            return false;
        }
        if (FIXED.stream().anyMatch(fixed -> Pointers.within(pointer, fixed))) {
            reject(
                    replacement,
                    "a pointer that leads neither to schemaVersion or id nor into scenarios or sweep",
                    null);
            return false;
        }
        if (RecordReader.at(tree, pointer) == null && !base.absent().contains(pointer)) {
            reject(replacement, "a pointer to something in the effective file", nearest(pointer, tree));
            return false;
        }
        return true;
    }

    private void reject(Replacement replacement, String expected, @Nullable String suggestion) {
        log.add(
                ProblemCode.UNKNOWN_POINTER,
                replacement.place(),
                expected,
                "\"%s\"".formatted(replacement.pointer()),
                suggestion);
    }

    private static void replace(JsonNode tree, Replacement replacement) {
        List<String> names = Pointers.names(replacement.pointer());
        String last = names.get(names.size() - 1);
        JsonNode parent = RecordReader.at(tree, Pointers.parent(replacement.pointer()));
        JsonNode value = replacement.value().deepCopy();
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        }
    }

    /** The pointer with its first unknown name replaced by the nearest known one, if that points to something. */
    private @Nullable String nearest(String pointer, JsonNode tree) {
        List<String> names = new ArrayList<>(Pointers.names(pointer));
        String known = "";
        for (int i = 0; i < names.size(); i++) {
            String next = Pointers.child(known, names.get(i));
            if (RecordReader.at(tree, next) == null) {
                String candidate = NearestName.of(names.get(i), namesIn(known, tree));
                if (candidate == null) {
                    return null;
                }
                next = Pointers.child(known, candidate);
            }
            known = next;
        }
        return "did you mean \"%s\"?".formatted(known);
    }

    private Set<String> namesIn(String pointer, JsonNode tree) {
        Set<String> names = new LinkedHashSet<>();
        JsonNode node = RecordReader.at(tree, pointer);
        if (node != null) {
            names.addAll(node.propertyNames());
        }
        for (String absent : base.absent()) {
            if (Pointers.parent(absent).equals(pointer)) {
                List<String> along = Pointers.names(absent);
                names.add(along.get(along.size() - 1));
            }
        }
        return names;
    }
}
