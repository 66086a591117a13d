package org.evotrial.statistics.survival;

/**
 * The log-rank sums written a second time, straight from the definition and quadratic in the subjects: the double
 * programming that the fast kernels are compared with.
 */
final class PlainLogRank {
    private PlainLogRank() {}

    /** {@code {O, E, V}} of group 1, one stratum. */
    static double[] sums(double[] time, boolean[] event, int[] group) {
        double[] sums = new double[3];
        for (int i = 0; i < time.length; i++) {
            if (event[i] && firstEventAt(time, event, i)) {
                double n = 0;
                double n1 = 0;
                double d = 0;
                double d1 = 0;
                for (int j = 0; j < time.length; j++) {
                    if (time[j] >= time[i]) {
                        n++;
                        n1 += group[j];
                    }
                    if (time[j] == time[i] && event[j]) {
                        d++;
                        d1 += group[j];
                    }
                }
                sums[0] += d1;
                sums[1] += d * n1 / n;
                sums[2] += n > 1 ? d * (n1 / n) * (1 - n1 / n) * (n - d) / (n - 1) : 0;
            }
        }
        return sums;
    }

    private static boolean firstEventAt(double[] time, boolean[] event, int i) {
        for (int j = 0; j < i; j++) {
            if (event[j] && time[j] == time[i]) {
                return false;
            }
        }
        return true;
    }
}
