package org.evotrial.statistics.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;

/**
 * Aalen and Johansen's estimate of the cumulative incidence of one cause among competing causes, in one group. Immutable.
 *
 * <pre>
 *   F(t) = sum_{s &lt;= t} S(s-) d_c / n,   S the Kaplan-Meier estimate of freedom from every cause
 *   Var F(t) = sum_{s &lt;= t} ( (F(t) - F(s))^2 d / (n (n - d)) + S(s-)^2 d_c (n - d_c) / n^3
 *                            - 2 (F(t) - F(s)) S(s-) d_c / n^2 )
 * </pre>
 *
 * <p>with {@code d_c} of {@code d} events from the cause at {@code s}; without censoring {@code F} is the share with the
 * event and the variance the binomial one. <b>One minus Kaplan-Meier with competing events censored is no incidence</b>: it
 * exceeds {@code F}. Events come before censorings at the same time; after the last follow-up {@code F} keeps its value.
 * Aalen and Johansen 1978; variance by the delta method: Marubini and Valsecchi 1995, Analysing Survival Data from
 * Clinical Trials, ch. 10.
 */
public final class CumulativeIncidence {
    private final double[] times;
    private final int[] atRisk;
    private final int[] events;
    private final int[] causeEvents;
    private final double[] survivalBefore;
    private final double[] incidence;

    private CumulativeIncidence(int steps) {
        times = new double[steps];
        atRisk = new int[steps];
        events = new int[steps];
        causeEvents = new int[steps];
        survivalBefore = new double[steps];
        incidence = new double[steps];
    }

    /**
     * Estimates from all subjects.
     *
     * @param time follow-up times, finite and not negative; not modified
     * @param cause what ended the follow-up: 0 censoring, 1 and above an event of that cause
     * @param wanted the cause to estimate, 1 or above
     * @return the estimate
     * @throws IllegalArgumentException if an argument is not admissible, the lengths differ or there is no subject
     */
    public static CumulativeIncidence of(double[] time, int[] cause, int wanted) {
        Admissible.inRange("number of subjects", time.length, 1, Integer.MAX_VALUE);
        Admissible.inRange("number of causes given", cause.length, time.length, time.length);
        Admissible.inRange("wanted cause", wanted, 1, Integer.MAX_VALUE);
        for (int i = 0; i < time.length; i++) {
            Admissible.nonNegative("time", time[i]);
            Admissible.inRange("cause", cause[i], 0, Integer.MAX_VALUE);
        }
        int[] order = IntStream.range(0, time.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> time[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int steps = (int) IntStream.of(order)
                .filter(i -> cause[i] > 0)
                .mapToDouble(i -> time[i])
                .distinct()
                .count();
        CumulativeIncidence estimate = new CumulativeIncidence(steps);
        estimate.count(time, cause, wanted, order);
        estimate.accumulate();
        return estimate;
    }

    private void count(double[] time, int[] cause, int wanted, int[] order) {
        int step = 0;
        int i = 0;
        while (i < order.length) {
            double t = time[order[i]];
            int left = order.length - i;
            int all = 0;
            int own = 0;
            for (; i < order.length && time[order[i]] == t; i++) {
                all += cause[order[i]] > 0 ? 1 : 0;
                own += cause[order[i]] == wanted ? 1 : 0;
            }
            if (all > 0) {
                times[step] = t;
                atRisk[step] = left;
                events[step] = all;
                causeEvents[step++] = own;
            }
        }
    }

    private void accumulate() {
        double survival = 1;
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            double n = atRisk[i];
            survivalBefore[i] = survival;
            sum += survival * causeEvents[i] / n;
            incidence[i] = sum;
            survival *= (n - events[i]) / n;
        }
    }

    /**
     * {@code F(t)}.
     *
     * @param t time, not NaN
     * @return probability of an event of the cause by {@code t}
     * @throws IllegalArgumentException if {@code t} is NaN
     */
    public double incidence(double t) {
        int step = stepAt(t);
        return step < 0 ? 0 : incidence[step];
    }

    /**
     * Standard error of {@code F(t)}.
     *
     * @param t time, not NaN
     * @return standard error; 0 where {@code F} is 0
     * @throws IllegalArgumentException if {@code t} is NaN
     */
    public double standardError(double t) {
        int last = stepAt(t);
        double variance = 0;
        for (int i = 0; i <= last; i++) {
            double n = atRisk[i];
            double d = events[i];
            double own = causeEvents[i];
            double ahead = incidence[last] - incidence[i];
            double s = survivalBefore[i];
            variance += s * s * own * (n - own) / (n * n * n) - 2 * ahead * s * own / (n * n);
            // Where nobody is left nothing lies ahead.
            variance += d < n ? ahead * ahead * d / (n * (n - d)) : 0;
        }
        return Math.sqrt(Math.max(0, variance));
    }

    /**
     * Pointwise interval, normal for {@code log(-log(1 - F))}.
     *
     * @param t time, not NaN
     * @param level confidence level in (0, 1)
     * @return interval within [0, 1]; where {@code F} is 0 or 1, or its error 0, [0, 1]
     * @throws IllegalArgumentException if {@code t} is NaN or the level outside (0, 1)
     */
    public ConfidenceInterval interval(double t, double level) {
        double z = ConfidenceInterval.normalQuantile(level);
        double f = incidence(t);
        double error = standardError(t);
        if (!(f > 0 && f < 1 && error > 0)) {
            return new ConfidenceInterval(0, 1, level);
        }
        double log = StrictMath.log1p(-f);
        double factor = StrictMath.exp(z * error / ((1 - f) * -log));
        return new ConfidenceInterval(-StrictMath.expm1(log / factor), -StrictMath.expm1(log * factor), level);
    }

    /**
     * Two-sample test at a landmark, the difference of {@code log(-log(1 - F))} by its standard error.
     *
     * @param control estimate of the control group
     * @param experimental estimate of the experimental group
     * @param t landmark time, not NaN
     * @return z, positive where the experimental group has fewer events; 0 where an incidence is 0 or 1, so that its
     *     variance is unknown
     * @throws IllegalArgumentException if {@code t} is NaN
     */
    public static double differenceZ(CumulativeIncidence control, CumulativeIncidence experimental, double t) {
        double f0 = control.incidence(t);
        double f1 = experimental.incidence(t);
        if (!(f0 > 0 && f0 < 1 && f1 > 0 && f1 < 1)) {
            return 0;
        }
        double log0 = -StrictMath.log1p(-f0);
        double log1 = -StrictMath.log1p(-f1);
        double error = Math.hypot(
                control.standardError(t) / ((1 - f0) * log0), experimental.standardError(t) / ((1 - f1) * log1));
        return error > 0 ? StrictMath.log(log0 / log1) / error : 0;
    }

    private int stepAt(double t) {
        if (Double.isNaN(t)) {
            throw new IllegalArgumentException("The time (NaN) must be a number.");
        }
        int found = Arrays.binarySearch(times, t);
        return found >= 0 ? found : -found - 2;
    }
}
