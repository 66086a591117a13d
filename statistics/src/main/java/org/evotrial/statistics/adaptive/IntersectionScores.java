package org.evotrial.statistics.adaptive;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.multiplicity.DunnettDistribution;

/**
 * Normal scores {@code Phi^-1(1 - p)} of tests of intersections, for loops over simulated trials: from z statistics,
 * without allocation. Agrees with {@link org.evotrial.statistics.multiplicity.IntersectionTest}.
 */
@FunctionalInterface
public interface IntersectionScores {
    /**
     * The score of an intersection.
     *
     * @param z statistics of all hypotheses, larger against the null hypothesis
     * @param used hypotheses of the intersection that are tested, not empty
     * @return normal score; negative infinity for a p-value of 1
     */
    double score(double[] z, int used);

    /**
     * Bonferroni's test.
     *
     * @return scores
     */
    static IntersectionScores bonferroni() {
        return (z, used) -> {
            double largest = largest(z, used);
            int count = Integer.bitCount(used);
            return count == 1
                    ? largest
                    : StandardNormal.upperQuantile(Math.min(1, count * StandardNormal.survival(largest)));
        };
    }

    /**
     * Sidak's test.
     *
     * @return scores
     */
    static IntersectionScores sidak() {
        return (z, used) -> {
            double largest = largest(z, used);
            int count = Integer.bitCount(used);
            return count == 1
                    ? largest
                    : StandardNormal.upperQuantile(
                            -StrictMath.expm1(count * StrictMath.log1p(-StandardNormal.survival(largest))));
        };
    }

    /**
     * Simes' test.
     *
     * @return scores
     */
    static IntersectionScores simes() {
        return (z, used) -> {
            int count = Integer.bitCount(used);
            if (count == 1) {
                return largest(z, used);
            }
            double least = 1;
            for (int i = 0; i < z.length; i++) {
                if ((used >> i & 1) != 0) {
                    least = Math.min(least, count * StandardNormal.survival(z[i]) / rank(z, used, z[i]));
                }
            }
            return StandardNormal.upperQuantile(Math.min(1, least));
        };
    }

    /**
     * The test of the largest of statistics with a common correlation: Dunnett's with .5 for groups of equal size, that of
     * Spiessens and Debois with the root of the sub-population's share of the information.
     *
     * @param hypotheses {@code m}, 1 to 20
     * @param correlation in [0, 1)
     * @return scores from tables, to 2e-6
     * @throws IllegalArgumentException if an argument is not admissible
     */
    static IntersectionScores equicorrelated(int hypotheses, double correlation) {
        Admissible.inRange("number of hypotheses", hypotheses, 1, 20);
        ScoreTable[] tables = new ScoreTable[hypotheses + 1];
        for (int count = 2; count <= hypotheses; count++) {
            tables[count] = ScoreTable.of(DunnettDistribution.equicorrelated(count, correlation));
        }
        return (z, used) -> {
            int count = Integer.bitCount(used);
            double largest = largest(z, used);
            return count == 1 ? largest : tables[count].at(largest);
        };
    }

    private static double largest(double[] z, int used) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < z.length; i++) {
            if ((used >> i & 1) != 0) {
                largest = Math.max(largest, z[i]);
            }
        }
        return largest;
    }

    private static int rank(double[] z, int used, double own) {
        int rank = 0;
        for (int i = 0; i < z.length; i++) {
            if ((used >> i & 1) != 0 && z[i] >= own) {
                rank++;
            }
        }
        return rank;
    }
}
