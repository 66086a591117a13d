package org.evotrial.statistics.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveChecksTest {
    private static final String FISHER = "method,k,look,criticalValue,stageLevel,cumulativeAlphaSpent\n";
    private static final String MULTI_ARM =
            "design,scenario,iterations,rejectAtLeastOne,rejectArm1,rejectArm2,rejectArm3,"
                    + "rejectArm4,expectedNumber,expectedEvents,futilityStop\n";
    private static final String ENRICHMENT =
            "design,scenario,iterations,rejectAtLeastOne,rejectS,rejectF,expectedNumber,expectedEvents\n";

    @Test
    void fisherDesignsOfOtherMethodsAndLevelsAreRecomputed() {
        // (alpha - alpha_1) / -log(alpha_1); exp(-chi2_{4, .95} / 2) from SciPy 1.17.1, for both looks without
        // futility.
        FileVerification outcome = verify(new RpactFisherDesignCheck(), FISHER + """
                userDefinedAlpha,2,1,0.01,0.01,0.01
                userDefinedAlpha,2,2,0.00325720861427,NA,0.025
                fullAlpha,2,1,0.00870494069627,NA,0.00870494069627
                fullAlpha,2,2,0.00870494069627,0.05,0.05
                """);
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.comparisons()).isEqualTo(10);
    }

    @Test
    void aFisherDesignWithFutilityBoundsOfItsOwnColumnIsRecomputed() {
        // c_1 + c log(.5 / c_1) = .025: .0101890304703, Bauer and Koehne 1994 print .0102.
        String text = "method,k,look,alpha0,criticalValue,stageLevel,cumulativeAlphaSpent\n"
                + "fullAlpha,2,1,0.5,0.01018903047,NA,0.01018903047\nfullAlpha,2,2,NA,0.00380422346631,0.025,0.025\n";
        assertThat(verify(new RpactFisherDesignCheck(), text).findings()).isEmpty();
    }

    @Test
    void wrongFisherValuesAndUnknownMethodsAreFindings() {
        assertThat(verify(new RpactFisherDesignCheck(), FISHER + "equalAlpha,1,1,0.0251,0.025,0.025\n")
                        .findings())
                .singleElement()
                .asString()
                .contains("criticalValue: ours is 0.025");
        assertThat(verify(new RpactFisherDesignCheck(), FISHER + "someAlpha,1,1,0.025,0.025,0.025\n")
                        .findings())
                .singleElement()
                .asString()
                .contains("The method (someAlpha) must be one of");
    }

    @Test
    void mamsRowsUseTheLevelOfTheHeader() {
        // Dunnett at .025 for two arms: 2.212135 (mpmath).
        String text = "# call mams(K, J, alpha=.025, power=.9, p=.65, p0=.55)\nK,J,shape,look,upper,lower,n,N\n";
        assertThat(verify(new MamsBoundsCheck(), text + "2,1,pocock,1,2.212135,2.212135,NA,NA\n")
                        .findings())
                .isEmpty();
        assertThat(verify(new MamsBoundsCheck(), text + "2,1,pocock,1,1.916332,1.916332,NA,NA\n")
                        .findings())
                .hasSize(2);
        assertThat(verify(new MamsBoundsCheck(), text + "2,1,haybittle,1,2,2,NA,NA\n")
                        .findings())
                .singleElement()
                .asString()
                .contains("haybittle");
    }

    @Test
    void multiArmDataAreThoseOfTheHeader() {
        String columns = "intersectionTest,arm,stage,repeatedPValue,repeatedCILower,repeatedCIUpper,"
                + "conditionalRejectionProbability\n";
        String row = "Bonferroni,1,1,0.3097328177,-0.22292004036,0.407072413,0.0399540881\n";
        String call =
                "# call getDesignInverseNormal(kMax=2, alpha=.025, typeOfDesign='asOF') events1=c(%s),n1=c(40,42); arm2"
                        + " 15,17 / 41,40; arm3 20 / 39 (dropped after stage 1); control arm4 8,9 / 40,41\n";
        RpactAnalysisMultiarmRatesCheck check = new RpactAnalysisMultiarmRatesCheck();
        assertThat(verify(check, String.format(call, "12,14") + columns + row).findings())
                .isEmpty();
        assertThat(verify(check, String.format(call, "13,14") + columns + row).findings())
                .hasSize(4);
        assertThat(verify(check, columns + row).findings())
                .singleElement()
                .asString()
                .contains("The header must name the data");
        assertThat(verify(check, String.format(call, "12,14") + columns + "Bonferroni,3,2,0.5,NA,NA,NA\n")
                        .findings())
                .singleElement()
                .asString()
                .contains("repeatedPValue");
    }

    @Test
    void simulatedRowsThatAreWrongAreFindings() {
        String design = "means k=3 Dunnett best (40/80/120 per arm)";
        String rest = ",0.0719,0.6642,NA,289.744,NA,0\n";
        assertThat(verify(
                                new RpactMultiarmSimulationCheck(),
                                MULTI_ARM + design + ",one_good,10000,0.7371,0.0012" + rest)
                        .findings())
                .isEmpty();
        // .7371 + .03 is 6.1 standard errors of both sides off.
        assertThat(verify(
                                new RpactMultiarmSimulationCheck(),
                                MULTI_ARM + design + ",one_good,10000,0.7671,0.0012" + rest)
                        .findings())
                .singleElement()
                .asString()
                .contains("rejectAtLeastOne");
        assertThat(verify(
                                new RpactEnrichmentSimulationCheck(),
                                ENRICHMENT + "rates Simes all,S_only,10000,0.5686,0.5526,0.3957,297.015,NA\n")
                        .findings())
                .singleElement()
                .asString()
                .contains("rejectF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rates k=4 Dunnett best,null",
                "rates k=3 Tukey best,null",
                "rates k=3 Dunnett worst,null",
                "rates k=2 Dunnett epsilon,null",
                "survival k=2 Dunnett best,null",
                "means k=2 Dunnett best (40/80/120),null",
                "rates k=3 Dunnett best,other",
                "nothing,null"
            })
    void multiArmDesignsThatAreNotUnderstoodAreFindings(String design) {
        assertThat(verify(new RpactMultiarmSimulationCheck(), MULTI_ARM + design + ",10000,0.5,NA,NA,NA,NA,NA,NA,NA\n")
                        .findings())
                .singleElement()
                .asString()
                .contains("cannot be recomputed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rates Simes,null",
                "rates Dunnett best,null",
                "rates Simes epsilon,null",
                "means Simes all,null",
                "rates Simes all,R_only",
                "survival Simes all,R_only"
            })
    void enrichmentDesignsThatAreNotUnderstoodAreFindings(String design) {
        assertThat(verify(new RpactEnrichmentSimulationCheck(), ENRICHMENT + design + ",10000,0.5,NA,NA,NA,NA\n")
                        .findings())
                .singleElement()
                .asString()
                .contains("cannot be recomputed");
    }

    private static FileVerification verify(ReferenceCheck check, String text) {
        return Verification.verify(check, ReferenceTable.read(check.file(), new StringReader(text)));
    }
}
