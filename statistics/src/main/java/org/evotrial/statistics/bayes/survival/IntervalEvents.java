package org.evotrial.statistics.bayes.survival;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.evotrial.statistics.Admissible;

/**
 * Events and time at risk per interval: all that a hazard that is constant by interval takes from the data of an arm.
 *
 * @param intervals where hazards are constant
 * @param events number per interval; fractions (of down-weighted subjects) are accepted
 * @param exposure time at risk per interval, of all subjects together
 */
public record IntervalEvents(TimeIntervals intervals, List<Double> events, List<Double> exposure) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative or not finite, or the lists differ in length from the intervals
     */
    public IntervalEvents {
        events = List.copyOf(events);
        exposure = List.copyOf(exposure);
        Admissible.inRange("number of event counts", events.size(), intervals.count(), intervals.count());
        Admissible.inRange("number of exposures", exposure.size(), intervals.count(), intervals.count());
        events.forEach(value -> Admissible.nonNegative("events", value));
        exposure.forEach(value -> Admissible.nonNegative("exposure", value));
    }

    /**
     * The sums of right-censored data.
     *
     * @param intervals where hazards are constant
     * @param time of the event or of censoring per subject, zero or positive; no subjects are accepted
     * @param event whether the time is that of an event
     * @return events and exposure per interval
     * @throws IllegalArgumentException if the arrays differ in length or a time is negative or not finite
     */
    public static IntervalEvents of(TimeIntervals intervals, double[] time, boolean[] event) {
        Admissible.inRange("number of event indicators", event.length, time.length, time.length);
        double[] events = new double[intervals.count()];
        double[] exposure = new double[intervals.count()];
        for (int i = 0; i < time.length; i++) {
            Admissible.nonNegative("time of subject " + i, time[i]);
            int last = intervals.of(time[i]);
            events[last] += event[i] ? 1 : 0;
            for (int k = 0; k <= last; k++) {
                exposure[k] += intervals.inside(k, time[i]);
            }
        }
        return new IntervalEvents(intervals, boxed(events), boxed(exposure));
    }

    /**
     * No subjects.
     *
     * @param intervals where hazards are constant
     * @return zeros
     */
    public static IntervalEvents none(TimeIntervals intervals) {
        List<Double> zeros = Collections.nCopies(intervals.count(), 0.0);
        return new IntervalEvents(intervals, zeros, zeros);
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
