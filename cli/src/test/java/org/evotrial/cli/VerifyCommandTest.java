package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evotrial.cli.verification.PatientChecks;
import org.evotrial.statistics.verification.ReferenceCheck;
import org.evotrial.statistics.verification.ReferenceChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final String BOUNDS = "rpact_gs_efficacy_bounds.csv";

    // Level .0125 is not in the files that ship. The bound of one look is the normal quantile, by R 4.2.2:
    // qnorm(.9875).
    private static final String OWN_ROWS = """
            # package rpact 4.5.0.9315
            type,parameter,sided,alpha,k,look,informationRate,criticalValue,stageLevel,cumulativeAlphaSpent
            OF,,1,0.0125,1,1,1,2.2414027,0.0125,0.0125
            """;

    @Test
    void everyFileThatShipsIsRecomputed() {
        Invocation verify = Invocation.of("verify");

        assertThat(verify.out()).doesNotContain("FAIL");
        assertThat(verify.exitCode()).isZero();
        assertThat(ReferenceChecks.all())
                .extracting(ReferenceCheck::file)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(verify.out()).contains(file));
        assertThat(PatientChecks.all())
                .extracting(ReferenceCheck::file)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(verify.out()).contains(file));
        assertThat(verify.out()).contains("rpact 4.5.0.9315", "SciPy 1.17.1", "files verified: all of");
    }

    @Test
    void rowsOfOnesOwnAreRecomputed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(BOUNDS), OWN_ROWS);
        Invocation verify = Invocation.of("verify", "--reference", folder);

        assertThat(verify.out()).containsPattern("pass +" + BOUNDS + " +1 +3 +").contains("rpact 4.5.0.9315");
        assertThat(verify.out()).endsWith("1 files verified: all of 3 values agree within their tolerances.\n");
        assertThat(verify.exitCode()).isZero();
    }

    @Test
    void rowsAboutPatientsLieBesideThoseAboutDesigns(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(BOUNDS), OWN_ROWS);
        // Yule process: e^{-bT} = 1/2 that one cell is still one cell at bT = ln 2
        Files.writeString(
                folder.resolve("clone_sizes.csv"),
                "law,birthPerDay,deathPerDay,days,founders,mutationsPerDivision,cells,n,probability\n"
                        + "birth-death,0.1,0,6.931471805599453,1,,,1,0.5\n");
        Invocation verify = Invocation.of("verify", "--reference", folder);

        assertThat(verify.out()).endsWith("2 files verified: all of 4 values agree within their tolerances.\n");
        assertThat(verify.exitCode()).isZero();
    }

    @Test
    void aDifferenceIsShownWithFileLineAndColumn(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(BOUNDS), OWN_ROWS.replace("2.2414027", "2.2414"));
        Invocation verify = Invocation.of("verify", "--reference", folder);

        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out())
                .contains("FAIL", BOUNDS + ":3: criticalValue: ours is 2.24140272", "the reference 2.2414;")
                .contains("1 of 1 files are not verified.");
    }

    @Test
    void aColumnThatIsNotUnderstoodFails(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve(BOUNDS),
                OWN_ROWS.replace("cumulativeAlphaSpent\n", "cumulativeAlphaSpent,power\n")
                        .replace("0.0125,0.0125\n", "0.0125,0.0125,0.9\n"));
        Invocation verify = Invocation.of("verify", "--reference", folder);

        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out()).contains(BOUNDS + ": power: this column is not understood.");
    }

    @Test
    void aFileThatIsNotUnderstoodFailsBesideOneThatIs(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(BOUNDS), OWN_ROWS);
        Files.writeString(folder.resolve("horoscope.csv"), "sign,outcome\nlibra,good\n");
        Invocation verify = Invocation.of("verify", "--reference", folder);

        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out()).contains("horoscope.csv: is not understood", "pass", "1 of 2 files are not verified.");
    }

    @Test
    void manyFindingsAreCounted(@TempDir Path folder) throws IOException {
        try (InputStream shipped = ReferenceCheck.class.getResourceAsStream("/org/evotrial/reference/" + BOUNDS)) {
            String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve(BOUNDS), text.replace("asOF", "asXX"));
        }
        Invocation verify = Invocation.of("verify", "--reference", folder);

        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out().lines().filter(line -> line.contains("The type (asXX)")))
                .hasSize(20);
        assertThat(verify.out()).containsPattern(BOUNDS + ": \\d+ more findings");
    }

    @Test
    void aFolderWithoutReferenceFilesVerifiesNothing(@TempDir Path folder) {
        Invocation empty = Invocation.of("verify", "--reference", folder);
        assertThat(empty.exitCode()).isEqualTo(1);
        assertThat(empty.err()).contains("holds no file with reference values");

        Invocation missing = Invocation.of("verify", "--reference", folder.resolve("no-such"));
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("There is no folder");
    }
}
