package org.evotrial.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of error codes lists every code, with an example that the reader really prints. */
class ErrorsPageTest {
    private static final Path PAGE = Path.of("../docs/errors.md");
    private static final Path REPORTS = Path.of("src/test/resources/trials/wrong");

    @Test
    void thePageListsEveryCodeOnceAndNoOther() throws IOException {
        List<String> listed = Pattern.compile("^## (E-CFG-\\d+): ", Pattern.MULTILINE)
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(listed)
                .containsExactlyElementsOf(
                        Stream.of(ProblemCode.values()).map(ProblemCode::id).toList());
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void theExampleOfACodeIsWhatTheReaderPrints(ProblemCode code) throws IOException {
        MatchResult example = Pattern.compile(
                        "^## " + code.id() + ": .*?^```\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .findFirst()
                .orElseThrow();
        assertThat(example.group(1)).contains("[" + code.id() + "]");
        assertThat(reports()).anyMatch(report -> report.contains(example.group(1)));
    }

    private static List<String> reports() throws IOException {
        try (Stream<Path> files = Files.walk(REPORTS)) {
            List<Path> texts =
                    files.filter(file -> file.toString().endsWith(".txt")).toList();
            return texts.stream().map(ErrorsPageTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
