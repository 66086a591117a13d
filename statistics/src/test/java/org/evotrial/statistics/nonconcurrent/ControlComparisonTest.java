package org.evotrial.statistics.nonconcurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.evotrial.statistics.BinomialAssertion;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.montecarlo.SampleMoments;
import org.junit.jupiter.api.Test;

class ControlComparisonTest {
    private static final double LEVEL = 0.95;
    private static final ControlComparison SECOND = new ControlComparison(2, Endpoint.CONTINUOUS, LEVEL);

    /** Patients in the order of entry, with a response that may depend on arm and time. */
    private static final class Platform {
        private final List<Integer> arms = new ArrayList<>();
        private final List<Double> responses = new ArrayList<>();

        void add(int arm, double response) {
            arms.add(arm);
            responses.add(response);
        }

        double time() {
            return arms.size();
        }

        PlatformData data() {
            double[] times = new double[arms.size()];
            for (int i = 0; i < times.length; i++) {
                times[i] = i;
            }
            return PlatformData.of(
                    arms.stream().mapToInt(Integer::intValue).toArray(),
                    times,
                    responses.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** Arm 1 (effect .7) from the start; arm 2 (effect 1.5) joins after 60 patients; then arm 1 leaves. */
    private static PlatformData platform(DoubleUnaryOperator trend, DoubleUnaryOperator noise) {
        Platform platform = new Platform();
        double[] effects = {0, 0.7, 1.5};
        int[][] blocks = {{1, 0}, {2, 1, 0}, {2, 0}};
        int[] repetitions = {30, 40, 25};
        for (int period = 0; period < 3; period++) {
            for (int i = 0; i < repetitions[period]; i++) {
                for (int arm : blocks[period]) {
                    double time = platform.time();
                    platform.add(arm, effects[arm] + trend.applyAsDouble(time) + noise.applyAsDouble(time));
                }
            }
        }
        return platform.data();
    }

    /** Small and without any pattern that a trend could explain. */
    private static double wobble(double time) {
        return 1e-9 * Math.sin(12.9898 * time * time);
    }

    @Test
    void periodsBeginWhereArmsComeAndGo() {
        PlatformData data = platform(time -> 0, ControlComparisonTest::wobble);
        assertThat(data.size()).isEqualTo(230);
        assertThat(data.period(0)).isEqualTo(1);
        assertThat(data.period(59)).isEqualTo(1);
        assertThat(data.period(60)).isEqualTo(2);
        // The last patient of arm 1 is the second of three in the last block of the period.
        assertThat(data.period(178)).isEqualTo(2);
        assertThat(data.period(179)).isEqualTo(3);
        assertThat(data.concurrentControls(2)).isEqualTo(64);
        assertThat(data.concurrentControls(1)).isEqualTo(69);
    }

    /** Two periods: Bofill Roig et al. 2022, doi:10.1186/s12874-022-01683-w, give estimate and variance. */
    @Test
    void theStepModelAgreesWithItsClosedForm() {
        UniformRandomProvider random = new SplitMix64(5);
        int[][] sizes = {{40, 20, 0}, {25, 15, 30}};
        double[][] means = new double[2][3];
        Platform platform = new Platform();
        for (int period = 0; period < 2; period++) {
            for (int arm = 2; arm >= 0; arm--) {
                for (int i = 0; i < sizes[period][arm]; i++) {
                    double response = period + 0.5 * arm + StandardNormal.quantile(random.nextDouble());
                    means[period][arm] += response / sizes[period][arm];
                    platform.add(arm, response);
                }
            }
        }
        // Periods by hand, as blocks of patients of one arm would make more of them.
        PlatformData data = platform.data();
        int[] periods = new int[130];
        Arrays.fill(periods, 60, 130, 1);
        double[] times = new double[130];
        int[] arms = new int[130];
        double[] responses = new double[130];
        for (int i = 0; i < 130; i++) {
            times[i] = periods[i];
            arms[i] = data.arm(i);
            responses[i] = data.response(i);
        }
        PlatformData together = PlatformData.of(arms, times, responses).withPeriods(periods);
        double share = (1 / 25.0) / (1 / 40.0 + 1 / 25.0 + 1 / 20.0 + 1 / 15.0);
        double control = (1 - share) * means[1][0] + share * (means[0][0] + means[1][1] - means[0][1]);
        EffectEstimate estimate = SECOND.adjusted(together, new TimeTrend.Periods());
        assertThat(estimate.effect()).isCloseTo(means[1][2] - control, within(1e-10));
        // Var = sigma^2 (1/30 + (1 - share)/25); its sigma^2 is that of the model with four parameters.
        EffectEstimate separate = SECOND.concurrentOnly(together);
        double unit = Math.sqrt(1 / 30.0 + (1 - share) / 25.0);
        double sigma = estimate.standardError() / unit;
        assertThat(sigma).isBetween(0.75, 1.3);
        assertThat(unit).isLessThan(Math.sqrt(1 / 30.0 + 1 / 25.0));
        assertThat(separate.effect()).isCloseTo(means[1][2] - means[1][0], within(1e-10));
        assertThat(sigma * sigma).isCloseTo(residualVariance(together), within(1e-9));
    }

    /** Residual variance of the two-period model, by alternating least squares. */
    private static double residualVariance(PlatformData data) {
        double[] arms = new double[3];
        double[] steps = new double[2];
        for (int sweep = 0; sweep < 5000; sweep++) {
            for (int arm = 0; arm < 3; arm++) {
                SampleMoments left = new SampleMoments();
                for (int i = 0; i < data.size(); i++) {
                    if (data.arm(i) == arm) {
                        left.add(data.response(i) - steps[data.period(i)]);
                    }
                }
                arms[arm] = left.mean();
            }
            SampleMoments left = new SampleMoments();
            for (int i = 0; i < data.size(); i++) {
                if (data.period(i) == 1) {
                    left.add(data.response(i) - arms[data.arm(i)]);
                }
            }
            steps[1] = left.mean();
        }
        double squares = 0;
        for (int i = 0; i < data.size(); i++) {
            double residual = data.response(i) - arms[data.arm(i)] - steps[data.period(i)];
            squares += residual * residual;
        }
        return squares / (data.size() - 4);
    }

    @Test
    void aStepAtAPeriodBiasesPoolingAloneAndByAsMuchAsItMust() {
        PlatformData data = platform(time -> time < 60 ? 0 : 2, ControlComparisonTest::wobble);
        assertThat(SECOND.concurrentOnly(data).effect()).isCloseTo(1.5, within(1e-8));
        assertThat(SECOND.adjusted(data, new TimeTrend.Periods()).effect()).isCloseTo(1.5, within(1e-8));
        // 30 of 94 controls until the arm closes lack the step of 2.
        assertThat(SECOND.pooled(data).effect()).isCloseTo(1.5 + 2 * 30 / 94.0, within(1e-8));
        assertThat(SECOND.mixed(data).effect()).isCloseTo(1.5, within(1e-6));
    }

    @Test
    void splinesAndLinesRemoveTheirOwnTrends() {
        PlatformData line = platform(time -> 0.02 * time, ControlComparisonTest::wobble);
        assertThat(SECOND.adjusted(line, new TimeTrend.Linear()).effect()).isCloseTo(1.5, within(1e-7));
        PlatformData cubic =
                platform(time -> 3 * Math.pow(time / 230, 3) - 2 * time / 230, ControlComparisonTest::wobble);
        assertThat(SECOND.adjusted(cubic, new TimeTrend.Spline(3)).effect()).isCloseTo(1.5, within(1e-7));
        assertThat(SECOND.adjusted(cubic, new TimeTrend.Linear()).effect()).isNotCloseTo(1.5, within(1e-3));
    }

    @Test
    void splinesAddUpToOne() {
        double[] knots = {0, 0, 0, 0, 1, 2.5, 4, 4, 4, 4};
        for (double time : new double[] {0, 0.3, 1, 2, 2.5, 3.9, 4}) {
            double[] values = SplineBasis.values(knots, 3, time);
            assertThat(Arrays.stream(values).sum()).isCloseTo(1, within(1e-14));
            assertThat(values).hasSize(6);
            assertThat(Arrays.stream(values).min().orElseThrow()).isNotNegative();
        }
        // Between the knots 0 and 1 of degree 1: the hat functions themselves.
        assertThat(SplineBasis.values(new double[] {0, 0, 1, 1}, 1, 0.25)).containsExactly(0.75, 0.25);
    }

    // 1,500 trials: the error of a mean estimate is .006; a size of .025 + .033 is found with probability .999.
    @Test
    void adjustedEstimatesAreUnbiasedUnderARandomStepAndKeepTheirSize() {
        UniformRandomProvider random = new SplitMix64(2026);
        SampleMoments[] errors = new SampleMoments[4];
        for (int m = 0; m < 4; m++) {
            errors[m] = new SampleMoments();
        }
        int[] rejections = new int[3];
        for (int trial = 0; trial < 1500; trial++) {
            PlatformData data =
                    platform(time -> time < 60 ? 0 : 1, time -> StandardNormal.quantile(random.nextDouble()));
            EffectEstimate concurrent = SECOND.concurrentOnly(data);
            EffectEstimate steps = SECOND.adjusted(data, new TimeTrend.Periods());
            EffectEstimate mixed = trial < 300 ? SECOND.mixed(data) : steps;
            EffectEstimate pooled = SECOND.pooled(data);
            errors[0].add(concurrent.effect() - 1.5);
            errors[1].add(steps.effect() - 1.5);
            errors[2].add(mixed.effect() - 1.5);
            errors[3].add(pooled.effect() - 1.5);
            rejections[0] += concurrent.interval().lower() > 1.5 ? 1 : 0;
            rejections[1] += steps.interval().lower() > 1.5 ? 1 : 0;
            rejections[2] += pooled.interval().lower() > 1.5 ? 1 : 0;
        }
        assertThat(errors[0].mean()).isCloseTo(0, within(5 * errors[0].standardDeviation() / Math.sqrt(1500)));
        assertThat(errors[1].mean()).isCloseTo(0, within(5 * errors[1].standardDeviation() / Math.sqrt(1500)));
        assertThat(errors[3].mean()).isCloseTo(30 / 94.0, within(0.03));
        assertThat(errors[1].variance()).isLessThan(errors[0].variance());
        BinomialAssertion.assertProportion(rejections[0], 1500, 0.025);
        BinomialAssertion.assertProportion(rejections[1], 1500, 0.025);
        assertThat(rejections[2]).isGreaterThan(400);
        // Shrinking the step keeps a little of its bias.
        assertThat(errors[2].mean()).isBetween(-0.02, 0.06);
    }

    @Test
    void binaryEffectsAreLogarithmsOfOddsRatios() {
        Platform platform = new Platform();
        int[][] responses = {{0, 1, 0, 1}, {1, 0, 1, 1}};
        for (int repetition = 0; repetition < 4; repetition++) {
            platform.add(0, repetition % 2);
        }
        for (int i = 0; i < 4; i++) {
            platform.add(1, responses[1][i]);
            platform.add(0, responses[0][i]);
            platform.add(1, responses[1][i]);
        }
        ControlComparison comparison = new ControlComparison(1, Endpoint.BINARY, LEVEL);
        PlatformData data = platform.data();
        // Concurrent: 6 of 8 against 2 of 4; pooled: against 4 of 8.
        assertThat(comparison.concurrentOnly(data).effect()).isCloseTo(Math.log(6 * 2 / (2.0 * 2)), within(1e-8));
        assertThat(comparison.pooled(data).effect()).isCloseTo(Math.log(6 * 4 / (2.0 * 4)), within(1e-8));
        // With controls alone in the first period the step leaves nothing but the second period.
        EffectEstimate adjusted = comparison.adjusted(data, new TimeTrend.Periods());
        assertThat(adjusted.effect()).isCloseTo(comparison.concurrentOnly(data).effect(), within(1e-7));
        assertThat(adjusted.standardError())
                .isCloseTo(comparison.concurrentOnly(data).standardError(), within(1e-7));
    }

    @Test
    void whatCannotBeEstimatedIsRejected() {
        Platform platform = new Platform();
        for (int i = 0; i < 6; i++) {
            platform.add(0, i % 2);
        }
        for (int i = 0; i < 6; i++) {
            platform.add(1, 1);
        }
        PlatformData data = platform.data();
        ControlComparison comparison = new ControlComparison(1, Endpoint.BINARY, LEVEL);
        assertThatThrownBy(() -> comparison.pooled(data)).hasMessageContaining("separate the responses");
        // No concurrent control, and steps that leave none either.
        assertThatThrownBy(() -> comparison.concurrentOnly(data)).hasMessageContaining("depend linearly");
        assertThatThrownBy(() -> comparison.adjusted(data, new TimeTrend.Periods()))
                .hasMessageContaining("depend linearly");
        assertThatThrownBy(() -> comparison.mixed(data)).hasMessageContaining("must be CONTINUOUS");
        assertThatThrownBy(() -> new ControlComparison(3, Endpoint.BINARY, LEVEL).pooled(data))
                .hasMessage("The arm (3) must be an experimental arm with at least one patient.");
        assertThatThrownBy(() -> new ControlComparison(0, Endpoint.BINARY, LEVEL))
                .hasMessage("The arm (0) must be in [1, 1000000].");
        assertThatThrownBy(() -> PlatformData.of(new int[] {0}, new double[] {Double.NaN}, new double[] {1}))
                .hasMessage("The time (NaN) must be finite.");
        assertThatThrownBy(() -> new TimeTrend.Spline(0)).hasMessage("The degree (0) must be in [1, 5].");
    }
}
