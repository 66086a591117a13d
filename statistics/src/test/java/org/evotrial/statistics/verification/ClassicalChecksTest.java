package org.evotrial.statistics.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** Rows that are not in the files that ship, right and wrong ones. */
class ClassicalChecksTest {
    private static final String SIMON = "# nmax=30\np0,p1,alpha,beta,type,r1,n1,r,n,EN0,PET0,alphaActual,powerActual\n";

    @Test
    void simonsDesignsAreThoseOfTheSameMaximum() {
        // P(X1 = 0) = .95^9 and E(N) = 9 + 8 (1 - .95^9).
        String row = "0.05,0.25,0.05,0.2,optimal,0,9,2,17,11.95800472,0.6302494097,NA,NA\n";
        assertThat(simon(row).findings()).isEmpty();
        assertThat(simon(row.replace(",9,2,", ",10,2,")).findings())
                .singleElement()
                .asString()
                .contains("n1: ours is 9");
        assertThat(simon(row.replace("optimal", "best")).findings())
                .singleElement()
                .asString()
                .contains("type (best) must be optimal or minimax");
        assertThat(simon(row.replace("0.05,0.25", "0.05,0.1")).findings())
                .singleElement()
                .asString()
                .contains("number of trials (30)");
    }

    @Test
    void aWrongPredictiveProbabilityIsAFinding() {
        String columns = "y,n,nmax,alpha_e,beta_e,p_s,theta_t,predprob,posteriorProbGreater\n";
        // P(p > 1/2 | 3 of 5) = 42 / 64 under the uniform prior.
        ReferenceCheck check = new Ph2bayesPredictiveProbabilityCheck();
        assertThat(verify(check, columns + "1,2,5,1,1,0.5,0.6,0.5,0.5\n").findings())
                .isEmpty();
        assertThat(verify(check, columns + "1,2,5,1,1,0.5,0.6,0.51,0.5\n").findings())
                .hasSize(1);
        assertThat(verify(check, columns + "3,2,5,1,1,0.5,0.6,0.5,0.5\n").findings())
                .singleElement()
                .asString()
                .contains("responses (3)");
    }

    @Test
    void aWrongExactPValueIsAFinding() {
        String columns = "x1,n1,x2,n2,pGreater,pLess,pTwoSided\n";
        ReferenceCheck check = new ScipyFisherExactCheck();
        // All of 2 against none of 2: 1 in 6.
        assertThat(verify(check, columns + "2,2,0,2,0.16666666666666666,1,0.3333333333333333\n")
                        .findings())
                .isEmpty();
        assertThat(verify(check, columns + "2,2,0,2,0.1667,1,0.3333333333333333\n")
                        .findings())
                .hasSize(1);
    }

    @Test
    void samplesWithoutVarianceAreFindingsAndNotSkipped() {
        String columns = "x,y,pooledT,pooledP,pooledLower,pooledUpper,welchT,welchDf,welchP,welchLower,welchUpper,"
                + "mannWhitneyU,mannWhitneyP,mannWhitneyPGreater,mannWhitneyPUncorrected\n";
        assertThat(verify(new ScipyTwoSamplesCheck(), columns + "1 1,1 1" + ",0".repeat(13) + "\n")
                        .findings())
                .singleElement()
                .asString()
                .contains("must not both be 0");
    }

    @Test
    void groupsWithoutEventsAreFindings() {
        String columns = "counts1,exposures1,counts2,exposures2,logRateRatio,standardError,dispersion\n";
        ReferenceCheck check = new ScipyNegativeBinomialCheck();
        assertThat(verify(check, columns + "0 0,1 1,2 1,1 1,0,1,0\n").findings())
                .singleElement()
                .asString()
                .contains("first group (0)");
        // Poisson: log of (4/2) / (2/2), variance 1/4 + 1/2.
        assertThat(verify(check, columns + "2 2,1 1,1 1,1 1,0.6931471805599453,0.8660254037844386,0\n")
                        .findings())
                .isEmpty();
    }

    private static FileVerification simon(String row) {
        return verify(new ClinfunSimonTwoStageCheck(), SIMON + row);
    }

    private static FileVerification verify(ReferenceCheck check, String text) {
        return Verification.verify(check, ReferenceTable.read(check.file(), new StringReader(text)));
    }
}
