package org.evotrial.engine.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.evotrial.engine.SeededAssertions;
import org.evotrial.engine.plan.AllocationPlan;
import org.evotrial.engine.random.StreamSet;
import org.junit.jupiter.api.Test;

class AllocatorTest {
    private static final AllocationPlan TWO_TO_ONE = plan(new int[] {0, 0, 1}, 2 / 3.0, 1 / 3.0);
    private static final AllocationPlan SIMPLE = plan(new int[0], 0.2, 0.3, 0.5);

    private static AllocationPlan plan(int[] block, double... shares) {
        double[] cumulative = shares.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
        cumulative[shares.length - 1] = 1;
        return new AllocationPlan(block, cumulative, shares);
    }

    @Test
    void balancesWithinEveryBlockOfEveryStratum() {
        StreamSet streams = new StreamSet(5, 0, 2);
        Allocator allocator = new Allocator(TWO_TO_ONE, streams, 2);
        streams.replicate(0);
        allocator.begin();
        int[][] counts = new int[2][2];
        for (int i = 0; i < 300; i++) {
            int stratum = i % 5 == 0 ? 1 : 0;
            counts[stratum][allocator.next(stratum)]++;
            int[] own = counts[stratum];
            if ((own[0] + own[1]) % 3 == 0) {
                assertThat(own[0]).isEqualTo(2 * own[1]);
            }
        }
        assertThat(counts[1][0] + counts[1][1]).isEqualTo(60);
    }

    /** Three orders of a block, 3,000 blocks: a share of .33 that is .07 off would be detected with power .999. */
    @Test
    void drawsEveryOrderOfABlockEquallyOften() {
        StreamSet streams = new StreamSet(5, 0, 1);
        Allocator allocator = new Allocator(TWO_TO_ONE, streams, 1);
        long[] place = new long[3];
        for (int replicate = 0; replicate < 1500; replicate++) {
            streams.replicate(replicate);
            allocator.begin();
            for (int i = 0; i < 6; i++) {
                place[i % 3] += allocator.next(0);
            }
        }
        SeededAssertions.assertCounts(place, new double[] {1000, 1000, 1000});
    }

    /** 20,000 patients: a share that is .03 off would be detected with power .999. */
    @Test
    void drawsArmsIndependentlyWithTheirShares() {
        StreamSet streams = new StreamSet(6, 0, 1);
        Allocator allocator = new Allocator(SIMPLE, streams, 1);
        streams.replicate(0);
        allocator.begin();
        int n = 20_000;
        long[] counts = new long[3];
        double[] now = new double[n];
        double[] next = new double[n];
        int arm = allocator.next(0);
        for (int i = 0; i < n; i++) {
            now[i] = arm;
            counts[arm]++;
            arm = allocator.next(0);
            next[i] = arm;
        }
        SeededAssertions.assertCounts(counts, new double[] {.2 * n, .3 * n, .5 * n});
        SeededAssertions.assertUncorrelated(now, next);
    }

    @Test
    void givesAStratumTheSameArmsWhateverHappensInOthers() {
        int[] alone = arms(0);
        int[] beside = arms(7);

        assertThat(beside).containsExactly(alone);
    }

    private static int[] arms(int othersBefore) {
        StreamSet streams = new StreamSet(9, 0, 2);
        Allocator allocator = new Allocator(TWO_TO_ONE, streams, 2);
        streams.replicate(3);
        allocator.begin();
        int[] arms = new int[20];
        for (int i = 0; i < arms.length; i++) {
            for (int other = 0; other < othersBefore; other++) {
                allocator.next(1);
            }
            arms[i] = allocator.next(0);
        }
        return arms;
    }
}
