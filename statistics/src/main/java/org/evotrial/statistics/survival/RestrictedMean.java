package org.evotrial.statistics.survival;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;

/**
 * Restricted mean survival time {@code int_0^tau S(u) du} of a Kaplan-Meier curve, with
 *
 * <pre>
 *   Var = sum_{t_i &lt;= tau} (int_{t_i}^tau S(u) du)^2 d_i / (n_i (n_i - d_i))
 * </pre>
 *
 * <p>The term of a last event that leaves nobody is 0. Beyond the longest follow-up the last value of the curve is
 * carried forward. Royston and Parmar 2013, doi:10.1186/1471-2288-13-152.
 *
 * @param tau restriction time, positive
 * @param value mean, in [0, tau]
 * @param standardError square root of the variance
 */
public record RestrictedMean(double tau, double value, double standardError) {
    /**
     * Integrates a curve.
     *
     * @param curve the curve
     * @param tau restriction time, positive and finite
     * @return mean and standard error
     * @throws IllegalArgumentException if {@code tau} is not positive and finite
     */
    public static RestrictedMean of(KaplanMeier curve, double tau) {
        Admissible.positive("tau", tau);
        int last = -1;
        while (last + 1 < curve.steps() && curve.stepTime(last + 1) <= tau) {
            last++;
        }
        double right = tau;
        double area = 0;
        double variance = 0;
        for (int i = last; i >= 0; i--) {
            area += curve.stepSurvival(i) * (right - curve.stepTime(i));
            right = curve.stepTime(i);
            if (curve.stepSurvival(i) > 0) {
                double term = curve.stepGreenwoodSum(i) - (i == 0 ? 0 : curve.stepGreenwoodSum(i - 1));
                variance += area * area * term;
            }
        }
        return new RestrictedMean(tau, area + right, Math.sqrt(variance));
    }

    /**
     * Normal interval {@code value -+ z SE}, cut to [0, tau].
     *
     * @param level confidence level in (0, 1)
     * @return interval
     * @throws IllegalArgumentException if the level is outside (0, 1)
     */
    public ConfidenceInterval interval(double level) {
        double reach = ConfidenceInterval.normalQuantile(level) * standardError;
        return new ConfidenceInterval(Math.max(0, value - reach), Math.min(tau, value + reach), level);
    }
}
