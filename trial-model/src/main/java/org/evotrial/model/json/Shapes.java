package org.evotrial.model.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from record classes what JSON they stand for. The walk, the binding and the JSON Schema all use this and nothing else. */
final class Shapes {
    /** {@code remarks} on objects whose record has no such component. */
    static final Slot REMARKS_SLOT = new Slot(
            new Shape.Sequence(new Slot(new Shape.Text(), false, false, null, List.of())),
            false,
            false,
            null,
            List.of());

    private static final String PERMITTED =
            "int, long, double, boolean, String, an enum, JsonNode, a record, a vocabulary, List or Map of these";

    private final Vocabulary vocabulary;
    private final Map<Class<?>, RecordShape> shapes = new ConcurrentHashMap<>();
    private final JsonMapper mapper = new JsonMapper();

    Shapes(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /**
     * The shape of a record.
     *
     * @throws IllegalArgumentException if a component has a type that no JSON stands for
     */
    RecordShape of(Class<? extends Record> type) {
        // Not computeIfAbsent: an abbreviated record is read while the one around it is.
        RecordShape known = shapes.get(type);
        if (known == null) {
            known = read(type);
            shapes.put(type, known);
        }
        return known;
    }

    private RecordShape read(Class<? extends Record> type) {
        List<Property> properties = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.add(property(component));
        }
        TypeId typeId = type.getAnnotation(TypeId.class);
        return new RecordShape(type, typeId == null ? null : typeId.value(), properties, description(type));
    }

    private Property property(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        Default value = component.getAnnotation(Default.class);
        return new Property(
                renamed == null ? component.getName() : renamed.value(),
                component,
                slot(component),
                value == null ? null : parse(value.value(), component),
                description(component));
    }

    private JsonNode parse(String json, RecordComponent component) {
        try {
            return mapper.readTree(json);
        } catch (RuntimeException notJson) {
            throw new IllegalArgumentException(
                    "The @Default (%s) of %s is not JSON.".formatted(json, name(component)), notJson);
        }
    }

    private static @Nullable String description(AnnotatedElement element) {
        Description description = element.getAnnotation(Description.class);
        return description == null ? null : description.value();
    }

    private Slot slot(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        // What is said of a list or map as a whole concerns its entries where it cannot concern the whole.
        Set<Constraint> constraints = new LinkedHashSet<>(Constraints.of(component));
        constraints.addAll(Constraints.of(component.getAccessor()));
        constraints.addAll(Constraints.of(type));
        Reference reference = component.getAnnotation(Reference.class);
        return slot(type, component, List.copyOf(constraints), reference == null ? null : reference.to());
    }

    private Slot slot(
            AnnotatedType type,
            RecordComponent component,
            List<Constraint> constraints,
            Reference.@Nullable Target reference) {
        Shape shape = shape(type, component, constraints, reference);
        boolean container = shape instanceof Shape.Sequence || shape instanceof Shape.Mapping;
        return new Slot(
                shape,
                type.isAnnotationPresent(Nullable.class),
                component.isAnnotationPresent(Inline.class) && !container,
                shape instanceof Shape.Sequence ? null : reference,
                constraints.stream()
                        .filter(c -> !container || c instanceof Constraint.Length)
                        .toList());
    }

    private Shape shape(
            AnnotatedType annotated,
            RecordComponent component,
            List<Constraint> constraints,
            Reference.@Nullable Target reference) {
        Type type = annotated.getType();
        if (type instanceof Class<?> plain) {
            return plain(plain, component);
        }
        if (annotated instanceof AnnotatedParameterizedType generic
                && type instanceof ParameterizedType parameterized) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            if (parameterized.getRawType() == List.class) {
                return new Shape.Sequence(entry(arguments[0], component, constraints, reference));
            }
            if (parameterized.getRawType() == Map.class && arguments[0].getType() == String.class) {
                return new Shape.Mapping(entry(arguments[1], component, constraints, null));
            }
        }
        throw unsupported(type, component);
    }

    private Slot entry(
            AnnotatedType type,
            RecordComponent component,
            List<Constraint> ofContainer,
            Reference.@Nullable Target reference) {
        Set<Constraint> constraints = new LinkedHashSet<>(Constraints.of(type));
        ofContainer.stream().filter(c -> !(c instanceof Constraint.Length)).forEach(constraints::add);
        return slot(type, component, List.copyOf(constraints), reference);
    }

    private Shape plain(Class<?> type, RecordComponent component) {
        if (type == int.class || type == Integer.class) {
            return new Shape.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == long.class || type == Long.class) {
            return new Shape.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == double.class || type == Double.class) {
            return new Shape.Decimal();
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Shape.Truth();
        }
        if (type == String.class) {
            return new Shape.Text();
        }
        if (type == JsonNode.class) {
            return new Shape.Anything();
        }
        return named(type, component);
    }

    private Shape named(Class<?> type, RecordComponent component) {
        if (type.isEnum()) {
            return new Shape.Word(words(type));
        }
        if (type.isAnnotationPresent(Shorthand.class)) {
            Class<? extends Record> abbreviated = type.asSubclass(Record.class);
            return new Shape.Abbreviated(
                    abbreviated, of(abbreviated).properties().get(0).slot());
        }
        if (type.isRecord()) {
            return new Shape.Fields(type.asSubclass(Record.class));
        }
        if (vocabulary.contains(type)) {
            return new Shape.Choice(type);
        }
        throw unsupported(type, component);
    }

    private static Map<String, Enum<?>> words(Class<?> type) {
        Map<String, Enum<?>> words = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            Enum<?> word = (Enum<?>) constant;
            words.put(word.name().toLowerCase(Locale.ROOT).replace('_', '-'), word);
        }
        return Collections.unmodifiableMap(words);
    }

    private static IllegalArgumentException unsupported(Type type, RecordComponent component) {
        return new IllegalArgumentException(
                "The type (%s) of %s must be one of %s.".formatted(type.getTypeName(), name(component), PERMITTED));
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getName() + "." + component.getName();
    }
}
