package org.evotrial.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogRankTestTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-10);

    /** Shapes of follow-up times that strain the sort or the ties. */
    enum Times {
        EXPONENTIAL,
        UNIFORM,
        EVERY_SIX_WEEKS,
        ONE_FAR_OUTLIER,
        HUGE_RANGE,
        CLUSTERED
    }

    @ParameterizedTest
    @EnumSource(Times.class)
    void agreesWithThePlainDefinition(Times times) {
        SplittableRandom random = new SplittableRandom(1);
        LogRankTest test = new LogRankTest(0);
        for (int n : new int[] {1, 2, 3, 10, 57, 350}) {
            Sample sample = new Sample(n, times, random);
            double[] sums = PlainLogRank.sums(sample.time, sample.event, sample.group);
            double[] before = sample.time.clone();
            test.compute(sample.time, sample.event, sample.group, n);
            assertSums(test, sums);
            assertThat(sample.time).isEqualTo(before);
            test.computeOrdered(sample.time, sample.event, sample.group, sample.order(), n);
            assertSums(test, sums);
        }
    }

    @ParameterizedTest
    @EnumSource(Times.class)
    void strataAreTestedWithinThemselvesAndSummed(Times times) {
        SplittableRandom random = new SplittableRandom(2);
        Sample sample = new Sample(200, times, random);
        int[] stratum = random.ints(200, 0, 5).map(s -> s == 3 ? 7 : s).toArray();
        double[] sums = new double[3];
        for (int s = 0; s <= 7; s++) {
            int wanted = s;
            int[] members =
                    IntStream.range(0, 200).filter(i -> stratum[i] == wanted).toArray();
            double[] part = PlainLogRank.sums(
                    Arrays.stream(members).mapToDouble(i -> sample.time[i]).toArray(),
                    sample.events(members),
                    Arrays.stream(members).map(i -> sample.group[i]).toArray());
            Arrays.setAll(sums, k -> sums[k] + part[k]);
        }
        assertSums(new LogRankTest(3).computeStratified(sample.time, sample.event, sample.group, stratum, 200), sums);
    }

    @Test
    void onlyTheFirstSubjectsCount() {
        Sample sample = new Sample(100, Times.EVERY_SIX_WEEKS, new SplittableRandom(3));
        double[] sums = PlainLogRank.sums(
                Arrays.copyOf(sample.time, 60), Arrays.copyOf(sample.event, 60), Arrays.copyOf(sample.group, 60));
        assertSums(new LogRankTest(100).compute(sample.time, sample.event, sample.group, 60), sums);
    }

    @Test
    void positiveZFavoursTheExperimentalGroup() {
        double[] time = {1, 2, 3, 10, 11, 12};
        boolean[] event = {true, true, true, true, true, true};
        LogRankTest test = new LogRankTest(6).compute(time, event, new int[] {0, 0, 0, 1, 1, 1}, 6);
        assertThat(test.z()).isPositive();
        assertThat(test.oneSidedPValue()).isLessThan(0.05);
        assertThat(test.petoLogHazardRatio()).isNegative();
        assertThat(test.pikeHazardRatio()).isLessThan(1);
        assertThat(test.compute(time, event, new int[] {1, 1, 1, 0, 0, 0}, 6).z())
                .isNegative();
    }

    @Test
    void hazardRatiosAreThoseOfTheirFormulas() {
        // Four subjects, worked by hand: event of a control at 1 (n 4, n1 2), of an experimental at 2 (n 3, n1 2),
        // of a control at 3 (n 2, n1 1): O = 1, E = 1/2 + 2/3 + 1/2 = 5/3, V = 1/4 + 2/9 + 1/4 = 13/18.
        double[] time = {1, 2, 3, 4};
        boolean[] event = {true, true, true, false};
        LogRankTest test = new LogRankTest(4).compute(time, event, new int[] {0, 1, 0, 1}, 4);
        assertSums(test, new double[] {1, 5 / 3.0, 13 / 18.0});
        assertThat(test.petoLogHazardRatio()).isCloseTo(-12 / 13.0, ROUNDING);
        assertThat(test.petoStandardError()).isCloseTo(Math.sqrt(18 / 13.0), ROUNDING);
        assertThat(test.pikeHazardRatio()).isCloseTo(1 / (5 / 3.0) * (4 / 3.0) / 2, ROUNDING);
        assertThat(Math.sqrt(
                        test.petoInterval(0.9).lower() * test.petoInterval(0.9).upper()))
                .isCloseTo(Math.exp(-12 / 13.0), ROUNDING);
    }

    @Test
    void withoutInformationZIsZeroAndTheHazardRatioUnbounded() {
        LogRankTest test = new LogRankTest(4);
        double[] time = {1, 2, 3, 4};
        boolean[] all = {true, true, true, true};
        int[] both = {0, 1, 0, 1};
        assertUninformative(test.compute(time, new boolean[4], both, 4));
        assertUninformative(test.compute(time, all, new int[] {1, 1, 1, 1}, 4));
        assertUninformative(test.compute(time, all, new int[4], 4));
        assertUninformative(test.compute(new double[] {5, 5, 5, 5}, all, both, 4));
        assertUninformative(test.compute(time, all, both, 0));
    }

    @Test
    void rejectsBadSubjectsAndNamesThem() {
        LogRankTest test = new LogRankTest(2);
        boolean[] event = {true, true};
        int[] group = {0, 1};
        assertThatThrownBy(() -> test.compute(new double[] {1, -2}, event, group, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The time (-2.0) of subject 1 must be finite and not negative.");
        assertThatThrownBy(() -> test.compute(new double[] {Double.NaN, 2}, event, group, 2))
                .hasMessageContaining("time (NaN) of subject 0");
        assertThatThrownBy(() -> test.compute(new double[] {1, Double.POSITIVE_INFINITY}, event, group, 2))
                .hasMessageContaining("(Infinity)");
        assertThatThrownBy(() -> test.compute(new double[] {1, 2}, event, new int[] {0, 2}, 2))
                .hasMessageContaining("group (2) of subject 1 must be 0 (control) or 1");
        assertThatThrownBy(() -> test.compute(new double[] {1, 2}, event, group, 3))
                .hasMessageContaining("(3)");
        assertThatThrownBy(() -> test.compute(new double[] {1, 2}, event, group, -1))
                .hasMessageContaining("(-1)");
        assertThatThrownBy(() -> test.computeOrdered(new double[] {1, 2}, event, group, new int[] {1, 0}, 2))
                .hasMessageContaining("at least the one before it (2.0)");
        assertThatThrownBy(() -> test.computeStratified(new double[] {1, 2}, event, group, new int[] {0, -1}, 2))
                .hasMessageContaining("stratum (-1) of subject 1");
        assertThatThrownBy(() -> new LogRankTest(-1)).hasMessageContaining("(-1)");
    }

    private static void assertUninformative(LogRankTest test) {
        assertThat(test.informative()).isFalse();
        assertThat(test.z()).isZero();
        assertThat(test.oneSidedPValue()).isEqualTo(0.5);
        assertThat(test.petoLogHazardRatio()).isNaN();
        assertThat(test.pikeHazardRatio()).isNaN();
        assertThat(test.petoInterval(0.95).lower()).isZero();
        assertThat(test.petoInterval(0.95).upper()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static void assertSums(LogRankTest test, double[] sums) {
        assertThat(test.observed()).isEqualTo(sums[0]);
        assertThat(test.expected()).isCloseTo(sums[1], ROUNDING);
        assertThat(test.variance()).isCloseTo(sums[2], ROUNDING);
    }

    /** Random subjects with times of a given shape. */
    private static final class Sample {
        private final double[] time;
        private final boolean[] event;
        private final int[] group;

        Sample(int n, Times times, SplittableRandom random) {
            time = new double[n];
            event = new boolean[n];
            group = new int[n];
            for (int i = 0; i < n; i++) {
                time[i] = draw(times, i, random);
                event[i] = random.nextDouble() < 0.7;
                group[i] = random.nextInt(2);
            }
        }

        int[] order() {
            return IntStream.range(0, time.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> time[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        boolean[] events(int[] members) {
            boolean[] events = new boolean[members.length];
            for (int k = 0; k < events.length; k++) {
                events[k] = event[members[k]];
            }
            return events;
        }

        private static double draw(Times times, int i, SplittableRandom random) {
            double u = 1 - random.nextDouble();
            return switch (times) {
                case EXPONENTIAL -> -10 * Math.log(u);
                case UNIFORM -> 20 * u;
                case EVERY_SIX_WEEKS -> 6 * Math.ceil(-3 * Math.log(u));
                case ONE_FAR_OUTLIER -> i == 0 ? 1e300 : u;
                case HUGE_RANGE -> Math.pow(10, 600 * u - 300);
                case CLUSTERED -> (i % 2 == 0 ? 0 : 1e6) + 1e-9 * u;
            };
        }
    }
}
