package org.evotrial.statistics.multiplicity;

import java.io.Serializable;
import java.util.Objects;
import org.evotrial.statistics.Admissible;

/**
 * The closure principle: a hypothesis is rejected at familywise level alpha if every intersection that it belongs to is
 * rejected at level alpha. Marcus, Peritz and Gabriel 1976, doi:10.1093/biomet/63.3.655.
 *
 * <p>With {@link IntersectionTest.Bonferroni} this is Holm's procedure, with {@link IntersectionTest.Simes} Hommel's, with
 * {@link IntersectionTest.Dunnett} the step-down Dunnett procedure, with {@link IntersectionTest.Hierarchical} the fixed
 * sequence. All {@code 2^m - 1} intersections are tested.
 *
 * @param intersectionTest the local test
 */
public record ClosedTest(IntersectionTest intersectionTest) implements Serializable {
    /**
     * Checks the test.
     *
     * @throws NullPointerException if it is null
     */
    public ClosedTest {
        Objects.requireNonNull(intersectionTest);
    }

    /**
     * p-values of all intersections.
     *
     * @param pValues one-sided p-values in [0, 1]; NaN where a hypothesis is not tested
     * @return p-value at each set of bits from 1 to {@code 2^m - 1}; entry 0 is 1
     * @throws IllegalArgumentException if the p-values are not admissible
     */
    public double[] intersectionPValues(double... pValues) {
        IntersectionTest.tested(pValues);
        double[] local = new double[1 << pValues.length];
        local[0] = 1;
        for (int set = 1; set < local.length; set++) {
            local[set] = intersectionTest.pValue(pValues, set);
        }
        return local;
    }

    /**
     * Adjusted p-values: the largest p-value of an intersection that the hypothesis belongs to, the smallest familywise
     * level at which it is rejected.
     *
     * @param pValues as for {@link #intersectionPValues}
     * @return adjusted p-values; NaN where a hypothesis is not tested
     * @throws IllegalArgumentException if the p-values are not admissible
     */
    public double[] adjustedPValues(double... pValues) {
        double[] adjusted = largestContaining(intersectionPValues(pValues), pValues.length);
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = Double.isNaN(pValues[i]) ? Double.NaN : adjusted[i];
        }
        return adjusted;
    }

    /**
     * The rejected hypotheses.
     *
     * @param alpha familywise level in (0, 1)
     * @param pValues as for {@link #intersectionPValues}
     * @return bit {@code i} set where hypothesis {@code i} is rejected
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public int rejected(double alpha, double... pValues) {
        Admissible.openProbability("alpha", alpha);
        double[] adjusted = adjustedPValues(pValues);
        int bits = 0;
        for (int i = 0; i < adjusted.length; i++) {
            bits |= adjusted[i] <= alpha ? 1 << i : 0;
        }
        return bits;
    }

    /**
     * Per hypothesis the largest value over the intersections that it belongs to.
     *
     * @param values one value per set of bits, {@code 2^m} of them; entry 0 is not used
     * @param hypotheses {@code m}
     * @return largest values
     */
    public static double[] largestContaining(double[] values, int hypotheses) {
        double[] largest = new double[hypotheses];
        for (int i = 0; i < hypotheses; i++) {
            largest[i] = Double.NEGATIVE_INFINITY;
            for (int set = 1; set < values.length; set++) {
                if ((set >> i & 1) != 0) {
                    largest[i] = Math.max(largest[i], values[set]);
                }
            }
        }
        return largest;
    }
}
