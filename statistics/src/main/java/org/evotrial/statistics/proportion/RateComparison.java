package org.evotrial.statistics.proportion;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;

/**
 * Planning of a comparison of two independent rates by the normal approximation of the score test, whose variance is
 * pooled under the null hypothesis {@code p1 = p2} and separate under the alternative.
 *
 * <p>With {@code r = n1 / n2}, {@code p = (r p1 + p2) / (1 + r)}, {@code s0^2 = p (1 - p) (1 + r)^2 / r} and {@code s1^2 =
 * (1 + r) (p1 (1 - p1) / r + p2 (1 - p2))} the total sample size is {@code ((z_{1-alpha} s0 + z_{power} s1) / (p1 -
 * p2))^2}. Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, doi:10.1002/0471445428, chapter
 * 4, without continuity correction. For a group-sequential design multiply by its inflation factor.
 *
 * @param experimental {@code p1}, in (0, 1)
 * @param control {@code p2}, in (0, 1); larger rates are better
 * @param allocationRatio {@code r}, patients on experimental treatment per patient on control, positive
 */
public record RateComparison(double experimental, double control, double allocationRatio) {
    /**
     * Checks the rates.
     *
     * @throws IllegalArgumentException if a rate is outside (0, 1) or the ratio is not positive
     */
    public RateComparison {
        Admissible.openProbability("experimental rate", experimental);
        Admissible.openProbability("control rate", control);
        Admissible.positive("allocationRatio", allocationRatio);
    }

    /**
     * Patients of both arms that a test without interim looks needs.
     *
     * @param oneSidedAlpha level of one side, in (0, 0.5)
     * @param power in (alpha, 1)
     * @return total sample size, not rounded
     * @throws IllegalArgumentException if an argument is not admissible or the experimental rate is not larger
     */
    public double subjects(double oneSidedAlpha, double power) {
        requireLevel(oneSidedAlpha);
        if (!(power > oneSidedAlpha && power < 1)) {
            throw new IllegalArgumentException(
                    String.format("The power (%s) must be above alpha (%s) and below 1.", power, oneSidedAlpha));
        }
        if (!(experimental > control)) {
            throw new IllegalArgumentException(String.format(
                    "The experimental rate (%s) must be above the control rate (%s).", experimental, control));
        }
        double root = (StandardNormal.upperQuantile(oneSidedAlpha) * pooledDeviation()
                        + StandardNormal.quantile(power) * separateDeviation())
                / (experimental - control);
        return root * root;
    }

    /**
     * The mean of the statistic at full information that gives a test without interim looks its power: {@code z_{1 -
     * alpha} + (sqrt(N) (p1 - p2) - z_{1 - alpha} s0) / s1}, 0 if the rates are equal. A group-sequential design with
     * this drift has the stopping probabilities that packages give for rates.
     *
     * @param subjects total sample size {@code N}, positive
     * @param oneSidedAlpha level of one side, in (0, 0.5)
     * @return drift, negative if the experimental rate is lower
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public double drift(double subjects, double oneSidedAlpha) {
        Admissible.positive("number of subjects", subjects);
        requireLevel(oneSidedAlpha);
        double difference = experimental - control;
        double z = Math.signum(difference) * StandardNormal.upperQuantile(oneSidedAlpha);
        return z + (Math.sqrt(subjects) * difference - z * pooledDeviation()) / separateDeviation();
    }

    private static void requireLevel(double oneSidedAlpha) {
        if (!(oneSidedAlpha > 0 && oneSidedAlpha < 0.5)) {
            throw new IllegalArgumentException(
                    String.format("The oneSidedAlpha (%s) must be in (0, 0.5).", oneSidedAlpha));
        }
    }

    private double pooledDeviation() {
        double pooled = (allocationRatio * experimental + control) / (1 + allocationRatio);
        return (1 + allocationRatio) * Math.sqrt(pooled * (1 - pooled) / allocationRatio);
    }

    private double separateDeviation() {
        double variance = experimental * (1 - experimental) / allocationRatio + control * (1 - control);
        return Math.sqrt((1 + allocationRatio) * variance);
    }
}
