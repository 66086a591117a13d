package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evotrial.model.calibration.CalibrationReader;
import org.evotrial.model.calibration.CalibrationSchema;
import org.evotrial.model.config.TrialReader;
import org.evotrial.model.config.TrialSchema;
import org.evotrial.model.json.ProblemReport;
import org.evotrial.model.json.Vocabulary;
import org.evotrial.spi.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published schema is that of the reader with everything that ships, and every example passes both. After a change of
 * configuration records: {@code mvn -pl cli -am test -Dtest=PublishedSchemaTest -Devotrial.update=true
 * -Dsurefire.failIfNoSpecifiedTests=false} writes it and fails once.
 */
class PublishedSchemaTest {
    private static final Path PUBLISHED = Path.of("../docs/schema/1/trial.json");
    private static final Path EXAMPLES = Path.of("../examples");
    private static final ClassLoader LOADER = PublishedSchemaTest.class.getClassLoader();
    private static final Vocabulary VOCABULARY = new Vocabulary(Plugins.load(LOADER));
    private static final JsonNode TREE = new TrialSchema(VOCABULARY).tree();
    private static final JsonNode CALIBRATION = new CalibrationSchema(VOCABULARY).tree();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(TREE);

    private final JsonMapper mapper = new JsonMapper();

    @Test
    void thePublishedSchemaIsThatOfTheReader() throws IOException {
        assertPublished(PUBLISHED, TREE);
    }

    private static void assertPublished(Path file, JsonNode tree) throws IOException {
        String schema = tree.toPrettyString() + "\n";
        String published = Files.exists(file) ? Files.readString(file) : "";
        if (Boolean.getBoolean("evotrial.update") && !published.equals(schema)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, schema);
            throw new AssertionError("%s was written; read the difference and run again.".formatted(file));
        }
        assertThat(published).as("update with -Devotrial.update=true").isEqualTo(schema);
    }

    @Test
    void thePublishedSchemaOfCalibrationsIsThatOfTheReader() throws IOException {
        assertPublished(Path.of("../docs/schema/1/calibration.json"), CALIBRATION);
        List<String> missing = new ArrayList<>();
        collectUndescribed("", CALIBRATION, missing);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyCalibrationPassesItsSchemaAndTheReader() throws IOException {
        Schema schema = REGISTRY.getSchema(CALIBRATION);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(EXAMPLES.resolve("calibration"))) {
            found.filter(file -> file.endsWith("targets.json")).sorted().forEach(files::add);
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(schema.validate(mapper.readTree(Files.readString(file)))).isEmpty();
            assertThat(ProblemReport.of(
                            file.toString(),
                            new CalibrationReader(VOCABULARY, LOADER)
                                    .read(file, null)
                                    .problems()))
                    .isEmpty();
        }
        assertThat(schema.validate(mapper.readTree("{\"title\": \"x\"}"))).isNotEmpty();
    }

    @Test
    void theSchemaIsValidAgainstItsMetaSchema() throws IOException {
        Schema metaSchema = REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        assertThat(metaSchema.validate(TREE)).isEmpty();
        JsonNode broken = mapper.readTree("{\"type\": 7}");
        assertThat(metaSchema.validate(broken)).isNotEmpty();
    }

    @Test
    void everyPropertyIsDescribed() {
        List<String> missing = new ArrayList<>();
        collectUndescribed("", TREE, missing);
        assertThat(missing).isEmpty();
    }

    private static void collectUndescribed(String pointer, JsonNode node, List<String> missing) {
        node.path("properties").properties().stream()
                .filter(property -> !property.getKey().equals("remarks")
                        && !property.getKey().equals("type")
                        && !property.getValue().has("description"))
                .forEach(property -> missing.add(pointer + "/" + property.getKey()));
        node.properties()
                .forEach(child -> collectUndescribed(pointer + "/" + child.getKey(), child.getValue(), missing));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExamplePassesTheReader(Path example) {
        TrialReader.Reading reading = new TrialReader(VOCABULARY, LOADER).read(example);
        assertThat(ProblemReport.of(example.toString(), reading.problems())).isEmpty();
        assertThat(reading.trial()).isNotNull();
        assertThat(SCHEMA.validate(reading.trial().effective())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExamplePassesTheSchema(Path example) throws IOException {
        assertThat(SCHEMA.validate(mapper.readTree(Files.readString(example)))).isEmpty();
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.endsWith("trial.json"))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .toList();
        }
    }
}
