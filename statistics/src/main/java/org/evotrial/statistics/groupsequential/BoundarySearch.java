package org.evotrial.statistics.groupsequential;

import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.StandardNormal;

/** Critical values that keep the level of a plan. */
final class BoundarySearch {
    private static final double HIGHEST_CONSTANT = 60;

    private BoundarySearch() {}

    /** One critical value after the other, each spending what the function allows. */
    static double[] spending(LookPlan plan, SpendingFunction function) {
        double[] values = new double[plan.looks()];
        RecursiveIntegration recursion = new RecursiveIntegration(0);
        double before = 0;
        for (int i = 0; i < values.length; i++) {
            recursion.moveTo(plan.fraction(i));
            double allowed = increment(function, before, plan.fraction(i), plan.oneSidedAlpha());
            values[i] = CriticalValueSearch.upperBound(recursion, allowed);
            recursion.continueBetween(plan.countedFloor(i, values[i]), values[i]);
            before = plan.fraction(i);
        }
        return values;
    }

    /** The critical values of a shape, with the constant that keeps the level. */
    static double[] shaped(LookPlan plan, BoundaryShape shape) {
        double single = StandardNormal.upperQuantile(plan.oneSidedAlpha());
        if (plan.looks() == 1) {
            return new double[] {single};
        }
        double low = plan.bindingFutility() ? 0 : single;
        double high = StandardNormal.upperQuantile(plan.oneSidedAlpha() / plan.looks()) + 0.1;
        while (excess(plan, shape, high) > 0) {
            high += 2;
            if (high > HIGHEST_CONSTANT) {
                throw new IllegalArgumentException(String.format(
                        "The shape (%s) must be able to keep the level %s; its interim looks spend more.",
                        shape, plan.alpha()));
            }
        }
        // The logarithm of a normal tail is nearly linear in the square of the bound: few steps.
        double square = new BrentSolver(1e-14, 1e-13, 1e-12)
                .findRoot(c2 -> excess(plan, shape, Math.sqrt(c2)), low * low, high * high);
        return values(plan, shape, Math.sqrt(square));
    }

    /** Type I error spent up to each look, on both sides together if two-sided. */
    static double[] alphaSpent(LookPlan plan, double[] criticalValues) {
        double[] spent = new double[criticalValues.length];
        RecursiveIntegration recursion = new RecursiveIntegration(0);
        double sum = 0;
        for (int i = 0; i < spent.length; i++) {
            recursion.moveTo(plan.fraction(i));
            sum += plan.sidedness().sides() * recursion.upperTail(criticalValues[i]);
            spent[i] = sum;
            recursion.continueBetween(plan.countedFloor(i, criticalValues[i]), criticalValues[i]);
        }
        return spent;
    }

    /** The increase of a spending function between two fractions, checked. */
    private static double increment(SpendingFunction function, double before, double after, double alpha) {
        double from = before == 0 ? 0 : function.spent(before, alpha);
        double to = function.spent(after, alpha);
        if (!(from >= 0 && to >= from && to <= alpha * (1 + 1e-12))) {
            throw new IllegalArgumentException(String.format(
                    "The spending function must not fall and stay in [0, %s]; it gives %s at %s and %s at %s.",
                    alpha, from, before, to, after));
        }
        return to - from;
    }

    /** Logarithm of the level that a constant has, relative to alpha. */
    private static double excess(LookPlan plan, BoundaryShape shape, double constant) {
        double[] spent = alphaSpent(plan, values(plan, shape, constant));
        return StrictMath.log(spent[spent.length - 1] / plan.alpha());
    }

    private static double[] values(LookPlan plan, BoundaryShape shape, double constant) {
        double[] values = new double[plan.looks()];
        for (int i = 0; i < values.length; i++) {
            values[i] = shape.criticalValue(constant, plan.fraction(i));
        }
        return values;
    }
}
