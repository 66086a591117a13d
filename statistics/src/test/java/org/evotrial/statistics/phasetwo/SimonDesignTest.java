package org.evotrial.statistics.phasetwo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.evotrial.statistics.groupsequential.BinomialGroupSequential;
import org.junit.jupiter.api.Test;

/** Numbers of clinfun are checked by the verification of clinfun_simon_two_stage.csv. */
class SimonDesignTest {
    @Test
    void agreesWithTheExactGroupSequentialTrial() {
        SimonDesign design = new SimonDesign(2, 18, 6, 35);
        BinomialGroupSequential trial =
                new BinomialGroupSequential(new int[] {18, 35}, new int[] {2, 6}, new int[] {19, 7});
        for (double p : new double[] {0, 0.1, 0.3, 0.77, 1}) {
            BinomialGroupSequential.Outcome outcome = trial.outcome(p);
            assertThat(design.rejection(p)).isCloseTo(outcome.overallEfficacy(), within(1e-13));
            assertThat(design.earlyTermination(p)).isCloseTo(outcome.futility(1), within(1e-13));
            assertThat(design.expectedTrials(p)).isCloseTo(outcome.expectedTrials(), within(1e-12));
        }
    }

    @Test
    void thePValueIsAtMostTheErrorExactlyWhereTheDesignRejects() {
        SimonDesign design = new SimonDesign(1, 9, 4, 24);
        double error = design.rejection(0.05);
        for (int x = 2; x <= 24; x++) {
            assertThat(design.pValue(x, false, 0.05) <= error).isEqualTo(x > 4);
        }
        assertThat(design.pValue(1, true, 0.05)).isGreaterThan(design.pValue(2, false, 0.05));
        assertThat(design.pValue(0, true, 0.05)).isEqualTo(1);
    }

    @Test
    void aStoppedTrialLiesBelowAllThatReachTheSecondStage() {
        SimonDesign design = new SimonDesign(1, 9, 4, 24);
        double stopped = design.pValue(1, true, 0.2);
        double oneOfNine = 9 * 0.2 * Math.pow(0.8, 8);
        assertThat(stopped).isCloseTo(1 - Math.pow(0.8, 9), within(1e-14));
        assertThat(design.pValue(2, false, 0.2)).isCloseTo(stopped - oneOfNine, within(1e-14));
    }

    @Test
    void rejectsImpossibleDesignsAndOutcomes() {
        assertThatThrownBy(() -> new SimonDesign(9, 9, 9, 20)).hasMessageContaining("first stage (9)");
        assertThatThrownBy(() -> new SimonDesign(1, 20, 4, 20)).hasMessageContaining("first stage (20)");
        assertThatThrownBy(() -> new SimonDesign(3, 10, 2, 20)).hasMessage("The bound (2) must be in [3, 19].");
        SimonDesign design = new SimonDesign(1, 9, 4, 24);
        assertThatThrownBy(() -> design.rejection(1.2)).hasMessageContaining("responseProbability (1.2)");
        assertThatThrownBy(() -> design.pValue(2, true, 0.1)).hasMessageContaining("stopped trial (2)");
        assertThatThrownBy(() -> design.pValue(1, false, 0.1)).hasMessageContaining("responses (1)");
    }
}
