package org.evotrial.statistics.nonconcurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.evotrial.statistics.StandardNormal;
import org.junit.jupiter.api.Test;

class TimeMachineTest {
    private static final ControlComparison SECOND = new ControlComparison(2, Endpoint.CONTINUOUS, 0.95);
    private static final ControlComparison BINARY = new ControlComparison(2, Endpoint.BINARY, 0.95);
    private static final int SIZE = 118;

    /** Arm 1 throughout, arm 2 after 40 patients; a trend of 1 over the trial. */
    private static PlatformData platform(boolean binary) {
        UniformRandomProvider random = new SplitMix64(14);
        int[] arms = new int[SIZE];
        double[] times = new double[SIZE];
        double[] responses = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            arms[i] = i < 40 ? i % 2 : 2 - i % 3;
            times[i] = i;
            double mean = 0.4 * arms[i] + (double) i / SIZE;
            double noisy = mean + StandardNormal.quantile(random.nextDouble());
            responses[i] = binary ? (noisy > 0.8 ? 1 : 0) : noisy;
        }
        return PlatformData.of(arms, times, responses);
    }

    private static PlatformData inBuckets(PlatformData data, int size) {
        int[] buckets = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            buckets[i] = -((SIZE - 1 - i) / size);
        }
        return data.withPeriods(buckets);
    }

    /** The posterior is Student's: effect, spread sqrt(df / (df - 2)) standard errors, and tail are known. */
    private static void checkStudent(EffectEstimate posterior, EffectEstimate regression, double degrees) {
        assertThat(posterior.effect()).isCloseTo(regression.effect(), within(1e-4));
        double spread = regression.standardError() * Math.sqrt(degrees / (degrees - 2));
        assertThat(posterior.standardError() / spread).isCloseTo(1, within(1e-3));
        assertThat(posterior.upperPValue()).isCloseTo(regression.upperPValue(), within(1e-4));
        assertThat(posterior.interval().lower()).isCloseTo(regression.interval().lower(), within(5e-4));
        assertThat(posterior.interval().upper()).isCloseTo(regression.interval().upper(), within(5e-4));
    }

    @Test
    void withoutDriftItIsTheRegressionWithoutTrend() {
        PlatformData data = platform(false);
        EffectEstimate posterior = new TimeMachine(20, 1e9, 1e2, 1e-8).effect(data, SECOND);
        checkStudent(posterior, SECOND.adjusted(data, new TimeTrend.None()), SIZE - 3);
    }

    @Test
    void withFreeDriftItIsTheRegressionWithSteps() {
        PlatformData data = platform(false);
        // tau ~ Gamma(4, 4e5) is about 1e-5: drifts of 300 standard deviations.
        EffectEstimate posterior = new TimeMachine(20, 4, 4e5, 1e-8).effect(data, SECOND);
        checkStudent(posterior, SECOND.adjusted(inBuckets(data, 20), new TimeTrend.Periods()), SIZE - 8);
    }

    @Test
    void theUsualMachineLiesBetweenAndIsMorePreciseThanConcurrentControls() {
        PlatformData data = platform(false);
        EffectEstimate posterior = TimeMachine.usual().effect(data, SECOND);
        assertThat(posterior.standardError())
                .isLessThan(SECOND.concurrentOnly(data).standardError());
        assertThat(posterior.interval().contains(posterior.effect())).isTrue();
    }

    @Test
    void binaryLimitsAreLogisticRegressions() {
        PlatformData data = platform(true);
        EffectEstimate still = new TimeMachine(20, 1e9, 1e2, 1e-8).effect(data, BINARY);
        EffectEstimate plain = BINARY.adjusted(data, new TimeTrend.None());
        assertThat(still.effect()).isCloseTo(plain.effect(), within(1e-4));
        assertThat(still.standardError()).isCloseTo(plain.standardError(), within(1e-4));
        assertThat(still.upperPValue()).isCloseTo(plain.upperPValue(), within(1e-4));
        EffectEstimate free = new TimeMachine(20, 4, 4e5, 1e-8).effect(data, BINARY);
        EffectEstimate steps = BINARY.adjusted(inBuckets(data, 20), new TimeTrend.Periods());
        assertThat(free.effect()).isCloseTo(steps.effect(), within(1e-3));
        assertThat(free.standardError()).isCloseTo(steps.standardError(), within(1e-3));
    }

    @Test
    void oneBucketHasNoTrend() {
        PlatformData data = platform(false);
        EffectEstimate posterior = new TimeMachine(1000, 0.1, 0.01, 1e-8).effect(data, SECOND);
        checkStudent(posterior, SECOND.adjusted(data, new TimeTrend.None()), SIZE - 3);
    }

    @Test
    void binaryResponsesOfOneKindHaveAPosteriorToo() {
        PlatformData data = platform(true);
        int[] arms = new int[SIZE];
        double[] times = new double[SIZE];
        double[] ones = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            arms[i] = data.arm(i);
            times[i] = i;
            ones[i] = 1;
        }
        EffectEstimate posterior =
                new TimeMachine(40, 0.1, 0.01, 0.25).effect(PlatformData.of(arms, times, ones), BINARY);
        assertThat(posterior.standardError()).isBetween(0.5, 2.5);
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        assertThatThrownBy(() -> new TimeMachine(25, 0, 0.01, 0.001))
                .hasMessage("The shape (0.0) must be positive and finite.");
        assertThatThrownBy(() -> TimeMachine.usual().effect(platform(false), BINARY))
                .hasMessageContaining("must be 0 or 1");
        assertThatThrownBy(() -> TimeMachine.usual()
                        .effect(platform(false), new ControlComparison(7, Endpoint.CONTINUOUS, 0.95)))
                .hasMessage("The arm (7) must be an experimental arm with at least one patient.");
    }
}
