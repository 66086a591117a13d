package org.evotrial.statistics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.BinomialAssertion;
import org.junit.jupiter.api.Test;

class GatekeepingTest {
    private static final Gatekeeping TRUNCATED = new Gatekeeping(List.of(
            new Gatekeeping.Family(2, Gatekeeping.Procedure.HOLM, 0.5),
            new Gatekeeping.Family(2, Gatekeeping.Procedure.HOLM, 1)));

    @Test
    void handComputedTruncatedHolm() {
        // alpha .05, gamma .5: .025, then .0375. One of two is rejected: (.5 + .5 / 2) x .05 = .0375 is used, .0125
        // goes on,
        // .00625 for the smaller of the second family.
        assertThat(TRUNCATED.rejected(0.05, 0.01, 0.04, 0.006, 0.02)).containsExactly(true, false, true, false);
        assertThat(TRUNCATED.rejected(0.05, 0.01, 0.0375, 0.02, 0.05)).containsExactly(true, true, true, true);
        assertThat(TRUNCATED.rejected(0.05, 0.026, 0.04, 0.001, 0.001)).containsExactly(false, false, false, false);
    }

    @Test
    void handComputedTruncatedHochberg() {
        // Step-up with the same critical values: both at most .0375.
        Gatekeeping hochberg = new Gatekeeping(List.of(
                new Gatekeeping.Family(2, Gatekeeping.Procedure.HOCHBERG, 0.5),
                new Gatekeeping.Family(1, Gatekeeping.Procedure.HOCHBERG, 1)));
        assertThat(hochberg.rejected(0.05, 0.035, 0.037, 0.05)).containsExactly(true, true, true);
        assertThat(hochberg.rejected(0.05, 0.035, 0.038, 0.001)).containsExactly(false, false, false);
    }

    @Test
    void serialGatekeepingOfSinglesIsTheFixedSequenceAndOfOneFamilyHolm() {
        SplittableRandom random = new SplittableRandom(1);
        for (int example = 0; example < 50; example++) {
            double[] p = random.doubles(3).toArray();
            Offset<Double> searched = Offset.offset(1e-11);
            assertThat(Gatekeeping.serial(1, 1, 1).adjustedPValues(p))
                    .containsExactly(AdjustedPValues.fixedSequence(p), searched);
            assertThat(Gatekeeping.serial(3).adjustedPValues(p)).containsExactly(AdjustedPValues.holm(p), searched);
        }
    }

    @Test
    void parallelGatekeepingWithBonferroniIsAGraph() {
        Gatekeeping parallel = new Gatekeeping(List.of(
                new Gatekeeping.Family(2, Gatekeeping.Procedure.HOLM, 0),
                new Gatekeeping.Family(2, Gatekeeping.Procedure.HOLM, 1)));
        GraphicalProcedure graph = GraphicalProcedure.of(
                new double[] {0.5, 0.5, 0, 0},
                new double[][] {{0, 0, 0.5, 0.5}, {0, 0, 0.5, 0.5}, {0, 0, 0, 1}, {0, 0, 1, 0}});
        SplittableRandom random = new SplittableRandom(2);
        for (int example = 0; example < 200; example++) {
            double[] p = random.doubles(4).map(u -> 0.1 * u * u).toArray();
            boolean[] rejected = parallel.rejected(0.05, p);
            int expected = graph.rejected(0.05, p);
            for (int i = 0; i < 4; i++) {
                assertThat(rejected[i]).isEqualTo((expected >> i & 1) != 0);
            }
            assertThat(parallel.adjustedPValues(p)).containsExactly(graph.adjustedPValues(p), Offset.offset(1e-11));
        }
    }

    @Test
    void keepsTheFamilywiseErrorWhenOnePrimaryHypothesisIsFalse() {
        // H1 certainly rejected: an error in H2 (at .0375), H3 or H4 has at most the chance .05, exactly so for the
        // least favourable dependence; independent p-values: 1 - (1 - .0375) x (1 - q), q = 1 - (1 - .00625)^2 nearly.
        // 100,000 trials detect a shift of .0055 with probability .999.
        SplittableRandom random = new SplittableRandom(3);
        int errors = 0;
        int trials = 100_000;
        for (int trial = 0; trial < trials; trial++) {
            boolean[] rejected =
                    TRUNCATED.rejected(0.05, 1e-9, random.nextDouble(), random.nextDouble(), random.nextDouble());
            errors += rejected[1] || rejected[2] || rejected[3] ? 1 : 0;
        }
        double accepted = (1 - 0.0375) * (1 - 0.00625) * (1 - 0.00625);
        BinomialAssertion.assertProportion(errors, trials, 1 - accepted);
        assertThat(1 - accepted).isLessThan(0.05);
    }

    @Test
    void extremePValuesHaveAdjustedOnes() {
        assertThat(Gatekeeping.serial(1, 1).adjustedPValues(0, 1))
                .containsExactly(new double[] {0, 1}, Offset.offset(1e-299));
        assertThatThrownBy(() -> Gatekeeping.serial(1, 1).adjustedPValues(0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number of p-values (1)");
        assertThatThrownBy(() -> Gatekeeping.serial(0)).hasMessageContaining("(0)");
        assertThatThrownBy(() -> Gatekeeping.serial()).hasMessageContaining("number of families (0)");
        assertThatThrownBy(() -> new Gatekeeping.Family(1, Gatekeeping.Procedure.HOLM, 1.5))
                .hasMessageContaining("1.5");
    }
}
