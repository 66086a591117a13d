package org.evotrial.statistics.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evotrial.statistics.proportion.ProportionInterval;
import org.junit.jupiter.api.Test;

class ReplicateNumberTest {
    @Test
    void aCoverageOf95PercentNeeds1900ReplicatesForAnErrorOfHalfAPercent() {
        // Morris et al. 2019, section 5.3: 95 x 5 / 0.5^2 = 1900.
        assertThat(ReplicateNumber.forProportion(0.95, 0.005)).isEqualTo(1900);
        // The same section, worst case 50 %: 50 x 50 / 0.5^2 = 10000.
        assertThat(ReplicateNumber.forProportion(0.5, 0.005)).isEqualTo(10_000);
    }

    @Test
    void aMeanNeedsTheSquareOfTheRatio() {
        // (3 / 0.25)^2 = 144.
        assertThat(ReplicateNumber.forMean(3, 0.25)).isEqualTo(144);
        assertThat(ReplicateNumber.forMean(0, 0.25)).isEqualTo(1);
    }

    @Test
    void theNumberToDecideIsTheFirstWhoseWilsonIntervalLeavesTheBound() {
        // 0.03 against 0.025 at 95 % and 0.88 against 0.9 at 99 %; counts chosen so that the estimate is exact.
        assertDecides(3, 100, 0.025, 0.95);
        assertDecides(22, 25, 0.9, 0.99);
    }

    @Test
    void noNumberDecidesAnEstimateOnItsBound() {
        assertThat(ReplicateNumber.toDecideProportion(0.025, 0.025, 0.95)).isEqualTo(Long.MAX_VALUE);
        assertThat(ReplicateNumber.toDecideMean(1, 1, 2, 0.95)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void rejectsTargetsAndBoundsThatAreNone() {
        assertThatThrownBy(() -> ReplicateNumber.forProportion(0.5, 0)).hasMessageContaining("(0.0)");
        assertThatThrownBy(() -> ReplicateNumber.forMean(-1, 0.1)).hasMessageContaining("(-1.0)");
        assertThatThrownBy(() -> ReplicateNumber.toDecideProportion(0.5, 2.5, 0.95))
                .hasMessageContaining("(2.5)");
        assertThatThrownBy(() -> ReplicateNumber.toDecideProportion(0.5, 0.4, 1))
                .hasMessageContaining("(1.0)");
    }

    private static void assertDecides(long successes, long trials, double bound, double level) {
        long needed = ReplicateNumber.toDecideProportion((double) successes / trials, bound, level);
        long multiple = needed / trials;
        assertThat(multiple).isGreaterThan(1);
        assertThat(ProportionInterval.wilson(multiple * successes, multiple * trials, level)
                        .contains(bound))
                .isTrue();
        assertThat(ProportionInterval.wilson((multiple + 1) * successes, (multiple + 1) * trials, level)
                        .contains(bound))
                .isFalse();
    }

    @Test
    void anEmpiricalStandardErrorNeedsItsRelativePrecision() {
        assertThat(ReplicateNumber.forEmpiricalStandardError(0.01)).isEqualTo(5001);
        assertThat(ReplicateNumber.forEmpiricalStandardError(10)).isEqualTo(2);
    }

    @Test
    void pairedProportionsNeedLessThanIndependentOnes() {
        // Powers .8 and .82 of which .04 of the replicates decide differently: .0396 against .16 + .1476.
        assertThat(ReplicateNumber.forPairedProportions(0.04, 0.02, 0.001)).isEqualTo(39_600);
        assertThat(ReplicateNumber.forProportion(0.8, 0.001) + ReplicateNumber.forProportion(0.82, 0.001))
                .isEqualTo(307_600);
        assertThatThrownBy(() -> ReplicateNumber.forPairedProportions(0.01, 0.02, 0.001))
                .hasMessage("The difference (0.02) must be at most the discordance (0.01) in magnitude.");
    }

    @Test
    void aQuantileNeedsItsDensity() {
        // The median of a uniform distribution: .25 / target^2.
        assertThat(ReplicateNumber.forQuantile(0.5, 1, 0.01)).isEqualTo(2500);
    }

    @Test
    void noEventInSoManyReplicatesShowsABound() {
        // The largest p with (1 - p)^n >= .05: Clopper and Pearson's one-sided limit of 0 in n.
        long n = ReplicateNumber.withoutEvent(0.001, 0.95);
        assertThat(n).isEqualTo(2995);
        assertThat(Math.pow(0.999, n)).isLessThanOrEqualTo(0.05);
        assertThat(Math.pow(0.999, n - 1)).isGreaterThan(0.05);
    }
}
