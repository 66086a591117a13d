package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evotrial.cli.Comparison.Difference;
import org.evotrial.model.result.Estimate;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    /** sqrt(0.3^2 + 0.4^2) = 0.5. */
    @Test
    void errorsOfIndependentRunsAddAsSquares() {
        Difference difference = new Difference("base", mean(10, 0.3), mean(11, 0.4));

        assertThat(difference.standardError()).isCloseTo(0.5, within(1e-15));
        assertThat(difference.z()).isCloseTo(2, within(1e-12));
    }

    /** Pooled p = 1/2: sqrt(1/4 (1/3 + 1/3)) = 0.408248, z = 2.449490. */
    @Test
    void probabilitiesOf0And1AreComparedByThePooledProportion() {
        Difference difference = new Difference("base", probability(3, 0), probability(3, 1));

        assertThat(difference.z()).isCloseTo(2.449490, within(1e-6));
    }

    @Test
    void equalEstimatesWithoutErrorDoNotDiffer() {
        assertThat(new Difference("base", mean(3, 0), mean(3, 0)).z()).isZero();
        assertThat(new Difference("base", probability(9, 0), probability(50, 0)).z())
                .isZero();
    }

    private static Estimate mean(double value, double mcse) {
        return estimate("mean", 100, value, mcse);
    }

    private static Estimate probability(long n, double value) {
        return estimate("probability", n, value, Math.sqrt(value * (1 - value) / n));
    }

    private static Estimate estimate(String statistic, long n, double value, double mcse) {
        return new Estimate("m", statistic, "", null, null, null, null, null, null, n, value, mcse, value, value);
    }
}
