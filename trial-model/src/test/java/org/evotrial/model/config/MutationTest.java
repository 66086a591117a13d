package org.evotrial.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.evotrial.model.json.Pointers;
import org.evotrial.model.json.Vocabulary;
import org.evotrial.spi.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A valid file is damaged in every place: the reader never throws, and accepts nothing that the schema rejects. */
class MutationTest {
    private static final ClassLoader LOADER = MutationTest.class.getClassLoader();
    private static final Vocabulary VOCABULARY = new Vocabulary(Plugins.load(LOADER));
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new TrialSchema(VOCABULARY).tree());
    private static final List<String> REPLACEMENTS =
            List.of("null", "1.5", "-1", "1e30", "\"x\"", "\"\"", "true", "[]", "{}", "[null]", "{\"type\": {}}");

    private final JsonMapper mapper = new JsonMapper();
    private final TrialReader reader = new TrialReader(VOCABULARY, LOADER);

    @Test
    void acceptsNothingThatTheSchemaRejects(@TempDir Path folder) throws IOException {
        ObjectNode valid = valid();
        List<String> pointers = new ArrayList<>();
        collect(valid, "", pointers);
        assertThat(pointers).hasSizeGreaterThan(100);
        int accepted = 0;
        for (String pointer : pointers) {
            for (String replacement : REPLACEMENTS) {
                ObjectNode damaged = valid.deepCopy();
                replace(damaged, pointer, mapper.readTree(replacement));
                boolean reads = reads(damaged.toString(), folder);
                accepted += reads ? 1 : 0;
                assertThat(reads && !SCHEMA.validate(damaged).isEmpty())
                        .as("%s replaced by %s is accepted by the reader alone", pointer, replacement)
                        .isFalse();
            }
        }
        // Neither everything nor nothing: titles may be any text, for example.
        assertThat(accepted).isBetween(20, pointers.size() * REPLACEMENTS.size() / 2);
    }

    @Test
    void survivesDamagedText(@TempDir Path folder) throws IOException {
        String valid = valid().toPrettyString();
        assertThat(reads(valid, folder)).isTrue();
        Random random = new Random(20261121);
        String alphabet = "{}[]\",:0-e.\\n\u00e9\n\t ";
        int accepted = 0;
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder(valid);
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(3));
            text.replace(at, end, String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))));
            accepted += reads(text.toString(), folder) ? 1 : 0;
        }
        assertThat(accepted).isLessThan(300);
    }

    /** The valid toy trial without its sweep, library files in place. */
    private ObjectNode valid() {
        TrialDocument trial = reader.read(Path.of("src/test/resources/trials/valid/trial.json"))
                .trial();
        assertThat(trial).isNotNull();
        ObjectNode tree = (ObjectNode) trial.effective();
        tree.remove("sweep");
        return tree;
    }

    private boolean reads(String text, Path folder) throws IOException {
        return reader.read(Files.writeString(folder.resolve("trial.json"), text))
                        .trial()
                != null;
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        if (!pointer.isEmpty()) {
            pointers.add(pointer);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), Pointers.child(pointer, i), pointers);
            }
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            collect(entry.getValue(), Pointers.child(pointer, entry.getKey()), pointers);
        }
    }

    private static void replace(ObjectNode root, String pointer, JsonNode value) {
        List<String> names = Pointers.names(pointer);
        String last = names.get(names.size() - 1);
        JsonNode parent = root.at(Pointers.parent(pointer));
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }
}
