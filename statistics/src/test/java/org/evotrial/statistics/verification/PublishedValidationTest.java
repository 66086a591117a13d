package org.evotrial.statistics.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every file that ships is recomputed, and the published table says so. After a new check or a change of numerics: {@code
 * mvn -pl statistics test -Dtest=PublishedValidationTest -Devotrial.update=true} writes it and fails once.
 */
class PublishedValidationTest {
    private static final Path PUBLISHED = Path.of("../docs/statistics-validation.md");
    private static List<FileVerification> outcomes = List.of();

    @BeforeAll
    static void recompute() {
        outcomes = Verification.complete().builtIn();
    }

    @Test
    void everyFileOfTheIndexShipsAndAgrees() {
        assertThat(outcomes).isNotEmpty().allSatisfy(outcome -> {
            assertThat(outcome.findings()).as(outcome.file()).isEmpty();
            assertThat(outcome.comparisons()).as(outcome.file()).isGreaterThanOrEqualTo(outcome.rows());
        });
        assertThat(outcomes)
                .extracting(FileVerification::file)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void thePublishedTableIsThatOfThisBuild() throws IOException {
        String table = ValidationTable.markdown(outcomes);
        String published = Files.exists(PUBLISHED) ? Files.readString(PUBLISHED) : "";
        if (Boolean.getBoolean("evotrial.update") && !published.equals(table)) {
            Files.writeString(PUBLISHED, table);
            throw new AssertionError("%s was written; read the difference and run again.".formatted(PUBLISHED));
        }
        assertThat(published).as("update with -Devotrial.update=true").isEqualTo(table);
    }

    @Test
    void lastBitsDoNotReachTheTable() {
        Comparison one = new Comparison(2, "value", 1.0 / 3, 0.3333333, Tolerance.absolute(1e-6));
        Comparison other = new Comparison(2, "value", Math.nextUp(1.0 / 3), 0.3333333, Tolerance.absolute(1e-6));
        assertThat(page(one)).isEqualTo(page(other)).contains("| 0.333333333 | 0.3333333 | 3.3e-08 | 1e-06 |");
    }

    private static String page(Comparison comparison) {
        ColumnVerification column = new ColumnVerification("value", 1, comparison);
        return ValidationTable.markdown(
                List.of(new FileVerification("some.csv", List.of(), 1, List.of(column), List.of(), List.of())));
    }
}
