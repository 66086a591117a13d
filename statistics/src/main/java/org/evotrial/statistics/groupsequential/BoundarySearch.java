package org.evotrial.statistics.groupsequential;

import java.util.function.DoubleUnaryOperator;
import org.evotrial.statistics.StandardNormal;

/** Critical values that keep the level of a plan. */
final class BoundarySearch {
    private static final double HIGHEST_CONSTANT = 30;
    private static final double RELATIVE_TOLERANCE = 1e-12;
    // A slope over a shorter step would be rounding.
    private static final double RESOLVED_STEP = 1e-8;
    private static final int MOST_ITERATIONS = 100;

    private BoundarySearch() {}

    /** One critical value after the other, each spending what the function allows. */
    static double[] spending(LookPlan plan, SpendingFunction function) {
        return spending(plan, function, plan.looks());
    }

    /** The critical values of the first looks. */
    static double[] spending(LookPlan plan, SpendingFunction function, int looks) {
        double[] values = new double[looks];
        RecursiveIntegration recursion = new RecursiveIntegration(0);
        for (int i = 0; i < looks; i++) {
            recursion.moveTo(plan.fraction(i));
            values[i] = CriticalValueSearch.upperBound(recursion, increment(function, plan, i, plan.oneSidedAlpha()));
            recursion.continueBetween(plan.countedFloor(i, values[i]), values[i]);
        }
        return values;
    }

    /** The critical values of a shape, with the constant that keeps the level. */
    static double[] shaped(LookPlan plan, BoundaryShape shape) {
        double single = StandardNormal.upperQuantile(plan.oneSidedAlpha());
        if (plan.looks() == 1) {
            return new double[] {single};
        }
        double constant = constant(plan, shape, c -> {
            double[] spent = alphaSpent(plan, values(plan, shape, c));
            return spent[spent.length - 1];
        });
        return values(plan, shape, constant);
    }

    /** Critical values of a shape with a given constant. */
    static double[] values(LookPlan plan, BoundaryShape shape, double constant) {
        double[] values = new double[plan.looks()];
        for (int i = 0; i < values.length; i++) {
            values[i] = shape.criticalValue(constant, plan.fraction(i));
        }
        return values;
    }

    /**
     * The constant that keeps the level, by secant steps within a bracket: the logarithm of a normal tail is nearly
     * linear in the square of the bound.
     *
     * @param level type I error as a function of the constant, falling
     */
    static double constant(LookPlan plan, BoundaryShape shape, DoubleUnaryOperator level) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double single = Math.max(0.5, StandardNormal.upperQuantile(plan.oneSidedAlpha()));
        double here = single * single;
        double slope = -0.5 - 0.5 / here;
        double before = Double.NaN;
        double excessBefore = Double.NaN;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double excess = StrictMath.log(level.applyAsDouble(Math.sqrt(here)) / plan.alpha());
            if (excess > 0) {
                requireWithinReach(plan, shape, here);
                low = here;
            } else {
                high = here;
            }
            if (iteration > 0 && Math.abs(here - before) > RESOLVED_STEP * here) {
                slope = (excess - excessBefore) / (here - before);
            }
            double next = here - excess / slope;
            if (Math.abs(next - here) <= RELATIVE_TOLERANCE * here) {
                return Math.sqrt(next);
            }
            if (!(next > low && next < high)) {
                next = 0.5 * (low + Math.min(high, 4 * low + 1));
            }
            before = here;
            excessBefore = excess;
            here = next;
        }
        throw new IllegalArgumentException(String.format(
                "The shape (%s) must have a positive constant that keeps the level %s.", shape, plan.alpha()));
    }

    private static void requireWithinReach(LookPlan plan, BoundaryShape shape, double squaredConstant) {
        if (squaredConstant > HIGHEST_CONSTANT * HIGHEST_CONSTANT) {
            throw new IllegalArgumentException(String.format(
                    "The shape (%s) must be able to keep the level %s; its interim looks spend more.",
                    shape, plan.alpha()));
        }
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

    /** The increase of a spending function from the look before to a look, checked. */
    static double increment(SpendingFunction function, LookPlan plan, int look, double total) {
        double before = look == 0 ? 0 : plan.fraction(look - 1);
        double after = plan.fraction(look);
        double from = look == 0 ? 0 : function.spent(before, total);
        double to = function.spent(after, total);
        if (!(from >= 0 && to >= from && to <= total * (1 + 1e-12))) {
            throw new IllegalArgumentException(String.format(
                    "The spending function must not fall and stay in [0, %s]; it gives %s at %s and %s at %s.",
                    total, from, before, to, after));
        }
        return to - from;
    }
}
