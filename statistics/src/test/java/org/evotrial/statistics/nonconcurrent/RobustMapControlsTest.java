package org.evotrial.statistics.nonconcurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.bayes.borrowing.NormalMixture;
import org.evotrial.statistics.nonconcurrent.PeriodSummaries.Summary;
import org.junit.jupiter.api.Test;

class RobustMapControlsTest {
    private static final ControlComparison ARM = new ControlComparison(1, Endpoint.CONTINUOUS, 0.95);
    private static final ControlComparison BINARY = new ControlComparison(1, Endpoint.BINARY, 0.95);

    /** Controls in two earlier periods of 20, then arm 1 and controls in turn; {@code shift} moves the concurrent patients. */
    private static PlatformData platform(double shift, boolean binary) {
        UniformRandomProvider random = new SplitMix64(77);
        int[] arms = new int[101];
        double[] times = new double[101];
        double[] responses = new double[101];
        int[] periods = new int[101];
        for (int i = 0; i < 101; i++) {
            arms[i] = i < 40 ? 0 : (i + 1) % 2;
            times[i] = i;
            periods[i] = i < 20 ? 0 : i < 40 ? 1 : 2;
            double response = arms[i] + (i < 40 ? 0 : shift) + StandardNormal.quantile(random.nextDouble());
            responses[i] = binary ? (response > 0.3 ? 1 : 0) : response;
        }
        return PlatformData.of(arms, times, responses).withPeriods(periods);
    }

    /** {@code P(theta, data)} by sums over {@code mu} and {@code tau}, nothing of which is in closed form. */
    private static double[] bruteForce(List<Summary> earlier, double heterogeneity) {
        double sum = 0;
        double first = 0;
        double second = 0;
        for (double tau = 0.0025; tau < 8 * heterogeneity; tau += 0.005) {
            for (double mu = -4; mu < 4; mu += 0.02) {
                double weight = StandardNormal.density(tau / heterogeneity);
                for (Summary period : earlier) {
                    double deviation = Math.sqrt(period.variance() + tau * tau);
                    weight *= StandardNormal.density((period.mean() - mu) / deviation) / deviation;
                }
                sum += weight;
                first += weight * mu;
                second += weight * (mu * mu + tau * tau);
            }
        }
        return new double[] {first / sum, second / sum - first / sum * (first / sum)};
    }

    @Test
    void thePriorIsThePredictiveDistributionOfTheHierarchy() {
        List<Summary> earlier = List.of(new Summary(0.1, 0.04), new Summary(0.6, 0.05), new Summary(0.3, 0.02));
        NormalMixture prior = new RobustMapControls(0.3, 0, 1).prior(earlier);
        double[] expected = bruteForce(earlier, 0.3);
        assertThat(prior.mean()).isCloseTo(expected[0], within(1e-4));
        assertThat(prior.variance()).isCloseTo(expected[1], within(2e-4));
    }

    @Test
    void aVaguePriorLeavesTheConcurrentControls() {
        PlatformData data = platform(0, false);
        EffectEstimate vague = new RobustMapControls(0.5, 1, 1e6).effect(data, ARM);
        EffectEstimate concurrent = ARM.concurrentOnly(data);
        assertThat(vague.effect()).isCloseTo(concurrent.effect(), within(1e-9));
        // The variance is pooled over the earlier periods as well.
        assertThat(vague.standardError() / concurrent.standardError()).isBetween(0.85, 1.15);
        double armShare = 1 / 31.0 + 1 / 30.0;
        assertThat(vague.upperPValue())
                .isCloseTo(StandardNormal.survival(vague.effect() / vague.standardError()), within(1e-12));
        assertThat(vague.standardError() / Math.sqrt(armShare)).isBetween(0.8, 1.2);
    }

    @Test
    void withoutHeterogeneityAllControlsArePooled() {
        PlatformData data = platform(0.4, false);
        EffectEstimate certain = new RobustMapControls(1e-9, 0, 1).effect(data, ARM);
        assertThat(certain.effect()).isCloseTo(ARM.pooled(data).effect(), within(1e-9));
    }

    @Test
    void aConflictIsNoticedByTheRobustPartAlone() {
        PlatformData data = platform(4, false);
        double concurrent = ARM.concurrentOnly(data).effect();
        double robust = new RobustMapControls(0.1, 0.1, 5).effect(data, ARM).effect();
        double plain = new RobustMapControls(0.1, 0, 1).effect(data, ARM).effect();
        assertThat(plain - concurrent).isGreaterThan(0.2);
        assertThat(Math.abs(robust - concurrent)).isLessThan(0.05);
    }

    @Test
    void agreementMakesTheEffectMorePrecise() {
        PlatformData data = platform(0, false);
        assertThat(new RobustMapControls(0.1, 0.1, 1).effect(data, ARM).standardError())
                .isLessThan(0.95 * ARM.concurrentOnly(data).standardError());
    }

    @Test
    void binaryControlsAreLogOdds() {
        PlatformData data = platform(0, true);
        EffectEstimate vague = new RobustMapControls(0.5, 1, 1e6).effect(data, BINARY);
        assertThat(vague.effect()).isCloseTo(BINARY.concurrentOnly(data).effect(), within(0.15));
        EffectEstimate map = new RobustMapControls(0.1, 0, 2).effect(data, BINARY);
        assertThat(map.standardError()).isLessThan(vague.standardError());
        assertThatThrownBy(() -> new RobustMapControls(0.5, 0.1, 2).effect(platform(0, false), BINARY))
                .hasMessageEndingWith("must be 0 or 1.");
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        assertThatThrownBy(() -> new RobustMapControls(0, 0.1, 1))
                .hasMessage("The heterogeneity (0.0) must be positive and finite.");
        assertThatThrownBy(() -> new RobustMapControls(1, 1.1, 1))
                .hasMessage("The robustWeight (1.1) must be in [0, 1].");
        PlatformData noEarlier = PlatformData.of(
                new int[] {1, 0, 1, 0, 1}, new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, 1.5, 2.5, 3});
        assertThatThrownBy(() -> new RobustMapControls(1, 0.1, 1).effect(noEarlier, ARM))
                .hasMessageStartingWith("The number of periods with earlier controls (0) must be in [1, ");
        PlatformData noConcurrent = PlatformData.of(
                new int[] {0, 0, 1, 1, 1}, new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, 1.5, 2.5, 3});
        assertThatThrownBy(() -> new RobustMapControls(1, 0.1, 1).effect(noConcurrent, ARM))
                .hasMessageStartingWith("The number of concurrent controls (0) must be in [1, ");
    }
}
