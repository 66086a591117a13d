package org.evotrial.statistics.nonconcurrent;

import java.util.Arrays;

/** Indicators of periods. */
final class Steps {
    private Steps() {}

    /** One column per period but the first. */
    static double[][] of(PlatformData data) {
        int[] periods = periods(data);
        double[][] columns = new double[data.size()][periods.length - 1];
        for (int i = 0; i < data.size(); i++) {
            int index = Arrays.binarySearch(periods, data.period(i));
            if (index > 0) {
                columns[i][index - 1] = 1;
            }
        }
        return columns;
    }

    /** The periods that occur, ascending. */
    static int[] periods(PlatformData data) {
        int[] all = new int[data.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = data.period(i);
        }
        return Arrays.stream(all).distinct().sorted().toArray();
    }
}
