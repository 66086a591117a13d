package org.evotrial.statistics.groupsequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evotrial.statistics.groupsequential.Sidedness.ONE_SIDED;
import static org.evotrial.statistics.groupsequential.Sidedness.TWO_SIDED_SYMMETRIC;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.StandardNormal;
import org.junit.jupiter.api.Test;

class ConditionalPowerTest {
    private static final GroupSequentialDesign TWO_LOOKS =
            GroupSequentialDesign.shaped(BoundaryShape.obrienFleming(), 0.025, ONE_SIDED, 0.6, 1);
    private static final GroupSequentialDesign THREE_LOOKS = GroupSequentialDesign.spending(
            new SpendingFunction.LanDeMetsOBrienFleming(), 0.025, ONE_SIDED, 0.4, 0.7, 1);

    @Test
    void isTheClosedFormWithOneLookToCome() {
        double c = TWO_LOOKS.criticalValue(2);
        double z = 1.2;
        double t = 0.6;
        ConditionalPower power = ConditionalPower.after(TWO_LOOKS, 1, z);
        double root = Math.sqrt(1 - t);
        assertThat(power.atDrift(3))
                .isCloseTo(StandardNormal.survival((c - z * Math.sqrt(t) - 3 * (1 - t)) / root), Offset.offset(1e-14));
        assertThat(power.atCurrentTrend())
                .isCloseTo(StandardNormal.survival((c - z / Math.sqrt(t)) / root), Offset.offset(1e-14));
        assertThat(power.conditionalRejectionProbability()).isEqualTo(power.atDrift(0));
        assertThat(power.atStageMeans(3 * root)).isCloseTo(power.atDrift(3), Offset.offset(1e-14));
        assertThat(power.predictive())
                .isCloseTo(StandardNormal.cumulative((z - c * Math.sqrt(t)) / root), Offset.offset(1e-14));
        // A flat prior is the limit of wide ones, a point prior that of narrow ones.
        assertThat(power.predictive(0, 1e12)).isCloseTo(power.predictive(), Offset.offset(1e-9));
        assertThat(power.predictive(3, 1e-12)).isCloseTo(power.atDrift(3), Offset.offset(1e-9));
    }

    @Test
    void agreesWithQuadratureWithTwoLooksToCome() {
        // SciPy 1.17.1, nested integrate.quad: looks at .4, .7, 1, z = 1.1, critical values 2.5 and 2.1.
        GroupSequentialDesign design =
                GroupSequentialDesign.spending(spending(2.5, 2.1), 0.025, ONE_SIDED, 0.4, 0.7, 1);
        assertThat(design.criticalValue(2)).isCloseTo(2.5, Offset.offset(1e-9));
        assertThat(design.criticalValue(3)).isCloseTo(2.1, Offset.offset(1e-9));
        ConditionalPower power = ConditionalPower.after(design, 1, 1.1);
        assertThat(power.predictive(2, 2.25)).isCloseTo(0.3960503871465797, Offset.offset(2e-9));
        assertThat(power.predictive()).isCloseTo(0.38776563707358025, Offset.offset(2e-9));
        assertThat(power.conditionalRejectionProbability()).isCloseTo(0.037014946357845545, Offset.offset(2e-9));
    }

    /** A function that spends what gives these critical values at .7 and 1 without a look before. */
    private static SpendingFunction spending(double second, double third) {
        LookPlan plan = LookPlan.of(0.025, ONE_SIDED, 0.4, 0.7, 1);
        double[] spent = BoundarySearch.alphaSpent(plan, new double[] {Double.POSITIVE_INFINITY, second, third});
        return (t, alpha) -> t < 0.7 ? 0 : t < 1 ? spent[1] : Math.min(alpha, spent[2]);
    }

    /** The law of total probability: conditional power averaged over the interim statistic is power. */
    @Test
    void averagesToPower() {
        GroupSequentialDesign futile = THREE_LOOKS.withNonBindingFutility(0.1, 0.9);
        for (GroupSequentialDesign design : new GroupSequentialDesign[] {THREE_LOOKS, futile, twoSided()}) {
            double drift = 2.2;
            double mean = drift * Math.sqrt(0.4);
            double upper = design.criticalValue(1);
            double lower = design.sidedness() == TWO_SIDED_SYMMETRIC ? -upper : Math.max(-8, design.futilityBound(1));
            double sum = design.crossingProbabilities(drift).rejection(1);
            int steps = 400;
            double h = (upper - lower) / steps;
            for (int i = 0; i <= steps; i++) {
                double z = lower + i * h;
                double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
                sum += weight
                        * h
                        / 3
                        * StandardNormal.density(z - mean)
                        * ConditionalPower.after(design, 1, z).atDrift(drift);
            }
            assertThat(sum).isCloseTo(design.crossingProbabilities(drift).overallRejection(), Offset.offset(1e-8));
        }
    }

    private static GroupSequentialDesign twoSided() {
        return GroupSequentialDesign.shaped(BoundaryShape.pocock(), 0.05, TWO_SIDED_SYMMETRIC, 0.4, 0.7, 1);
    }

    @Test
    void theConditionalRejectionProbabilityCountsOnBindingFutilityOnly() {
        double none = ConditionalPower.after(THREE_LOOKS, 1, 1).conditionalRejectionProbability();
        assertThat(ConditionalPower.after(THREE_LOOKS.withNonBindingFutility(0, 1.5), 1, 1)
                        .conditionalRejectionProbability())
                .isEqualTo(none);
        GroupSequentialDesign binding = THREE_LOOKS.withBindingFutility(0, 1.5);
        ConditionalPower power = ConditionalPower.after(binding, 1, 1);
        assertThat(power.conditionalRejectionProbability()).isEqualTo(power.atDrift(0));
    }

    @Test
    void stageMeansOfTheDriftAreTheDrift() {
        ConditionalPower power = ConditionalPower.after(THREE_LOOKS, 1, 0.7);
        assertThat(power.atStageMeans(2 * Math.sqrt(0.3), 2 * Math.sqrt(0.3)))
                .isCloseTo(power.atDrift(2), Offset.offset(1e-13));
    }

    @Test
    void rejectsWhatIsNoInterimLookAndNamesIt() {
        assertThatThrownBy(() -> ConditionalPower.after(THREE_LOOKS, 3, 1))
                .hasMessage("The interim look (3) must be in [1, 2].");
        assertThatThrownBy(() -> ConditionalPower.after(THREE_LOOKS, 1, Double.NaN))
                .hasMessageContaining("(NaN)");
        ConditionalPower power = ConditionalPower.after(THREE_LOOKS, 1, 1);
        assertThatThrownBy(() -> power.atDrift(Double.NaN)).hasMessageContaining("drift (NaN)");
        assertThatThrownBy(() -> power.atStageMeans(1)).hasMessageContaining("must be 2 finite numbers");
        assertThatThrownBy(() -> power.predictive(0, 0)).hasMessageContaining("priorVariance (0.0)");
        assertThatThrownBy(() -> power.predictive(Double.NaN, 1)).hasMessageContaining("priorMean (NaN)");
    }
}
