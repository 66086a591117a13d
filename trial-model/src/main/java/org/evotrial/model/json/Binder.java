package org.evotrial.model.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Builds records from a clean tree by their canonical constructors. What a constructor rejects becomes a problem of that
 * object; its siblings are still built, so that their problems are found too.
 */
final class Binder {
    private final Shapes shapes;
    private final Places places;
    private final ProblemLog log;
    private final List<BoundTree.At> records = new ArrayList<>();

    Binder(Shapes shapes, Places places, ProblemLog log) {
        this.shapes = shapes;
        this.places = places;
        this.log = log;
    }

    /** The record, or null if its constructor or one within it rejected the values. */
    @Nullable
    Record bind(Class<? extends Record> type, JsonNode tree) {
        int before = log.size();
        Object root = fields(tree, type, "");
        return log.size() == before ? (Record) root : null;
    }

    /** Every record that was built. */
    List<BoundTree.At> records() {
        return records;
    }

    private @Nullable Object value(@Nullable JsonNode node, Slot slot, String pointer) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (slot.shape() instanceof Shape.Sequence sequence) {
            return sequence(node, sequence, pointer);
        }
        if (slot.shape() instanceof Shape.Mapping mapping) {
            return mapping(node, mapping, pointer);
        }
        if (slot.shape() instanceof Shape.Fields fields) {
            return fields(node, fields.type(), pointer);
        }
        if (slot.shape() instanceof Shape.Choice choice) {
            Class<? extends Record> type = shapes.vocabulary()
                    .types(choice.vocabulary())
                    .get(node.path("type").stringValue());
            return fields(node, Objects.requireNonNull(type), pointer);
        }
        if (slot.shape() instanceof Shape.Abbreviated abbreviated) {
            Object map = node.isString() ? Map.of(node.stringValue(), 1.0) : value(node, abbreviated.map(), pointer);
            return construct(abbreviated.type(), new Object[] {map}, pointer);
        }
        return scalar(node, slot.shape());
    }

    private static @Nullable Object scalar(JsonNode node, Shape shape) {
        if (shape instanceof Shape.Text) {
            return node.stringValue();
        }
        if (shape instanceof Shape.Decimal) {
            return node.doubleValue();
        }
        if (shape instanceof Shape.Truth) {
            return node.booleanValue();
        }
        if (shape instanceof Shape.Word word) {
            return word.constants().get(node.stringValue());
        }
        if (shape instanceof Shape.Whole whole) {
            // Not a conditional expression: that would widen the int.
            if (whole.most() == Integer.MAX_VALUE) {
                return node.intValue();
            }
            return node.longValue();
        }
        return node;
    }

    private List<@Nullable Object> sequence(JsonNode node, Shape.Sequence sequence, String pointer) {
        List<@Nullable Object> values = new ArrayList<>();
        for (JsonNode element : node) {
            values.add(value(element, sequence.element(), Pointers.child(pointer, values.size())));
        }
        return Collections.unmodifiableList(values);
    }

    private Map<String, @Nullable Object> mapping(JsonNode node, Shape.Mapping mapping, String pointer) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String child = Pointers.child(pointer, entry.getKey());
            values.put(entry.getKey(), value(entry.getValue(), mapping.value(), child));
        }
        return Collections.unmodifiableMap(values);
    }

    private @Nullable Record fields(JsonNode node, Class<? extends Record> type, String pointer) {
        int before = log.size();
        RecordShape shape = shapes.of(type);
        @Nullable Object[] arguments = new Object[shape.properties().size()];
        for (int i = 0; i < arguments.length; i++) {
            Property property = shape.properties().get(i);
            arguments[i] = value(node.get(property.name()), property.slot(), Pointers.child(pointer, property.name()));
        }
        if (log.size() > before) {
            return null;
        }
        Record built = construct(type, arguments, pointer);
        if (built != null) {
            records.add(new BoundTree.At(pointer, built));
        }
        return built;
    }

    private @Nullable Record construct(Class<? extends Record> type, @Nullable Object[] arguments, String pointer) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException rejected) {
            Throwable cause = rejected.getCause();
            String message = cause instanceof IllegalArgumentException ? cause.getMessage() : String.valueOf(cause);
            log.add(ProblemCode.INCONSISTENT_OBJECT, places.ofValue(pointer), String.valueOf(message), "");
            return null;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("%s has no usable canonical constructor.".formatted(type), impossible);
        }
    }
}
