package org.evotrial.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evotrial.model.Golden;
import org.evotrial.model.json.Problem;
import org.evotrial.model.json.ProblemCode;
import org.evotrial.model.json.ProblemReport;
import org.evotrial.model.json.Vocabulary;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Every wrong file is reported in the words of its golden text, and fails in the schema too where a schema can say why. */
class WrongFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/trials/wrong");

    /**
     * What no schema can say: names that refer to something, other files, pointers, and what must hold between values. Of
     * the rest each must fail in the schema; of these none may, so that this list stays exact.
     */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "unknown-treatment",
            "unknown-treatment-in-regimen",
            "unknown-assay",
            "unknown-endpoint",
            "unknown-hypothesis",
            "unknown-scenario",
            "unknown-arm",
            "unknown-look",
            "unknown-factor",
            "unknown-library",
            "forgotten-library-prefix",
            "missing-library-file",
            "circular-reference",
            "mistake-in-library-file",
            "arm-without-treatment",
            "biomarker-not-measured",
            "biomarker-not-of-disease",
            "imaging-not-scheduled",
            "endpoint-on-plasma",
            "policy-assay-not-scheduled",
            "sweep-too-large",
            "switch-on-imaging",
            "no-control-arm",
            "two-control-arms",
            "null-without-control-arm",
            "duplicate-arm",
            "duplicate-scenario",
            "scenario-called-base",
            "block-size",
            "irrational-allocation",
            "look-never-met",
            "look-never-met-in-part",
            "accrual-period-without-length",
            "two-bounds",
            "design-rejects-its-values",
            "scenario-pointer-unknown",
            "scenario-pointer-without-slash",
            "scenario-pointer-into-scenarios",
            "scenario-value-wrong",
            "scenario-breaks-the-rest",
            "sweep-pointer-unknown",
            "sweep-value-wrong",
            "whole-number-too-large",
            "duplicate-key");

    private static final ClassLoader LOADER = WrongFilesTest.class.getClassLoader();
    private static final Vocabulary VOCABULARY = new Vocabulary(Plugins.load(LOADER));
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new TrialSchema(VOCABULARY).tree());

    private final TrialReader reader = new TrialReader(VOCABULARY, LOADER);

    static List<String> wrongFiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void reportsAWrongFileInTheExpectedWords(String name) throws IOException {
        Golden.assertMatches(FOLDER.resolve(name + ".txt"), report(FOLDER, FOLDER.resolve(name + ".json")));
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void failsInTheSchemaWhereASchemaCanSayWhy(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(name + ".json"));
        assertThat(schemaAccepts(bytes)).isEqualTo(BEYOND_A_SCHEMA.contains(name));
    }

    @Test
    void aValidFilePassesTheSchema() throws IOException {
        Path valid = Path.of("src/test/resources/trials/valid/trial.json");
        assertThat(SCHEMA.validate(new JsonMapper().readTree(Files.readString(valid))))
                .isEmpty();
    }

    @Test
    void anEffectiveFilePassesTheSchema() {
        TrialDocument trial = reader.read(Path.of("src/test/resources/trials/valid/trial.json"))
                .trial();
        assertThat(trial).isNotNull();
        assertThat(SCHEMA.validate(trial.effective())).isEmpty();
    }

    @Test
    void reportsAFileThatDoesNotExist(@TempDir Path folder) throws IOException {
        Golden.assertMatches(generated("no-such-file"), report(folder, folder.resolve("no-such-file.json")));
    }

    @Test
    void reportsAFolder(@TempDir Path folder) throws IOException {
        Path inner = Files.createDirectory(folder.resolve("folder.json"));
        Golden.assertMatches(generated("folder"), report(folder, inner));
    }

    @Test
    void reportsAHugeFileWithoutReadingIt(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("huge-file.json"), new byte[(8 << 20) + 1]);
        Golden.assertMatches(generated("huge-file"), report(folder, file));
    }

    @Test
    void reportsDeepNesting(@TempDir Path folder) throws IOException {
        String text = "{\"remarks\": " + "[".repeat(64) + "]".repeat(64) + "}";
        Path file = Files.writeString(folder.resolve("deep-nesting.json"), text);
        Golden.assertMatches(generated("deep-nesting"), report(folder, file));
    }

    @Test
    void survivesNestingOfAHundredThousand(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("deeper-nesting.json"), "[".repeat(100_000));
        assertThat(reader.read(file).problems()).hasSize(1);
    }

    @Test
    void skipsAByteOrderMark(@TempDir Path folder) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/trials/wrong/two-mistakes-at-once.json"));
        Path plain = Files.writeString(folder.resolve("plain.json"), text);
        Path marked = Files.write(folder.resolve("marked.json"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        assertThat(report(folder, marked)).isEqualTo(report(folder, plain).replace("plain", "marked"));
    }

    @Test
    void everyKindOfProblemHasAWrongFile() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Path folder : List.of(FOLDER, FOLDER.resolve("generated"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                    String text = Files.readString(file);
                    Stream.of(ProblemCode.values())
                            .map(ProblemCode::id)
                            .filter(text::contains)
                            .forEach(seen::add);
                }
            }
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        Stream.of(ProblemCode.values()).map(ProblemCode::id).collect(Collectors.toList()));
    }

    @Test
    void explainsWhatCannotBeBuiltAtItsPosition() throws IOException {
        TrialDocument trial = reader.read(Path.of("src/test/resources/trials/valid/trial.json"))
                .trial();
        assertThat(trial).isNotNull();
        ConfigurationException reason =
                new ConfigurationException("/treatments/old", "The disease toy-disease takes no drugs.");
        Problem problem = reader.explain(trial, reason);
        assertThat(problem.line()).isEqualTo(10);
        String folder = "src/test/resources/trials/valid/";
        String report = ProblemReport.of(trial.path().toString(), List.of(problem));
        Golden.assertMatches(generated("cannot-be-built"), report.replace(folder, ""));
    }

    private static Path generated(String name) {
        return FOLDER.resolve("generated").resolve(name + ".txt");
    }

    private String report(Path folder, Path file) {
        TrialReader.Reading reading = reader.read(file, Map.of());
        assertThat(reading.trial()).isNull();
        assertThat(reading.problems()).extracting(Problem::expected).isNotEmpty();
        return ProblemReport.of(file.toString(), reading.problems()).replace(folder + "/", "");
    }

    private static boolean schemaAccepts(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return SCHEMA.validate(new JsonMapper().readTree(text)).isEmpty();
        } catch (JacksonException | CharacterCodingException notJson) {
            return false;
        }
    }
}
