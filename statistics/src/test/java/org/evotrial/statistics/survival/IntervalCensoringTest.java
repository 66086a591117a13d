package org.evotrial.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class IntervalCensoringTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Offset<Double> NEAR = Offset.offset(1e-6);

    @Test
    void theMaximumOfATwoIntervalLikelihoodIsExact() {
        // p^2 (1 - p) (p + 1 - p): p = 2/3 in (0, 1], 1/3 in (1, 2].
        TurnbullEstimate estimate = TurnbullEstimate.of(new double[] {0, 0, 1, 0}, new double[] {1, 1, 2, 2});
        assertThat(estimate.masses()).hasSize(2);
        assertThat(estimate.masses().get(0).probability()).isCloseTo(2.0 / 3, NEAR);
        assertThat(estimate.lowerSurvival(1)).isCloseTo(1.0 / 3, NEAR);
        assertThat(estimate.upperSurvival(1)).isCloseTo(1.0 / 3, NEAR);
        assertThat(estimate.lowerSurvival(0.5)).isCloseTo(1.0 / 3, NEAR);
        assertThat(estimate.upperSurvival(0.5)).isEqualTo(1);
        assertThat(estimate.gap()).isLessThan(1e-6);
    }

    @Test
    void exactAndRightCensoredTimesGiveKaplanMeier() {
        SplittableRandom random = new SplittableRandom(3);
        int n = 80;
        double[] left = new double[n];
        double[] right = new double[n];
        boolean[] event = new boolean[n];
        for (int i = 0; i < n; i++) {
            left[i] = 1 + random.nextInt(20);
            event[i] = random.nextInt(3) > 0;
            right[i] = event[i] ? left[i] : NEVER;
        }
        TurnbullEstimate estimate = TurnbullEstimate.of(left, right);
        KaplanMeier curve = KaplanMeier.of(left, event);
        for (double t : new double[] {1, 4, 9.5, 13, 17}) {
            assertThat(estimate.lowerSurvival(t)).isCloseTo(curve.survival(t), Offset.offset(1e-4));
        }
    }

    @Test
    void theGradientHoldsAtTheEstimate() {
        // A distribution is the maximum if no interval has a mean of 1 / P_i above 1; here at random visits.
        SplittableRandom random = new SplittableRandom(8);
        int n = 150;
        double[] left = new double[n];
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            double event = -10 * Math.log(1 - random.nextDouble());
            double visit = 0;
            double next = 0;
            while (next < event && next < 24) {
                visit = next;
                next += 1 + 3 * random.nextDouble();
            }
            left[i] = visit;
            right[i] = event <= next ? next : NEVER;
        }
        TurnbullEstimate estimate = TurnbullEstimate.of(left, right);
        double total = 0;
        for (TurnbullEstimate.Mass mass : estimate.masses()) {
            double gradient = 0;
            for (int i = 0; i < n; i++) {
                if (mass.left() >= left[i] && mass.right() <= right[i]) {
                    gradient += 1 / probability(estimate, left[i], right[i]) / n;
                }
            }
            total += mass.probability();
            assertThat(gradient).isLessThan(1 + 1e-8);
            assertThat(mass.probability() * (1 - gradient)).isCloseTo(0, Offset.offset(1e-6));
        }
        assertThat(total).isCloseTo(1, Offset.offset(1e-12));
    }

    @Test
    void theThreeTestsPlaceEventsApart() {
        double[] left = {0, 2, 4, 6};
        double[] right = {2, 4, NEVER, 8};
        int[] group = {0, 1, 0, 1};
        boolean[] event = {true, true, false, true};
        assertThat(IntervalCensoring.RIGHT.test(left, right, group).z())
                .isEqualTo(new LogRankTest(4)
                        .compute(new double[] {2, 4, 4, 8}, event, group, 4)
                        .z());
        assertThat(IntervalCensoring.MIDDLE.test(left, right, group).z())
                .isEqualTo(new LogRankTest(4)
                        .compute(new double[] {1, 3, 4, 7}, event, group, 4)
                        .z());
        assertThat(IntervalCensoring.LEFT.test(left, right, group).z())
                .isEqualTo(new LogRankTest(4)
                        .compute(new double[] {0, 2, 4, 6}, event, group, 4)
                        .z());
    }

    @Test
    void allCensoredKeepsAllMassBeyondTheLastVisit() {
        TurnbullEstimate estimate = TurnbullEstimate.of(new double[] {3, 5}, new double[] {NEVER, NEVER});
        assertThat(estimate.masses()).containsExactly(new TurnbullEstimate.Mass(5, NEVER, 1));
        assertThat(estimate.lowerSurvival(5)).isEqualTo(1);
        assertThat(IntervalCensoring.RIGHT
                        .test(new double[] {3, 5}, new double[] {NEVER, NEVER}, new int[] {0, 1})
                        .informative())
                .isFalse();
    }

    @Test
    void rejectsBadArguments() {
        assertThatThrownBy(() -> TurnbullEstimate.of(new double[0], new double[0]))
                .hasMessageContaining("number of subjects (0)");
        assertThatThrownBy(() -> TurnbullEstimate.of(new double[] {3}, new double[] {2}))
                .hasMessageContaining("right end (2.0)");
        assertThatThrownBy(() -> TurnbullEstimate.of(new double[] {-3}, new double[] {2}))
                .hasMessageContaining("left end (-3.0)");
        assertThatThrownBy(() -> TurnbullEstimate.of(new double[] {3}, new double[2]))
                .hasMessageContaining("right ends (2)");
    }

    private static double probability(TurnbullEstimate estimate, double left, double right) {
        return estimate.masses().stream()
                .filter(mass -> mass.left() >= left && mass.right() <= right)
                .mapToDouble(TurnbullEstimate.Mass::probability)
                .sum();
    }
}
