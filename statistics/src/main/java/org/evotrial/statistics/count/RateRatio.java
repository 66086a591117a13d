package org.evotrial.statistics.count;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.StandardNormal;

/**
 * The ratio of two event rates, first over second, by negative binomial regression with one dispersion: {@code Var(Y) = m + k m^2}
 * with the mean {@code m} = exposure times rate. Lawless 1987, doi:10.2307/3314912.
 *
 * <p>{@code k} is the dispersion; R's {@code theta} and SciPy's {@code n} are {@code 1 / k}. The standard error rests on the expected
 * information, in which {@code k} and the rates are independent, as in R's {@code glm.nb}; programs that use the observed
 * information differ in the third digit.
 *
 * @param logEstimate natural logarithm of the ratio of rates
 * @param standardError of {@code logEstimate}, positive
 * @param dispersion {@code k}; 0 where the counts vary no more than Poisson's
 */
public record RateRatio(double logEstimate, double standardError, double dispersion) {
    private static final double LOWEST = -14;
    private static final double HIGHEST = 7;
    private static final double STEP = 0.5;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public RateRatio {
        Admissible.finite("logEstimate", logEstimate);
        Admissible.positive("standardError", standardError);
        Admissible.nonNegative("dispersion", dispersion);
    }

    /**
     * Maximum likelihood with an estimated dispersion in [0, e^7].
     *
     * @param first group
     * @param second group
     * @return ratio
     * @throws IllegalArgumentException if a group has no event, so that its rate has no finite logarithm
     */
    public static RateRatio negativeBinomial(EventCounts first, EventCounts second) {
        requireEvents(first, second);
        double best = profile(first, second, 0);
        double where = Double.NEGATIVE_INFINITY;
        for (double log = LOWEST; log <= HIGHEST; log += STEP) {
            double value = profile(first, second, StrictMath.exp(log));
            if (value > best) {
                best = value;
                where = log;
            }
        }
        if (where == Double.NEGATIVE_INFINITY) {
            return at(first, second, 0);
        }
        double refined = new BrentOptimizer(1e-10, 1e-12)
                .optimize(
                        new MaxEval(500),
                        GoalType.MAXIMIZE,
                        new SearchInterval(where - STEP, Math.min(HIGHEST, where + STEP), where),
                        new UnivariateObjectiveFunction(log -> profile(first, second, StrictMath.exp(log))))
                .getPoint();
        return at(first, second, StrictMath.exp(refined));
    }

    /**
     * Poisson regression: no dispersion. Too optimistic where patients differ.
     *
     * @param first group
     * @param second group
     * @return ratio
     * @throws IllegalArgumentException if a group has no event
     */
    public static RateRatio poisson(EventCounts first, EventCounts second) {
        requireEvents(first, second);
        return at(first, second, 0);
    }

    private static void requireEvents(EventCounts first, EventCounts second) {
        Admissible.inRange("number of events of the first group", first.total(), 1, Long.MAX_VALUE);
        Admissible.inRange("number of events of the second group", second.total(), 1, Long.MAX_VALUE);
    }

    private static double profile(EventCounts first, EventCounts second, double dispersion) {
        return first.logLikelihood(first.rate(dispersion), dispersion)
                + second.logLikelihood(second.rate(dispersion), dispersion);
    }

    private static RateRatio at(EventCounts first, EventCounts second, double dispersion) {
        double rate1 = first.rate(dispersion);
        double rate2 = second.rate(dispersion);
        double variance = 1 / first.information(rate1, dispersion) + 1 / second.information(rate2, dispersion);
        return new RateRatio(StrictMath.log(rate1 / rate2), Math.sqrt(variance), dispersion);
    }

    /**
     * The ratio.
     *
     * @return {@code exp(logEstimate)}
     */
    public double estimate() {
        return StrictMath.exp(logEstimate);
    }

    /**
     * The one-sided p-value against smaller ratios.
     *
     * @param ratio under the null hypothesis, positive; above 1 for non-inferiority where events are bad
     * @return p-value of Wald's test
     * @throws IllegalArgumentException if the ratio is not positive
     */
    public double lowerPValue(double ratio) {
        double nullLog = StrictMath.log(Admissible.positive("ratio", ratio));
        return StandardNormal.cumulative((logEstimate - nullLog) / standardError);
    }

    /**
     * Wald's confidence interval of the ratio.
     *
     * @param level confidence level in (0, 1)
     * @return interval
     * @throws IllegalArgumentException if the level is not admissible
     */
    public ConfidenceInterval interval(double level) {
        double reach = ConfidenceInterval.normalQuantile(level) * standardError;
        return new ConfidenceInterval(StrictMath.exp(logEstimate - reach), StrictMath.exp(logEstimate + reach), level);
    }
}
