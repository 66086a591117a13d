package org.evotrial.statistics.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** That wrong and unknown rows are findings; right ones are compared where the files that ship are verified. */
class GroupSequentialChecksTest {
    @Test
    void aWrongFutilityBoundIsAFindingAndAGivenOneIsNotCompared() {
        String columns = "type,gammaA,betaSpending,gammaB,binding,alpha,beta,k,look,informationRate,criticalValue,"
                + "futilityBound,cumulativeAlphaSpent,cumulativeBetaSpent,inflationFactor,asn1,asn01,asn0\n";
        // Two rows of rpact 4.5.0 in reverse order, the futility bound .5726 turned into .6.
        FileVerification outcome = verify(new RpactGsFutilityBoundsCheck(), columns + """
                asKD,2,bsKD,1.5,FALSE,0.025,0.1,2,2,1,2.0183102563,NA,NA,NA,NA,NA,NA,NA
                asKD,2,bsKD,1.5,FALSE,0.025,0.1,2,1,0.5,2.49770547441,0.6,NA,NA,NA,NA,NA,NA
                P,NA,none,NA,TRUE,0.025,0.1,2,1,0.5,2.16827810251,0.5,NA,NA,NA,NA,NA,NA
                P,NA,none,NA,TRUE,0.025,0.1,2,2,1,2.16827810251,NA,NA,NA,NA,NA,NA,NA
                """);
        assertThat(outcome.findings()).singleElement().asString().contains(":3: futilityBound: ours is 0.5725851");
    }

    @Test
    void anUnknownBetaSpendingIsAFindingOfEveryRowOfTheDesign() {
        FileVerification outcome = verify(new RpactGsFutilityBoundsCheck(), """
                type,gammaA,betaSpending,gammaB,binding,alpha,beta,k,look,informationRate,criticalValue,futilityBound,\
                cumulativeAlphaSpent,cumulativeBetaSpent,inflationFactor,asn1,asn01,asn0
                asOF,NA,bsXX,NA,FALSE,0.025,0.1,2,1,0.5,2.9,0.5,NA,NA,NA,NA,NA,NA
                asOF,NA,bsXX,NA,FALSE,0.025,0.1,2,2,1,2.0,NA,NA,NA,NA,NA,NA,NA
                """);
        assertThat(outcome.findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.message()).contains("The spending (bsXX)"));
    }

    @Test
    void anUnknownTestTypeAndAnUnknownSpendingAreFindings() {
        FileVerification outcome = verify(new GsdesignBoundsCheck(), """
                testType,spending,k,look,timing,nI,upper,lower,upperProbH0,upperProbH1,en0,en1
                7,OF,1,1,1,1,1.96,NA,0.025,0.9,1,1
                1,sfXX_2,1,1,1,1,1.96,NA,0.025,0.9,1,1
                """);
        assertThat(outcome.findings())
                .extracting(Finding::message)
                .satisfiesExactly(
                        first -> assertThat(first).contains("The testType (7) must be 1 to 6"),
                        second -> assertThat(second).contains("The spending (sfXX_2)"));
    }

    /** Closed forms of one look: both sides of .025, which gsDesign calls test type 2. */
    @Test
    void oneLookIsTheFixedTestForEveryTestType() {
        for (int type = 1; type <= 6; type++) {
            FileVerification outcome = verify(new GsdesignBoundsCheck(), """
                    testType,spending,k,look,timing,nI,upper,lower,upperProbH0,upperProbH1,en0,en1
                    %d,sfHSD_m2,1,1,1,1,1.959963984540,NA,0.025,0.9,1,1
                    """.formatted(type));
            assertThat(outcome.findings()).as("test type %d", type).isEmpty();
        }
    }

    @Test
    void aWrongActionAndAnUnknownDesignAreFindings() {
        String columns = "design,data,stage,cumEvents,cumLogRank,repeatedPValue,repeatedCILower,repeatedCIUpper,"
                + "conditionalRejectionProbability,conditionalPowerFinal,testAction,finalStage,finalPValue,"
                + "finalCILower,finalCIUpper,medianUnbiasedEstimate\n";
        FileVerification outcome = verify(new RpactAnalysisSurvivalCheck(), columns + """
                gs_P,a,1,125,1.6,0.109762018576,NA,NA,NA,NA,reject and stop,NA,NA,NA,NA,NA
                xx_P,a,1,125,1.6,0.109762018576,NA,NA,NA,NA,continue,NA,NA,NA,NA,NA
                """);
        assertThat(outcome.findings())
                .extracting(Finding::message)
                .satisfiesExactly(
                        first -> assertThat(first).contains("ours is continue, the reference reject and stop"),
                        second -> assertThat(second).contains("The design (xx_P) must begin with gs_"));
    }

    private static FileVerification verify(ReferenceCheck check, String text) {
        return Verification.verify(check, ReferenceTable.read(check.file(), new StringReader(text)));
    }
}
