package org.evotrial.statistics.proportion;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;

/**
 * Confidence intervals of one binomial proportion, {@code x} successes in {@code n} trials. All are defined at {@code x =
 * 0} and {@code x = n} and lie in [0, 1]; with {@code n = 0} nothing is known and they are [0, 1].
 */
public final class ProportionInterval {
    private ProportionInterval() {}

    /**
     * Wilson's score interval: the {@code p} with {@code |x/n - p| <= z sqrt(p (1 - p) / n)}. Mean coverage near the
     * level. Wilson 1927, doi:10.1080/01621459.1927.10502953.
     *
     * @param successes {@code x}, in [0, trials]
     * @param trials {@code n}, zero or positive
     * @param level confidence level in (0, 1)
     * @return interval
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static ConfidenceInterval wilson(long successes, long trials, double level) {
        requireCounts(successes, trials);
        double z = ConfidenceInterval.normalQuantile(level);
        if (trials == 0) {
            return new ConfidenceInterval(0, 1, level);
        }
        double n = trials;
        double share = successes / n;
        double z2 = z * z;
        double centre = share + z2 / (2 * n);
        double reach = z * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
        double scale = 1 + z2 / n;
        double lower = successes == 0 ? 0 : (centre - reach) / scale;
        double upper = successes == trials ? 1 : (centre + reach) / scale;
        return new ConfidenceInterval(Math.max(0, lower), Math.min(1, upper), level);
    }

    /**
     * Clopper and Pearson's exact interval: the {@code p} that neither one-sided exact test rejects at {@code (1 -
     * level) / 2}. Coverage is never below the level. Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404.
     *
     * @param successes {@code x}, in [0, trials]
     * @param trials {@code n}, zero or positive
     * @param level confidence level in (0, 1)
     * @return interval
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static ConfidenceInterval clopperPearson(long successes, long trials, double level) {
        requireCounts(successes, trials);
        Admissible.openProbability("level", level);
        double tail = 0.5 * (1 - level);
        double lower = lowerLimit(successes, trials, tail);
        double upper = 1 - lowerLimit(trials - successes, trials, tail);
        return new ConfidenceInterval(Math.min(lower, upper), upper, level);
    }

    /**
     * One-sided exact lower limit: the {@code p} with {@code P(X >= x) = tail}.
     *
     * @param successes {@code x}, in [0, trials]
     * @param trials {@code n}, zero or positive
     * @param tail one-sided error in (0, 1)
     * @return limit; 0 for no successes
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static double lowerLimit(long successes, long trials, double tail) {
        requireCounts(successes, trials);
        Admissible.openProbability("tail", tail);
        if (successes == 0) {
            return 0;
        }
        if (successes == trials) {
            return StrictMath.pow(tail, 1.0 / trials);
        }
        double a = successes;
        double b = (double) trials - successes + 1;
        double start = StrictMath.log(a / b);
        double low = start - 1;
        while (probability(low, a, b) > tail) {
            low -= 2;
        }
        double high = start;
        while (probability(high, a, b) < tail) {
            high += 1;
        }
        double root = new BrentSolver(1e-15, 1e-14, 1e-15)
                .findRoot(u -> StrictMath.log(probability(u, a, b) / tail), low, high);
        return logistic(root);
    }

    static void requireCounts(long successes, long trials) {
        Admissible.inRange("number of trials", trials, 0, Long.MAX_VALUE);
        Admissible.inRange("number of successes", successes, 0, trials);
    }

    /** {@code P(X >= x)} at log odds {@code u}. */
    private static double probability(double u, double a, double b) {
        return RegularizedBeta.value(logistic(u), a, b);
    }

    private static double logistic(double u) {
        return 1 / (1 + StrictMath.exp(-u));
    }
}
