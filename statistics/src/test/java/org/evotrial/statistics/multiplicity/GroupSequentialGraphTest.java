package org.evotrial.statistics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.BinomialAssertion;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.Sidedness;
import org.evotrial.statistics.groupsequential.SpendingFunction;
import org.junit.jupiter.api.Test;

class GroupSequentialGraphTest {
    private static final SpendingFunction OBRIEN_FLEMING = new SpendingFunction.LanDeMetsOBrienFleming();
    private static final GroupSequentialGraph.Plan TWO_LOOKS =
            new GroupSequentialGraph.Plan(OBRIEN_FLEMING, List.of(0.5, 1.0));

    @Test
    void oneHypothesisIsTheGroupSequentialTest() {
        GroupSequentialGraph graph = new GroupSequentialGraph(GraphicalProcedure.holm(1), 0.025, List.of(TWO_LOOKS));
        GroupSequentialDesign design =
                GroupSequentialDesign.spending(OBRIEN_FLEMING, 0.025, Sidedness.ONE_SIDED, 0.5, 1);
        for (int look = 1; look <= 2; look++) {
            assertThat(graph.nominalLevel(0, look)).isCloseTo(design.stageLevel(look), Offset.offset(1e-15));
        }
        double level = design.stageLevel(2);
        assertThat(graph.rejectionLooks(new double[][] {{0.01}, {level - 1e-9}}))
                .containsExactly(2);
        assertThat(graph.rejectionLooks(new double[][] {{0.01}, {level + 1e-9}}))
                .containsExactly(0);
    }

    @Test
    void withOneLookItIsTheGraph() {
        SplittableRandom random = new SplittableRandom(1);
        GroupSequentialGraph.Plan once = new GroupSequentialGraph.Plan(OBRIEN_FLEMING, List.of(1.0));
        GraphicalProcedure holm = GraphicalProcedure.holm(3);
        GroupSequentialGraph graph = new GroupSequentialGraph(holm, 0.2, List.of(once, once, once));
        for (int example = 0; example < 50; example++) {
            double[] p = random.doubles(3).map(u -> u * u).toArray();
            int[] looks = graph.rejectionLooks(new double[][] {p});
            int rejected = holm.rejected(0.2, p);
            for (int i = 0; i < 3; i++) {
                assertThat(looks[i]).isEqualTo(rejected >> i & 1);
            }
        }
    }

    @Test
    void aRejectionPassesItsLevelToTheOtherAtTheSameLookAndLater() {
        // Weights .8 and .2; H1 falls at look 1, H2 then has the boundaries of the whole .025: .00153 and .0245 (rpact
        // asOF).
        GroupSequentialGraph graph =
                new GroupSequentialGraph(GraphicalProcedure.fallback(0.8, 0.2), 0.025, List.of(TWO_LOOKS, TWO_LOOKS));
        assertThat(graph.rejectionLooks(new double[][] {{0.0008, 0.0015}})).containsExactly(1, 1);
        assertThat(graph.rejectionLooks(new double[][] {{0.5, 0.0015}})).containsExactly(0, 0);
        assertThat(graph.rejectionLooks(new double[][] {{0.0008, 0.3}, {Double.NaN, 0.024}}))
                .containsExactly(1, 2);
        assertThat(graph.rejectionLooks(new double[][] {{0.5, 0.3}, {0.5, 0.024}}))
                .containsExactly(0, 0);
    }

    @Test
    void keepsTheFamilywiseErrorOfTwoCorrelatedEndpoints() {
        // Bonferroni-Holm at .1 with correlation .5 over two looks: below .1, above .1 / 2. 20,000 trials: the upper
        // bound is
        // violated by a shift of .017 with probability .999.
        SplittableRandom random = new SplittableRandom(8);
        GroupSequentialGraph graph =
                new GroupSequentialGraph(GraphicalProcedure.holm(2), 0.1, List.of(TWO_LOOKS, TWO_LOOKS));
        double[] bounds = {graph.nominalLevel(0, 1), graph.nominalLevel(0, 2)};
        int errors = 0;
        int trials = 20_000;
        for (int trial = 0; trial < trials; trial++) {
            double[][] p = new double[2][2];
            double[] sums = new double[2];
            for (int look = 0; look < 2; look++) {
                double common = random.nextGaussian();
                for (int i = 0; i < 2; i++) {
                    sums[i] += Math.sqrt(0.5) * (common + random.nextGaussian());
                    p[look][i] = StandardNormal.survival(sums[i] / Math.sqrt(look + 1));
                }
            }
            boolean any = Math.min(p[0][0], p[0][1]) <= bounds[0] || Math.min(p[1][0], p[1][1]) <= bounds[1];
            if (trial < 20) {
                int[] looks = graph.rejectionLooks(p);
                assertThat(looks[0] + looks[1] > 0).isEqualTo(any);
            }
            errors += any ? 1 : 0;
        }
        assertThat((double) errors / trials).isBetween(0.05, 0.1);
        // SciPy 1.17.1, multivariate_normal.cdf of the four statistics at both bounds.
        BinomialAssertion.assertProportion(errors, trials, 0.0879249);
    }

    @Test
    void rejectsMoreAnalysesThanPlanned() {
        GroupSequentialGraph graph = new GroupSequentialGraph(GraphicalProcedure.holm(1), 0.025, List.of(TWO_LOOKS));
        assertThatThrownBy(() -> graph.rejectionLooks(new double[][] {{0.5}, {0.5}, {0.5}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(3) must be in [1, 2]");
        assertThatThrownBy(() -> graph.rejectionLooks(new double[][] {{1.5}})).hasMessageContaining("1.5");
        assertThatThrownBy(() -> new GroupSequentialGraph(GraphicalProcedure.holm(2), 0.025, List.of(TWO_LOOKS)))
                .hasMessageContaining("number of plans (1)");
    }
}
