package org.evotrial.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaggeredEntryTest {
    @ParameterizedTest
    @CsvSource({"1, false, false", "2, true, false", "3, false, true", "4, true, true"})
    void everyLookIsTheLogRankTestOfTheDataCutAtThatTime(long seed, boolean shuffled, boolean rounded) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 200;
        double[] entry = new double[n];
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            entry[i] = shuffled ? 18 * random.nextDouble() : i * 0.09;
            time[i] = -9 * Math.log(1 - random.nextDouble());
            if (rounded) {
                entry[i] = Math.floor(entry[i]);
                time[i] = Math.ceil(time[i]);
            }
            event[i] = random.nextDouble() < 0.8;
            group[i] = random.nextInt(2);
        }
        StaggeredEntry entries = new StaggeredEntry(0).prepare(entry, time, event, group, n);
        LogRankTest look = new LogRankTest(0);
        TwoArmRiskTable table = new TwoArmRiskTable(0);
        for (double cut : new double[] {-1, 0, 1.5, 6, 12, 17, 20, 40, Double.POSITIVE_INFINITY}) {
            double[] sums = cutAndTest(entry, time, event, group, cut);
            look.compute(entries.at(cut, table));
            assertThat(look.observed()).isEqualTo(sums[0]);
            assertThat(look.expected()).isCloseTo(sums[1], Offset.offset(1e-11));
            assertThat(look.variance()).isCloseTo(sums[2], Offset.offset(1e-11));
        }
    }

    @Test
    void theLookAtTheKthEventSeesExactlyKEvents() {
        SplittableRandom random = new SplittableRandom(5);
        int n = 350;
        double[] entry = random.doubles(n, 0, 18).toArray();
        double[] time = random.doubles(n, 0, 30).toArray();
        boolean[] event = new boolean[n];
        Arrays.fill(event, 0, 300, true);
        StaggeredEntry entries = new StaggeredEntry(n).prepare(entry, time, event, new int[n], n);
        assertThat(entries.totalEvents()).isEqualTo(300);
        TwoArmRiskTable table = new TwoArmRiskTable(n);
        for (int k : new int[] {1, 125, 188, 250, 300}) {
            assertThat(entries.at(entries.calendarTimeOfEvent(k), table).totalEvents())
                    .isEqualTo(k);
        }
        assertThat(entries.calendarTimeOfEvent(301)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void countsWhoHasEntered() {
        StaggeredEntry entries = new StaggeredEntry(3)
                .prepare(new double[] {2, 0, 1}, new double[] {1, 1, 1}, new boolean[3], new int[3], 3);
        assertThat(entries.entered(-0.1)).isZero();
        assertThat(entries.entered(1)).isEqualTo(2);
        assertThat(entries.entered(Double.POSITIVE_INFINITY)).isEqualTo(3);
        assertThat(entries.at(5, new TwoArmRiskTable(0)).rows()).isZero();
    }

    @Test
    void aWorkspaceForgetsTheTrialBefore() {
        StaggeredEntry entries = new StaggeredEntry(4);
        double[] zeros = new double[4];
        boolean[] all = {true, true, true, true};
        entries.prepare(zeros, new double[] {4, 3, 2, 1}, all, new int[4], 4);
        assertThat(entries.calendarTimeOfEvent(4)).isEqualTo(4);
        entries.prepare(zeros, new double[] {7, 5}, all, new int[4], 2);
        assertThat(entries.calendarTimeOfEvent(2)).isEqualTo(7);
        assertThat(entries.totalEvents()).isEqualTo(2);
        entries.prepare(zeros, new double[0], all, new int[4], 0);
        assertThat(entries.at(9, new TwoArmRiskTable(0)).rows()).isZero();
    }

    @Test
    void rejectsBadSubjectsAndNamesThem() {
        StaggeredEntry entries = new StaggeredEntry(1);
        boolean[] event = {true};
        assertThatThrownBy(() -> entries.prepare(new double[] {Double.NaN}, new double[] {1}, event, new int[1], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entry (NaN)");
        assertThatThrownBy(() -> entries.prepare(new double[] {0}, new double[] {-1}, event, new int[1], 1))
                .hasMessageContaining("time (-1.0)");
        assertThatThrownBy(() -> entries.prepare(new double[] {0}, new double[] {1}, event, new int[] {3}, 1))
                .hasMessageContaining("group (3)");
        assertThatThrownBy(() -> entries.prepare(new double[] {0}, new double[] {1}, event, new int[1], 2))
                .hasMessageContaining("(2)");
        assertThatThrownBy(() -> entries.calendarTimeOfEvent(0)).hasMessageContaining("(0)");
        assertThatThrownBy(() -> entries.entered(Double.NaN)).hasMessageContaining("NaN");
    }

    private static double[] cutAndTest(double[] entry, double[] time, boolean[] event, int[] group, double cut) {
        int[] entered =
                IntStream.range(0, entry.length).filter(i -> entry[i] <= cut).toArray();
        double[] seenTime = new double[entered.length];
        boolean[] seenEvent = new boolean[entered.length];
        int[] seenGroup = new int[entered.length];
        for (int k = 0; k < entered.length; k++) {
            int i = entered[k];
            boolean ended = entry[i] + time[i] <= cut;
            seenTime[k] = ended ? time[i] : cut - entry[i];
            seenEvent[k] = ended && event[i];
            seenGroup[k] = group[i];
        }
        return PlainLogRank.sums(seenTime, seenEvent, seenGroup);
    }
}
