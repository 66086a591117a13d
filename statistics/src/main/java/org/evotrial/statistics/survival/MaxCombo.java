package org.evotrial.statistics.survival;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.MultivariateNormal;

/**
 * The largest of several weighted log-rank statistics, with the p-value of their joint normal distribution.
 *
 * <p>{@code p = 1 - P(Z_1 <= m, ..., Z_k <= m)} one-sided, {@code 1 - P(|Z_1| <= m, ...)} two-sided, where the correlations
 * are those of the numerators, {@code sum w_a w_b v / sqrt(...)}. By quadrature, without random numbers. Statistics
 * without information are left out. Lin et al. 2020, doi:10.1080/19466315.2019.1697738; Karrison 2016,
 * doi:10.1177/1536867X1601600308.
 *
 * @param statistic {@code m}: the largest z, or the largest |z| if two-sided; 0 without information
 * @param pValue in [0, 1]; without information 0.5 one-sided and 1 two-sided
 */
public record MaxCombo(double statistic, double pValue) {
    private static final int MOST_TESTS = 6;

    /**
     * The test in favour of the experimental group.
     *
     * @param tests one to six statistics
     * @return statistic and one-sided p-value
     * @throws IllegalArgumentException if there are more than six
     */
    public static MaxCombo oneSided(WeightedLogRankTest tests) {
        return of(tests, false);
    }

    /**
     * The test against any difference.
     *
     * @param tests one to six statistics
     * @return statistic and two-sided p-value
     * @throws IllegalArgumentException if there are more than six
     */
    public static MaxCombo twoSided(WeightedLogRankTest tests) {
        return of(tests, true);
    }

    private static MaxCombo of(WeightedLogRankTest tests, boolean twoSided) {
        Admissible.inRange("number of statistics", tests.tests(), 1, MOST_TESTS);
        int[] used = new int[tests.tests()];
        int count = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < tests.tests(); a++) {
            if (tests.informative(a)) {
                used[count++] = a;
                largest = Math.max(largest, twoSided ? Math.abs(tests.z(a)) : tests.z(a));
            }
        }
        if (count == 0) {
            return new MaxCombo(0, twoSided ? 1 : 0.5);
        }
        double[] upper = new double[count];
        double[] lower = new double[count];
        Arrays.fill(upper, largest);
        Arrays.fill(lower, twoSided ? -largest : Double.NEGATIVE_INFINITY);
        double none = MultivariateNormal.rectangle(lower, upper, correlation(tests, used, count));
        return new MaxCombo(largest, 1 - none);
    }

    private static double[][] correlation(WeightedLogRankTest tests, int[] used, int count) {
        double[][] matrix = new double[count][count];
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                matrix[a][b] = tests.correlation(used[a], used[b]);
            }
        }
        return matrix;
    }
}
