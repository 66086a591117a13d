package org.evotrial.statistics.survival;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.StandardNormal;

/**
 * Inference on the survival probability at one time.
 *
 * <p>Where Greenwood's variance degenerates, at {@code S = 1} (no event yet) and {@code S = 0} (nobody left), intervals
 * and tests are the exact binomial ones: {@code S = 1} as {@code m} survivors of {@code m}, the subjects followed to
 * {@code t} or beyond, {@code S = 0} as no survivor among the subjects with an event.
 */
public final class LandmarkSurvival {
    private LandmarkSurvival() {}

    /**
     * Pointwise interval of {@code S(t)}.
     *
     * @param curve an estimate
     * @param t time, not NaN
     * @param level confidence level in (0, 1)
     * @param scale where the interval is symmetric
     * @return interval within [0, 1]; the exact binomial one where {@code S} is 0 or 1
     * @throws IllegalArgumentException if {@code t} is NaN or the level outside (0, 1)
     */
    public static ConfidenceInterval interval(KaplanMeier curve, double t, double level, SurvivalScale scale) {
        double z = ConfidenceInterval.normalQuantile(level);
        int step = curve.stepAt(t);
        if (step < 0) {
            return new ConfidenceInterval(StrictMath.pow(0.5 * (1 - level), 1.0 / curve.atRisk(t)), 1, level);
        }
        double s = curve.stepSurvival(step);
        if (s == 0) {
            return new ConfidenceInterval(0, 1 - StrictMath.pow(0.5 * (1 - level), 1.0 / curve.events()), level);
        }
        double relativeError = curve.stepRelativeError(step);
        return new ConfidenceInterval(scale.limit(s, relativeError, z), scale.limit(s, relativeError, -z), level);
    }

    /**
     * One-sample test of the survival rate at a landmark against a fixed rate.
     *
     * <pre>
     *   PLAIN    z = (S - p0) / SE
     *   LOG      z = (log S - log p0) / (SE / S)
     *   LOG_LOG  z = (log(-log p0) - log(-log S)) / (SE / (S |log S|))
     * </pre>
     *
     * <p>Where {@code S} is 0 or 1 the statistic is the normal quantile of the exact binomial tail, {@code p0^m} for
     * {@code m} survivors of {@code m} and {@code 1 - p0} to the number of events for none.
     *
     * @param curve an estimate
     * @param t landmark time, not NaN
     * @param p0 rate under the null hypothesis, in (0, 1)
     * @param scale where the statistic is standardised
     * @return z, positive where the survival is above {@code p0}; negative infinity if there is no event and nobody
     *     was followed to {@code t}
     * @throws IllegalArgumentException if {@code t} is NaN or {@code p0} outside (0, 1)
     */
    public static double z(KaplanMeier curve, double t, double p0, SurvivalScale scale) {
        Admissible.openProbability("p0", p0);
        int step = curve.stepAt(t);
        if (step < 0) {
            return StandardNormal.upperQuantile(StrictMath.pow(p0, curve.atRisk(t)));
        }
        double s = curve.stepSurvival(step);
        if (s == 0) {
            return StandardNormal.quantile(StrictMath.pow(1 - p0, curve.events()));
        }
        return scale.z(s, curve.stepRelativeError(step), p0);
    }

    /**
     * Two-sample test of the survival rates at a landmark on the log-log scale, {@code z = (g(S0) - g(S1)) / sqrt(v0 +
     * v1)} with {@code g(S) = log(-log S)}: the one that keeps its level best. Klein et al. 2007,
     * doi:10.1002/sim.2864.
     *
     * @param control an estimate
     * @param experimental an estimate
     * @param t landmark time, not NaN
     * @return z, positive where the experimental group survives more often; 0 where a curve is 0 or 1 at {@code t}, so
     *     that its variance is unknown
     * @throws IllegalArgumentException if {@code t} is NaN
     */
    public static double differenceZ(KaplanMeier control, KaplanMeier experimental, double t) {
        int step0 = control.stepAt(t);
        int step1 = experimental.stepAt(t);
        if (step0 < 0 || step1 < 0 || control.stepSurvival(step0) == 0 || experimental.stepSurvival(step1) == 0) {
            return 0;
        }
        double log0 = StrictMath.log(control.stepSurvival(step0));
        double log1 = StrictMath.log(experimental.stepSurvival(step1));
        double error =
                Math.hypot(control.stepRelativeError(step0) / log0, experimental.stepRelativeError(step1) / log1);
        return StrictMath.log(log0 / log1) / error;
    }
}
