package org.evotrial.statistics.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

class RpactGsEfficacyBoundsCheckTest {
    private static final String COLUMNS =
            "type,parameter,sided,alpha,k,look,informationRate,criticalValue,stageLevel,cumulativeAlphaSpent\n";

    @Test
    void looksAreSortedBeforeTheyMakeADesign() {
        FileVerification outcome = verify("""
                P,,1,0.025,2,2,1,2.17827209482,0.014692892706353544,0.02499999
                P,,1,0.025,2,1,0.5,2.17827209482,0.014692892706353544,0.014692892706353544
                """);
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.comparisons()).isEqualTo(6);
    }

    @Test
    void aMissingLookIsAFinding() {
        FileVerification outcome = verify("P,,1,0.025,2,1,0.5,2.17827209482,0.0146928927,0.0146928927\n");
        assertThat(outcome.findings()).singleElement().asString().contains("looks ([1]) of a design must be 1 to 2");
    }

    @Test
    void anUnknownTypeIsAFinding() {
        FileVerification outcome = verify("XX,,1,0.025,1,1,1,1.959963985,0.025,0.025\n");
        assertThat(outcome.findings()).singleElement().asString().contains("The type (XX) must be one of");
    }

    @Test
    void aWrongCriticalValueIsAFinding() {
        FileVerification outcome = verify("OF,,1,0.025,1,1,1,1.96,0.025,0.025\n");
        assertThat(outcome.findings()).singleElement().asString().contains(":2: criticalValue: ours is 1.95996");
    }

    private static FileVerification verify(String rows) {
        return Verification.verify(
                new RpactGsEfficacyBoundsCheck(),
                ReferenceTable.read("rpact_gs_efficacy_bounds.csv", new StringReader(COLUMNS + rows)));
    }
}
