package org.evotrial.statistics.multiplicity;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;

/**
 * A test of the intersection of some of {@code m} null hypotheses, as a p-value.
 *
 * <p>Hypotheses have indices {@code 0 .. m - 1}; an intersection is a set of bits. A p-value of NaN marks a hypothesis
 * that is no longer tested, such as that of an arm that was dropped: the test then uses the others of the intersection,
 * and gives 1, no evidence, where none is left. Multiplicity is that of the p-values used.
 */
public sealed interface IntersectionTest extends Serializable {
    /** Most hypotheses that a set of bits can hold. */
    int MOST_HYPOTHESES = 20;

    /**
     * The p-value of the intersection.
     *
     * @param pValues one-sided p-values of all {@code m} hypotheses, in [0, 1], or NaN where not tested
     * @param intersection bit {@code i} set where hypothesis {@code i} belongs to it
     * @return p-value in [0, 1]; 1 if none of its hypotheses is tested
     */
    double pValue(double[] pValues, int intersection);

    /**
     * The p-value of one hypothesis, adjusted in a single step for all that are tested: what confidence bounds use that
     * belong to the test. Simes' test has none, and Bonferroni's stands in for it, which it never contradicts.
     *
     * @param pValues as for {@link #pValue}
     * @param hypothesis index of a tested hypothesis
     * @return adjusted p-value
     */
    double singleStepPValue(double[] pValues, int hypothesis);

    /**
     * The bits of all hypotheses that are tested.
     *
     * @param pValues one-sided p-values, NaN where not tested
     * @return set of bits
     * @throws IllegalArgumentException if there are no or more than {@link #MOST_HYPOTHESES} hypotheses, or a p-value is
     *     outside [0, 1]
     */
    static int tested(double[] pValues) {
        Admissible.inRange("number of hypotheses", pValues.length, 1, MOST_HYPOTHESES);
        int bits = 0;
        for (int i = 0; i < pValues.length; i++) {
            if (!Double.isNaN(pValues[i])) {
                Admissible.probability("p-value", pValues[i]);
                bits |= 1 << i;
            }
        }
        return bits;
    }

    /** {@code min(1, k min p_i)} over the {@code k} tested hypotheses; valid under any dependence. */
    record Bonferroni() implements IntersectionTest {
        @Override
        public double pValue(double[] pValues, int intersection) {
            int used = tested(pValues) & intersection;
            return used == 0 ? 1 : Math.min(1, Integer.bitCount(used) * smallest(pValues, used));
        }

        @Override
        public double singleStepPValue(double[] pValues, int hypothesis) {
            return Math.min(1, Integer.bitCount(tested(pValues)) * pValues[hypothesis]);
        }
    }

    /**
     * {@code 1 - (1 - min p_i)^k}: exact for independent statistics, conservative under positive dependence. Sidak 1967,
     * doi:10.1080/01621459.1967.10482935.
     */
    record Sidak() implements IntersectionTest {
        @Override
        public double pValue(double[] pValues, int intersection) {
            int used = tested(pValues) & intersection;
            return used == 0 ? 1 : atLeastOne(smallest(pValues, used), Integer.bitCount(used));
        }

        @Override
        public double singleStepPValue(double[] pValues, int hypothesis) {
            return atLeastOne(pValues[hypothesis], Integer.bitCount(tested(pValues)));
        }

        private static double atLeastOne(double p, int count) {
            return -StrictMath.expm1(count * StrictMath.log1p(-p));
        }
    }

    /**
     * Simes' {@code min_j k p_(j) / j} over the ordered p-values: exact for independent, conservative for positively
     * dependent statistics. Simes 1986, doi:10.1093/biomet/73.3.751.
     */
    record Simes() implements IntersectionTest {
        @Override
        public double pValue(double[] pValues, int intersection) {
            int used = tested(pValues) & intersection;
            int count = Integer.bitCount(used);
            double least = 1;
            for (int i = 0; i < pValues.length; i++) {
                if ((used >> i & 1) != 0) {
                    least = Math.min(least, count * pValues[i] / rank(pValues, used, pValues[i]));
                }
            }
            return least;
        }

        @Override
        public double singleStepPValue(double[] pValues, int hypothesis) {
            return new Bonferroni().singleStepPValue(pValues, hypothesis);
        }

        private static int rank(double[] pValues, int used, double p) {
            int rank = 0;
            for (int i = 0; i < pValues.length; i++) {
                if ((used >> i & 1) != 0 && pValues[i] <= p) {
                    rank++;
                }
            }
            return rank;
        }
    }

    /** The p-value of the first tested hypothesis in the order of the indices: its closure is the fixed sequence. */
    record Hierarchical() implements IntersectionTest {
        @Override
        public double pValue(double[] pValues, int intersection) {
            int used = tested(pValues) & intersection;
            return used == 0 ? 1 : pValues[Integer.numberOfTrailingZeros(used)];
        }

        @Override
        public double singleStepPValue(double[] pValues, int hypothesis) {
            double largest = 0;
            for (int i = 0; i <= hypothesis; i++) {
                largest = Double.isNaN(pValues[i]) ? largest : Math.max(largest, pValues[i]);
            }
            return largest;
        }
    }

    /**
     * {@code P(max Z_i >= z)} at the largest statistic, with correlations {@code b_i b_j}: Dunnett's test for arms against
     * a control, and that of Spiessens and Debois for a sub-population and all.
     *
     * @param distribution of the statistics of all {@code m} hypotheses under their null hypotheses
     */
    record Dunnett(DunnettDistribution distribution) implements IntersectionTest {
        /**
         * For a sub-population S and the full population F: {@code Corr(Z_S, Z_F) = sqrt(I_S / I_F)}, {@code I} the
         * information, such as numbers of subjects or of events. Hypothesis 0 is that of S, 1 that of F. Spiessens and
         * Debois 2010, doi:10.1016/j.cct.2010.08.011.
         *
         * @param share {@code I_S / I_F}, in (0, 1)
         * @return the test
         * @throws IllegalArgumentException if the share is outside (0, 1)
         */
        public static Dunnett spiessensDebois(double share) {
            Admissible.openProbability("share of the sub-population", share);
            return new Dunnett(DunnettDistribution.equicorrelated(2, Math.sqrt(share)));
        }

        @Override
        public double pValue(double[] pValues, int intersection) {
            int used = requireDimension(pValues) & intersection;
            return used == 0 ? 1 : adjusted(smallest(pValues, used), used);
        }

        @Override
        public double singleStepPValue(double[] pValues, int hypothesis) {
            return adjusted(pValues[hypothesis], requireDimension(pValues));
        }

        private int requireDimension(double[] pValues) {
            if (pValues.length != distribution.dimension()) {
                throw new IllegalArgumentException(String.format(
                        "The number of p-values (%d) must be that of the distribution (%d).",
                        pValues.length, distribution.dimension()));
            }
            return tested(pValues);
        }

        private double adjusted(double p, int used) {
            if (Integer.bitCount(used) == 1) {
                return p;
            }
            return distribution.marginal(used).maximumUpperTail(StandardNormal.upperQuantile(p));
        }
    }

    private static double smallest(double[] pValues, int used) {
        double least = 1;
        for (int i = 0; i < pValues.length; i++) {
            if ((used >> i & 1) != 0) {
                least = Math.min(least, pValues[i]);
            }
        }
        return least;
    }
}
