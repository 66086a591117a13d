package org.evotrial.statistics.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    /** Squares: an exact function, so that every difference is made by the test. */
    private record Squares() implements ReferenceCheck {
        @Override
        public String file() {
            return "squares.csv";
        }

        @Override
        public Set<String> columns() {
            return Set.of("x", "square", "remark");
        }

        @Override
        public Set<String> optionalColumns() {
            return Set.of("remark");
        }

        @Override
        public Set<String> companions() {
            return Set.of("data.csv");
        }

        @Override
        public void recompute(ReferenceTable table, Findings findings) {
            findings.each(table.rows(), row -> {
                double x = "data".equals(row.text("x"))
                        ? table.companion("data.csv").rows().get(0).number("value")
                        : row.number("x");
                findings.compare(row, "square", x * x, Tolerance.absolute(0.01));
            });
        }
    }

    @Test
    void aTableWithinItsToleranceHasNoFinding() {
        FileVerification outcome = verify("# package power 2.1 (2026)\nx,square\n2,4.001\n3,9.004\n4,16\n");
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.rows()).isEqualTo(3);
        assertThat(outcome.comparisons()).isEqualTo(3);
        assertThat(outcome.provenance()).isEqualTo("power 2.1");
        Comparison worst = outcome.columns().get(0).worst();
        assertThat(worst.line()).isEqualTo(4);
        assertThat(worst.ours()).isEqualTo(9);
        assertThat(worst.reference()).isEqualTo(9.004);
    }

    @Test
    void aDifferenceBeyondTheToleranceIsAFindingWithItsPlace() {
        assertThat(messages(verify("x,square\n2,4\n3,9.5\n")))
                .containsExactly("squares.csv:3: square: ours is 9.0, the reference 9.5; "
                        + "the difference of 0.50 exceeds 0.01.");
    }

    @Test
    void anUnknownColumnIsNotIgnored() {
        assertThat(messages(verify("x,square,cube\n2,4,8\n")))
                .containsExactly("squares.csv: cube: this column is not understood.");
    }

    @Test
    void aMissingColumnIsNotIgnoredUnlessOptional() {
        assertThat(messages(verify("x,remark\n2,4\n"))).containsExactly("squares.csv: square: this column is missing.");
        assertThat(messages(verify("x,square,remark\n2,4,good\n"))).isEmpty();
    }

    @Test
    void aRowThatCannotBeRecomputedIsAFinding() {
        assertThat(messages(verify("x,square\ntwo,4\n2,4\n")))
                .containsExactly("squares.csv:2: cannot be recomputed: The x (two) must be a number.");
    }

    @Test
    void aRowWithNothingToCompareIsAFinding() {
        assertThat(messages(verify("x,square\n2,NA\n")))
                .singleElement()
                .asString()
                .startsWith("squares.csv:2: was not recomputed");
    }

    @Test
    void aTableWithoutRowsIsAFinding() {
        assertThat(messages(verify("x,square\n")))
                .containsExactly("squares.csv: has no rows, so nothing was verified.");
    }

    @Test
    void aFolderIsReadWithItsDataAndItsStrangers(@TempDir Path folder) throws IOException {
        Verification verification = Verification.of(List.of(new Squares()));
        assertThat(verification.folder(folder)).isEmpty();
        Files.writeString(folder.resolve("squares.csv"), "x,square\ndata,49\n");
        assertThat(messages(verification.folder(folder).get(0)))
                .containsExactly("squares.csv:2: cannot be recomputed: There must be a file data.csv beside this one.");
        Files.writeString(folder.resolve("data.csv"), "value\n7\n");
        Files.writeString(folder.resolve("README.md"), "not a table");
        assertThat(verification.folder(folder)).hasSize(1).allMatch(FileVerification::passed);
        Files.writeString(folder.resolve("cubes.csv"), "x,cube\n2,8\n");
        assertThat(verification.folder(folder)).hasSize(2);
        assertThat(messages(verification.folder(folder).get(0)))
                .containsExactly("cubes.csv: is not understood: no check recomputes a file of this name.");
    }

    @Test
    void aFolderOfDataAloneVerifiesNothing(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("data.csv"), "value\n7\n");
        assertThat(Verification.of(List.of(new Squares())).folder(folder)).isEmpty();
    }

    @Test
    void aBrokenFileIsAFinding(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("squares.csv"), new byte[] {'x', ',', (byte) 0xC3, '\n', '1', ',', '1'});
        assertThat(messages(
                        Verification.of(List.of(new Squares())).folder(folder).get(0)))
                .singleElement()
                .asString()
                .startsWith("squares.csv: cannot be read: ");
    }

    private static FileVerification verify(String text) {
        return Verification.verify(new Squares(), ReferenceTable.read("squares.csv", new StringReader(text)));
    }

    private static List<String> messages(FileVerification outcome) {
        return outcome.findings().stream().map(Finding::toString).toList();
    }
}
