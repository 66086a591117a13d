package org.evotrial.statistics.groupsequential;

import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.StandardNormal;

/**
 * Inference at every look, whether or not the trial stops there. Jennison and Turnbull 1989,
 * doi:10.1111/j.2517-6161.1989.tb01433.x.
 *
 * <p>Futility bounds are not counted on, so that both remain valid if they are overruled.
 */
public final class RepeatedInference {
    private static final double HIGHEST = 0.5;
    // Both sides of a two-sided test must not take up everything.
    private static final double HIGHEST_SEARCHED = 0.5 * (1 - 1e-9);
    private static final double LEAST = 1e-300;

    private RepeatedInference() {}

    /**
     * The repeated p-value: the smallest level at which a design of the same kind would reject at this look.
     *
     * @param design what was planned
     * @param look from 1
     * @param statistic {@code Z} at this look, finite
     * @return one-sided p-value, or twice that of {@code |Z|} if the test is two-sided; at most 0.5 (1 if two-sided),
     *     beyond which group-sequential tests have no meaning. For Haybittle and Peto's shape an interim look gives the
     *     level that all interim looks together spend, or the highest if it does not cross.
     * @throws IllegalArgumentException if the design has no such look or the statistic is not finite
     */
    public static double pValue(GroupSequentialDesign design, int look, double statistic) {
        Admissible.inRange("look", look, 1, design.looks());
        Admissible.finite("statistic", statistic);
        int sides = design.sidedness().sides();
        double z = sides == 1 ? statistic : Math.abs(statistic);
        SpendingFunction spending = design.spendingFunction();
        return sides * (spending == null ? shaped(design, look, z) : spending(design, spending, look, z));
    }

    /**
     * The repeated confidence interval {@code (Z_k -+ c_k) / mean_k}: it excludes 0 exactly if the look rejects.
     *
     * @param design what was planned
     * @param look from 1
     * @param statistic {@code Z} at this look, finite
     * @param meanPerUnit mean of {@code Z} at this look for an effect of one unit, positive: {@code sqrt(t_k)} for the
     *     drift, {@code sqrt(events / 4)} for the logarithm of a hazard ratio with equal allocation
     * @return interval of level {@code 1 - 2 alpha} (one-sided) or {@code 1 - alpha}; infinite limits where the look
     *     cannot reject
     * @throws IllegalArgumentException if an argument is not admissible, or a one-sided alpha is .5 or more
     */
    public static ConfidenceInterval interval(
            GroupSequentialDesign design, int look, double statistic, double meanPerUnit) {
        Admissible.inRange("look", look, 1, design.looks());
        Admissible.finite("statistic", statistic);
        Admissible.positive("meanPerUnit", meanPerUnit);
        double reach = design.criticalValue(look);
        double level = 1 - 2 * design.plan().oneSidedAlpha();
        return new ConfidenceInterval((statistic - reach) / meanPerUnit, (statistic + reach) / meanPerUnit, level);
    }

    private static double spending(GroupSequentialDesign design, SpendingFunction function, int look, double z) {
        double low = StandardNormal.survival(z);
        if (low >= HIGHEST_SEARCHED || criticalValue(design, function, look, HIGHEST_SEARCHED) >= z) {
            return HIGHEST;
        }
        low = Math.max(low, LEAST);
        while (criticalValue(design, function, look, low) < z) {
            low *= 0.5;
        }
        double logarithm = new BrentSolver(1e-13, 1e-13, 1e-13)
                .findRoot(
                        u -> Math.min(1e3, criticalValue(design, function, look, StrictMath.exp(u))) - z,
                        StrictMath.log(low),
                        StrictMath.log(HIGHEST_SEARCHED));
        return StrictMath.exp(logarithm);
    }

    private static double criticalValue(
            GroupSequentialDesign design, SpendingFunction function, int look, double oneSidedAlpha) {
        LookPlan plan = design.plan().without(oneSidedAlpha * design.sidedness().sides());
        return BoundarySearch.spending(plan, function, look)[look - 1];
    }

    /** The level of the design of this shape that has its critical value at {@code z}. */
    private static double shaped(GroupSequentialDesign design, int look, double z) {
        LookPlan plan = design.plan().without(design.alpha());
        BoundaryShape shape = design.requireShape();
        double constant = shape.constant(z, plan.fraction(look - 1));
        if (!(constant > 0)) {
            return HIGHEST;
        }
        double[] spent = BoundarySearch.alphaSpent(plan, BoundarySearch.values(plan, shape, constant));
        return Math.min(HIGHEST, spent[spent.length - 1] / design.sidedness().sides());
    }
}
