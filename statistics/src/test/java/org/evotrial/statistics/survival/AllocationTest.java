package org.evotrial.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.evotrial.statistics.survival.LogRankWeights.FlemingHarrington;
import org.evotrial.statistics.survival.LogRankWeights.ModestlyWeighted;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final int SUBJECTS = 350;

    @Test
    void aWarmWorkspaceTestsWithoutAllocating() {
        SplittableRandom random = new SplittableRandom(1);
        double[] entry = random.doubles(SUBJECTS, 0, 18).toArray();
        double[] time = random.doubles(SUBJECTS, 0, 30).toArray();
        int[] group = random.ints(SUBJECTS, 0, 2).toArray();
        int[] stratum = random.ints(SUBJECTS, 0, 4).toArray();
        boolean[] event = new boolean[SUBJECTS];
        for (int i = 0; i < SUBJECTS; i++) {
            event[i] = i % 3 > 0;
        }
        LogRankTest test = new LogRankTest(SUBJECTS);
        StaggeredEntry entries = new StaggeredEntry(SUBJECTS);
        TwoArmRiskTable risks = new TwoArmRiskTable(SUBJECTS);
        WeightedLogRankTest weighted =
                new WeightedLogRankTest(new FlemingHarrington(0, 1), new ModestlyWeighted(12), LogRankWeights.CONSTANT);
        KaplanMeier curve = new KaplanMeier(SUBJECTS);
        Runnable everything = () -> {
            test.compute(time, event, group, SUBJECTS);
            test.computeStratified(time, event, group, stratum, SUBJECTS);
            entries.prepare(entry, time, event, group, SUBJECTS);
            test.compute(entries.at(entries.calendarTimeOfEvent(150), risks));
            weighted.compute(risks);
            curve.compute(time, event, group, 1, SUBJECTS);
        };
        everything.run();
        long bytes = allocatedBy(() -> {
            for (int i = 0; i < 100; i++) {
                everything.run();
            }
        });
        // One array of 350 bytes per call would be 35,000; reading the counter itself may cost a few.
        assertThat(bytes).isLessThan(1_000);
        assertThat(allocatedBy(() -> new LogRankTest(SUBJECTS).compute(time, event, group, SUBJECTS)))
                .isGreaterThan(1_000);
    }

    private static long allocatedBy(Runnable work) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
