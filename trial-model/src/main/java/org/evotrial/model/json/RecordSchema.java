package org.evotrial.model.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema (Draft 2020-12) of records, generated from the shapes that the reader walks along, so that what an editor
 * accepts and what the reader accepts cannot drift apart. A generator for Java types in general would have to be taught
 * every rule again (vocabularies of plugins, library references, short forms, kebab-case words, remarks on every object).
 */
public final class RecordSchema {
    private static final String DEFINITIONS = "#/$defs/";

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final Shapes shapes;
    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final Deque<Class<?>> pending = new ArrayDeque<>();

    /** Schemas in which {@code type} takes the values of the vocabulary. */
    public RecordSchema(Vocabulary vocabulary) {
        this.shapes = new Shapes(vocabulary);
    }

    /**
     * The schema of files that hold one record.
     *
     * @param root the record
     * @param id address of the schema
     * @param title title of the schema
     */
    public ObjectNode of(Class<? extends Record> root, String id, String title) {
        names.clear();
        ObjectNode schema = nodes.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", id);
        schema.put("title", title);
        schema.setAll(object(shapes.of(root), false));
        ObjectNode definitions = nodes.objectNode();
        while (!pending.isEmpty()) {
            Class<?> type = pending.remove();
            definitions.set(name(type), definition(type));
        }
        schema.set("$defs", definitions);
        return schema;
    }

    private ObjectNode definition(Class<?> type) {
        if (!type.isRecord()) {
            return choice(type);
        }
        RecordShape shape = shapes.of(type.asSubclass(Record.class));
        if (type.isAnnotationPresent(Shorthand.class)) {
            return abbreviated(shape);
        }
        return object(shape, shape.typeId() != null);
    }

    private ObjectNode choice(Class<?> vocabulary) {
        ObjectNode schema = nodes.objectNode();
        Description description = vocabulary.getAnnotation(Description.class);
        if (description != null) {
            schema.put("description", description.value());
        }
        Map<String, Class<? extends Record>> types = shapes.vocabulary().types(vocabulary);
        if (types.isEmpty()) {
            return schema.set("not", nodes.objectNode());
        }
        ArrayNode branches = schema.putArray("oneOf");
        types.values().forEach(type -> branches.add(reference(type)));
        return schema;
    }

    private ObjectNode object(RecordShape shape, boolean typed) {
        ObjectNode schema = nodes.objectNode();
        describe(schema, shape.description());
        schema.put("type", "object");
        ArrayNode required = nodes.arrayNode();
        ObjectNode properties = nodes.objectNode();
        if (typed) {
            properties.putObject("type").put("const", shape.typeId());
            required.add("type");
        }
        for (Property property : shape.properties()) {
            properties.set(property.name(), property(property));
            if (property.required()) {
                required.add(property.name());
            }
        }
        if (shape.property(RecordShape.REMARKS) == null) {
            properties.set(
                    RecordShape.REMARKS, slot(Shapes.REMARKS_SLOT).put("description", RecordShape.REMARKS_DESCRIPTION));
        }
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private ObjectNode property(Property property) {
        ObjectNode schema = nodes.objectNode();
        boolean remarks = property.name().equals(RecordShape.REMARKS) && property.description() == null;
        describe(schema, remarks ? RecordShape.REMARKS_DESCRIPTION : property.description());
        schema.setAll(slot(property.slot()));
        if (property.defaultValue() != null) {
            schema.set("default", property.defaultValue());
        }
        return schema;
    }

    private ObjectNode abbreviated(RecordShape shape) {
        ObjectNode schema = nodes.objectNode();
        describe(schema, shape.description());
        ArrayNode forms = schema.putArray("anyOf");
        forms.addObject().put("type", "string");
        forms.add(slot(shape.properties().get(0).slot()));
        return schema;
    }

    private ObjectNode slot(Slot slot) {
        ObjectNode schema = shape(slot.shape());
        slot.constraints().forEach(constraint -> constraint.describe(schema));
        ObjectNode withLibrary = slot.inline() ? either(libraryName(), schema) : schema;
        return slot.nullable() ? orNull(withLibrary) : withLibrary;
    }

    private ObjectNode libraryName() {
        return nodes.objectNode()
                .put("type", "string")
                .put("description", "A library file: library: and a name, or a path relative to this file.");
    }

    private ObjectNode orNull(ObjectNode schema) {
        JsonNode type = schema.get("type");
        if (type == null || schema.has("enum")) {
            return either(schema, nodes.objectNode().put("type", "null"));
        }
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    private ObjectNode either(ObjectNode first, ObjectNode second) {
        ObjectNode schema = nodes.objectNode();
        schema.putArray("anyOf").add(first).add(second);
        return schema;
    }

    private ObjectNode shape(Shape shape) {
        ObjectNode schema = nodes.objectNode();
        if (shape instanceof Shape.Text) {
            schema.put("type", "string");
        } else if (shape instanceof Shape.Whole) {
            schema.put("type", "integer");
        } else if (shape instanceof Shape.Decimal) {
            schema.put("type", "number");
        } else if (shape instanceof Shape.Truth) {
            schema.put("type", "boolean");
        } else if (shape instanceof Shape.Word word) {
            schema.put("type", "string");
            word.constants().keySet().forEach(schema.putArray("enum")::add);
        } else if (shape instanceof Shape.Sequence sequence) {
            schema.put("type", "array").set("items", slot(sequence.element()));
        } else if (shape instanceof Shape.Mapping mapping) {
            schema.put("type", "object").set("additionalProperties", slot(mapping.value()));
        } else if (shape instanceof Shape.Fields fields) {
            return reference(fields.type());
        } else if (shape instanceof Shape.Abbreviated abbreviated) {
            return reference(abbreviated.type());
        } else if (shape instanceof Shape.Choice choice) {
            return reference(choice.vocabulary());
        }
        return schema;
    }

    private ObjectNode reference(Class<?> type) {
        return nodes.objectNode().put("$ref", DEFINITIONS + name(type));
    }

    /** The name of a definition: the class without its package, or with it where two would have the same. */
    private String name(Class<?> type) {
        String known = names.get(type);
        if (known != null) {
            return known;
        }
        String simple =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        String name = names.containsValue(simple) ? type.getName().replace('$', '.') : simple;
        names.put(type, name);
        pending.add(type);
        return name;
    }

    private static void describe(ObjectNode schema, @Nullable String description) {
        if (description != null) {
            schema.put("description", description);
        }
    }
}
