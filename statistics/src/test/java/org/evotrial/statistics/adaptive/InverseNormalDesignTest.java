package org.evotrial.statistics.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.GaussLegendre;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.groupsequential.BoundaryShape;
import org.evotrial.statistics.groupsequential.SpendingFunction;
import org.junit.jupiter.api.Test;

class InverseNormalDesignTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);
    private static final InverseNormalDesign TWO =
            InverseNormalDesign.spending(new SpendingFunction.LanDeMetsOBrienFleming(), 0.025, 0.5, 1);

    @Test
    void weightsAreTheRootsOfTheIncrements() {
        InverseNormalDesign design = InverseNormalDesign.shaped(BoundaryShape.pocock(), 0.025, 0.2, 0.7, 1);
        assertThat(design.weight(1)).isCloseTo(Math.sqrt(0.2), EXACT);
        assertThat(design.weight(2)).isCloseTo(Math.sqrt(0.5), EXACT);
        double[] p = {0.1, 0.2, 0.03};
        double z = Math.sqrt(0.2) * StandardNormal.upperQuantile(0.1)
                + Math.sqrt(0.5) * StandardNormal.upperQuantile(0.2)
                + Math.sqrt(0.3) * StandardNormal.upperQuantile(0.03);
        assertThat(design.statistic(p, 3)).isCloseTo(z, EXACT);
        assertThat(design.rejects(p, 3)).isEqualTo(z >= design.criticalValue(3));
    }

    @Test
    void aStageWithoutAnyEvidenceEndsIt() {
        assertThat(TWO.statistic(new double[] {1, 0}, 2)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(TWO.rejects(new double[] {1, 0}, 2)).isFalse();
        assertThat(TWO.conditionalRejectionProbability(new double[] {1}, 1)).isZero();
        assertThat(TWO.statistic(new double[] {0}, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(TWO.repeatedPValue(new double[] {1, 1e-9}, 2)).isEqualTo(1);
    }

    @Test
    void theRepeatedPValueOfTheFirstStageHasAClosedForm() {
        // 2 (1 - Phi(z_{a/2} / sqrt(t))) = p, solved for a.
        double p = 0.1509;
        double a = 2 * StandardNormal.survival(Math.sqrt(0.5) * StandardNormal.upperQuantile(p / 2));
        assertThat(TWO.repeatedPValue(new double[] {p}, 1)).isCloseTo(a, Offset.offset(1e-10));
    }

    @Test
    void withTwoStagesTheConditionalErrorHasAClosedForm() {
        double z = StandardNormal.upperQuantile(0.15);
        double expected = StandardNormal.survival((TWO.criticalValue(2) - Math.sqrt(0.5) * z) / Math.sqrt(0.5));
        assertThat(TWO.conditionalRejectionProbability(new double[] {0.15}, 1)).isCloseTo(expected, EXACT);
        assertThat(TWO.conditionalRejectionProbability(new double[] {1e-4}, 1)).isEqualTo(1);
    }

    @Test
    void theConditionalErrorOfManyStagesIntegratesToTheLevel() {
        // E[A(p_1)] = alpha, and E[A(p_1, p_2) | p_1] = A(p_1) where the second stage counts its own rejections;
        // trapezoids
        // on the scale of z err by less than 1e-8, but for the jump at the critical value (exact: split there).
        InverseNormalDesign design =
                InverseNormalDesign.spending(new SpendingFunction.LanDeMetsPocock(), 0.025, 0.2, 0.4, 0.7, 0.8, 1);
        double c1 = design.criticalValue(1);
        assertThat(integral(-8, c1, z -> new double[] {StandardNormal.survival(z)}, design, 1)
                        + StandardNormal.survival(c1))
                .isCloseTo(0.025, Offset.offset(1e-8));
        double p1 = 0.3;
        double z1 = StandardNormal.upperQuantile(p1);
        double c2 = (design.criticalValue(2) * Math.sqrt(0.4) - Math.sqrt(0.2) * z1) / Math.sqrt(0.2);
        assertThat(integral(-8, c2, z -> new double[] {p1, StandardNormal.survival(z)}, design, 2)
                        + StandardNormal.survival(c2))
                .isCloseTo(design.conditionalRejectionProbability(new double[] {p1}, 1), Offset.offset(1e-8));
    }

    private interface Path {
        double[] at(double z);
    }

    private static double integral(double low, double high, Path path, InverseNormalDesign design, int stage) {
        GaussLegendre rule = new GaussLegendre(32);
        double sum = 0;
        for (int i = 0; i < rule.points(); i++) {
            double half = 0.5 * (high - low);
            double z = low + half * (1 + rule.node(i));
            sum += half
                    * rule.weight(i)
                    * StandardNormal.density(z)
                    * design.conditionalRejectionProbability(path.at(z), stage);
        }
        return sum;
    }

    @Test
    void rejectsStagesThatItDoesNotHave() {
        assertThatThrownBy(() -> TWO.statistic(new double[] {0.1, 0.2, 0.3}, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(3) must be in [1, 2]");
        assertThatThrownBy(() -> TWO.conditionalRejectionProbability(new double[] {0.1, 0.1}, 2))
                .hasMessageContaining("(2) must be in [1, 1]");
        assertThatThrownBy(() -> TWO.statistic(new double[] {Double.NaN}, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> TWO.atLevel(0)).hasMessageContaining("(0, 1)");
    }
}
