package org.evotrial.statistics.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.BinomialAssertion;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.adaptive.ConditionalDunnettTest.SecondStage;
import org.evotrial.statistics.multiplicity.AdjustedPValues;
import org.evotrial.statistics.multiplicity.DunnettDistribution;
import org.junit.jupiter.api.Test;

class ConditionalDunnettTestTest {
    private static final DunnettDistribution DUNNETT = DunnettDistribution.ofSampleSizes(50, 50, 30, 80);
    private static final ConditionalDunnettTest TEST = new ConditionalDunnettTest(DUNNETT, 0.05, 0.4);

    @Test
    void oneHypothesisHasTheConditionalErrorOfTheNormalTest() {
        double z = 1.1;
        double expected =
                StandardNormal.survival((StandardNormal.upperQuantile(0.05) - Math.sqrt(0.4) * z) / Math.sqrt(0.6));
        assertThat(TEST.conditionalError(new double[] {0, z, 0}, 0b010)).isCloseTo(expected, Offset.offset(1e-12));
    }

    @Test
    void withoutDroppedArmsItIsTheStepDownDunnettTestOfTheWholeTrial() {
        SplittableRandom random = new SplittableRandom(1);
        int rejections = 0;
        for (int example = 0; example < 60; example++) {
            double[] first = gaussians(random, 3, 0.8);
            double[] second = gaussians(random, 3, 1.2);
            double[] overall = new double[3];
            for (int i = 0; i < 3; i++) {
                overall[i] = Math.sqrt(0.4) * first[i] + Math.sqrt(0.6) * second[i];
            }
            double[] adjusted = AdjustedPValues.stepDownDunnett(DUNNETT, overall);
            int rejected = TEST.rejected(first, second, SecondStage.CONDITIONAL);
            for (int i = 0; i < 3; i++) {
                assertThat((rejected >> i & 1) != 0).isEqualTo(adjusted[i] <= 0.05);
            }
            rejections += Integer.bitCount(rejected);
        }
        assertThat(rejections).isBetween(20, 160);
    }

    @Test
    void selectionOfTheBestArmKeepsTheLevel() {
        // Both second-stage tests of the global hypothesis have level .05 whatever is dropped; rejecting it with the
        // best arm
        // alone is rarer. 6,000 trials detect an excess of .022 with probability .999.
        SplittableRandom random = new SplittableRandom(2);
        int[] global = new int[2];
        int trials = 6_000;
        for (int trial = 0; trial < trials; trial++) {
            double[] first = nullStatistics(random);
            double[] second = nullStatistics(random);
            int best = first[0] > first[1] ? (first[0] > first[2] ? 0 : 2) : (first[1] > first[2] ? 1 : 2);
            for (int i = 0; i < 3; i++) {
                second[i] = i == best ? second[i] : Double.NaN;
            }
            double error = TEST.conditionalError(first, 0b111);
            global[0] += TEST.secondStagePValue(first, second, 0b111, SecondStage.CONDITIONAL) <= error ? 1 : 0;
            global[1] += TEST.secondStagePValue(first, second, 0b111, SecondStage.UNCONDITIONAL) <= error ? 1 : 0;
        }
        BinomialAssertion.assertProportion(global[0], trials, 0.05);
        BinomialAssertion.assertProportion(global[1], trials, 0.05);
    }

    @Test
    void aDroppedArmIsNeverRejected() {
        double[] first = {6, 6, 0};
        double[] second = {Double.NaN, 6, Double.NaN};
        for (SecondStage kind : SecondStage.values()) {
            assertThat(TEST.rejected(first, second, kind)).isEqualTo(0b010);
            assertThat(TEST.secondStagePValue(first, second, 0b101, kind)).isEqualTo(1);
        }
    }

    @Test
    void rejectsWhatIsNoStatistic() {
        assertThatThrownBy(() -> TEST.conditionalError(new double[] {0, 0}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(2)");
        assertThatThrownBy(() -> TEST.conditionalError(new double[] {0, 0, Double.NaN}, 1))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> TEST.conditionalError(new double[3], 0)).hasMessageContaining("(0) must be in [1, 7]");
        assertThatThrownBy(() -> new ConditionalDunnettTest(DUNNETT, 0.05, 1)).hasMessageContaining("(0, 1)");
    }

    /** Statistics of 50, 30 and 80 subjects against 50. */
    private static double[] nullStatistics(SplittableRandom random) {
        double[] sizes = {50, 30, 80};
        double control = random.nextGaussian() / Math.sqrt(50);
        double[] z = new double[3];
        for (int i = 0; i < 3; i++) {
            double mean = random.nextGaussian() / Math.sqrt(sizes[i]);
            z[i] = (mean - control) / Math.sqrt(1 / sizes[i] + 1 / 50.0);
        }
        return z;
    }

    private static double[] gaussians(SplittableRandom random, int count, double mean) {
        double[] z = new double[count];
        for (int i = 0; i < count; i++) {
            z[i] = mean + random.nextGaussian();
        }
        return z;
    }
}
