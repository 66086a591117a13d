package org.evotrial.statistics.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

class AdaptrRarCheckTest {
    private static final String COLUMNS = "design,scenario,n_rep,prob_superior,size_mean,size_sd,sum_ys_mean,"
            + "ratio_ys_mean,select_Control,select_A,select_B,select_C,select_D,rmse,mcse_superior\n";

    @Test
    void aPowerThatIsOffByATenthIsFound() {
        FileVerification outcome = verify("nocontrol,alt,4000,0.74,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA\n");
        assertThat(outcome.findings()).singleElement().asString().contains(":2: prob_superior: ours is 0.6");
    }

    @Test
    void aDesignWithControlAndAnyLagIsUnderstood() {
        FileVerification outcome = verify("control_lag20,null,1,NA,NA,NA,NA,0.25,NA,NA,NA,NA,NA,NA,NA\n");
        assertThat(outcome.findings()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsAFinding() {
        assertThat(verify("control,better,4000,0.5,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA\n")
                        .findings())
                .singleElement()
                .asString()
                .contains("The scenario (better) must be alt or null.");
        assertThat(verify("placebo,alt,4000,0.5,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA\n")
                        .findings())
                .singleElement()
                .asString()
                .contains("The design (placebo) must be");
    }

    private static FileVerification verify(String rows) {
        return Verification.verify(
                new AdaptrRarCheck(2000), ReferenceTable.read("adaptr_rar.csv", new StringReader(COLUMNS + rows)));
    }
}
