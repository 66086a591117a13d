package org.evotrial.statistics.survival;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;

/**
 * Quantiles of a survival time, the median first of all, with Brookmeyer and Crowley's intervals: the times at which the
 * rate is not rejected by the pointwise interval. Brookmeyer and Crowley 1982, doi:10.2307/2530286.
 */
public final class SurvivalQuantile {
    private static final double FLAT = 1e-8;

    private SurvivalQuantile() {}

    /**
     * The smallest time at which the survival estimate is at most {@code 1 - p}; if it equals {@code 1 - p} over an
     * interval that ends with an event, the middle of that interval.
     *
     * @param curve an estimate
     * @param p probability in (0, 1): 0.5 for the median
     * @return time; positive infinity if the curve does not fall that far
     * @throws IllegalArgumentException if {@code p} is outside (0, 1)
     */
    public static double of(KaplanMeier curve, double p) {
        double target = 1 - Admissible.openProbability("p", p);
        int steps = curve.requireSteps();
        for (int i = 0; i < steps; i++) {
            if (curve.stepSurvival(i) < target + FLAT) {
                boolean flat = Math.abs(curve.stepSurvival(i) - target) < FLAT && i + 1 < steps;
                return flat ? 0.5 * (curve.stepTime(i) + curve.stepTime(i + 1)) : curve.stepTime(i);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /**
     * The median survival time.
     *
     * @param curve an estimate
     * @return {@code of(curve, 0.5)}; positive infinity if not reached
     */
    public static double median(KaplanMeier curve) {
        return of(curve, 0.5);
    }

    /**
     * Brookmeyer and Crowley's interval: from the first time at which the lower pointwise limit is at most {@code 1 - p}
     * to the first at which the upper limit is. Where the curve is 0 Greenwood's variance says nothing: a limit that is
     * not reached before then is not reached.
     *
     * @param curve an estimate
     * @param p probability in (0, 1): 0.5 for the median
     * @param level confidence level in (0, 1)
     * @param scale of the pointwise limits
     * @return interval; limits that are not reached are positive infinity
     * @throws IllegalArgumentException if {@code p} or the level is outside (0, 1)
     */
    public static ConfidenceInterval interval(KaplanMeier curve, double p, double level, SurvivalScale scale) {
        double target = 1 - Admissible.openProbability("p", p);
        double z = ConfidenceInterval.normalQuantile(level);
        curve.requireSteps();
        return new ConfidenceInterval(
                firstAtMost(curve, target, z, scale), firstAtMost(curve, target, -z, scale), level);
    }

    /**
     * The interval of the median on the log-log scale.
     *
     * @param curve an estimate
     * @param level confidence level in (0, 1)
     * @return interval; limits that are not reached are positive infinity
     * @throws IllegalArgumentException if the level is outside (0, 1)
     */
    public static ConfidenceInterval medianInterval(KaplanMeier curve, double level) {
        return interval(curve, 0.5, level, SurvivalScale.LOG_LOG);
    }

    private static double firstAtMost(KaplanMeier curve, double target, double z, SurvivalScale scale) {
        for (int i = 0; i < curve.steps() && curve.stepSurvival(i) > 0; i++) {
            if (scale.limit(curve.stepSurvival(i), curve.stepRelativeError(i), z) <= target) {
                return curve.stepTime(i);
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
