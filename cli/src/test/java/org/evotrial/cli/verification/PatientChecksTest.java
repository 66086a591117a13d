package org.evotrial.cli.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.evotrial.statistics.verification.FileVerification;
import org.evotrial.statistics.verification.ReferenceCheck;
import org.evotrial.statistics.verification.ReferenceTable;
import org.evotrial.statistics.verification.Verification;
import org.junit.jupiter.api.Test;

/** Rows that are not in the files that ship, right and wrong ones. */
class PatientChecksTest {
    private static FileVerification verify(String file, String text) {
        ReferenceCheck check = PatientChecks.all().stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow();
        return Verification.verify(check, ReferenceTable.read(file, new StringReader(text)));
    }

    @Test
    void dualTherapyIsRecomputedFromItsInputs() {
        String columns =
                "birthPerDay,deathPerDay,treatedDeathPerDay,mutationsPerBase,firstBases,secondBases,sharedBases,"
                        + "cells,cellsRounding,failure,exactFailure\n";
        // one shared base alone: 1 - exp(-M u (1 - s/s')) = 1 - exp(-.1 (1 + 1/3))
        String row = ".14,.13,.17,1e-9,0,0,1,1e8,,.12482668,\n";
        assertThat(verify("dual_therapy_failure.csv", columns + row).findings()).isEmpty();
        assertThat(verify("dual_therapy_failure.csv", columns + row.replace(".12482668", ".1249"))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .startsWith("dual_therapy_failure.csv:2: failure: ours is 0.12482")
                        .contains("the reference 0.1249"));
        assertThat(verify("dual_therapy_failure.csv", columns + row.replace(".17", ".13"))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("cannot be recomputed"));
        assertThat(verify("dual_therapy_failure.csv", columns + row.replace(".12482668", ""))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("was not recomputed"));
        assertThat(verify("dual_therapy_failure.csv", columns.replace("\n", ",mood\n") + row.replace("\n", ",good\n"))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isEqualTo("this column is not understood."));
    }

    @Test
    void extinctionIsRecomputedFromItsModel() {
        String columns =
                "types,birthsPerDay,deathsPerDay,mutations,transitionsPerDay,days,treatedDeathsPerDay,treatedDays,"
                        + "founder,absent,extinction,absence\n";
        // b = d: 1 - 1/(1 + bT) = 2/3 after 20 days at .1, and d/b = .5 for ever at .2 and .1
        assertThat(verify("branching_extinction.csv", columns + "1,.1,.1,0,0,20,,,0,0,.66666667,.66666667\n")
                        .findings())
                .isEmpty();
        assertThat(verify("branching_extinction.csv", columns + "1,.2,.1,0,0,Inf,,,0,,.5,\n")
                        .findings())
                .isEmpty();
        assertThat(verify("branching_extinction.csv", columns + "2,.2,.1,0,0,Inf,,,0,,.5,\n")
                        .findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("birthsPerDay").contains("must be 2 numbers"));
        assertThat(verify("branching_extinction.csv", columns + "1,.2,.1,0,0,5,,,1,,.5,\n")
                        .findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).contains("The founder (1) must be between 0 and 0."));
    }

    @Test
    void anUnknownLawOfCloneSizesFails() {
        String columns = "law,birthPerDay,deathPerDay,days,founders,mutationsPerDivision,cells,n,probability\n";
        // Yule: e^{-bT} (1 - e^{-bT})^2 = .5 x .25 at bT = ln 2
        assertThat(verify("clone_sizes.csv", columns + "birth-death,.1,0,6.931471805599453,1,,,3,.125\n")
                        .findings())
                .isEmpty();
        assertThat(verify("clone_sizes.csv", columns + "poisson,.1,0,7,1,,,3,.125\n")
                        .findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("must be one of birth-death, resistant-cells"));
    }

    @Test
    void aValueMustBeMetToThePrintedDigits() {
        String columns = "birthPerDay,deathPerDay,mutationsPerDivision,cells,mutantBirthPerDay,mutantDeathPerDay,"
                + "treatedDeathPerDay,rank,size,fraction,survival,meanDays,sdDays,noResistance,livingSubclones,"
                + "expectedResistantCells,medianSize,sizeExceeded,largestExceeds,noSurvivingMutant\n";
        // e^{-1} without death at U M = 1
        for (String right : new String[] {".37", ".368", ".3679", ".36787944117144233"}) {
            assertThat(verify("one_step_of_resistance.csv", columns + ".2,0,1e-6,1e6,,,,,,,,,," + right + ",,,,,,\n")
                            .findings())
                    .as(right)
                    .isEmpty();
        }
        for (String wrong : new String[] {".36", ".367", ".3678", ".3678795"}) {
            assertThat(verify("one_step_of_resistance.csv", columns + ".2,0,1e-6,1e6,,,,,,,,,," + wrong + ",,,,,,\n")
                            .findings())
                    .as(wrong)
                    .hasSize(1);
        }
    }
}
