package org.evotrial.statistics.survival;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.StandardNormal;

/**
 * The (stratified) log-rank test of two groups, and the hazard ratios that come with it. A reusable workspace, not
 * thread-safe; nothing is allocated per test.
 *
 * <p>With {@code d} events among {@code n} at risk at an event time, {@code d1} and {@code n1} of them experimental,
 *
 * <pre>
 *   O = sum d1,   E = sum d n1 / n,   V = sum d (n1/n) (1 - n1/n) (n - d) / (n - 1)
 *   z = (E - O) / sqrt(V)
 * </pre>
 *
 * <p><b>Sign: positive z favours the experimental group</b> (fewer events than expected), so that an upper critical
 * value is a claim of efficacy. The variance is the hypergeometric one; strata are summed before the division. Mantel
 * 1966; Peto and Peto 1972, doi:10.2307/2344317.
 *
 * <p>Without information (no events, one group empty, or every event time with one group alone at risk, or everyone at
 * one single time dying together) {@code V = 0}. Then {@code z = 0}, the one-sided p-value is 0.5,
 * {@link #informative()} is false and the hazard ratios are NaN.
 */
public final class LogRankTest {
    private final TwoArmRiskTable table;
    private double observed;
    private double expected;
    private double variance;
    private int totalEvents;

    /**
     * A workspace.
     *
     * @param capacity subjects for which room is made at once; it grows when needed
     * @throws IllegalArgumentException if the capacity is negative
     */
    public LogRankTest(int capacity) {
        table = new TwoArmRiskTable(capacity);
    }

    /**
     * Tests one stratum.
     *
     * @param time follow-up times, finite and not negative; not modified
     * @param event whether the follow-up ended with an event
     * @param group 0 control, 1 experimental
     * @param n subjects: the first {@code n} elements count
     * @return this, holding the results until the next test
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public LogRankTest compute(double[] time, boolean[] event, int[] group, int n) {
        return compute(table.fill(time, event, group, n));
    }

    /**
     * Tests several strata.
     *
     * @param time follow-up times, finite and not negative; not modified
     * @param event whether the follow-up ended with an event
     * @param group 0 control, 1 experimental
     * @param stratum stratum of each subject, 0 to 65535
     * @param n subjects
     * @return this, holding the results until the next test
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public LogRankTest computeStratified(double[] time, boolean[] event, int[] group, int[] stratum, int n) {
        return compute(table.fillStratified(time, event, group, stratum, n));
    }

    /**
     * Tests one stratum whose order by time is known, as {@link TwoArmRiskTable#fillOrdered}.
     *
     * @param time follow-up times
     * @param event whether the follow-up ended with an event
     * @param group 0 control, 1 experimental
     * @param order indices by ascending time, ties in any order
     * @param n length of {@code order} that counts
     * @return this, holding the results until the next test
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public LogRankTest computeOrdered(double[] time, boolean[] event, int[] group, int[] order, int n) {
        return compute(table.fillOrdered(time, event, group, order, n));
    }

    /**
     * Tests the risk sets of a table.
     *
     * @param risks risk sets, of one or several strata
     * @return this, holding the results until the next test
     */
    public LogRankTest compute(TwoArmRiskTable risks) {
        int o = 0;
        double e = 0;
        double v = 0;
        int rows = risks.rows();
        for (int row = 0; row < rows; row++) {
            int d = risks.events(row);
            double n = risks.atRisk(row);
            double share = risks.atRiskExperimental(row) / n;
            o += risks.eventsExperimental(row);
            e += d * share;
            if (d == 1) {
                v += share * (1 - share);
            } else if (n > 1) {
                v += d * share * (1 - share) * ((n - d) / (n - 1));
            }
        }
        observed = o;
        expected = e;
        variance = v;
        totalEvents = risks.totalEvents();
        return this;
    }

    /**
     * Events in the experimental group.
     *
     * @return {@code O}
     */
    public double observed() {
        return observed;
    }

    /**
     * Expected events in the experimental group.
     *
     * @return {@code E}
     */
    public double expected() {
        return expected;
    }

    /**
     * Hypergeometric variance of {@code O - E}: the information on the log hazard ratio.
     *
     * @return {@code V}, 0 without information
     */
    public double variance() {
        return variance;
    }

    /**
     * Events in both groups.
     *
     * @return number of events
     */
    public int totalEvents() {
        return totalEvents;
    }

    /**
     * Whether the data carry information on the difference ({@code V > 0}).
     *
     * @return whether the statistic and the hazard ratios are estimable
     */
    public boolean informative() {
        return variance > 0;
    }

    /**
     * The standardised statistic {@code (E - O) / sqrt(V)}.
     *
     * @return positive where the experimental group does better; 0 without information
     */
    public double z() {
        return variance > 0 ? (expected - observed) / Math.sqrt(variance) : 0;
    }

    /**
     * {@code P(Z >= z)}: small where the experimental group does better.
     *
     * @return one-sided p-value; 0.5 without information
     */
    public double oneSidedPValue() {
        return StandardNormal.survival(z());
    }

    /**
     * Peto's one-step estimate {@code (O - E) / V} of the log hazard ratio experimental to control; negative where the
     * experimental group does better. Its standard error is {@code 1 / sqrt(V)}.
     *
     * @return log hazard ratio, NaN without information
     */
    public double petoLogHazardRatio() {
        return variance > 0 ? (observed - expected) / variance : Double.NaN;
    }

    /**
     * Standard error of {@link #petoLogHazardRatio()}.
     *
     * @return {@code 1 / sqrt(V)}, positive infinity without information
     */
    public double petoStandardError() {
        return 1 / Math.sqrt(variance);
    }

    /**
     * Interval of the hazard ratio, {@code exp((O - E) / V -+ z / sqrt(V))}.
     *
     * @param level confidence level in (0, 1)
     * @return interval; [0, infinity] without information
     * @throws IllegalArgumentException if the level is outside (0, 1)
     */
    public ConfidenceInterval petoInterval(double level) {
        Admissible.openProbability("level", level);
        if (!informative()) {
            return new ConfidenceInterval(0, Double.POSITIVE_INFINITY, level);
        }
        double centre = petoLogHazardRatio();
        double reach = ConfidenceInterval.normalQuantile(level) * petoStandardError();
        return new ConfidenceInterval(StrictMath.exp(centre - reach), StrictMath.exp(centre + reach), level);
    }

    /**
     * Pike's estimate of the hazard ratio experimental to control: {@code (O1 / E1) / (O0 / E0)}. Further from 1 than
     * Peto's where the effect is large. Berry, Kitchin and Mock 1991, doi:10.1002/sim.4780100510.
     *
     * @return hazard ratio; 0 where no experimental and positive infinity where no control subject has an event; NaN
     *     without information
     */
    public double pikeHazardRatio() {
        if (!informative()) {
            return Double.NaN;
        }
        double observedControl = totalEvents - observed;
        double expectedControl = totalEvents - expected;
        return observed / expected * (expectedControl / observedControl);
    }
}
