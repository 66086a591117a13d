package org.evotrial.statistics.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AllocationLimitsTest {
    private static final Offset<Double> ROUNDING = within(1e-14);

    private static double[] share(AllocationLimits limits, double... weights) {
        boolean[] active = new boolean[weights.length];
        Arrays.fill(active, true);
        return share(limits, active, weights);
    }

    private static double[] share(AllocationLimits limits, boolean[] active, double... weights) {
        double[] probabilities = new double[weights.length];
        limits.share(weights, active, -1, 0, probabilities);
        return probabilities;
    }

    @Test
    void anArmThatIsRaisedTakesFromTheOthersInProportion() {
        // .01 and .04 of 1 are raised to .05; .9 is left for weights 80 and 15.
        double[] shares = share(AllocationLimits.between(4, 0.05, 1), 80, 15, 4, 1);
        assertThat(shares).containsExactly(new double[] {0.9 * 80 / 95, 0.9 * 15 / 95, 0.05, 0.05}, ROUNDING);
    }

    @Test
    void raisingOneArmCanPushAnotherBelowItsMinimum() {
        // At first 5.2 % is above .05; with .05 for the last arm it would be .0499.
        double[] shares = share(AllocationLimits.between(3, 0.05, 1), 94, 5.2, 0.8);
        assertThat(shares).containsExactly(new double[] {0.9, 0.05, 0.05}, ROUNDING);
    }

    @Test
    void aMaximumGivesToTheOthers() {
        double[] shares = share(AllocationLimits.between(3, 0, 0.6), 90, 8, 2);
        assertThat(shares).containsExactly(new double[] {0.6, 0.32, 0.08}, ROUNDING);
    }

    @Test
    void fixedProbabilitiesAreKept() {
        AllocationLimits limits = AllocationLimits.between(3, 0.05, 1).with(0, 0.2, 0.2);
        assertThat(share(limits, 7, 3, 1)).containsExactly(new double[] {0.2, 0.6, 0.2}, ROUNDING);
    }

    @Test
    void everyShareIsTheClampedMultipleOfItsWeight() {
        UniformRandomProvider random = new SplitMix64(8);
        for (int repetition = 0; repetition < 2000; repetition++) {
            int arms = 2 + random.nextInt(6);
            double minimum = random.nextDouble() / arms;
            double maximum = 1.0 / arms + random.nextDouble() * (1 - 1.0 / arms);
            double[] weights = new double[arms];
            for (int i = 0; i < arms; i++) {
                weights[i] = Math.pow(0.001 + 0.999 * random.nextDouble(), 4);
            }
            double[] shares = share(AllocationLimits.between(arms, minimum, maximum), weights);
            assertThat(Arrays.stream(shares).sum()).isCloseTo(1, ROUNDING);
            double scale = scale(weights, minimum, maximum);
            for (int i = 0; i < arms; i++) {
                double expected = Math.min(maximum, Math.max(minimum, scale * weights[i]));
                assertThat(shares[i]).isCloseTo(expected, within(1e-9));
            }
        }
    }

    @Test
    void closedArmsGetNothingAndLimitsThatDoNotFitAreScaled() {
        boolean[] two = {true, false, true};
        double[] shares = share(AllocationLimits.between(3, 0.1, 0.4), two, 5, 3, 5);
        assertThat(shares).containsExactly(new double[] {0.5, 0, 0.5}, ROUNDING);
        boolean[] one = {false, true, false};
        assertThat(share(AllocationLimits.between(3, 0.1, 0.4), one, 5, 3, 5)).containsExactly(0, 1, 0);
    }

    @Test
    void weightsOfZeroCountAsEqual() {
        assertThat(share(AllocationLimits.none(4), 0, 0, 0, 0)).containsExactly(0.25, 0.25, 0.25, 0.25);
        assertThat(share(AllocationLimits.between(3, 0.1, 1), 1, 0, 0))
                .containsExactly(new double[] {0.8, 0.1, 0.1}, ROUNDING);
        AllocationLimits never = AllocationLimits.none(2).with(0, 0, 0);
        assertThat(share(never, new boolean[] {true, false}, 1, 1)).containsExactly(1, 0);
    }

    @Test
    void rejectsLimitsThatContradictEachOther() {
        assertThatThrownBy(() -> AllocationLimits.between(5, 0.21, 1))
                .hasMessage("The minimum (0.21) and the maximum (1.0) must be in [0, 1] with 1 / 5 between them.");
        assertThatThrownBy(() -> AllocationLimits.between(2, 0.3, 1).with(0, 0.8, 0.9))
                .hasMessageStartingWith("The sum of the smallest probabilities (1.1");
        assertThatThrownBy(() -> AllocationLimits.none(2).with(0, 0.5, Double.NaN))
                .hasMessage("The limits (0.5, NaN) must be in [0, 1] and ascend.");
    }

    /** The scale at which clamped multiples sum to 1, by bisection. */
    private static double scale(double[] weights, double minimum, double maximum) {
        double low = 0;
        double high = 1e14;
        for (int i = 0; i < 200; i++) {
            double middle = low < 1e-6 ? Math.sqrt(Math.max(1e-12, low) * high) : 0.5 * (low + high);
            double sum = 0;
            for (double weight : weights) {
                sum += Math.min(maximum, Math.max(minimum, middle * weight));
            }
            if (sum < 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
