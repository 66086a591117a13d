package org.evotrial.model.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The streaming pass: builds the tree of one source and notes where every key and value begins. */
final class TreeReader {
    /** Objects and arrays within each other; no trial needs half of it. */
    static final int MAXIMUM_DEPTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4 * MAXIMUM_DEPTH)
                    .build())
            .build();

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final Source source;
    private final ProblemLog log;
    private final Places places;
    private final JsonParser parser;

    private TreeReader(String text, Source source, ProblemLog log) {
        this.source = source;
        this.log = log;
        this.places = new Places(source);
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /** The tree, or null if the text is not JSON or nested too deeply; duplicate keys are problems but leave a tree. */
    static @Nullable LocatedTree read(String text, Source source, ProblemLog log) {
        TreeReader reader = new TreeReader(text, source, log);
        try (JsonParser parser = reader.parser) {
            parser.nextToken();
            JsonNode tree = reader.value("", 1);
            if (tree == null) {
                return null;
            }
            if (parser.nextToken() != null) {
                log.add(ProblemCode.NOT_JSON, reader.here(""), "the end of the file", "more after the closing bracket");
                return null;
            }
            return new LocatedTree(tree, reader.places);
        } catch (JacksonException notJson) {
            SyntaxProblem.of(text, notJson).addTo(log, source);
            return null;
        }
    }

    /** The value at the current token; null if it is nested too deeply. */
    private @Nullable JsonNode value(String pointer, int depth) {
        TokenStreamLocation at = parser.currentTokenLocation();
        places.value(pointer, at.getLineNr(), at.getColumnNr());
        JsonToken token = parser.currentToken();
        if (token.isStructStart() && depth > MAXIMUM_DEPTH) {
            log.add(
                    ProblemCode.TOO_DEEP,
                    new Place(source, "", at.getLineNr(), at.getColumnNr()),
                    "objects and lists nested at most %d deep".formatted(MAXIMUM_DEPTH),
                    "more");
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(pointer, depth);
            case START_ARRAY -> array(pointer, depth);
            case VALUE_STRING -> nodes.stringNode(parser.getString());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NULL -> nodes.nullNode();
            case VALUE_NUMBER_INT -> wholeNumber();
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDoubleValue());
            default -> throw new IllegalStateException("No JSON token begins a value with " + token);
        };
    }

    private JsonNode wholeNumber() {
        return switch (parser.getNumberType()) {
            case INT -> nodes.numberNode(parser.getIntValue());
            case LONG -> nodes.numberNode(parser.getLongValue());
            default -> nodes.numberNode(parser.getBigIntegerValue());
        };
    }

    private @Nullable JsonNode object(String pointer, int depth) {
        ObjectNode object = nodes.objectNode();
        Map<String, Integer> lines = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String child = Pointers.child(pointer, name);
            Place key = here(child);
            Integer first = lines.putIfAbsent(name, key.line());
            parser.nextToken();
            if (first != null) {
                log.add(
                        ProblemCode.DUPLICATE_PROPERTY,
                        key,
                        "each property once",
                        "\"%s\" again (first on line %d)".formatted(name, first));
                parser.skipChildren();
                continue;
            }
            places.key(child, key.line(), key.column());
            JsonNode value = value(child, depth + 1);
            if (value == null) {
                return null;
            }
            object.set(name, value);
        }
        return object;
    }

    private @Nullable JsonNode array(String pointer, int depth) {
        ArrayNode array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode element = value(Pointers.child(pointer, array.size()), depth + 1);
            if (element == null) {
                return null;
            }
            array.add(element);
        }
        return array;
    }

    private Place here(String pointer) {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new Place(source, pointer, at.getLineNr(), at.getColumnNr());
    }
}
