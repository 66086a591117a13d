package org.evotrial.statistics.survival;

import org.evotrial.statistics.Admissible;

/**
 * Where the log-rank test of interval-censored times, such as progression between two visits, puts the event: at the
 * visit that shows it ({@link #RIGHT}, the usual analysis), in the middle, or at the visit before. A result that depends on
 * the choice depends on the visits; with different schedules in the groups {@link #RIGHT} is biased against the one seen
 * more often. Panageas et al. 2007, doi:10.1093/jnci/djm029; Sun 2006, doi:10.1007/0-387-37119-2.
 */
public enum IntervalCensoring {
    /** The first time known to be with the event. */
    RIGHT {
        @Override
        double place(double left, double right) {
            return right;
        }
    },
    /** The middle of the interval. */
    MIDDLE {
        @Override
        double place(double left, double right) {
            return 0.5 * (left + right);
        }
    },
    /** The last time known to be free of the event. */
    LEFT {
        @Override
        double place(double left, double right) {
            return left;
        }
    };

    abstract double place(double left, double right);

    /**
     * The log-rank test with events placed by this rule; who has no event is censored at the last time known to be free
     * of it.
     *
     * @param left last time known to be free of the event, zero or positive; not modified
     * @param right first time known to be with it, at least {@code left}; positive infinity if none
     * @param group 0 control, 1 experimental
     * @return the test
     * @throws IllegalArgumentException if an argument is not admissible or the lengths differ
     */
    public LogRankTest test(double[] left, double[] right, int[] group) {
        require(left, right);
        int n = left.length;
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        for (int i = 0; i < n; i++) {
            event[i] = right[i] < Double.POSITIVE_INFINITY;
            time[i] = event[i] ? place(left[i], right[i]) : left[i];
        }
        return new LogRankTest(n).compute(time, event, group, n);
    }

    /** Accepts intervals from zero or a positive time to one that is not before it, possibly infinite. */
    static void require(double[] left, double[] right) {
        Admissible.inRange("number of right ends", right.length, left.length, left.length);
        for (int i = 0; i < left.length; i++) {
            Admissible.nonNegative("left end", left[i]);
            if (!(right[i] >= left[i])) {
                throw new IllegalArgumentException(String.format(
                        "The right end (%s) of subject %d must be at least its left end (%s).", right[i], i, left[i]));
            }
        }
    }
}
