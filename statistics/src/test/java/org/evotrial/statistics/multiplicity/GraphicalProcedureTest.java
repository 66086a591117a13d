package org.evotrial.statistics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GraphicalProcedureTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    /** Two primary and two secondary hypotheses: Bretz et al. 2011, doi:10.1002/bimj.201000239. */
    private static GraphicalProcedure primaryAndSecondary() {
        return GraphicalProcedure.of(new double[] {0.5, 0.5, 0, 0}, new double[][] {
            {0, 0.5, 0.5, 0},
            {0.5, 0, 0, 0.5},
            {0, 1, 0, 0},
            {1, 0, 0, 0}
        });
    }

    @Test
    void thePublishedExampleOfGraphicalMcpRejectsHypotheses1And2And4() {
        // graphicalMCP 0.2, vignette shortcut-testing: alpha .025, H1, H2 and H4 are rejected. By hand: H2 at .01 / .5,
        // H1 at
        // .018 / .75 = .024, H4 at .006 / .5 = .012 raised to .024, and H3 at .105 / 1.
        double[] p = {0.018, 0.01, 0.105, 0.006};
        assertThat(primaryAndSecondary().rejected(0.025, p)).isEqualTo(0b1011);
        assertThat(primaryAndSecondary().adjustedPValues(p))
                .containsExactly(new double[] {0.024, 0.02, 0.105, 0.024}, ROUNDING);
    }

    @Test
    void handComputedUpdateOfWeightsAndTransitions() {
        // H2 leaves: w1 = .5 + .5 x .5; g13 = .5 / (1 - .25), g14 = .25 / (1 - .25); g31 = .5, g34 = .5.
        GraphicalProcedure graph = primaryAndSecondary().without(1);
        assertThat(graph.weight(0)).isCloseTo(0.75, ROUNDING);
        assertThat(graph.weight(3)).isCloseTo(0.25, ROUNDING);
        assertThat(graph.transition(0, 2)).isCloseTo(2.0 / 3, ROUNDING);
        assertThat(graph.transition(0, 3)).isCloseTo(1.0 / 3, ROUNDING);
        assertThat(graph.transition(2, 0)).isCloseTo(0.5, ROUNDING);
        assertThat(graph.transition(2, 3)).isCloseTo(0.5, ROUNDING);
        assertThat(graph.contains(1)).isFalse();
        assertThat(graph.weight(1)).isZero();
    }

    @Test
    void holmAndFixedSequenceAreGraphs() {
        SplittableRandom random = new SplittableRandom(1);
        for (int example = 0; example < 100; example++) {
            double[] p = random.doubles(1 + example % 5).toArray();
            double[] first = new double[p.length];
            first[0] = 1;
            assertThat(GraphicalProcedure.holm(p.length).adjustedPValues(p))
                    .containsExactly(AdjustedPValues.holm(p), ROUNDING);
            assertThat(GraphicalProcedure.fallback(first).adjustedPValues(p))
                    .containsExactly(AdjustedPValues.fixedSequence(p), ROUNDING);
        }
    }

    @Test
    void theFallbackProcedurePassesOnWhatIsRejected() {
        // Wiens 2003: .02 and .03 of .05; H1 rejected at .01 <= .02, then H2 has the whole .05.
        GraphicalProcedure fallback = GraphicalProcedure.fallback(0.4, 0.6);
        assertThat(fallback.rejected(0.05, 0.01, 0.045)).isEqualTo(0b11);
        assertThat(fallback.rejected(0.05, 0.03, 0.045)).isZero();
        assertThat(fallback.rejected(0.05, 0.03, 0.025)).isEqualTo(0b10);
    }

    @Test
    void theShortcutIsTheClosedWeightedBonferroniTestOfRandomGraphs() {
        SplittableRandom random = new SplittableRandom(2);
        for (int example = 0; example < 200; example++) {
            int m = 2 + example % 4;
            GraphicalProcedure graph = randomGraph(random, m);
            double[] p = random.doubles(m).map(u -> u * u).toArray();
            double[] local = new double[1 << m];
            for (int set = 1; set < local.length; set++) {
                double[] weights = graph.intersectionWeights(set);
                local[set] = 1;
                for (int i = 0; i < m; i++) {
                    local[set] = weights[i] > 0 ? Math.min(local[set], p[i] / weights[i]) : local[set];
                }
            }
            assertThat(graph.adjustedPValues(p))
                    .containsExactly(ClosedTest.largestContaining(local, m), Offset.offset(1e-9));
        }
    }

    @Test
    void theOrderOfRemovalDoesNotMatter() {
        SplittableRandom random = new SplittableRandom(4);
        for (int example = 0; example < 50; example++) {
            GraphicalProcedure graph = randomGraph(random, 4);
            GraphicalProcedure one = graph.without(0).without(2);
            GraphicalProcedure other = graph.without(2).without(0);
            assertThat(one.weight(1)).isCloseTo(other.weight(1), ROUNDING);
            assertThat(one.transition(1, 3)).isCloseTo(other.transition(1, 3), ROUNDING);
        }
    }

    @Test
    void rejectsWhatIsNoGraph() {
        double[][] none = {{0, 0}, {0, 0}};
        assertThatThrownBy(() -> GraphicalProcedure.of(new double[] {0.7, 0.4}, none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sum of the weights");
        assertThatThrownBy(() -> GraphicalProcedure.of(new double[] {0.5, 0.5}, new double[][] {{0.1, 0}, {0, 0}}))
                .hasMessageContaining("to itself must be 0");
        assertThatThrownBy(() -> GraphicalProcedure.of(new double[] {0.5, 0.5}, new double[][] {{0, 1}}))
                .hasMessageContaining("number of rows");
        assertThatThrownBy(() -> GraphicalProcedure.holm(2).without(0).without(0))
                .hasMessageContaining("must be in the graph");
        assertThatThrownBy(() -> GraphicalProcedure.holm(2).adjustedPValues(0.1))
                .hasMessageContaining("number of p-values (1)");
        assertThatThrownBy(() -> GraphicalProcedure.holm(2).adjustedPValues(0.1, -1))
                .hasMessageContaining("-1.0");
    }

    private static GraphicalProcedure randomGraph(SplittableRandom random, int m) {
        double[] weights = shares(random, m, -1);
        double[][] transitions = new double[m][];
        for (int i = 0; i < m; i++) {
            transitions[i] = shares(random, m, i);
        }
        return GraphicalProcedure.of(weights, transitions);
    }

    private static double[] shares(SplittableRandom random, int m, int excluded) {
        double[] shares = random.doubles(m).toArray();
        if (excluded >= 0) {
            shares[excluded] = 0;
        }
        double sum = Arrays.stream(shares).sum() * 1.0000001;
        return Arrays.stream(shares).map(s -> s / sum).toArray();
    }
}
