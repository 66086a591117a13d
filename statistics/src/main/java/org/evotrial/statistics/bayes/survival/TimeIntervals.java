package org.evotrial.statistics.bayes.survival;

import java.util.Arrays;
import java.util.List;
import org.evotrial.statistics.Admissible;

/**
 * The intervals in which hazards are constant. Interval {@code k} is {@code (start_k, start_(k + 1)]}: an event at a change
 * point belongs to the interval that it ends, as in counting-process data. The last interval goes on for ever.
 *
 * @param starts where each interval begins, ascending strictly from 0, in the time unit of the data
 */
public record TimeIntervals(List<Double> starts) {
    /**
     * Checks the starts.
     *
     * @throws IllegalArgumentException if there is none, the first is not 0 or they do not ascend strictly
     */
    public TimeIntervals {
        starts = List.copyOf(starts);
        if (starts.isEmpty() || starts.get(0) != 0) {
            throw new IllegalArgumentException(String.format("The starts (%s) must begin with 0.", starts));
        }
        for (int k = 1; k < starts.size(); k++) {
            Admissible.finite("start", starts.get(k));
            if (!(starts.get(k) > starts.get(k - 1))) {
                throw new IllegalArgumentException(String.format("The starts (%s) must ascend strictly.", starts));
            }
        }
    }

    /**
     * Intervals from their starts.
     *
     * @param starts ascending strictly from 0
     * @return intervals
     * @throws IllegalArgumentException if there is none, the first is not 0 or they do not ascend strictly
     */
    public static TimeIntervals startingAt(double... starts) {
        return new TimeIntervals(Arrays.stream(starts).boxed().toList());
    }

    /**
     * Number of intervals.
     *
     * @return at least 1
     */
    public int count() {
        return starts.size();
    }

    /**
     * Time that a subject followed to {@code time} spends in an interval.
     *
     * @param interval from 0
     * @param time zero or positive
     * @return time inside the interval
     */
    double inside(int interval, double time) {
        double start = starts.get(interval);
        double end = interval + 1 < count() ? starts.get(interval + 1) : Double.POSITIVE_INFINITY;
        return Math.max(0, Math.min(time, end) - start);
    }

    /** The interval to which an event at {@code time} belongs. */
    int of(double time) {
        int interval = count() - 1;
        while (interval > 0 && time <= starts.get(interval)) {
            interval--;
        }
        return interval;
    }
}
