package org.evotrial.model.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The walk over record components: compares a tree with the shape of its records and collects everything that is wrong.
 * Jackson's own binding of records reports one problem, without position, and a typo only as a missing property.
 */
final class Walk {
    private static final String TYPE = "type";

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final Shapes shapes;
    private final Libraries libraries;
    private final Places places;
    private final ProblemLog log;
    private final Scalars scalars;
    private final List<NameUse> uses = new ArrayList<>();
    private final Set<String> absent = new LinkedHashSet<>();
    private final Deque<Source> open = new ArrayDeque<>();

    Walk(Shapes shapes, Libraries libraries, Places places, ProblemLog log) {
        this.shapes = shapes;
        this.libraries = libraries;
        this.places = places;
        this.log = log;
        this.scalars = new Scalars(log);
    }

    CheckedTree check(Class<? extends Record> type, JsonNode root) {
        open.push(Libraries.normalised(places.ofValue("").source()));
        Slot slot = new Slot(new Shape.Fields(type), false, false, null, List.of());
        JsonNode effective = value(root, slot, "");
        return new CheckedTree(effective, places, uses, absent);
    }

    private JsonNode value(JsonNode node, Slot slot, String pointer) {
        if (node.isNull()) {
            if (!slot.nullable()) {
                log.add(ProblemCode.UNEXPECTED_NULL, places.ofValue(pointer), slot.expected(), "null");
            }
            return node;
        }
        if (slot.inline() && node.isString()) {
            return inlined(node, slot, pointer);
        }
        int before = log.size();
        JsonNode checked = shaped(node, slot, pointer);
        boolean container = (slot.shape() instanceof Shape.Sequence && node.isArray())
                || (slot.shape() instanceof Shape.Mapping && node.isObject());
        if (log.size() == before || container) {
            constrained(checked, slot, pointer);
        }
        return checked;
    }

    private JsonNode shaped(JsonNode node, Slot slot, String pointer) {
        if (slot.shape() instanceof Shape.Sequence sequence && node.isArray()) {
            return sequence(node, sequence, pointer);
        }
        if (slot.shape() instanceof Shape.Mapping mapping && node.isObject()) {
            return mapping(node, mapping, slot, pointer);
        }
        if (slot.shape() instanceof Shape.Fields fields && node.isObject()) {
            return object(node, shapes.of(fields.type()), false, pointer);
        }
        if (slot.shape() instanceof Shape.Choice choice && node.isObject()) {
            return choice(node, choice, pointer);
        }
        if (slot.shape() instanceof Shape.Abbreviated abbreviated && node.isObject()) {
            return value(node, abbreviated.map(), pointer);
        }
        boolean name = slot.shape() instanceof Shape.Text || slot.shape() instanceof Shape.Abbreviated;
        if (name && node.isString()) {
            named(node.stringValue(), slot, pointer);
        }
        return scalars.check(node, slot, places.ofValue(pointer));
    }

    private void named(String name, Slot slot, String pointer) {
        Slot named = slot.shape() instanceof Shape.Abbreviated abbreviated ? abbreviated.map() : slot;
        if (named.reference() != null) {
            uses.add(new NameUse(named.reference(), name, pointer, places.ofValue(pointer)));
        }
    }

    private void constrained(JsonNode node, Slot slot, String pointer) {
        for (Constraint constraint : slot.constraints()) {
            if (!constraint.admits(node)) {
                log.add(
                        constraint.code(),
                        places.ofValue(pointer),
                        constraint.expected(node),
                        constraint.found(node),
                        constraint.suggestion(node));
            }
        }
    }

    private JsonNode sequence(JsonNode node, Shape.Sequence sequence, String pointer) {
        ArrayNode checked = nodes.arrayNode();
        for (JsonNode element : node) {
            checked.add(value(element, sequence.element(), Pointers.child(pointer, checked.size())));
        }
        return checked;
    }

    private JsonNode mapping(JsonNode node, Shape.Mapping mapping, Slot slot, String pointer) {
        ObjectNode checked = nodes.objectNode();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String child = Pointers.child(pointer, entry.getKey());
            if (slot.reference() != null) {
                uses.add(new NameUse(slot.reference(), entry.getKey(), child, places.ofKey(child)));
            }
            checked.set(entry.getKey(), value(entry.getValue(), mapping.value(), child));
        }
        return checked;
    }

    private JsonNode choice(JsonNode node, Shape.Choice choice, String pointer) {
        Map<String, Class<? extends Record>> types = shapes.vocabulary().types(choice.vocabulary());
        JsonNode given = node.get(TYPE);
        String expected = Wording.oneOf(types.keySet());
        if (given == null) {
            log.add(
                    ProblemCode.MISSING_PROPERTY,
                    places.ofMissing(pointer, TYPE),
                    "the required property \"%s\" (%s)".formatted(TYPE, expected),
                    "nothing");
            return node;
        }
        Class<? extends Record> type = given.isString() ? types.get(given.stringValue()) : null;
        if (type == null) {
            log.add(
                    ProblemCode.UNKNOWN_TYPE,
                    places.ofValue(Pointers.child(pointer, TYPE)),
                    expected,
                    Wording.of(given),
                    given.isString() ? NearestName.question(given.stringValue(), types.keySet()) : null);
            return node;
        }
        return object(node, shapes.of(type), true, pointer);
    }

    private JsonNode object(JsonNode node, RecordShape shape, boolean typed, String pointer) {
        ObjectNode checked = nodes.objectNode();
        if (typed) {
            checked.set(TYPE, node.get(TYPE));
        }
        Set<String> misspelt = unknown(node, shape, typed, pointer);
        for (Property property : shape.properties()) {
            JsonNode value = property(node, property, pointer, misspelt);
            if (value != null) {
                checked.set(property.name(), value);
            }
        }
        JsonNode remarks = node.get(RecordShape.REMARKS);
        if (remarks != null && shape.property(RecordShape.REMARKS) == null) {
            checked.set(
                    RecordShape.REMARKS,
                    value(remarks, Shapes.REMARKS_SLOT, Pointers.child(pointer, RecordShape.REMARKS)));
        }
        return checked;
    }

    /** The effective value of a property, or null where none is to be written. */
    private @Nullable JsonNode property(JsonNode node, Property property, String pointer, Set<String> misspelt) {
        String child = Pointers.child(pointer, property.name());
        JsonNode given = node.get(property.name());
        if (given != null && !(given.isNull() && property.slot().nullable() && property.defaultValue() == null)) {
            return value(given, property.slot(), child);
        }
        if (property.defaultValue() != null) {
            return value(property.defaultValue().deepCopy(), property.slot(), child);
        }
        if (property.slot().nullable()) {
            absent.add(child);
        } else if (!misspelt.contains(property.name())) {
            log.add(
                    ProblemCode.MISSING_PROPERTY,
                    places.ofMissing(pointer, property.name()),
                    "the required property \"%s\" (%s)"
                            .formatted(property.name(), property.slot().expected()),
                    "nothing");
        }
        return null;
    }

    /** Reports unknown properties; returns the absent properties that they are thought to stand for. */
    private Set<String> unknown(JsonNode node, RecordShape shape, boolean typed, String pointer) {
        Set<String> known = new LinkedHashSet<>();
        shape.properties().forEach(property -> known.add(property.name()));
        known.add(RecordShape.REMARKS);
        Set<String> missing = new LinkedHashSet<>(known);
        missing.removeAll(node.propertyNames());
        Set<String> meant = new LinkedHashSet<>();
        for (String name : node.propertyNames()) {
            if (known.contains(name) || (typed && name.equals(TYPE))) {
                continue;
            }
            String nearest = NearestName.of(name, missing);
            if (nearest != null) {
                meant.add(nearest);
            }
            log.add(
                    ProblemCode.UNKNOWN_PROPERTY,
                    places.ofKey(Pointers.child(pointer, name)),
                    nearest == null ? Wording.oneOf(known) : "a known property",
                    Wording.of(name),
                    nearest == null ? null : "did you mean \"%s\"?".formatted(nearest));
        }
        return meant;
    }

    private JsonNode inlined(JsonNode node, Slot slot, String pointer) {
        Place place = places.ofValue(pointer);
        String reference = node.stringValue();
        Source source = libraries.source(reference, place);
        if (source == null) {
            return node;
        }
        if (open.contains(source)) {
            log.add(
                    ProblemCode.CIRCULAR_REFERENCE,
                    place,
                    "a file that does not lead back to itself",
                    Wording.of(reference) + ", which leads back here");
            return node;
        }
        LocatedTree library = libraries.read(source, reference, place);
        if (library == null) {
            return node;
        }
        places.graft(pointer, library.places(), "");
        open.push(source);
        JsonNode checked = value(library.tree(), slot, pointer);
        open.pop();
        return checked;
    }
}
