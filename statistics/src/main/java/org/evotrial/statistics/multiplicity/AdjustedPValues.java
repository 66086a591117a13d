package org.evotrial.statistics.multiplicity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;

/**
 * Multiplicity-adjusted p-values by shortcuts, without the {@code 2^m} intersections: the smallest familywise level at
 * which each hypothesis is rejected. Any number of hypotheses. Adjusted values are in the order of the arguments.
 */
public final class AdjustedPValues {
    private AdjustedPValues() {}

    /**
     * Bonferroni: {@code min(1, m p_i)}.
     *
     * @param pValues in [0, 1], at least one
     * @return adjusted p-values
     * @throws IllegalArgumentException if a p-value is not admissible
     */
    public static double[] bonferroni(double... pValues) {
        require(pValues);
        return Arrays.stream(pValues).map(p -> Math.min(1, p * pValues.length)).toArray();
    }

    /**
     * Sidak: {@code 1 - (1 - p_i)^m}, for independent or positively dependent statistics.
     *
     * @param pValues in [0, 1], at least one
     * @return adjusted p-values
     * @throws IllegalArgumentException if a p-value is not admissible
     */
    public static double[] sidak(double... pValues) {
        require(pValues);
        return Arrays.stream(pValues)
                .map(p -> -StrictMath.expm1(pValues.length * StrictMath.log1p(-p)))
                .toArray();
    }

    /**
     * Holm: {@code max_{j <= i} (m - j + 1) p_(j)}, step-down, valid under any dependence. Holm 1979, Scand. J. Stat. 6,
     * 65-70.
     *
     * @param pValues in [0, 1], at least one
     * @return adjusted p-values
     * @throws IllegalArgumentException if a p-value is not admissible
     */
    public static double[] holm(double... pValues) {
        int[] order = ascending(pValues);
        double[] adjusted = new double[pValues.length];
        double largest = 0;
        for (int j = 0; j < order.length; j++) {
            largest = Math.max(largest, Math.min(1, (order.length - j) * pValues[order[j]]));
            adjusted[order[j]] = largest;
        }
        return adjusted;
    }

    /**
     * Hochberg: {@code min_{j >= i} (m - j + 1) p_(j)}, step-up, for positively dependent statistics. Hochberg 1988,
     * doi:10.1093/biomet/75.4.800.
     *
     * @param pValues in [0, 1], at least one
     * @return adjusted p-values
     * @throws IllegalArgumentException if a p-value is not admissible
     */
    public static double[] hochberg(double... pValues) {
        int[] order = ascending(pValues);
        double[] adjusted = new double[pValues.length];
        double least = 1;
        for (int j = order.length - 1; j >= 0; j--) {
            least = Math.min(least, (order.length - j) * pValues[order[j]]);
            adjusted[order[j]] = least;
        }
        return adjusted;
    }

    /**
     * Hommel: the closure of Simes' test, for positively dependent statistics. Among the intersections of {@code k}
     * hypotheses with {@code H_i} the largest Simes p-value is that of {@code H_i} and the {@code k - 1} largest p-values.
     * Hommel 1988, doi:10.1093/biomet/75.2.383.
     *
     * @param pValues in [0, 1], at least one
     * @return adjusted p-values
     * @throws IllegalArgumentException if a p-value is not admissible
     */
    public static double[] hommel(double... pValues) {
        int[] order = ascending(pValues);
        int m = order.length;
        double[] adjusted = new double[m];
        for (int i = 0; i < m; i++) {
            double largest = 0;
            for (int k = 1; k <= m; k++) {
                largest = Math.max(largest, simesWithLargest(pValues, order, i, k));
            }
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }

    /**
     * Fixed sequence: {@code max_{j <= i} p_j} in the given order; testing stops at the first that is not rejected.
     *
     * @param pValues in [0, 1] in the order of testing, at least one
     * @return adjusted p-values
     * @throws IllegalArgumentException if a p-value is not admissible
     */
    public static double[] fixedSequence(double... pValues) {
        require(pValues);
        double[] adjusted = pValues.clone();
        for (int i = 1; i < adjusted.length; i++) {
            adjusted[i] = Math.max(adjusted[i], adjusted[i - 1]);
        }
        return adjusted;
    }

    /**
     * Dunnett's test in a single step: {@code P(max Z > z_i)}.
     *
     * @param distribution of all statistics under the null hypothesis
     * @param statistics {@code z_i}, larger is better, one per statistic of the distribution
     * @return adjusted p-values
     * @throws IllegalArgumentException if the numbers differ or a statistic is NaN
     */
    public static double[] dunnett(DunnettDistribution distribution, double... statistics) {
        requireDimension(distribution, statistics);
        return Arrays.stream(statistics).map(distribution::maximumUpperTail).toArray();
    }

    /**
     * The step-down Dunnett test, the closure of Dunnett's test: the {@code j}-th largest statistic is compared with the
     * maximum of itself and the smaller ones. Naik 1975, doi:10.1080/03610927508827267; Dunnett and Tamhane 1991,
     * doi:10.1002/sim.4780100614.
     *
     * @param distribution of all statistics under the null hypothesis, at most 30
     * @param statistics {@code z_i}, larger is better, one per statistic of the distribution
     * @return adjusted p-values
     * @throws IllegalArgumentException if the numbers differ or a statistic is NaN
     */
    public static double[] stepDownDunnett(DunnettDistribution distribution, double... statistics) {
        requireDimension(distribution, statistics);
        Admissible.inRange("number of statistics", statistics.length, 1, 30);
        double[] pValues =
                Arrays.stream(statistics).map(StandardNormal::survival).toArray();
        int left = (1 << statistics.length) - 1;
        double largest = 0;
        double[] adjusted = new double[statistics.length];
        for (int i : ascending(pValues)) {
            largest = Math.max(largest, distribution.marginal(left).maximumUpperTail(statistics[i]));
            adjusted[i] = largest;
            left &= ~(1 << i);
        }
        return adjusted;
    }

    /** Simes' p-value of the hypothesis of rank i and the k - 1 largest p-values (k largest where it is one of them). */
    private static double simesWithLargest(double[] pValues, int[] order, int i, int k) {
        int m = order.length;
        boolean among = i > m - k;
        double least = among ? 1 : k * pValues[order[i]];
        int first = among ? m - k : m - k + 1;
        for (int j = first; j < m; j++) {
            int rank = among ? j - first + 1 : j - first + 2;
            least = Math.min(least, k * pValues[order[j]] / rank);
        }
        return Math.min(1, least);
    }

    private static int[] ascending(double[] pValues) {
        require(pValues);
        return IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void require(double[] pValues) {
        Admissible.inRange("number of hypotheses", pValues.length, 1, Integer.MAX_VALUE);
        for (double p : pValues) {
            Admissible.probability("p-value", p);
        }
    }

    private static void requireDimension(DunnettDistribution distribution, double[] statistics) {
        if (statistics.length != distribution.dimension()) {
            throw new IllegalArgumentException(String.format(
                    "The number of statistics (%d) must be that of the distribution (%d).",
                    statistics.length, distribution.dimension()));
        }
    }
}
