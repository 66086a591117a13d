package org.evotrial.statistics.survival;

/**
 * The risk sets of two groups at each distinct event time: all that log-rank tests and Cox regression of two arms need.
 * A reusable workspace, not thread-safe; it allocates only while it grows.
 *
 * <p>Group 0 is the control, group 1 the experimental group. A row is one distinct event time of one stratum, ascending
 * within the stratum: subjects at risk and events, in total and in group 1. A subject censored at an event time is at
 * risk at that time (events come before censorings). Times are compared as they are: two times are tied only if they
 * are the same double.
 */
public final class TwoArmRiskTable {
    /** The payload of a subject: group in bit 0, event in bit 1, stratum above. */
    static final int GROUP = 1;

    private static final int EVENT = 2;
    private static final int STRATUM_SHIFT = 2;
    private static final int LARGEST_STRATUM = 0xFFFF;

    private final KeyedSort sort = new KeyedSort();
    private final StratumSplit split = new StratumSplit();
    private int[] tags = new int[0];
    private double[] times = new double[1];
    private int[] stratumOfRow = new int[1];
    private int[] atRisk = new int[1];
    private int[] atRiskExperimental = new int[1];
    private int[] events = new int[1];
    private int[] eventsExperimental = new int[1];
    private int rows;
    private int openStratum;
    private int totalEvents;
    private double minimum;
    private double maximum;
    private double sum;

    /**
     * An empty table.
     *
     * @param capacity subjects for which room is made at once; it grows when needed
     * @throws IllegalArgumentException if the capacity is negative
     */
    public TwoArmRiskTable(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException(String.format("The capacity (%d) must be zero or positive.", capacity));
        }
        reserve(capacity);
    }

    /**
     * Fills the table with one stratum.
     *
     * @param time follow-up times, finite and not negative; not modified
     * @param event whether the follow-up ended with an event (otherwise censored)
     * @param group 0 control, 1 experimental
     * @param n subjects: the first {@code n} elements count; 0 gives an empty table
     * @return this
     * @throws IllegalArgumentException if an array is shorter than {@code n}, a time is negative or not finite, or a
     *     group is neither 0 nor 1
     */
    public TwoArmRiskTable fill(double[] time, boolean[] event, int[] group, int n) {
        start(time, event, group, n);
        for (int i = 0; i < n; i++) {
            tags[i] = group[i] | (event[i] ? EVENT : 0);
        }
        if (n > 0) {
            sort.sort(time, tags, n, minimum, maximum, sum);
            appendStratum(sort.keys(), sort.payloads(), 0, n);
        }
        return this;
    }

    /**
     * Fills the table with several strata: risk sets are formed within a stratum.
     *
     * @param time follow-up times, finite and not negative; not modified
     * @param event whether the follow-up ended with an event
     * @param group 0 control, 1 experimental
     * @param stratum stratum of each subject, 0 to 65535
     * @param n subjects
     * @return this
     * @throws IllegalArgumentException as {@link #fill}, or if a stratum is outside [0, 65535]
     */
    public TwoArmRiskTable fillStratified(double[] time, boolean[] event, int[] group, int[] stratum, int n) {
        start(time, event, group, n);
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
            splitByStratum(n, strata);
        }
        return this;
    }

    /**
     * Fills the table with one stratum whose order is known.
     *
     * @param time follow-up times, finite and not negative
     * @param event whether the follow-up ended with an event
     * @param group 0 control, 1 experimental
     * @param order indices of the subjects by ascending time, ties in any order; only these subjects count
     * @param n length of {@code order} that counts
     * @return this
     * @throws IllegalArgumentException if the times do not ascend in this order, or as {@link #fill}
     */
    public TwoArmRiskTable fillOrdered(double[] time, boolean[] event, int[] group, int[] order, int n) {
        SubjectArrays.requireLength("order", order.length, n);
        reserve(n);
        clear();
        sort.reserve(n);
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
        appendStratum(keys, payloads, 0, n);
        return this;
    }

    /**
     * Rows: distinct event times, summed over strata.
     *
     * @return number of rows
     */
    public int rows() {
        return rows;
    }

    /**
     * Events of both groups.
     *
     * @return number of events
     */
    public int totalEvents() {
        return totalEvents;
    }

    /**
     * The event time of a row; ascending within a stratum.
     *
     * @param row in [0, {@link #rows()})
     * @return time
     */
    public double time(int row) {
        return times[row];
    }

    /**
     * The stratum of a row; strata follow each other in ascending order.
     *
     * @param row in [0, {@link #rows()})
     * @return stratum, 0 where there is only one
     */
    public int stratum(int row) {
        return stratumOfRow[row];
    }

    /**
     * Subjects at risk just before the event time of a row.
     *
     * @param row in [0, {@link #rows()})
     * @return number at risk in both groups
     */
    public int atRisk(int row) {
        return atRisk[row];
    }

    /**
     * Experimental subjects at risk just before the event time of a row.
     *
     * @param row in [0, {@link #rows()})
     * @return number at risk in group 1
     */
    public int atRiskExperimental(int row) {
        return atRiskExperimental[row];
    }

    /**
     * Events at the event time of a row.
     *
     * @param row in [0, {@link #rows()})
     * @return number of events in both groups
     */
    public int events(int row) {
        return events[row];
    }

    /**
     * Experimental events at the event time of a row.
     *
     * @param row in [0, {@link #rows()})
     * @return number of events in group 1
     */
    public int eventsExperimental(int row) {
        return eventsExperimental[row];
    }

    void reserve(int n) {
        if (tags.length < n) {
            tags = new int[n];
            times = new double[n + 1];
            stratumOfRow = new int[n + 1];
            atRisk = new int[n + 1];
            atRiskExperimental = new int[n + 1];
            events = new int[n + 1];
            eventsExperimental = new int[n + 1];
            sort.reserve(n);
        }
    }

    void clear() {
        rows = 0;
        openStratum = 0;
        totalEvents = 0;
    }

    /** Adds a row, or nothing without deaths: it is then overwritten by the next, which saves a branch. */
    void append(double time, int riskSet, int riskSetExperimental, int deaths, int deathsExperimental) {
        int row = rows;
        times[row] = time;
        stratumOfRow[row] = openStratum;
        atRisk[row] = riskSet;
        atRiskExperimental[row] = riskSetExperimental;
        events[row] = deaths;
        eventsExperimental[row] = deathsExperimental;
        rows = row + (-deaths >>> 31);
        totalEvents += deaths;
    }

    private void start(double[] time, boolean[] event, int[] group, int n) {
        SubjectArrays.requireLength("time", time.length, n);
        SubjectArrays.requireLength("event", event.length, n);
        SubjectArrays.requireLength("group", group.length, n);
        reserve(n);
        clear();
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

    private void splitByStratum(int n, int strata) {
        split.split(sort, n, strata, STRATUM_SHIFT);
        int from = 0;
        for (int s = 0; s < strata; s++) {
            openStratum = s;
            appendStratum(split.times(), split.tags(), from, split.end(s));
            from = split.end(s);
        }
    }

    private void appendStratum(double[] time, int[] tag, int from, int to) {
        int riskSetExperimental = 0;
        for (int i = from; i < to; i++) {
            riskSetExperimental += tag[i] & GROUP;
        }
        int i = from;
        while (i < to) {
            double t = time[i];
            int first = i;
            int deaths = 0;
            int deathsExperimental = 0;
            int leaving = 0;
            do {
                int g = tag[i] & GROUP;
                int d = (tag[i] & EVENT) >> 1;
                deaths += d;
                deathsExperimental += d & g;
                leaving += g;
                i++;
            } while (i < to && time[i] == t);
            append(t, to - first, riskSetExperimental, deaths, deathsExperimental);
            riskSetExperimental -= leaving;
        }
    }
}
