package org.evotrial.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The classical trial of {@code examples/group-sequential} as a statistician would write it in one sitting, for this one
 * trial only: 350 patients, evenly spaced over 18 months, blocks of two, exponential progression, exponential drop-out, log-rank tests at
 * 125, 188 and 250 events. It is the yardstick for the general engine, and shares no code with it.
 */
final class PlainGroupSequentialLoop {
    private static final int PATIENTS = 350;
    private static final double ACCRUAL_MONTHS = 18;
    private static final int[] EVENTS = {125, 188, 250};
    private static final double[] CRITICAL = {2.962588, 2.359018, 2.014084};

    private final double controlRate = Math.log(2) / 6;
    private final double experimentalRate;
    private final double dropoutRate = -Math.log(0.95) / 12;
    private final double[] arrival = new double[PATIENTS];
    private final boolean[] experimental = new boolean[PATIENTS];
    private final double[] progression = new double[PATIENTS];
    private final double[] dropout = new double[PATIENTS];
    private final double[] calendar = new double[PATIENTS];
    private final long[] keys = new long[PATIENTS];
    private int lastLook;

    /** @param experimentalMedian median months to progression in the experimental arm; 6 in the control arm */
    PlainGroupSequentialLoop(double experimentalMedian) {
        experimentalRate = Math.log(2) / experimentalMedian;
    }

    /** Simulates one trial; true if the null hypothesis is rejected. */
    boolean trial(SplittableRandom random) {
        for (int i = 0; i < PATIENTS; i++) {
            arrival[i] = (i + 1) * (ACCRUAL_MONTHS / PATIENTS);
            experimental[i] = i % 2 == 0 ? random.nextBoolean() : !experimental[i - 1];
            double rate = experimental[i] ? experimentalRate : controlRate;
            progression[i] = -Math.log(1 - random.nextDouble()) / rate;
            dropout[i] = -Math.log(1 - random.nextDouble()) / dropoutRate;
            calendar[i] = progression[i] <= dropout[i] ? arrival[i] + progression[i] : Double.POSITIVE_INFINITY;
        }
        double[] sorted = calendar.clone();
        Arrays.sort(sorted);
        for (int look = 0; look < EVENTS.length; look++) {
            lastLook = look;
            if (logRankZ(sorted[EVENTS[look] - 1]) >= CRITICAL[look]) {
                return true;
            }
        }
        return false;
    }

    /** Index of the look at which the last trial ended. */
    int lastLook() {
        return lastLook;
    }

    /** Log-rank z at a cut-off; positive favours the experimental arm. Times are sorted as bits with event and arm below. */
    private double logRankZ(double cutOff) {
        int n = 0;
        int atRiskExperimental = 0;
        for (int i = 0; i < PATIENTS && arrival[i] <= cutOff; i++) {
            double followUp = Math.min(dropout[i], cutOff - arrival[i]);
            boolean event = progression[i] <= followUp;
            double time = event ? progression[i] : followUp;
            keys[n++] = (Double.doubleToRawLongBits(time) & ~3L) | (event ? 0 : 2) | (experimental[i] ? 1 : 0);
            atRiskExperimental += experimental[i] ? 1 : 0;
        }
        Arrays.sort(keys, 0, n);
        double difference = 0;
        double variance = 0;
        for (int i = 0; i < n; i++) {
            int isExperimental = (int) (keys[i] & 1);
            if ((keys[i] & 2) == 0) {
                double share = (double) atRiskExperimental / (n - i);
                difference += share - isExperimental;
                variance += share * (1 - share);
            }
            atRiskExperimental -= isExperimental;
        }
        return difference / Math.sqrt(variance);
    }
}
