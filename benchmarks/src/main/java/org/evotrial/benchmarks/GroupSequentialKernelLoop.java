package org.evotrial.benchmarks;

import java.util.SplittableRandom;
import org.evotrial.statistics.survival.LogRankTest;
import org.evotrial.statistics.survival.StaggeredEntry;
import org.evotrial.statistics.survival.TwoArmRiskTable;

/**
 * The trial of {@link PlainGroupSequentialLoop}, drawn in the same way and tested with the general kernels of the
 * statistics module: what these cost beside code for this trial alone.
 */
final class GroupSequentialKernelLoop {
    private static final int PATIENTS = 350;
    private static final int[] EVENTS = {125, 188, 250};
    private static final double[] CRITICAL = {2.962588, 2.359018, 2.014084};

    private final double controlRate = Math.log(2) / 6;
    private final double experimentalRate;
    private final double dropoutRate = -Math.log(0.95) / 12;
    private final double[] entry = new double[PATIENTS];
    private final double[] time = new double[PATIENTS];
    private final boolean[] event = new boolean[PATIENTS];
    private final int[] group = new int[PATIENTS];
    private final StaggeredEntry entries = new StaggeredEntry(PATIENTS);
    private final TwoArmRiskTable risks = new TwoArmRiskTable(PATIENTS);
    private final LogRankTest test = new LogRankTest(PATIENTS);

    GroupSequentialKernelLoop(double experimentalMedian) {
        experimentalRate = Math.log(2) / experimentalMedian;
    }

    /** Simulates one trial; true if the null hypothesis is rejected. */
    boolean trial(SplittableRandom random) {
        for (int i = 0; i < PATIENTS; i++) {
            entry[i] = (i + 1) * (18.0 / PATIENTS);
            group[i] = i % 2 == 0 ? (random.nextBoolean() ? 1 : 0) : 1 - group[i - 1];
            double progression = -Math.log(1 - random.nextDouble()) / (group[i] == 1 ? experimentalRate : controlRate);
            double dropout = -Math.log(1 - random.nextDouble()) / dropoutRate;
            event[i] = progression <= dropout;
            time[i] = Math.min(progression, dropout);
        }
        entries.prepare(entry, time, event, group, PATIENTS);
        for (int look = 0; look < EVENTS.length; look++) {
            double calendar = entries.calendarTimeOfEvent(EVENTS[look]);
            if (test.compute(entries.at(calendar, risks)).z() >= CRITICAL[look]) {
                return true;
            }
        }
        return false;
    }
}
