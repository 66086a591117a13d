package org.evotrial.statistics.survival;

import org.evotrial.statistics.Admissible;

/**
 * Subjects who enter one after the other, looked at several times: sorted once, each look is then one linear pass. A
 * reusable workspace, not thread-safe; it allocates only while it grows.
 *
 * <p>A subject enters at calendar time {@code entry} and is followed for {@code time}, which ends with an event or with
 * a loss to follow-up. A look at calendar time {@code c} sees the subjects with {@code entry <= c}; follow-up that ends
 * by then ({@code entry + time <= c}) as it ended, the rest censored at {@code c - entry}.
 */
public final class StaggeredEntry {
    private final KeyedSort byTime = new KeyedSort();
    private final KeyedSort byEntry = new KeyedSort();
    private final KeyedSort byEventDate = new KeyedSort();
    private int[] tags = new int[0];
    private double[] endOfTime = new double[0];
    private double[] endOfEntry = new double[0];
    private double[] eventDates = new double[0];
    private int subjects;
    private int events;
    private boolean eventsSorted;

    /**
     * A workspace.
     *
     * @param capacity subjects for which room is made at once; it grows when needed
     * @throws IllegalArgumentException if the capacity is negative
     */
    public StaggeredEntry(int capacity) {
        Admissible.inRange("capacity", capacity, 0, Integer.MAX_VALUE);
        reserve(capacity);
    }

    /**
     * Takes the subjects of one stratum and sorts them.
     *
     * @param entry calendar time of entry, finite; any order (ascending is fastest); not modified
     * @param time follow-up from entry to event or loss, finite and not negative; not modified
     * @param event whether the follow-up ends with an event
     * @param group 0 control, 1 experimental
     * @param n subjects
     * @return this
     * @throws IllegalArgumentException if an array is shorter than {@code n}, an entry or time is not admissible, or a
     *     group is neither 0 nor 1
     */
    public StaggeredEntry prepare(double[] entry, double[] time, boolean[] event, int[] group, int n) {
        TwoArmRiskTable.requireLength("entry", entry.length, n);
        TwoArmRiskTable.requireLength("time", time.length, n);
        TwoArmRiskTable.requireLength("event", event.length, n);
        TwoArmRiskTable.requireLength("group", group.length, n);
        reserve(n);
        subjects = n;
        events = 0;
        eventsSorted = false;
        double firstEntry = Double.POSITIVE_INFINITY;
        double lastEntry = Double.NEGATIVE_INFINITY;
        double shortest = Double.POSITIVE_INFINITY;
        double longest = 0;
        for (int i = 0; i < n; i++) {
            double a = entry[i];
            double t = time[i];
            if (!(t >= 0 && t < Double.POSITIVE_INFINITY && Math.abs(a) < Double.POSITIVE_INFINITY)
                    || (group[i] & ~1) != 0) {
                throw new IllegalArgumentException(String.format(
                        "Subject %d: the time (%s) must be finite and not negative, the entry (%s) finite, the group (%d) 0 or 1.",
                        i, t, a, group[i]));
            }
            firstEntry = Math.min(firstEntry, a);
            lastEntry = Math.max(lastEntry, a);
            shortest = Math.min(shortest, t);
            longest = Math.max(longest, t);
            tags[i] = i << 2 | (event[i] ? 2 : 0) | group[i];
        }
        if (n > 0) {
            byTime.sort(time, tags, n, shortest, longest);
            byEntry.sort(entry, tags, n, firstEntry, lastEntry);
        }
        gather(entry, time);
        return this;
    }

    /**
     * Calendar time of the {@code k}-th event among all subjects: when a look after {@code k} events takes place.
     *
     * @param k rank of the event, from 1
     * @return calendar time; positive infinity if fewer than {@code k} events ever occur
     * @throws IllegalArgumentException if {@code k} is less than 1
     */
    public double calendarTimeOfEvent(int k) {
        Admissible.inRange("rank of the event", k, 1, Integer.MAX_VALUE);
        if (k > events) {
            return Double.POSITIVE_INFINITY;
        }
        if (!eventsSorted) {
            sortEventDates();
        }
        return byEventDate.keys()[k - 1];
    }

    /**
     * Events of all subjects, however late.
     *
     * @return number of events
     */
    public int totalEvents() {
        return events;
    }

    /**
     * Subjects who have entered by a calendar time.
     *
     * @param calendarTime any number but NaN; positive infinity counts all
     * @return number with {@code entry <= calendarTime}
     * @throws IllegalArgumentException if the calendar time is NaN
     */
    public int entered(double calendarTime) {
        if (Double.isNaN(calendarTime)) {
            throw new IllegalArgumentException("The calendarTime (NaN) must be a number.");
        }
        double[] entries = byEntry.keys();
        int low = 0;
        int high = subjects;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries[middle] <= calendarTime) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Fills a table with the risk sets seen by a look.
     *
     * @param calendarTime time of the look; positive infinity sees everything
     * @param table receives the risk sets
     * @return {@code table}
     * @throws IllegalArgumentException if the calendar time is NaN
     */
    public TwoArmRiskTable at(double calendarTime, TwoArmRiskTable table) {
        int n = entered(calendarTime);
        table.reserve(n);
        table.clear();
        double[] entries = byEntry.keys();
        int[] entryTags = byEntry.payloads();
        double[] times = byTime.keys();
        int[] timeTags = byTime.payloads();
        int atRisk = n;
        int atRiskExperimental = 0;
        for (int j = 0; j < n; j++) {
            atRiskExperimental += entryTags[j] & 1;
        }
        int latest = n - 1;
        int i = 0;
        while (i < subjects) {
            if (!(endOfTime[i] <= calendarTime)) {
                i++;
                continue;
            }
            double t = times[i];
            while (latest >= 0 && calendarTime - entries[latest] < t) {
                if (endOfEntry[latest] > calendarTime) {
                    atRisk--;
                    atRiskExperimental -= entryTags[latest] & 1;
                }
                latest--;
            }
            int deaths = 0;
            int deathsExperimental = 0;
            int leaving = 0;
            int leavingExperimental = 0;
            do {
                if (endOfTime[i] <= calendarTime) {
                    int tag = timeTags[i];
                    int d = (tag >> 1) & 1;
                    deaths += d;
                    deathsExperimental += d & tag;
                    leaving++;
                    leavingExperimental += tag & 1;
                }
                i++;
            } while (i < subjects && times[i] == t);
            if (deaths > 0) {
                table.append(atRisk, atRiskExperimental, deaths, deathsExperimental);
            }
            atRisk -= leaving;
            atRiskExperimental -= leavingExperimental;
        }
        return table;
    }

    private void sortEventDates() {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < events; k++) {
            first = Math.min(first, eventDates[k]);
            last = Math.max(last, eventDates[k]);
        }
        byEventDate.sort(eventDates, tags, events, first, last);
        eventsSorted = true;
    }

    private void gather(double[] entry, double[] time) {
        int[] timeTags = byTime.payloads();
        int[] entryTags = byEntry.payloads();
        int found = 0;
        for (int k = 0; k < subjects; k++) {
            int tag = timeTags[k];
            int i = tag >>> 2;
            double end = entry[i] + time[i];
            endOfTime[k] = end;
            if ((tag & 2) != 0) {
                eventDates[found++] = end;
            }
            int j = entryTags[k] >>> 2;
            endOfEntry[k] = entry[j] + time[j];
        }
        events = found;
    }

    private void reserve(int n) {
        if (tags.length < n) {
            tags = new int[n];
            endOfTime = new double[n];
            endOfEntry = new double[n];
            eventDates = new double[n];
            byTime.reserve(n);
            byEntry.reserve(n);
            byEventDate.reserve(n);
        }
    }
}
