package org.evotrial.statistics.multiplicity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.evotrial.statistics.Admissible;

/**
 * Gatekeeping: ordered families of hypotheses, each tested with the level that the one before has not used up. Dmitrienko,
 * Tamhane and Wiens 2008, doi:10.1002/bimj.200710464.
 *
 * <p>A family of {@code n} is tested at its level {@code a} by Holm's or Hochberg's procedure, truncated by {@code gamma}:
 * the {@code j}-th step compares with {@code (gamma / (n - j + 1) + (1 - gamma) / n) a}, from regular ({@code gamma = 1})
 * to Bonferroni ({@code gamma = 0}). If {@code r} of its hypotheses are not rejected it has used {@code (gamma + (1 - gamma)
 * r / n) a}, nothing if {@code r = 0}; the rest goes to the next family. With {@code gamma = 1} a family opens the gate only
 * if all of it is rejected: serial gatekeeping. With {@code gamma < 1} any rejection opens it in part: parallel
 * gatekeeping. The last family should be regular, since nothing follows.
 *
 * @param families in the order of testing
 */
public record Gatekeeping(List<Family> families) implements Serializable {
    private static final double LEAST_LEVEL = 1e-300;

    /** In which direction the steps go. */
    public enum Procedure {
        /** Step-down, valid under any dependence within the family. */
        HOLM,
        /** Step-up, for positively dependent statistics within the family. */
        HOCHBERG
    }

    /**
     * A family.
     *
     * @param hypotheses number of its hypotheses, positive
     * @param procedure direction of the steps
     * @param truncation {@code gamma} in [0, 1]
     */
    public record Family(int hypotheses, Procedure procedure, double truncation) implements Serializable {
        /**
         * Checks the family.
         *
         * @throws IllegalArgumentException if a value is not admissible
         */
        public Family {
            Admissible.inRange("number of hypotheses", hypotheses, 1, Integer.MAX_VALUE);
            Admissible.probability("truncation", truncation);
        }

        /** Critical value relative to the family's level after some rejections. */
        double criticalShare(int rejected) {
            return truncation / (hypotheses - rejected) + (1 - truncation) / hypotheses;
        }

        /** Share of the family's level that is used up. */
        double used(int rejected) {
            return rejected == hypotheses ? 0 : truncation + (1 - truncation) * (hypotheses - rejected) / hypotheses;
        }

        /** How many of the ascending p-values are rejected. */
        int rejections(double[] ascending, double level) {
            if (procedure == Procedure.HOLM) {
                int count = 0;
                while (count < hypotheses && ascending[count] <= criticalShare(count) * level) {
                    count++;
                }
                return count;
            }
            for (int count = hypotheses; count > 0; count--) {
                if (ascending[count - 1] <= criticalShare(count - 1) * level) {
                    return count;
                }
            }
            return 0;
        }
    }

    /**
     * Checks the families.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Gatekeeping {
        families = List.copyOf(families);
        Admissible.inRange("number of families", families.size(), 1, Integer.MAX_VALUE);
    }

    /**
     * Families of which each must be rejected as a whole before the next is tested, with Holm's procedure.
     *
     * @param sizes number of hypotheses of each family
     * @return the procedure
     * @throws IllegalArgumentException if there is no family or a size is not positive
     */
    public static Gatekeeping serial(int... sizes) {
        return new Gatekeeping(Arrays.stream(sizes)
                .mapToObj(size -> new Family(size, Procedure.HOLM, 1))
                .toList());
    }

    /**
     * The rejected hypotheses.
     *
     * @param alpha familywise level in (0, 1)
     * @param pValues in [0, 1], family after family
     * @return whether each is rejected
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public boolean[] rejected(double alpha, double... pValues) {
        Admissible.openProbability("alpha", alpha);
        requirePValues(pValues);
        return test(alpha, pValues);
    }

    /**
     * Adjusted p-values: the smallest familywise level at which each is rejected, to 1e-12 of it.
     *
     * @param pValues in [0, 1], family after family
     * @return adjusted p-values; 1 where no level below 1 rejects
     * @throws IllegalArgumentException if the p-values are not admissible
     */
    public double[] adjustedPValues(double... pValues) {
        requirePValues(pValues);
        double[] adjusted = new double[pValues.length];
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = smallestLevel(i, pValues);
        }
        return adjusted;
    }

    private double smallestLevel(int hypothesis, double[] pValues) {
        if (!test(1, pValues)[hypothesis]) {
            return 1;
        }
        double low = Math.max(LEAST_LEVEL, pValues[hypothesis]);
        if (test(low, pValues)[hypothesis]) {
            return low;
        }
        double high = 1;
        while (high - low > 1e-12 * high) {
            double middle = 0.5 * (low + high);
            if (test(middle, pValues)[hypothesis]) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean[] test(double alpha, double[] pValues) {
        boolean[] rejected = new boolean[pValues.length];
        double level = alpha;
        int first = 0;
        for (Family family : families) {
            if (level <= 0) {
                return rejected;
            }
            int end = first + family.hypotheses();
            double[] ascending = Arrays.copyOfRange(pValues, first, end);
            Arrays.sort(ascending);
            int count = family.rejections(ascending, level);
            for (int i = first; i < end; i++) {
                rejected[i] = count > 0 && pValues[i] <= ascending[count - 1];
            }
            level -= family.used(count) * level;
            first = end;
        }
        return rejected;
    }

    private void requirePValues(double[] pValues) {
        long total = families.stream().mapToLong(Family::hypotheses).sum();
        Admissible.inRange("number of p-values", pValues.length, total, total);
        for (double p : pValues) {
            Admissible.probability("p-value", p);
        }
    }
}
