package org.evotrial.statistics.survival;

/**
 * Subjects of two groups, checked and brought into the order of their times, or of their strata and times. A reusable
 * workspace; it allocates only while it grows.
 */
final class TwoArmSubjects {
    /** A tag has the group in bit 0, the event in bit 1, the stratum above. */
    static final int GROUP = 1;

    static final int EVENT = 2;
    private static final int STRATUM_SHIFT = 2;
    private static final int LARGEST_STRATUM = 0xFFFF;

    private final KeyedSort sort = new KeyedSort();
    private final StratumSplit split = new StratumSplit();
    private int[] tags = new int[0];
    private double minimum;
    private double maximum;
    private double sum;

    void reserve(int n) {
        if (tags.length < n) {
            tags = new int[n];
        }
        sort.reserve(n);
    }

    /** Sorts one stratum. */
    void sort(double[] time, boolean[] event, int[] group, int n) {
        check(time, event, group, n);
        for (int i = 0; i < n; i++) {
            tags[i] = group[i] | (event[i] ? EVENT : 0);
        }
        if (n > 0) {
            sort.sort(time, tags, n, minimum, maximum, sum);
        }
    }

    /** Sorts several strata; says how many there are, empty ones included. */
    int sortStratified(double[] time, boolean[] event, int[] group, int[] stratum, int n) {
        check(time, event, group, n);
        SubjectArrays.requireLength("stratum", stratum.length, n);
        int strata = 0;
        for (int i = 0; i < n; i++) {
            int s = stratum[i];
            if (s < 0 || s > LARGEST_STRATUM) {
                throw new IllegalArgumentException(
                        String.format("The stratum (%d) of subject %d must be in [0, %d].", s, i, LARGEST_STRATUM));
            }
            strata = Math.max(strata, s + 1);
            tags[i] = group[i] | (event[i] ? EVENT : 0) | s << STRATUM_SHIFT;
        }
        if (n > 0) {
            sort.sort(time, tags, n, minimum, maximum, sum);
            split.split(sort, n, strata, STRATUM_SHIFT);
        }
        return strata;
    }

    /** Takes subjects whose order is known. */
    void takeOrdered(double[] time, boolean[] event, int[] group, int[] order, int n) {
        SubjectArrays.requireLength("order", order.length, n);
        reserve(n);
        double[] keys = sort.keys();
        int[] payloads = sort.payloads();
        double previous = 0;
        for (int k = 0; k < n; k++) {
            int i = order[k];
            double t = time[i];
            if (!(t >= previous && t < Double.POSITIVE_INFINITY) || (group[i] & ~1) != 0) {
                throw new IllegalArgumentException(String.format(
                        "The time (%s) of subject %d must be finite and at least the one before it (%s), and its group (%d) 0 or 1.",
                        t, i, previous, group[i]));
            }
            previous = t;
            keys[k] = t;
            payloads[k] = group[i] | (event[i] ? EVENT : 0);
        }
    }

    /** Ascending times. */
    double[] times() {
        return sort.keys();
    }

    /** Tags in the order of {@link #times}. */
    int[] tags() {
        return sort.payloads();
    }

    /** Times by stratum, ascending within each. */
    double[] stratifiedTimes() {
        return split.times();
    }

    /** Tags in the order of {@link #stratifiedTimes}. */
    int[] stratifiedTags() {
        return split.tags();
    }

    /** Where a stratum ends, and the next begins. */
    int endOf(int stratum) {
        return split.end(stratum);
    }

    private void check(double[] time, boolean[] event, int[] group, int n) {
        SubjectArrays.requireLength("time", time.length, n);
        SubjectArrays.requireLength("event", event.length, n);
        SubjectArrays.requireLength("group", group.length, n);
        reserve(n);
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double total = 0;
        int strange = 0;
        boolean admissible = true;
        for (int i = 0; i < n; i++) {
            double t = time[i];
            admissible &= t >= 0;
            low = t < low ? t : low;
            high = t > high ? t : high;
            total += t;
            strange |= group[i];
        }
        if (!admissible || high == Double.POSITIVE_INFINITY || (strange & ~1) != 0) {
            throw SubjectArrays.firstProblem(time, group, n);
        }
        minimum = low;
        maximum = high;
        sum = total;
    }
}
