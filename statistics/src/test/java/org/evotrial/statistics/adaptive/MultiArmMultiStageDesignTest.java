package org.evotrial.statistics.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.BinomialAssertion;
import org.evotrial.statistics.groupsequential.BoundaryShape;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.Sidedness;
import org.evotrial.statistics.multiplicity.DunnettDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultiArmMultiStageDesignTest {
    private static final MultiArmBoundShape ZERO = new MultiArmBoundShape.Fixed(0);
    private static final MultiArmBoundShape TRIANGULAR = new MultiArmBoundShape.Triangular();

    @Test
    void oneStageIsDunnettsTest() {
        MultiArmMultiStageDesign design = MultiArmMultiStageDesign.of(
                trial(3, new MultiArmBoundShape.Pocock(), ZERO), 0.025, new double[] {1}, new double[] {2});
        assertThat(design.upperBound(1))
                .isCloseTo(DunnettDistribution.ofSampleSizes(2, 1, 1, 1).criticalValue(0.025), Offset.offset(1e-8));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void oneArmIsTheGroupSequentialTestWithBindingFutility(int stages) {
        double[] ratios = new double[stages];
        double[] fractions = new double[stages];
        for (int j = 0; j < stages; j++) {
            ratios[j] = j + 1;
            fractions[j] = (j + 1.0) / stages;
        }
        MultiArmMultiStageDesign design = MultiArmMultiStageDesign.of(
                trial(1, new MultiArmBoundShape.OBrienFleming(), ZERO), 0.05, ratios, ratios);
        GroupSequentialDesign sequential = GroupSequentialDesign.shaped(
                        BoundaryShape.obrienFleming(), 0.05, Sidedness.ONE_SIDED, fractions)
                .withBindingFutility(new double[stages - 1]);
        // The Gauss-Hermite rules of 40, 22 and 14 points: the path of the control is integrated although it is not
        // needed.
        double accuracy = stages == 4 ? 2e-6 : 1e-7;
        for (int stage = 1; stage <= stages; stage++) {
            assertThat(design.upperBound(stage)).isCloseTo(sequential.criticalValue(stage), Offset.offset(accuracy));
        }
        // One arm: the power is that of the group-sequential test at drift delta sqrt(n r_J / 2).
        double drift = 0.4 * Math.sqrt(30 * stages / 2.0);
        assertThat(design.power(0.4, 0, 30))
                .isCloseTo(sequential.crossingProbabilities(drift).overallRejection(), Offset.offset(2e-5));
    }

    // MAMS 3.0.2, mams_bounds.csv; here n without tolerance.
    @ParameterizedTest
    @CsvSource({"2, 1, 71, 213", "4, 1, 84, 420", "2, 2, 37, 222", "3, 2, 41, 328"})
    void sampleSizesAreThoseOfMams(int arms, int stages, int n, long total) {
        double[] ratios = stages == 1 ? new double[] {1} : new double[] {1, 2};
        MultiArmMultiStageDesign design = MultiArmMultiStageDesign.of(
                trial(arms, new MultiArmBoundShape.OBrienFleming(), ZERO), 0.05, ratios, ratios);
        double effect = MultiArmMultiStageDesign.effectOfSuperiority(0.65);
        double other = MultiArmMultiStageDesign.effectOfSuperiority(0.55);
        assertThat(design.sampleSize(effect, other, 0.9)).isEqualTo(n);
        assertThat(design.maximumSampleSize(n)).isEqualTo(total);
        assertThat(design.power(effect, other, n)).isGreaterThanOrEqualTo(0.9);
        assertThat(design.power(effect, other, n - 1)).isLessThan(0.9);
    }

    @Test
    void simulatedTrialsKeepTheLevelAndHaveThePower() {
        // Unequal allocation, three arms, three stages. 40,000 trials detect shifts of .0087 (level) and .020 (power).
        double[] ratios = {1, 2, 4};
        double[] control = {2, 3, 5};
        MultiArmMultiStageDesign design =
                MultiArmMultiStageDesign.of(trial(3, TRIANGULAR, TRIANGULAR), 0.05, ratios, control);
        assertThat(design.anyCrossing(0, 1)).isCloseTo(0.05, Offset.offset(1e-9));
        SplittableRandom random = new SplittableRandom(20_261_121);
        int[] counts = simulate(design, ratios, control, new double[] {0, 0, 0}, random);
        BinomialAssertion.assertProportion(counts[1], 40_000, 0.05);
        counts = simulate(design, ratios, control, new double[] {0.8, 0.2, 0.2}, random);
        BinomialAssertion.assertProportion(counts[0], 40_000, design.power(0.8, 0.2, 10));
        counts = simulate(design, ratios, control, new double[] {0.5, 0.5, 0.5}, random);
        BinomialAssertion.assertProportion(counts[1], 40_000, design.anyCrossing(0.5, 10));
    }

    /** Trials that recommend the first arm, and that cross with any, at n = 10. */
    private static int[] simulate(
            MultiArmMultiStageDesign design,
            double[] ratios,
            double[] control,
            double[] effects,
            SplittableRandom random) {
        int[] counts = new int[2];
        for (int trial = 0; trial < 40_000; trial++) {
            int best = winner(design, ratios, control, effects, random);
            counts[0] += best == 0 ? 1 : 0;
            counts[1] += best >= 0 ? 1 : 0;
        }
        return counts;
    }

    private static int winner(
            MultiArmMultiStageDesign design,
            double[] ratios,
            double[] control,
            double[] effects,
            SplittableRandom random) {
        double[] sums = new double[effects.length];
        boolean[] dropped = new boolean[effects.length];
        double controlSum = 0;
        for (int stage = 1; stage <= ratios.length; stage++) {
            double n = 10 * (ratios[stage - 1] - (stage == 1 ? 0 : ratios[stage - 2]));
            double n0 = 10 * (control[stage - 1] - (stage == 1 ? 0 : control[stage - 2]));
            controlSum += Math.sqrt(n0) * random.nextGaussian();
            double largest = design.upperBound(stage);
            int best = -1;
            for (int arm = 0; arm < effects.length; arm++) {
                sums[arm] += n * effects[arm] + Math.sqrt(n) * random.nextGaussian();
                double total = 10 * ratios[stage - 1];
                double total0 = 10 * control[stage - 1];
                double z = (sums[arm] / total - controlSum / total0) / Math.sqrt(1 / total + 1 / total0);
                if (!dropped[arm] && z > largest) {
                    largest = z;
                    best = arm;
                }
                dropped[arm] |= z <= design.lowerBound(stage);
            }
            if (best >= 0) {
                return best;
            }
        }
        return -1;
    }

    @Test
    void shapesMeetAtTheLastStage() {
        MultiArmMultiStageDesign design = MultiArmMultiStageDesign.of(
                trial(2, TRIANGULAR, new MultiArmBoundShape.OBrienFleming()), 0.05, new double[] {1, 2}, new double[] {
                    1, 2
                });
        double last = design.upperBound(2);
        assertThat(design.lowerBound(2)).isEqualTo(last);
        assertThat(design.upperBound(1)).isCloseTo(1.5 / Math.sqrt(2) * last, Offset.offset(1e-12));
        assertThat(design.lowerBound(1)).isCloseTo(-Math.sqrt(2) * last, Offset.offset(1e-12));
        MultiArmMultiStageDesign pocock = MultiArmMultiStageDesign.of(
                trial(2, new MultiArmBoundShape.Pocock(), new MultiArmBoundShape.Pocock()),
                0.05,
                new double[] {1, 2},
                new double[] {1, 2});
        assertThat(pocock.lowerBound(1)).isEqualTo(-pocock.upperBound(1));
    }

    @Test
    void rejectsWhatIsNoDesign() {
        double[] two = {1, 2};
        assertThatThrownBy(() -> trial(0, TRIANGULAR, TRIANGULAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(0) must be in [1, 50]");
        assertThatThrownBy(() -> MultiArmMultiStageDesign.of(trial(2, TRIANGULAR, ZERO), 0.6, two, two))
                .hasMessageContaining("(0, 0.5)");
        assertThatThrownBy(
                        () -> MultiArmMultiStageDesign.of(trial(2, TRIANGULAR, ZERO), 0.05, two, new double[] {2, 1}))
                .hasMessageContaining("ascending");
        assertThatThrownBy(() -> MultiArmMultiStageDesign.of(trial(2, TRIANGULAR, ZERO), 0.05, two, new double[] {1}))
                .hasMessageContaining("number of controlRatios (1)");
        assertThatThrownBy(() -> MultiArmMultiStageDesign.of(
                        trial(2, TRIANGULAR, new MultiArmBoundShape.Fixed(9)), 0.05, two, two))
                .hasMessageContaining("lower bound (9.0) of stage 1");
        MultiArmMultiStageDesign design = MultiArmMultiStageDesign.of(trial(2, TRIANGULAR, ZERO), 0.05, two, two);
        assertThatThrownBy(() -> design.power(0.5, 0, 0)).hasMessageContaining("positive");
        assertThatThrownBy(() -> design.sampleSize(0.2, 0.3, 0.9)).hasMessageContaining("below the effect");
    }

    private static MultiArmMultiStageDesign.Trial trial(int arms, MultiArmBoundShape upper, MultiArmBoundShape lower) {
        return new MultiArmMultiStageDesign.Trial(arms, upper, lower);
    }
}
