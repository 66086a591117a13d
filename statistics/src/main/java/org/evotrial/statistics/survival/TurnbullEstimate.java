package org.evotrial.statistics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.evotrial.statistics.Admissible;

/**
 * Turnbull's estimate of a survival function from interval-censored times: the distribution that maximises {@code prod_i
 * P(L_i < T <= R_i)}. Immutable.
 *
 * <p>Its mass lies in the innermost intervals, those between a left and the next right end; within one of them the curve
 * is undefined, so that survival has a lower and an upper value. The search is by self-consistency, {@code p_j <- p_j g_j}
 * with {@code g_j = (1/n) sum_{i covers j} 1 / P_i}; the likelihood is concave, and {@code n (max g_j - 1)} bounds how far
 * the logarithm is from its maximum ({@link #gap}). Turnbull 1976, doi:10.1111/j.2517-6161.1976.tb01597.x; Gentleman and
 * Geyer 1994, doi:10.1093/biomet/81.3.618.
 */
public final class TurnbullEstimate {
    private static final int MOST_ITERATIONS = 200_000;
    private static final double ENOUGH = 1e-7;

    private final List<Mass> masses;
    private final double gap;

    /**
     * An innermost interval.
     *
     * @param left end that is outside, unless equal to {@code right}
     * @param right end that is inside; positive infinity for the last one, if times may lie beyond all visits
     * @param probability mass in it
     */
    public record Mass(double left, double right, double probability) {}

    private TurnbullEstimate(List<Mass> masses, double gap) {
        this.masses = List.copyOf(masses);
        this.gap = gap;
    }

    /**
     * Estimates from intervals.
     *
     * @param left last time known to be free of the event, zero or positive; not modified
     * @param right first time known to be with it, at least {@code left}: equal for an event seen when it happened,
     *     positive infinity for a censored one
     * @return the estimate
     * @throws IllegalArgumentException if an argument is not admissible, the lengths differ or there is no subject
     */
    public static TurnbullEstimate of(double[] left, double[] right) {
        IntervalCensoring.require(left, right);
        Admissible.inRange("number of subjects", left.length, 1, Integer.MAX_VALUE);
        List<Mass> innermost = innermost(left, right);
        int n = left.length;
        int[] from = new int[n];
        int[] to = new int[n];
        for (int i = 0; i < n; i++) {
            from[i] = first(innermost, left[i], right[i]);
            to[i] = last(innermost, left[i], right[i]) + 1;
        }
        SelfConsistency search = new SelfConsistency(from, to, innermost.size());
        double gap = search.run(MOST_ITERATIONS, ENOUGH);
        List<Mass> masses = new ArrayList<>();
        for (int j = 0; j < innermost.size(); j++) {
            masses.add(new Mass(innermost.get(j).left(), innermost.get(j).right(), search.probability(j)));
        }
        return new TurnbullEstimate(masses, gap);
    }

    /**
     * The innermost intervals in ascending order.
     *
     * @return intervals with their masses, which sum to 1; some may be 0
     */
    public List<Mass> masses() {
        return masses;
    }

    /**
     * How far the logarithm of the likelihood may be from its maximum.
     *
     * @return bound, usually below 1e-7
     */
    public double gap() {
        return gap;
    }

    /**
     * The least survival probability that the data are equally likely under: all mass of an interval that contains {@code
     * t} lies before.
     *
     * @param t time, not NaN
     * @return lower value of {@code S(t)}
     * @throws IllegalArgumentException if {@code t} is NaN
     */
    public double lowerSurvival(double t) {
        requireTime(t);
        double sum = 0;
        for (Mass mass : masses) {
            boolean after = mass.left() < mass.right() ? mass.left() >= t : mass.left() > t;
            sum += after ? mass.probability() : 0;
        }
        return Math.min(1, sum);
    }

    /**
     * The greatest survival probability that the data are equally likely under.
     *
     * @param t time, not NaN
     * @return upper value of {@code S(t)}
     * @throws IllegalArgumentException if {@code t} is NaN
     */
    public double upperSurvival(double t) {
        requireTime(t);
        double sum = 0;
        for (Mass mass : masses) {
            sum += mass.right() > t ? mass.probability() : 0;
        }
        return Math.min(1, sum);
    }

    private static void requireTime(double t) {
        if (Double.isNaN(t)) {
            throw new IllegalArgumentException("The time (NaN) must be a number.");
        }
    }

    /** Left ends that are followed by a right end before the next left end; an exact time is an interval of its own. */
    private static List<Mass> innermost(double[] left, double[] right) {
        TreeSet<Double> lefts = new TreeSet<>();
        TreeSet<Double> rights = new TreeSet<>();
        TreeSet<Double> exact = new TreeSet<>();
        for (int i = 0; i < left.length; i++) {
            if (left[i] == right[i]) {
                exact.add(left[i]);
            } else {
                lefts.add(left[i]);
                rights.add(right[i]);
            }
        }
        List<Mass> result = new ArrayList<>();
        for (double time : exact) {
            result.add(new Mass(time, time, 0));
        }
        for (double start : lefts) {
            Double end = rights.higher(start);
            Double next = lefts.higher(start);
            Double point = exact.higher(start);
            boolean open = end != null && (next == null || next >= end) && (point == null || point > end);
            if (open && end != null) {
                result.add(new Mass(start, end, 0));
            }
        }
        result.sort((a, b) ->
                a.left() != b.left() ? Double.compare(a.left(), b.left()) : Double.compare(a.right(), b.right()));
        return result;
    }

    private static boolean covers(double left, double right, Mass mass) {
        return left == right
                ? mass.left() == left && mass.right() == left
                : mass.right() <= right && (mass.left() < mass.right() ? mass.left() >= left : mass.left() > left);
    }

    private static int first(List<Mass> masses, double left, double right) {
        int j = 0;
        while (!covers(left, right, masses.get(j))) {
            j++;
        }
        return j;
    }

    private static int last(List<Mass> masses, double left, double right) {
        int j = masses.size() - 1;
        while (!covers(left, right, masses.get(j))) {
            j--;
        }
        return j;
    }
}
