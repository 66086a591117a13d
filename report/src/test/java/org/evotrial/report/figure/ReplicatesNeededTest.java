package org.evotrial.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.evotrial.model.result.Estimate;
import org.junit.jupiter.api.Test;

class ReplicatesNeededTest {
    /** z^2 s^2 / d^2, the sample size at which the normal interval of a mean ends at the value. */
    @Test
    void agreesWithTheSampleSizeOfANormalInterval() {
        double s = 3.7;
        double half = 1.959963984540054 * s / Math.sqrt(400);
        long expected = (long) Math.ceil(1.959963984540054 * 1.959963984540054 * s * s / (0.1 * 0.1));
        assertThat(ReplicatesNeeded.toExclude(estimate(400, 5.1, 5.1 - half, 5.1 + half), 5))
                .isBetween(expected, expected + 1);
    }

    @Test
    void usesTheSideOfTheIntervalWhereTheValueLies() {
        Estimate skewed = estimate(100, 0.1, 0.05, 0.3);
        assertThat(ReplicatesNeeded.toExclude(skewed, 0.2)).isEqualTo(400);
        assertThat(ReplicatesNeeded.toExclude(skewed, 0.075)).isBetween(400L, 401L);
    }

    @Test
    void nothingDecidesWhereTheEstimateIsTheValue() {
        assertThat(ReplicatesNeeded.toExclude(estimate(100, 0.1, 0.05, 0.3), 0.1))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(ReplicatesNeeded.sentence(Long.MAX_VALUE, 100)).contains("no number of replicates");
        assertThat(ReplicatesNeeded.toExclude(estimate(1, 0.1, Double.NaN, Double.NaN), 0.2))
                .isZero();
        assertThat(ReplicatesNeeded.sentence(0, 1)).isEqualTo("More replicates are needed to decide.");
    }

    @Test
    void roundsUpwardsToTwoDigits() {
        assertThat(ReplicatesNeeded.sentence(225, 60)).contains("About 230 replicates");
        assertThat(ReplicatesNeeded.sentence(381_842, 60)).contains("About 390,000 replicates");
        assertThat(ReplicatesNeeded.sentence(99, 60)).contains("About 99 replicates");
        assertThat(ReplicatesNeeded.sentence(50, 60)).contains("A few more than the 60");
    }

    private static Estimate estimate(long n, double value, double lower, double upper) {
        return new Estimate(
                "m", "mean", "", null, null, null, null, null, null, n, value, (upper - lower) / 4, lower, upper);
    }
}
