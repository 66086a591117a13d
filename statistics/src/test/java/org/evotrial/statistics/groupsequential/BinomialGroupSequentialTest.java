package org.evotrial.statistics.groupsequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.proportion.BinomialTest;
import org.junit.jupiter.api.Test;

/** Numbers of gsDesign are checked by the verification of gsdesign_binomial_exact.csv. */
class BinomialGroupSequentialTest {
    @Test
    void isTheBinomialDistributionWithOneLook() {
        BinomialGroupSequential.Outcome outcome =
                new BinomialGroupSequential(new int[] {20}, new int[] {4}, new int[] {8}).outcome(0.3);
        assertThat(outcome.efficacy(1)).isCloseTo(BinomialTest.upperPValue(8, 20, 0.3), Offset.offset(1e-15));
        assertThat(outcome.futility(1)).isCloseTo(BinomialTest.lowerPValue(4, 20, 0.3), Offset.offset(1e-15));
        assertThat(outcome.expectedTrials()).isEqualTo(20);
    }

    /** All 2^6 sequences of responses of a trial with looks at 2, 4 and 6 patients. */
    @Test
    void agreesWithTheEnumerationOfAllSequences() {
        int[] n = {2, 4, 6};
        int[] futility = {0, 1, 3};
        int[] efficacy = {3, 4, 4};
        double p = 0.37;
        double[] upper = new double[3];
        double[] lower = new double[3];
        double expected = 0;
        for (int sequence = 0; sequence < 64; sequence++) {
            int responses = Integer.bitCount(sequence);
            double probability = Math.pow(p, responses) * Math.pow(1 - p, 6 - responses);
            for (int k = 0; k < 3; k++) {
                int x = Integer.bitCount(sequence & ((1 << n[k]) - 1));
                boolean up = x >= efficacy[k];
                boolean down = x <= futility[k];
                upper[k] += up ? probability : 0;
                lower[k] += down ? probability : 0;
                if (up || down || k == 2) {
                    expected += probability * n[k];
                    break;
                }
            }
        }
        BinomialGroupSequential.Outcome outcome = new BinomialGroupSequential(n, futility, efficacy).outcome(p);
        for (int k = 0; k < 3; k++) {
            assertThat(outcome.efficacy(k + 1)).isCloseTo(upper[k], Offset.offset(1e-14));
            assertThat(outcome.futility(k + 1)).isCloseTo(lower[k], Offset.offset(1e-14));
        }
        assertThat(outcome.expectedTrials()).isCloseTo(expected, Offset.offset(1e-13));
    }

    @Test
    void isCertainAtTheEndsOfTheProbability() {
        BinomialGroupSequential design =
                new BinomialGroupSequential(new int[] {10, 20}, new int[] {-1, 5}, new int[] {11, 6});
        assertThat(design.outcome(0).futility(1)).isZero();
        assertThat(design.outcome(0).futility(2)).isEqualTo(1);
        assertThat(design.outcome(1).efficacy(1)).isZero();
        assertThat(design.outcome(1).overallEfficacy()).isEqualTo(1);
        assertThat(design.outcome(1).expectedTrials()).isEqualTo(20);
    }

    @Test
    void rejectsWhatIsNoDesignAndNamesIt() {
        assertRejected("trials (0)", new int[0], new int[0], new int[0]);
        assertRejected("futility (2)", new int[] {5}, new int[] {1, 2}, new int[] {3});
        assertRejected("look 2 (5) must be in [6,", new int[] {5, 5}, new int[] {1, 1}, new int[] {3, 3});
        assertRejected("futility bound of look 1 (3) must be in [-1, 2]", new int[] {5}, new int[] {3}, new int[] {3});
        assertThatThrownBy(() -> new BinomialGroupSequential(new int[] {5}, new int[] {1}, new int[] {3}).outcome(1.1))
                .hasMessageContaining("responseProbability (1.1)");
    }

    private static void assertRejected(String message, int[] trials, int[] futility, int[] efficacy) {
        assertThatThrownBy(() -> new BinomialGroupSequential(trials, futility, efficacy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
