package org.evotrial.statistics.survival;

import java.util.Arrays;

/** Brings subjects who are sorted by time into strata, each still sorted by time: a stable counting sort. */
final class StratumSplit {
    private double[] times = new double[0];
    private int[] tags = new int[0];
    private int[] end = new int[0];

    /**
     * Splits the first {@code n} subjects.
     *
     * @param sorted by ascending time; the payload has the stratum above {@code shift} bits
     */
    void split(KeyedSort sorted, int n, int strata, int shift) {
        reserve(n, strata);
        double[] keys = sorted.keys();
        int[] payloads = sorted.payloads();
        Arrays.fill(end, 0, strata + 1, 0);
        for (int i = 0; i < n; i++) {
            end[(payloads[i] >> shift) + 1]++;
        }
        for (int s = 0; s < strata; s++) {
            end[s + 1] += end[s];
        }
        for (int i = 0; i < n; i++) {
            int position = end[payloads[i] >> shift]++;
            times[position] = keys[i];
            tags[position] = payloads[i];
        }
    }

    double[] times() {
        return times;
    }

    int[] tags() {
        return tags;
    }

    /** Where a stratum ends, and the next begins. */
    int end(int stratum) {
        return end[stratum];
    }

    private void reserve(int n, int strata) {
        if (times.length < n) {
            times = new double[n];
            tags = new int[n];
        }
        if (end.length < strata + 1) {
            end = new int[strata + 1];
        }
    }
}
