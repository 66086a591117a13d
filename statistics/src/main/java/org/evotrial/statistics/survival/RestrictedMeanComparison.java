package org.evotrial.statistics.survival;

import org.evotrial.statistics.ConfidenceInterval;

/**
 * Restricted mean survival times of two groups with the same restriction: difference and ratio, experimental to control.
 * The groups are independent, so that variances add; the ratio is taken on the log scale. Royston and Parmar 2013,
 * doi:10.1186/1471-2288-13-152; Uno et al. 2014, doi:10.1200/JCO.2014.55.2208.
 *
 * @param control mean of the control group
 * @param experimental mean of the experimental group, with the same restriction
 */
public record RestrictedMeanComparison(RestrictedMean control, RestrictedMean experimental) {
    /**
     * Checks the restrictions.
     *
     * @throws IllegalArgumentException if they differ
     */
    public RestrictedMeanComparison {
        if (control.tau() != experimental.tau()) {
            throw new IllegalArgumentException(String.format(
                    "The restrictions (%s, %s) of both groups must be the same.", control.tau(), experimental.tau()));
        }
    }

    /**
     * Compares two curves.
     *
     * @param control curve of the control group
     * @param experimental curve of the experimental group
     * @param tau restriction time, positive; at most the shorter {@link KaplanMeier#lastTime} unless curves may be
     *     carried forward
     * @return comparison
     * @throws IllegalArgumentException if {@code tau} is not positive and finite
     */
    public static RestrictedMeanComparison of(KaplanMeier control, KaplanMeier experimental, double tau) {
        return new RestrictedMeanComparison(RestrictedMean.of(control, tau), RestrictedMean.of(experimental, tau));
    }

    /**
     * Experimental minus control.
     *
     * @return difference in time units, positive where the experimental group does better
     */
    public double difference() {
        return experimental.value() - control.value();
    }

    /**
     * Standard error of the difference.
     *
     * @return root of the sum of the variances; 0 if neither curve steps before the restriction
     */
    public double standardError() {
        return Math.hypot(control.standardError(), experimental.standardError());
    }

    /**
     * Difference by its standard error.
     *
     * @return z, positive where the experimental group does better; 0 without variance
     */
    public double z() {
        return standardError() > 0 ? difference() / standardError() : 0;
    }

    /**
     * Normal interval of the difference.
     *
     * @param level confidence level in (0, 1)
     * @return interval within [-tau, tau]
     * @throws IllegalArgumentException if the level is outside (0, 1)
     */
    public ConfidenceInterval differenceInterval(double level) {
        double reach = ConfidenceInterval.normalQuantile(level) * standardError();
        double tau = control.tau();
        return new ConfidenceInterval(Math.max(-tau, difference() - reach), Math.min(tau, difference() + reach), level);
    }

    /**
     * Experimental by control.
     *
     * @return ratio; positive infinity where everybody in the control group has the event at time 0, NaN if in both
     */
    public double ratio() {
        return experimental.value() / control.value();
    }

    /**
     * Standard error of the logarithm of the ratio.
     *
     * @return {@code sqrt(v0 / m0^2 + v1 / m1^2)}; NaN where a mean is 0
     */
    public double logRatioStandardError() {
        return Math.hypot(
                control.standardError() / control.value(), experimental.standardError() / experimental.value());
    }

    /**
     * Interval of the ratio, normal on the log scale.
     *
     * @param level confidence level in (0, 1)
     * @return interval; [0, infinity] where a mean is 0
     * @throws IllegalArgumentException if the level is outside (0, 1)
     */
    public ConfidenceInterval ratioInterval(double level) {
        double z = ConfidenceInterval.normalQuantile(level);
        if (control.value() == 0 || experimental.value() == 0) {
            return new ConfidenceInterval(0, Double.POSITIVE_INFINITY, level);
        }
        double factor = StrictMath.exp(z * logRatioStandardError());
        return new ConfidenceInterval(ratio() / factor, ratio() * factor, level);
    }
}
