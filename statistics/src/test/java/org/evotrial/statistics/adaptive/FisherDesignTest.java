package org.evotrial.statistics.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.BinomialAssertion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FisherDesignTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.7, 1})
    void twoStagesFollowBauerAndKoehne(double alpha0) {
        // alpha_1 + c (log alpha0 - log alpha_1) = alpha with c = exp(-chi2_{4, 1 - alpha} / 2): Bauer and Koehne 1994,
        // eq. 3.
        FisherDesign design =
                FisherDesign.of(FisherDesign.Method.FULL_ALPHA, 0.025, FisherStages.withBindingFutility(2, alpha0));
        double c = 0.00380422346631;
        double first = design.criticalValue(1);
        assertThat(design.criticalValue(2)).isCloseTo(c, Offset.offset(1e-13));
        assertThat(first + c * Math.log(alpha0 / first)).isCloseTo(0.025, Offset.offset(1e-11));
        assertThat(design.alphaSpent(2)).isCloseTo(0.025, EXACT);
    }

    @Test
    void threeStagesWithFutilityFollowWassmersFormula() {
        // Wassmer 1999: the level of three equal stages with futility bounds a1, a2, where c2 <= a2 c1 and c3 <= c2.
        FisherDesign design = FisherDesign.of(
                FisherDesign.Method.EQUAL_ALPHA,
                0.05,
                new FisherStages(List.of(1 / 3.0, 2 / 3.0, 1.0), List.of(0.6, 0.5), true));
        double c1 = design.criticalValue(1);
        double c2 = design.criticalValue(2);
        double c3 = design.criticalValue(3);
        double a1 = 0.6;
        double a2 = 0.5;
        assertThat(c2).isLessThan(a2 * c1);
        double level = c1
                + c2 * Math.log(a1 / c1)
                + c3
                        * (Math.log(a2) * Math.log(a1 / c1)
                                + 0.5 * Math.pow(Math.log(a1 / c2), 2)
                                - 0.5 * Math.pow(Math.log(c1 / c2), 2));
        assertThat(level).isCloseTo(0.05, EXACT);
        assertThat(design.stageLevel(1)).isCloseTo(design.stageLevel(3), EXACT);
    }

    @Test
    void unequalStagesFollowTheClosedFormOfTwo() {
        // p1 + int_{c1}^{1} (c2 / x)^(1 / w) dx with w = sqrt(.7 / .3).
        FisherDesign design = FisherDesign.of(
                FisherDesign.Method.EQUAL_ALPHA, 0.025, new FisherStages(List.of(0.3, 1.0), List.of(1.0), true));
        double w = Math.sqrt(0.7 / 0.3);
        double c1 = design.criticalValue(1);
        double c2 = design.criticalValue(2);
        double later = Math.pow(c2, 1 / w) * w / (w - 1) * (1 - Math.pow(c1, 1 - 1 / w));
        assertThat(design.weight(2)).isCloseTo(w, EXACT);
        assertThat(c1 + later).isCloseTo(0.025, EXACT);
    }

    @Test
    void whatIsSpentByTheUserIsSpent() {
        // K = 2: c2 = (alpha - alpha_1) / -log(alpha_1).
        FisherDesign two = FisherDesign.userDefinedAlpha(FisherStages.equal(2), 0.01, 0.025);
        assertThat(two.criticalValue(1)).isCloseTo(0.01, EXACT);
        assertThat(two.criticalValue(2)).isCloseTo(0.015 / -Math.log(0.01), EXACT);
        FisherDesign six = FisherDesign.userDefinedAlpha(
                FisherStages.withBindingFutility(6, 0.7), 0.003, 0.007, 0.011, 0.016, 0.02, 0.025);
        assertThat(six.alphaSpent(3)).isCloseTo(0.011, EXACT);
        assertThat(six.alphaSpent(6)).isCloseTo(0.025, EXACT);
        assertThatThrownBy(() -> FisherDesign.userDefinedAlpha(FisherStages.equal(2), 0.001, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be at most");
    }

    @Test
    void withoutInteractionTheCriticalValuesAreRatiosOfTheFutilityBounds() {
        FisherDesign design =
                FisherDesign.of(FisherDesign.Method.NO_INTERACTION, 0.025, FisherStages.withBindingFutility(4, 0.5));
        assertThat(design.stageLevel(4)).isCloseTo(0.025, EXACT);
        assertThat(design.criticalValue(3)).isCloseTo(2 * design.criticalValue(4), EXACT);
        assertThat(design.criticalValue(2)).isCloseTo(4 * design.criticalValue(4), EXACT);
        assertThat(design.alphaSpent(4)).isCloseTo(0.025, EXACT);
        assertThatThrownBy(() -> FisherDesign.of(FisherDesign.Method.NO_INTERACTION, 0.025, FisherStages.equal(3)))
                .hasMessageContaining("futility bounds");
        assertThatThrownBy(() -> FisherDesign.of(
                        FisherDesign.Method.NO_INTERACTION, 0.025, FisherStages.withBindingFutility(2, 0.5)))
                .hasMessageContaining("at least 3 stages");
    }

    @Test
    void simulatedTrialsOfUnequalStagesKeepTheLevel() {
        // 400,000 trials detect a shift of .0019 with probability .999.
        FisherDesign design = FisherDesign.of(
                FisherDesign.Method.EQUAL_ALPHA,
                0.025,
                new FisherStages(List.of(0.2, 0.5, 0.8, 1.0), List.of(0.6, 0.5, 0.4), true));
        SplittableRandom random = new SplittableRandom(20_261_121);
        int trials = 400_000;
        int[] rejected = new int[4];
        double[] p = new double[4];
        double[] alpha0 = {0.6, 0.5, 0.4, 1};
        for (int trial = 0; trial < trials; trial++) {
            boolean going = true;
            for (int stage = 1; stage <= 4 && going; stage++) {
                p[stage - 1] = random.nextDouble();
                boolean rejects = design.rejects(p, stage);
                rejected[stage - 1] += rejects ? 1 : 0;
                going = !rejects && p[stage - 1] < alpha0[stage - 1];
            }
        }
        BinomialAssertion.assertProportion(Arrays.stream(rejected).sum(), trials, 0.025);
        for (int stage = 2; stage <= 4; stage++) {
            BinomialAssertion.assertProportion(
                    rejected[stage - 1], trials, design.alphaSpent(stage) - design.alphaSpent(stage - 1));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FisherDesign.Method.class,
            names = {"EQUAL_ALPHA", "FULL_ALPHA"})
    void theConditionalErrorIntegratesToTheLevel(FisherDesign.Method method) {
        // E[A(p_1)] = alpha: midpoints of 20,000 cells err by about the jump at alpha_1 times half a cell.
        FisherDesign design = FisherDesign.of(method, 0.025, FisherStages.withBindingFutility(3, 0.5));
        double sum = 0;
        int cells = 20_000;
        for (int i = 0; i < cells; i++) {
            sum += design.conditionalRejectionProbability(new double[] {(i + 0.5) / cells}, 1) / cells;
        }
        assertThat(sum).isCloseTo(0.025, Offset.offset(3e-5));
        assertThat(design.conditionalRejectionProbability(new double[] {0.5}, 1))
                .isZero();
    }

    @Test
    void withTwoStagesTheConditionalErrorIsTheRatio() {
        FisherDesign design = FisherDesign.of(FisherDesign.Method.EQUAL_ALPHA, 0.025, FisherStages.equal(2));
        assertThat(design.conditionalRejectionProbability(new double[] {0.1}, 1))
                .isCloseTo(design.criticalValue(2) / 0.1, EXACT);
        assertThat(design.conditionalRejectionProbability(new double[] {0.001}, 1))
                .isEqualTo(1);
    }

    @Test
    void theRepeatedPValueIsTheLevelThatJustRejects() {
        FisherDesign design = FisherDesign.of(FisherDesign.Method.EQUAL_ALPHA, 0.025, FisherStages.equal(3));
        double[] p = {0.2, 0.03, 0.1};
        for (int stage = 1; stage <= 3; stage++) {
            double repeated = design.repeatedPValue(p, stage);
            assertThat(design.atLevel(repeated * (1 + 1e-6)).rejects(p, stage)).isTrue();
            assertThat(design.atLevel(repeated * (1 - 1e-6)).rejects(p, stage)).isFalse();
        }
        assertThat(design.repeatedPValue(new double[] {1}, 1)).isEqualTo(1);
        assertThat(design.repeatedPValue(new double[] {0}, 1)).isEqualTo(1e-12);
    }

    @Test
    void rejectsWhatIsNoDesign() {
        assertThatThrownBy(() -> FisherStages.equal(7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(7) must be in [1, 6]");
        assertThatThrownBy(() -> FisherStages.withBindingFutility(2, 0)).hasMessageContaining("(0, 1]");
        assertThatThrownBy(() -> new FisherStages(List.of(0.5, 0.9), List.of(1.0), true))
                .hasMessageContaining("must be 1");
        assertThatThrownBy(() -> FisherDesign.of(FisherDesign.Method.EQUAL_ALPHA, 1, FisherStages.equal(2)))
                .hasMessageContaining("(0, 1)");
        assertThatThrownBy(() -> FisherDesign.userDefinedAlpha(FisherStages.equal(2), 0.02, 0.01))
                .hasMessageContaining("above the one before");
        FisherDesign design = FisherDesign.of(FisherDesign.Method.FULL_ALPHA, 0.025, FisherStages.equal(2));
        assertThatThrownBy(() -> design.rejects(new double[] {0.1}, 2)).hasMessageContaining("stage (2)");
        assertThatThrownBy(() -> design.statistic(new double[] {1.5}, 1)).hasMessageContaining("1.5");
        assertThat(FisherDesign.of(FisherDesign.Method.FULL_ALPHA, 0.025, FisherStages.equal(1))
                        .criticalValue(1))
                .isCloseTo(0.025, EXACT);
    }
}
