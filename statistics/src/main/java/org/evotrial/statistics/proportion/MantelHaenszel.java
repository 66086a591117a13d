package org.evotrial.statistics.proportion;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.StandardNormal;

/**
 * Two proportions in strata: the test of Cochran, Mantel and Haenszel and the common odds ratio. A stratum with an empty group,
 * without success or without failure contributes nothing. Mantel and Haenszel 1959, doi:10.1093/jnci/22.4.719; Robins, Breslow and
 * Greenland 1986, doi:10.2307/2531052.
 *
 * <p>With {@code x1, y1} successes and failures of the first group, {@code x2, y2} of the second and {@code n} patients of a
 * stratum: {@code z = sum (x1 - n1 x / n) / sqrt(sum n1 n2 x y / (n^2 (n - 1)))}, odds ratio {@code sum (x1 y2 / n) / sum (x2 y1
 * / n)}. Mantel and Haenszel's variance has {@code n - 1}, Cochran's {@code n}.
 */
public final class MantelHaenszel {
    private double excess;
    private double variance;
    private double concordant;
    private double discordant;
    private double logVariance;

    private MantelHaenszel(List<TwoProportions> strata) {
        double both = 0;
        double concordantShare = 0;
        double discordantShare = 0;
        for (TwoProportions each : strata) {
            double n1 = each.trials1();
            double n2 = each.trials2();
            double n = n1 + n2;
            if (n < 2) {
                continue;
            }
            double x = (double) each.successes1() + each.successes2();
            excess += each.successes1() - n1 * x / n;
            variance += n1 * n2 * x * (n - x) / (n * n * (n - 1));
            double failures1 = n1 - each.successes1();
            double failures2 = n2 - each.successes2();
            double r = each.successes1() * failures2 / n;
            double s = each.successes2() * failures1 / n;
            double p = (each.successes1() + failures2) / n;
            concordant += r;
            discordant += s;
            concordantShare += p * r;
            discordantShare += (1 - p) * s;
            both += p * s + (1 - p) * r;
        }
        logVariance = concordantShare / (2 * concordant * concordant)
                + both / (2 * concordant * discordant)
                + discordantShare / (2 * discordant * discordant);
    }

    /**
     * Analyses.
     *
     * @param strata counts by stratum
     * @return analysis
     * @throws IllegalArgumentException if there is no stratum
     */
    public static MantelHaenszel of(List<TwoProportions> strata) {
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("The number of strata (0) must be positive.");
        }
        return new MantelHaenszel(strata);
    }

    /**
     * The statistic without continuity correction; its square is the chi-square with one degree of freedom.
     *
     * @return standard normal if proportions are equal in each stratum, positive if the first are larger; 0 if no stratum
     *     contributes
     */
    public double statistic() {
        return variance == 0 ? 0 : excess / Math.sqrt(variance);
    }

    /**
     * The one-sided p-value against larger first proportions.
     *
     * @return p-value
     */
    public double upperPValue() {
        return StandardNormal.survival(statistic());
    }

    /**
     * The chi-square statistic.
     *
     * @param corrected whether 1/2 is taken from the excess before it is squared, as R does by default
     * @return statistic with one degree of freedom; 0 if no stratum contributes
     */
    public double chiSquare(boolean corrected) {
        double distance = Math.max(0, Math.abs(excess) - (corrected ? 0.5 : 0));
        return variance == 0 ? 0 : distance * distance / variance;
    }

    /**
     * The two-sided p-value.
     *
     * @param corrected whether with continuity correction
     * @return p-value; 1 if no stratum contributes
     */
    public double twoSidedPValue(boolean corrected) {
        return ChiSquaredDistribution.of(1).survivalProbability(chiSquare(corrected));
    }

    /**
     * The common odds ratio.
     *
     * @return estimate; 0 or positive infinity where the data do not bound it
     * @throws ArithmeticException if no stratum contributes
     */
    public double oddsRatio() {
        if (concordant == 0 && discordant == 0) {
            throw new ArithmeticException(
                    "There is no odds ratio: no stratum has both groups, successes and failures.");
        }
        return concordant / discordant;
    }

    /**
     * The confidence interval of the common odds ratio, by the normal distribution of its logarithm.
     *
     * @param level confidence level in (0, 1)
     * @return interval
     * @throws IllegalArgumentException if the level is not admissible
     * @throws ArithmeticException if the estimate is 0 or infinite, or there is none
     */
    public ConfidenceInterval oddsRatioInterval(double level) {
        double z = ConfidenceInterval.normalQuantile(level);
        double ratio = oddsRatio();
        if (ratio == 0 || Double.isInfinite(ratio)) {
            throw new ArithmeticException(
                    String.format("There is no interval by the logarithm of the odds ratio %s.", ratio));
        }
        double reach = z * Math.sqrt(logVariance);
        return new ConfidenceInterval(ratio * StrictMath.exp(-reach), ratio * StrictMath.exp(reach), level);
    }
}
