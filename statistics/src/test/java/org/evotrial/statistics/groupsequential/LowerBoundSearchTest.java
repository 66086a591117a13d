package org.evotrial.statistics.groupsequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evotrial.statistics.groupsequential.Sidedness.ONE_SIDED;
import static org.evotrial.statistics.groupsequential.Sidedness.TWO_SIDED_SYMMETRIC;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Numbers of rpact and gsDesign are checked by the verification of their files; here is what defines the bounds. */
class LowerBoundSearchTest {
    private static final SpendingFunction LOWER = new SpendingFunction.HwangShihDeCani(-2);
    private static final double[] FRACTIONS = {0.3, 0.55, 0.8, 1};
    private static final GroupSequentialDesign SPENDING =
            GroupSequentialDesign.spending(new SpendingFunction.LanDeMetsOBrienFleming(), 0.05, ONE_SIDED, FRACTIONS);
    private static final GroupSequentialDesign SHAPED =
            GroupSequentialDesign.shaped(new BoundaryShape.WangTsiatis(0.3), 0.05, ONE_SIDED, FRACTIONS);

    @Test
    void betaIsSpentAsTheFunctionSaysAndThePowerIsTheRest() {
        for (GroupSequentialDesign efficacy : List.of(SPENDING, SHAPED)) {
            for (GroupSequentialDesign design : List.of(
                    efficacy.withBindingBetaSpending(LOWER, 0.2), efficacy.withNonBindingBetaSpending(LOWER, 0.2))) {
                CrossingProbabilities crossing = design.crossingProbabilities(design.futilityDrift());
                double spent = 0;
                for (int look = 1; look < 4; look++) {
                    spent += crossing.futility(look);
                    assertThat(spent).isCloseTo(LOWER.spent(FRACTIONS[look - 1], 0.2), Offset.offset(1e-12));
                }
                assertThat(crossing.overallRejection()).isCloseTo(0.8, Offset.offset(1e-11));
                assertThat(design.driftForPower(0.8)).isCloseTo(design.futilityDrift(), Offset.offset(1e-9));
                assertThat(design.futilityBound(4)).isEqualTo(Double.NEGATIVE_INFINITY);
            }
        }
    }

    @Test
    void theLevelIsKeptWithoutFutilityStopsIfNotBindingAndUsedUpWithThemIfBinding() {
        for (GroupSequentialDesign efficacy : List.of(SPENDING, SHAPED)) {
            GroupSequentialDesign binding = efficacy.withBindingBetaSpending(LOWER, 0.2);
            assertThat(binding.crossingProbabilities(0).overallRejection()).isCloseTo(0.05, Offset.offset(1e-12));
            assertThat(binding.criticalValue(4)).isLessThan(efficacy.criticalValue(4));
            GroupSequentialDesign nonBinding = efficacy.withNonBindingBetaSpending(LOWER, 0.2);
            assertThat(nonBinding.criticalValues()).isEqualTo(efficacy.criticalValues());
            assertThat(nonBinding.alphaSpent(4)).isCloseTo(0.05, Offset.offset(1e-12));
            assertThat(nonBinding.crossingProbabilities(0).overallRejection()).isLessThan(0.05);
        }
    }

    @Test
    void theHarmBoundSpendsUnderTheNullHypothesis() {
        for (boolean binding : new boolean[] {true, false}) {
            for (GroupSequentialDesign efficacy : List.of(SPENDING, SHAPED)) {
                GroupSequentialDesign design = efficacy.withHarmBound(LOWER, 0.1, binding);
                CrossingProbabilities crossing = design.crossingProbabilities(0);
                double spent = 0;
                for (int look = 1; look <= 4; look++) {
                    spent += crossing.futility(look);
                    assertThat(spent).isCloseTo(LOWER.spent(FRACTIONS[look - 1], 0.1), Offset.offset(1e-12));
                }
                assertThat(design.alphaSpent(4)).isCloseTo(0.05, Offset.offset(1e-12));
                assertThat(design.futilityDrift()).isNaN();
            }
        }
    }

    @Test
    void aBindingHarmBoundThatSpendsAllMeetsTheCriticalValueAtTheLastLook() {
        GroupSequentialDesign design = SPENDING.withHarmBound(LOWER, 0.95, true);
        assertThat(design.futilityBound(4)).isCloseTo(design.criticalValue(4), Offset.offset(1e-10));
    }

    @Test
    void rejectsErrorsThatCannotBeSpentAndNamesThem() {
        assertThatThrownBy(() -> SPENDING.withBindingBetaSpending(LOWER, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beta (0.95) must be in (0, 1 - alpha)");
        assertThatThrownBy(() -> SPENDING.withNonBindingBetaSpending(LOWER, 0)).hasMessageContaining("beta (0.0)");
        assertThatThrownBy(() -> SPENDING.withNonBindingBetaSpending((t, b) -> b * (1 - t), 0.2))
                .hasMessageContaining("must not fall");
        assertThatThrownBy(() -> SPENDING.withHarmBound(LOWER, 0.96, true)).hasMessageContaining("(0.96)");
        assertThatThrownBy(() -> SPENDING.withBindingBetaSpending((t, beta) -> beta, 0.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lower error (0.2) must not be spent so early");
        assertThatThrownBy(() -> SPENDING.withNonBindingBetaSpending((t, beta) -> beta, 0.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lower error (0.2) must not be spent so early");
        GroupSequentialDesign two = GroupSequentialDesign.spending(
                new SpendingFunction.LanDeMetsOBrienFleming(), 0.05, TWO_SIDED_SYMMETRIC, 0.5, 1);
        assertThatThrownBy(() -> two.withBindingBetaSpending(LOWER, 0.1)).hasMessageContaining("one-sided");
        assertThatThrownBy(() -> two.withHarmBound(LOWER, 0.1, false)).hasMessageContaining("one-sided");
    }

    @Test
    void betaMayBeSpentLateOrNotAtAllBeforeTheLastLook() {
        GroupSequentialDesign late = SPENDING.withNonBindingBetaSpending((t, beta) -> t < 0.7 ? 0 : beta * t, 0.2);
        assertThat(late.futilityBound(1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(late.futilityBound(2)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(late.futilityBound(3)).isFinite();
        GroupSequentialDesign never = SPENDING.withNonBindingBetaSpending((t, beta) -> t < 1 ? 0 : beta, 0.2);
        assertThat(never.futilityDrift()).isCloseTo(SPENDING.driftForPower(0.8), Offset.offset(1e-10));
    }
}
