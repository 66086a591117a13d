package org.evotrial.statistics.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.evotrial.statistics.StandardNormal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequentialStoppingTest {
    @Test
    void aRunWithoutEventsDoesNotStopAtOnce() {
        ProportionStopping rule = new ProportionStopping(0.002, 100, 100);
        assertThat(rule.enough(0, 100)).isFalse();
        // (2 / (n + 4)) (1 - 2 / (n + 4)) / n <= 4e-6 from n = 705.
        assertThat(rule.enough(0, 704)).isFalse();
        assertThat(rule.enough(0, 705)).isTrue();
    }

    @Test
    void theMinimumIsKept() {
        assertThat(new ProportionStopping(0.5, 20, 10).enough(0, 19)).isFalse();
        assertThat(new ProportionStopping(0.5, 20, 10).enough(0, 20)).isTrue();
    }

    /** All 2^11 results of 11 replicates, one by one; the rule stops at the latest at 11 as .25 / .15^2 = 11.1. */
    @Test
    void characteristicsAgreeWithTheEnumerationOfAllSequences() {
        ProportionStopping rule = new ProportionStopping(0.15, 3, 1);
        double p = 0.3;
        double replicates = 0;
        double bias = 0;
        double square = 0;
        for (int sequence = 0; sequence < 1 << 12; sequence++) {
            int x = 0;
            int n = 0;
            while (!rule.enough(x, n)) {
                x += sequence >> n & 1;
                n++;
            }
            int all = Integer.bitCount(sequence);
            double probability = Math.pow(p, all) * Math.pow(1 - p, 12 - all);
            replicates += probability * n;
            bias += probability * ((double) x / n - p);
            square += probability * Math.pow((double) x / n - p, 2);
        }
        ProportionStopping.Characteristics exact = rule.characteristics(p, 0.95);
        assertThat(exact.expectedReplicates()).isCloseTo(replicates, within(1e-12));
        assertThat(exact.bias()).isCloseTo(bias, within(1e-12));
        assertThat(exact.meanSquaredError()).isCloseTo(square, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.025, 0.1, 0.5, 0.9})
    void biasIsSmallBesideTheTargetErrorAndTheIntervalKeepsItsLevel(double proportion) {
        double target = 0.01;
        ProportionStopping rule = new ProportionStopping(target, 100, 25);
        ProportionStopping.Characteristics exact = rule.characteristics(proportion, 0.95);
        assertThat(Math.abs(exact.bias())).isLessThan(0.25 * target);
        assertThat(Math.sqrt(exact.meanSquaredError())).isLessThan(1.05 * target);
        assertThat(exact.coverage()).isGreaterThan(0.93);
        double fixed = proportion * (1 - proportion) / (target * target);
        assertThat(exact.expectedReplicates()).isBetween(Math.max(100, 0.95 * fixed), fixed + 150);
    }

    @Test
    void certaintyIsHandled() {
        ProportionStopping.Characteristics never = new ProportionStopping(0.02, 10, 10).characteristics(0, 0.95);
        assertThat(never.bias()).isZero();
        assertThat(never.coverage()).isCloseTo(1, within(1e-12));
        assertThatThrownBy(() -> new ProportionStopping(1e-4, 10, 10).characteristics(0.5, 0.95))
                .hasMessageContaining("must need at most 20000 replicates");
    }

    // 20,000 runs at a target of .05: the error of their mean is .00035. Sums of four exponentials over 2 have
    // deviation 1 and
    // skewness 1.
    @Test
    void theMeanAtTheStopHasTheBiasThatSkewnessPredicts() {
        double gamma = meanAtTheStop(
                random -> -0.5 * Math.log(uniform(random) * uniform(random) * uniform(random) * uniform(random)), 2);
        assertThat(gamma).isCloseTo(-0.05 * 0.05, within(0.0015));
        double normal = meanAtTheStop(random -> StandardNormal.quantile(random.nextDouble()), 0);
        assertThat(normal).isCloseTo(0, within(0.002));
    }

    @Test
    void aMeanNeedsTwoReplicatesAtLeast() {
        SampleMoments sample = new SampleMoments();
        MeanStopping rule = new MeanStopping(0.1, 2);
        assertThat(rule.enough(sample)).isFalse();
        sample.add(1);
        assertThat(rule.enough(sample)).isFalse();
        assertThatThrownBy(() -> new MeanStopping(0.1, 1)).hasMessageStartingWith("The minimum (1) must be in [2, ");
        assertThatThrownBy(() -> new MeanStopping(0, 2))
                .hasMessage("The targetStandardError (0.0) must be positive and finite.");
    }

    private static double uniform(UniformRandomProvider random) {
        return 1 - random.nextDouble();
    }

    /** Mean over 20,000 runs minus the truth. */
    private static double meanAtTheStop(ToDoubleFunction<UniformRandomProvider> draw, double truth) {
        UniformRandomProvider random = new SplitMix64(99);
        MeanStopping rule = new MeanStopping(0.05, 100);
        SampleMoments means = new SampleMoments();
        for (int run = 0; run < 20_000; run++) {
            SampleMoments sample = new SampleMoments();
            while (!rule.enough(sample)) {
                sample.add(draw.applyAsDouble(random));
            }
            means.add(sample.mean());
        }
        return means.mean() - truth;
    }
}
