package org.evotrial.statistics.ordinal;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;

/**
 * The test of Mann and Whitney (Wilcoxon's rank-sum test) with its normal approximation and correction for ties: {@code U} counts
 * the pairs in which the first group has the larger value, ties as one half; {@code E(U) = n1 n2 / 2}, {@code Var(U) = n1 n2 / 12
 * (N + 1 - sum (t^3 - t) / (N (N - 1)))} over groups of {@code t} equal values. Mann and Whitney 1947,
 * doi:10.1214/aoms/1177730491.
 *
 * <p>R's {@code W} is {@code U} of its first sample; other programs give the smaller of the two or a sum of ranks.
 *
 * @param pairsWon {@code U}
 * @param pairs {@code n1 n2}, positive
 * @param variance of {@code U}, corrected for ties; 0 if all values are equal
 */
public record MannWhitneyTest(double pairsWon, double pairs, double variance) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public MannWhitneyTest {
        Admissible.positive("pairs", pairs);
        if (!(pairsWon >= 0 && pairsWon <= pairs)) {
            throw new IllegalArgumentException(String.format("The pairsWon (%s) must be in [0, %s].", pairsWon, pairs));
        }
        Admissible.nonNegative("variance", variance);
    }

    /**
     * Compares two samples.
     *
     * @param first values, infinities allowed
     * @param second values, infinities allowed
     * @return test
     * @throws IllegalArgumentException if a sample is empty or a value is NaN
     */
    public static MannWhitneyTest of(double[] first, double[] second) {
        double[] x = sorted(first);
        double[] y = sorted(second);
        double won = 0;
        double ties = 0;
        int i = 0;
        int j = 0;
        while (i < x.length || j < y.length) {
            double value = j == y.length || i < x.length && x[i] <= y[j] ? x[i] : y[j];
            int ofFirst = run(x, i, value);
            int ofSecond = run(y, j, value);
            won += ofFirst * (j + 0.5 * ofSecond);
            ties += cube((double) ofFirst + ofSecond);
            i += ofFirst;
            j += ofSecond;
        }
        return of(won, x.length, y.length, ties);
    }

    /**
     * Compares two groups of ordered categories.
     *
     * @param first number of patients by category, ascending; zero or positive
     * @param second as many numbers
     * @return test
     * @throws IllegalArgumentException if the numbers of categories differ, a count is negative or a group is empty
     */
    public static MannWhitneyTest ofCounts(int[] first, int[] second) {
        Admissible.inRange("number of categories", second.length, first.length, first.length);
        double won = 0;
        double ties = 0;
        long n1 = 0;
        long n2 = 0;
        for (int k = 0; k < first.length; k++) {
            Admissible.inRange("count", first[k], 0, Integer.MAX_VALUE);
            Admissible.inRange("count", second[k], 0, Integer.MAX_VALUE);
            won += first[k] * (n2 + 0.5 * second[k]);
            ties += cube((double) first[k] + second[k]);
            n1 += first[k];
            n2 += second[k];
        }
        Admissible.inRange("size of the first group", n1, 1, Long.MAX_VALUE);
        Admissible.inRange("size of the second group", n2, 1, Long.MAX_VALUE);
        return of(won, n1, n2, ties);
    }

    private static MannWhitneyTest of(double won, double n1, double n2, double ties) {
        double n = n1 + n2;
        double variance = n1 * n2 / 12 * (n + 1 - ties / (n * (n - 1)));
        // Equal values leave rounding errors only.
        boolean constant = ties == cube(n);
        return new MannWhitneyTest(won, n1 * n2, constant ? 0 : variance);
    }

    private static double[] sorted(double[] values) {
        Admissible.inRange("sample size", values.length, 1, Integer.MAX_VALUE);
        double[] sorted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw new IllegalArgumentException("The value (NaN) must be a number.");
            }
            // Adding 0 makes -0 equal to 0, which sorting would tell apart.
            sorted[i] = values[i] + 0.0;
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private static int run(double[] sorted, int from, double value) {
        int to = from;
        while (to < sorted.length && sorted[to] == value) {
            to++;
        }
        return to - from;
    }

    private static double cube(double t) {
        return t * (t * t - 1);
    }

    /**
     * The share of pairs in which the first group has the larger value, ties as one half.
     *
     * @return estimate of {@code P(X > Y) + P(X = Y) / 2}
     */
    public double winProbability() {
        return pairsWon / pairs;
    }

    /**
     * The standardised statistic.
     *
     * @return {@code (U - n1 n2 / 2) / sqrt(Var(U))} without continuity correction; 0 if all values are equal
     */
    public double statistic() {
        return standardised(0);
    }

    /**
     * The one-sided p-value against larger values of the first group.
     *
     * @param corrected whether 1/2 is taken from the distance to the expectation, as R and SciPy do by default
     * @return p-value; 1/2 if all values are equal
     */
    public double upperPValue(boolean corrected) {
        return StandardNormal.survival(standardised(corrected ? 0.5 : 0));
    }

    /**
     * The two-sided p-value.
     *
     * @param corrected whether with continuity correction
     * @return p-value; 1 if all values are equal
     */
    public double twoSidedPValue(boolean corrected) {
        double distance = Math.max(0, Math.abs(pairsWon - 0.5 * pairs) - (corrected ? 0.5 : 0));
        return variance == 0 ? 1 : Math.min(1, 2 * StandardNormal.survival(distance / Math.sqrt(variance)));
    }

    private double standardised(double correction) {
        return variance == 0 ? 0 : (pairsWon - 0.5 * pairs - correction) / Math.sqrt(variance);
    }
}
