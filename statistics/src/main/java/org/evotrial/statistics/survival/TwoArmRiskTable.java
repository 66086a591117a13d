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
    private final TwoArmSubjects subjects = new TwoArmSubjects();
    private double[] times = new double[1];
    private int[] stratumOfRow = new int[1];
    private int[] atRisk = new int[1];
    private int[] atRiskExperimental = new int[1];
    private int[] events = new int[1];
    private int[] eventsExperimental = new int[1];
    private int rows;
    private int openStratum;
    private int totalEvents;

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
        subjects.reserve(capacity);
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
        clear();
        subjects.sort(time, event, group, n);
        reserve(n);
        appendStratum(subjects.times(), subjects.tags(), 0, n);
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
        clear();
        int strata = subjects.sortStratified(time, event, group, stratum, n);
        reserve(n);
        int from = 0;
        for (int s = 0; s < strata; s++) {
            openStratum = s;
            appendStratum(subjects.stratifiedTimes(), subjects.stratifiedTags(), from, subjects.endOf(s));
            from = subjects.endOf(s);
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
        clear();
        subjects.takeOrdered(time, event, group, order, n);
        reserve(n);
        appendStratum(subjects.times(), subjects.tags(), 0, n);
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
        if (times.length <= n) {
            times = new double[n + 1];
            stratumOfRow = new int[n + 1];
            atRisk = new int[n + 1];
            atRiskExperimental = new int[n + 1];
            events = new int[n + 1];
            eventsExperimental = new int[n + 1];
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

    private void appendStratum(double[] time, int[] tag, int from, int to) {
        int riskSetExperimental = 0;
        for (int i = from; i < to; i++) {
            riskSetExperimental += tag[i] & TwoArmSubjects.GROUP;
        }
        int i = from;
        while (i < to) {
            double t = time[i];
            int first = i;
            int deaths = 0;
            int deathsExperimental = 0;
            int leaving = 0;
            do {
                int g = tag[i] & TwoArmSubjects.GROUP;
                int d = (tag[i] & TwoArmSubjects.EVENT) >> 1;
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
