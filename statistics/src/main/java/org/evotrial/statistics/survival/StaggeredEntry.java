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
    private double[] endedTimes = new double[1];
    private int[] endedTags = new int[1];
    private int ended;
    private double[] ongoingTimes = new double[1];
    private int[] ongoingExperimental = new int[1];
    private int ongoing;
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
        SubjectArrays.requireLength("entry", entry.length, n);
        SubjectArrays.requireLength("time", time.length, n);
        SubjectArrays.requireLength("event", event.length, n);
        SubjectArrays.requireLength("group", group.length, n);
        reserve(n);
        subjects = n;
        events = 0;
        eventsSorted = false;
        double firstEntry = Double.POSITIVE_INFINITY;
        double lastEntry = Double.NEGATIVE_INFINITY;
        double entrySum = 0;
        double shortest = Double.POSITIVE_INFINITY;
        double longest = 0;
        double timeSum = 0;
        boolean ascending = true;
        for (int i = 0; i < n; i++) {
            double a = entry[i];
            double t = time[i];
            if (!(t >= 0 && t < Double.POSITIVE_INFINITY && Math.abs(a) < Double.POSITIVE_INFINITY)
                    || (group[i] & ~1) != 0) {
                throw new IllegalArgumentException(String.format(
                        "Subject %d: the time (%s) must be finite and not negative, the entry (%s) finite, the group (%d) 0 or 1.",
                        i, t, a, group[i]));
            }
            ascending &= a >= lastEntry;
            firstEntry = a < firstEntry ? a : firstEntry;
            lastEntry = a > lastEntry ? a : lastEntry;
            entrySum += a;
            shortest = t < shortest ? t : shortest;
            longest = t > longest ? t : longest;
            timeSum += t;
            tags[i] = i << 2 | (event[i] ? 2 : 0) | group[i];
        }
        if (n > 0) {
            byTime.sort(time, tags, n, shortest, longest, timeSum);
            if (ascending) {
                byEntry.copy(entry, tags, n);
            } else {
                byEntry.sort(entry, tags, n, firstEntry, lastEntry, entrySum);
            }
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
        collectOngoing(calendarTime, n);
        collectEnded(calendarTime);
        int remainingExperimental = 0;
        for (int i = 0; i < ended; i++) {
            remainingExperimental += endedTags[i] & 1;
        }
        int experimental = ongoingExperimental[ongoing];
        int left = 0;
        int i = 0;
        while (i < ended) {
            double t = endedTimes[i];
            while (ongoingTimes[left] < t) {
                left++;
            }
            int atRisk = ended - i + ongoing - left;
            int atRiskExperimental = remainingExperimental + experimental - ongoingExperimental[left];
            int deaths = 0;
            int deathsExperimental = 0;
            do {
                int tag = endedTags[i];
                int death = tag >> 1 & 1;
                deaths += death;
                deathsExperimental += death & tag;
                remainingExperimental -= tag & 1;
                i++;
            } while (i < ended && endedTimes[i] == t);
            table.append(t, atRisk, atRiskExperimental, deaths, deathsExperimental);
        }
        return table;
    }

    /**
     * Lists the times of those who are still followed at the look, ascending, and how many before each are experimental.
     * An end mark of infinity spares the caller a test.
     */
    private void collectOngoing(double calendarTime, int entered) {
        double[] entries = byEntry.keys();
        int[] entryTags = byEntry.payloads();
        int count = 0;
        int experimental = 0;
        for (int k = entered - 1; k >= 0; k--) {
            ongoingTimes[count] = calendarTime - entries[k];
            ongoingExperimental[count] = experimental;
            int follows = below(calendarTime, endOfEntry[k]);
            count += follows;
            experimental += follows & entryTags[k];
        }
        ongoingTimes[count] = Double.POSITIVE_INFINITY;
        ongoingExperimental[count] = experimental;
        ongoing = count;
    }

    /** Lists those whose follow-up has ended by the look, by ascending time. */
    private void collectEnded(double calendarTime) {
        double[] times = byTime.keys();
        int[] timeTags = byTime.payloads();
        int count = 0;
        for (int k = 0; k < subjects; k++) {
            endedTimes[count] = times[k];
            endedTags[count] = timeTags[k];
            count += 1 - below(calendarTime, endOfTime[k]);
        }
        ended = count;
    }

    /** 1 if {@code a < b}, else 0, by the sign of the difference: no branch that nobody can predict. */
    private static int below(double a, double b) {
        return (int) (Double.doubleToRawLongBits(a - b) >>> 63);
    }

    private void sortEventDates() {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int k = 0; k < events; k++) {
            first = Math.min(first, eventDates[k]);
            last = Math.max(last, eventDates[k]);
            sum += eventDates[k];
        }
        byEventDate.sort(eventDates, tags, events, first, last, sum);
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
            endedTimes = new double[n + 1];
            endedTags = new int[n + 1];
            ongoingTimes = new double[n + 1];
            ongoingExperimental = new int[n + 1];
            byTime.reserve(n);
            byEntry.reserve(n);
            byEventDate.reserve(n);
        }
    }
}
