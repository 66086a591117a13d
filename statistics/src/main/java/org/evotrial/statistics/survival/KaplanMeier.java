package org.evotrial.statistics.survival;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;

/**
 * The Kaplan-Meier estimate of one group's survival function, with Greenwood's variance.
 *
 * <pre>
 *   S(t) = prod_{t_i &lt;= t} (1 - d_i / n_i),   Var S(t) = S(t)^2 sum_{t_i &lt;= t} d_i / (n_i (n_i - d_i))
 * </pre>
 *
 * <p>Events come before censorings at the same time; times are tied only if they are the same double. After the last
 * follow-up the estimate keeps its last value; {@link #lastTime()} tells how far the data go. Intervals and tests are in
 * {@link LandmarkSurvival} and {@link SurvivalQuantile}, restricted means in {@link RestrictedMean}. Kaplan and Meier 1958,
 * doi:10.1080/01621459.1958.10501452.
 *
 * <p>A reusable workspace, not thread-safe: {@link #compute} allocates nothing once the arrays have grown. {@link #of}
 * makes one for a single estimate.
 */
public final class KaplanMeier {
    private final KeyedSort sort = new KeyedSort();
    private double[] times = new double[0];
    private int[] flags = new int[0];
    private double[] sortedTimes = new double[0];
    private double[] eventTimes = new double[0];
    private double[] survival = new double[0];
    private double[] greenwoodSums = new double[0];
    private int[] cumulativeEvents = new int[0];
    private int subjects;
    private int steps;

    /**
     * A workspace without an estimate yet.
     *
     * @param capacity subjects for which room is made at once; it grows when needed
     * @throws IllegalArgumentException if the capacity is negative
     */
    public KaplanMeier(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException(String.format("The capacity (%d) must be zero or positive.", capacity));
        }
        reserve(capacity);
    }

    /**
     * Estimates from all subjects.
     *
     * @param time follow-up times, finite and not negative; not modified
     * @param event whether the follow-up ended with an event
     * @return the estimate
     * @throws IllegalArgumentException if a time is not admissible, the lengths differ or there is no subject
     */
    public static KaplanMeier of(double[] time, boolean[] event) {
        return of(time, event, new int[time.length], 0, time.length);
    }

    /**
     * Estimates from one group.
     *
     * @param time follow-up times, finite and not negative; not modified
     * @param event whether the follow-up ended with an event
     * @param group group of each subject
     * @param wanted the group to estimate
     * @param n subjects: the first {@code n} elements count
     * @return the estimate
     * @throws IllegalArgumentException if a time is not admissible, an array is shorter than {@code n}, or no subject
     *     is of the group
     */
    public static KaplanMeier of(double[] time, boolean[] event, int[] group, int wanted, int n) {
        return new KaplanMeier(n).compute(time, event, group, wanted, n);
    }

    /**
     * Estimates from one group, in place of what was estimated before.
     *
     * @param time follow-up times, finite and not negative; not modified
     * @param event whether the follow-up ended with an event
     * @param group group of each subject
     * @param wanted the group to estimate
     * @param n subjects: the first {@code n} elements count
     * @return this, holding the estimate until the next call
     * @throws IllegalArgumentException if a time is not admissible, an array is shorter than {@code n}, or no subject
     *     is of the group
     */
    public KaplanMeier compute(double[] time, boolean[] event, int[] group, int wanted, int n) {
        SubjectArrays.requireLength("time", time.length, n);
        SubjectArrays.requireLength("event", event.length, n);
        SubjectArrays.requireLength("group", group.length, n);
        reserve(n);
        int size = 0;
        double sum = 0;
        double longest = 0;
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            if (group[i] == wanted) {
                times[size] = Admissible.nonNegative("time", time[i]);
                flags[size] = event[i] ? 1 : 0;
                sum += time[i];
                longest = Math.max(longest, time[i]);
                shortest = Math.min(shortest, time[i]);
                size++;
            }
        }
        if (size == 0) {
            throw new IllegalArgumentException(
                    String.format("The group (%d) has no subject among %d; at least 1 is needed.", wanted, n));
        }
        sort.sort(times, flags, size, shortest, longest, sum);
        estimate(size);
        return this;
    }

    private void reserve(int n) {
        if (times.length < n) {
            times = new double[n];
            flags = new int[n];
            eventTimes = new double[n];
            survival = new double[n];
            greenwoodSums = new double[n];
            cumulativeEvents = new int[n];
        }
        sort.reserve(n);
        sortedTimes = sort.keys();
    }

    private void estimate(int n) {
        sortedTimes = sort.keys();
        int[] eventFlags = sort.payloads();
        subjects = n;
        steps = 0;
        double s = 1;
        double sum = 0;
        int total = 0;
        int i = 0;
        while (i < n) {
            double t = sortedTimes[i];
            double atRisk = n - i;
            int deaths = 0;
            do {
                deaths += eventFlags[i];
                i++;
            } while (i < n && sortedTimes[i] == t);
            if (deaths > 0) {
                s *= (atRisk - deaths) / atRisk;
                sum += deaths / (atRisk * (atRisk - deaths));
                total += deaths;
                eventTimes[steps] = t;
                survival[steps] = s;
                greenwoodSums[steps] = sum;
                cumulativeEvents[steps] = total;
                steps++;
            }
        }
    }

    /**
     * Subjects at the start.
     *
     * @return number of subjects; 0 before the first estimate
     */
    public int subjects() {
        return subjects;
    }

    /**
     * Events in all.
     *
     * @return number of events
     */
    public int events() {
        return steps == 0 ? 0 : cumulativeEvents[steps - 1];
    }

    /**
     * The longest follow-up: beyond it the estimate is not supported by data.
     *
     * @return time of the last event or censoring
     * @throws IllegalStateException if nothing has been estimated yet, as every other function of the curve
     */
    public double lastTime() {
        requireEstimate();
        return sortedTimes[subjects - 1];
    }

    /**
     * The distinct event times, where the curve steps.
     *
     * @return a copy, ascending
     */
    public double[] eventTimes() {
        return Arrays.copyOf(eventTimes, steps);
    }

    /**
     * Subjects at risk just before {@code t}: those followed to {@code t} or beyond.
     *
     * @param t time, not NaN
     * @return number with follow-up {@code >= t}
     * @throws IllegalArgumentException if {@code t} is NaN
     */
    public int atRisk(double t) {
        requireEstimate();
        requireTime(t);
        int low = 0;
        int high = subjects;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sortedTimes[middle] < t) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return subjects - low;
    }

    /**
     * {@code S(t)}.
     *
     * @param t time, not NaN; before the first event the estimate is 1
     * @return survival probability just after {@code t}
     * @throws IllegalArgumentException if {@code t} is NaN
     */
    public double survival(double t) {
        int step = stepAt(t);
        return step < 0 ? 1 : survival[step];
    }

    /**
     * Greenwood's standard error of {@code S(t)}.
     *
     * @param t time, not NaN
     * @return standard error; 0 where {@code S} is 0 or 1
     * @throws IllegalArgumentException if {@code t} is NaN
     */
    public double standardError(double t) {
        int step = stepAt(t);
        return step < 0 || survival[step] == 0 ? 0 : survival[step] * Math.sqrt(greenwoodSums[step]);
    }

    int steps() {
        return steps;
    }

    double stepTime(int step) {
        return eventTimes[step];
    }

    double stepSurvival(int step) {
        return survival[step];
    }

    double stepGreenwoodSum(int step) {
        return greenwoodSums[step];
    }

    /** {@code SE / S} after a step; infinite or NaN where the curve is 0. */
    double stepRelativeError(int step) {
        return Math.sqrt(greenwoodSums[step]);
    }

    /** The number of steps of an estimate. */
    int requireSteps() {
        requireEstimate();
        return steps;
    }

    /** The last step at or before a time; -1 before the first. */
    int stepAt(double t) {
        requireEstimate();
        requireTime(t);
        int low = 0;
        int high = steps;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (eventTimes[middle] <= t) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private void requireEstimate() {
        if (subjects == 0) {
            throw new IllegalStateException("The workspace holds no estimate yet: compute one first.");
        }
    }

    private static void requireTime(double t) {
        if (Double.isNaN(t)) {
            throw new IllegalArgumentException("The time (NaN) must be a number.");
        }
    }
}
