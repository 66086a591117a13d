package org.evotrial.statistics.montecarlo;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.proportion.ProportionInterval;

/**
 * Performance measures of a simulation study with their Monte Carlo standard errors (Morris, White and Crowther 2019,
 * table 6, doi:10.1002/sim.8086) and intervals.
 *
 * <p>Nothing is estimated from no replicates: every function rejects an empty sample. Means of one replicate have an
 * infinite standard error and interval.
 */
public final class PerformanceMeasure {
    private PerformanceMeasure() {}

    /**
     * A proportion (rejection probability, power, coverage): MCSE {@code sqrt(p (1 - p) / n)}, Wilson's interval.
     *
     * @param count replicates with the property, in [0, replicates]
     * @param replicates positive
     * @param level confidence level in (0, 1)
     * @return estimate
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static MonteCarloEstimate proportion(long count, long replicates, double level) {
        return proportion(count, replicates, ProportionInterval.wilson(count, requireReplicates(replicates), level));
    }

    /**
     * As {@link #proportion(long, long, double)} with Clopper and Pearson's interval, whose coverage is never below the
     * level.
     *
     * @param count replicates with the property, in [0, replicates]
     * @param replicates positive
     * @param level confidence level in (0, 1)
     * @return estimate
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static MonteCarloEstimate proportionExact(long count, long replicates, double level) {
        return proportion(
                count, replicates, ProportionInterval.clopperPearson(count, requireReplicates(replicates), level));
    }

    /**
     * A mean: MCSE {@code s / sqrt(n)}, interval by Student's t with {@code n - 1} degrees of freedom. Of squared errors
     * it is the mean squared error with the MCSE {@code sqrt(sum ((x_i - theta)^2 - MSE)^2 / (n (n - 1)))}; of
     * differences between two arms or scenarios with common random numbers it is the paired difference.
     *
     * @param sample at least one number
     * @param level confidence level in (0, 1)
     * @return estimate
     * @throws IllegalArgumentException if the sample is empty or the level not admissible
     */
    public static MonteCarloEstimate mean(SampleMoments sample, double level) {
        return shifted(sample, 0, level);
    }

    /**
     * The bias of an estimator: mean estimate minus truth, MCSE {@code s / sqrt(n)}.
     *
     * @param estimates at least one estimate
     * @param truth the estimand, finite
     * @param level confidence level in (0, 1)
     * @return estimate
     * @throws IllegalArgumentException if the sample is empty or an argument not admissible
     */
    public static MonteCarloEstimate bias(SampleMoments estimates, double truth, double level) {
        return shifted(estimates, Admissible.finite("truth", truth), level);
    }

    /**
     * The bias relative to the truth, {@code (mean - truth) / truth}: a fraction and no percentage. MCSE {@code s / (|truth|
     * sqrt(n))}.
     *
     * @param estimates at least one estimate
     * @param truth the estimand, finite and not 0
     * @param level confidence level in (0, 1)
     * @return estimate
     * @throws IllegalArgumentException if the sample is empty or an argument not admissible
     */
    public static MonteCarloEstimate relativeBias(SampleMoments estimates, double truth, double level) {
        if (truth == 0) {
            throw new IllegalArgumentException("The truth (0.0) must not be 0 for a relative bias.");
        }
        MonteCarloEstimate bias = bias(estimates, truth, level);
        double a = bias.interval().lower() / truth;
        double b = bias.interval().upper() / truth;
        ConfidenceInterval interval = new ConfidenceInterval(Math.min(a, b), Math.max(a, b), level);
        return new MonteCarloEstimate(
                bias.value() / truth, bias.replicates(), bias.standardError() / Math.abs(truth), interval);
    }

    /**
     * How much more precise the second of two estimators is on the same replicates: {@code (s1 / s2)^2 - 1}, a fraction and
     * no percentage. MCSE {@code 2 (s1 / s2)^2 sqrt((1 - r^2) / (n - 1))} with their correlation {@code r}; interval on
     * the logarithmic scale. Both suppose nearly normal estimates.
     *
     * @param estimates at least two pairs
     * @param level confidence level in (0, 1)
     * @return estimate
     * @throws IllegalArgumentException if there are fewer than two pairs, one of the estimators never varies, or the level
     *     is not admissible
     */
    public static MonteCarloEstimate relativePrecision(PairedMoments estimates, double level) {
        long n = Admissible.inRange("number of pairs", estimates.count(), 2, Long.MAX_VALUE);
        double s1 = Admissible.positive(
                "standard deviation of the first", estimates.first().standardDeviation());
        double s2 = Admissible.positive(
                "standard deviation of the second", estimates.second().standardDeviation());
        double ratio = s1 * s1 / (s2 * s2);
        double r = estimates.correlation();
        double relative = 2 * Math.sqrt((1 - r * r) / (n - 1));
        double factor = StrictMath.exp(ConfidenceInterval.normalQuantile(level) * relative);
        ConfidenceInterval interval = new ConfidenceInterval(ratio / factor - 1, ratio * factor - 1, level);
        return new MonteCarloEstimate(ratio - 1, n, ratio * relative, interval);
    }

    /**
     * The empirical standard error {@code s} of an estimator: MCSE {@code s / sqrt(2 (n - 1))}, interval {@code s exp(-+ z
     * / sqrt(2 (n - 1)))}; both suppose nearly normal estimates.
     *
     * @param estimates at least two estimates
     * @param level confidence level in (0, 1)
     * @return estimate
     * @throws IllegalArgumentException if there are fewer than two estimates or the level is not admissible
     */
    public static MonteCarloEstimate empiricalStandardError(SampleMoments estimates, double level) {
        long n = Admissible.inRange("number of estimates", estimates.count(), 2, Long.MAX_VALUE);
        double z = ConfidenceInterval.normalQuantile(level);
        double s = estimates.standardDeviation();
        double relative = 1 / Math.sqrt(2.0 * (n - 1));
        ConfidenceInterval interval =
                new ConfidenceInterval(s * StrictMath.exp(-z * relative), s * StrictMath.exp(z * relative), level);
        return new MonteCarloEstimate(s, n, s * relative, interval);
    }

    /**
     * A quantile: the order statistic of rank {@code ceil(n p)}, between the order statistics whose ranks a Binomial(n,
     * p) leaves with at most {@code (1 - level) / 2} on each side: distribution-free. Where a rank falls outside the
     * sample the limit is infinite. The MCSE is the width of the interval over {@code 2 z}.
     *
     * @param values at least one number, none NaN; not modified
     * @param p probability in (0, 1)
     * @param level confidence level in (0, 1)
     * @return estimate
     * @throws IllegalArgumentException if the sample is empty, the quantile is not finite or an argument not admissible
     */
    public static MonteCarloEstimate quantile(double[] values, double p, double level) {
        Admissible.openProbability("p", p);
        double z = ConfidenceInterval.normalQuantile(level);
        int n = (int) requireReplicates(values.length);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (Double.isNaN(sorted[n - 1])) {
            throw new IllegalArgumentException("The values (one is NaN) must be numbers.");
        }
        BinomialDistribution ranks = BinomialDistribution.of(n, p);
        int low = ranks.inverseCumulativeProbability(0.5 * (1 - level));
        int high = ranks.inverseSurvivalProbability(0.5 * (1 - level)) + 1;
        double lower = low < 1 ? Double.NEGATIVE_INFINITY : sorted[low - 1];
        double upper = high > n ? Double.POSITIVE_INFINITY : sorted[high - 1];
        double value = sorted[Math.max(1, (int) Math.ceil(n * p)) - 1];
        ConfidenceInterval interval = new ConfidenceInterval(lower, upper, level);
        return new MonteCarloEstimate(value, n, interval.width() / (2 * z), interval);
    }

    /**
     * The difference of two proportions measured on the same replicates: {@code (b - c) / n} with {@code b} replicates
     * that have the property under the first condition only and {@code c} under the second only. MCSE {@code sqrt(b + c -
     * (b - c)^2 / n) / n}; interval by Bonett and Price 2012, doi:10.3102/1076998611411915 (one replicate added to
     * {@code b} and to {@code c}), which is defined at {@code b = c = 0}.
     *
     * @param onlyFirst {@code b}, zero or positive
     * @param onlySecond {@code c}, zero or positive, {@code b + c <= n}
     * @param replicates {@code n}, positive
     * @param level confidence level in (0, 1)
     * @return estimate
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static MonteCarloEstimate pairedProportionDifference(
            long onlyFirst, long onlySecond, long replicates, double level) {
        double n = (double) requireReplicates(replicates);
        Admissible.inRange("number of replicates with the first property only", onlyFirst, 0, replicates);
        Admissible.inRange("number of replicates with the second property only", onlySecond, 0, replicates - onlyFirst);
        double z = ConfidenceInterval.normalQuantile(level);
        double difference = (double) onlyFirst - onlySecond;
        double discordant = (double) onlyFirst + onlySecond;
        double standardError = Math.sqrt(Math.max(0, discordant - difference * difference / n)) / n;
        double first = (onlyFirst + 1.0) / (n + 2);
        double second = (onlySecond + 1.0) / (n + 2);
        double centre = first - second;
        double reach = z * Math.sqrt((first + second - centre * centre) / (n + 2));
        ConfidenceInterval interval =
                new ConfidenceInterval(Math.max(-1, centre - reach), Math.min(1, centre + reach), level);
        return new MonteCarloEstimate(difference / n, replicates, standardError, interval);
    }

    private static MonteCarloEstimate proportion(long count, long replicates, ConfidenceInterval interval) {
        double p = (double) count / replicates;
        return new MonteCarloEstimate(p, replicates, Math.sqrt(p * (1 - p) / replicates), interval);
    }

    private static MonteCarloEstimate shifted(SampleMoments sample, double origin, double level) {
        Admissible.openProbability("level", level);
        long n = requireReplicates(sample.count());
        double value = sample.mean() - origin;
        if (n == 1) {
            return new MonteCarloEstimate(
                    value,
                    n,
                    Double.POSITIVE_INFINITY,
                    new ConfidenceInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level));
        }
        double standardError = sample.standardDeviation() / Math.sqrt((double) n);
        double reach = TDistribution.of((double) (n - 1)).inverseSurvivalProbability(0.5 * (1 - level)) * standardError;
        return new MonteCarloEstimate(
                value, n, standardError, new ConfidenceInterval(value - reach, value + reach, level));
    }

    private static long requireReplicates(long replicates) {
        return Admissible.inRange("number of replicates", replicates, 1, Long.MAX_VALUE);
    }
}
