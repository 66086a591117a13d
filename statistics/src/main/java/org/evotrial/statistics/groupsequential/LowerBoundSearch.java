package org.evotrial.statistics.groupsequential;

import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.StandardNormal;
import org.jspecify.annotations.Nullable;

/**
 * Lower bounds by error spending, and with them critical values where the lower bounds are binding. The lower bounds
 * are the critical values of the mirrored process {@code -Z}.
 */
final class LowerBoundSearch {
    private static final double LARGEST_DRIFT = 1e3;

    private final LookPlan plan;
    private final SpendingFunction lowerSpending;
    private final double total;
    private final double[] fixedUpper;
    private final @Nullable SpendingFunction bindingSpending;
    private final @Nullable BoundaryShape bindingShape;

    private final double[] upper;
    private final double[] lower;
    private double alphaSpent;
    private double remainder;
    private double drift;

    /**
     * Lower bounds beside given critical values.
     *
     * @param plan without lower bounds
     * @param criticalValues critical values that do not count on lower bounds
     * @param lowerSpending how the lower error is spent
     * @param total lower error at full information
     */
    static LowerBoundSearch nonBinding(
            LookPlan plan, double[] criticalValues, SpendingFunction lowerSpending, double total) {
        return new LowerBoundSearch(plan, criticalValues, null, null, lowerSpending, total);
    }

    /** Lower bounds together with critical values that count on them: by a spending function or, if null, a shape. */
    static LowerBoundSearch binding(
            LookPlan plan,
            @Nullable SpendingFunction spending,
            @Nullable BoundaryShape shape,
            SpendingFunction lowerSpending,
            double total) {
        return new LowerBoundSearch(plan, new double[0], spending, shape, lowerSpending, total);
    }

    private LowerBoundSearch(
            LookPlan plan,
            double[] fixedUpper,
            @Nullable SpendingFunction bindingSpending,
            @Nullable BoundaryShape bindingShape,
            SpendingFunction lowerSpending,
            double total) {
        this.plan = plan;
        this.fixedUpper = fixedUpper;
        this.bindingSpending = bindingSpending;
        this.bindingShape = bindingShape;
        this.lowerSpending = lowerSpending;
        this.total = total;
        this.upper = new double[plan.looks()];
        this.lower = new double[plan.looks()];
    }

    /** Spends under the null hypothesis; the last look has a lower bound too. */
    LowerBoundSearch underNullHypothesis() {
        bounds(0);
        requireRoom();
        return this;
    }

    /** Spends under the drift at which the whole error is the type II error. */
    LowerBoundSearch underAlternative() {
        double fixed = StandardNormal.upperQuantile(plan.oneSidedAlpha()) + StandardNormal.upperQuantile(total);
        double low = 0.5 * fixed;
        double high = 1.5 * fixed;
        while (excess(low) < 0) {
            high = low;
            low *= 0.5;
        }
        while (excess(high) > 0) {
            low = high;
            high *= 2;
            if (high > LARGEST_DRIFT) {
                throw new IllegalArgumentException(
                        String.format("The beta (%s) must be within reach of the spending function.", total));
            }
        }
        bounds(new BrentSolver(1e-14, 1e-13, 1e-15).findRoot(this::excess, low, high));
        requireRoom();
        lower[plan.looks() - 1] = Double.NEGATIVE_INFINITY;
        return this;
    }

    private void requireRoom() {
        for (int i = 0; i < plan.looks(); i++) {
            boolean apart = lower[i] < upper[i] || i == plan.looks() - 1;
            if (!apart || upper[i] == Double.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException(String.format(
                        "The lower error (%s) must not be spent so early that too few trials reach look %d: the bounds"
                                + " would be %s and %s.",
                        total, i + 1, lower[i], upper[i]));
            }
        }
    }

    double[] upper() {
        return upper.clone();
    }

    double[] lower() {
        return lower.clone();
    }

    double drift() {
        return drift;
    }

    private double excess(double theta) {
        bounds(theta);
        return remainder;
    }

    private void bounds(double theta) {
        drift = theta;
        if (bindingShape == null) {
            pass(Double.NaN);
        } else {
            double constant = BoundarySearch.constant(plan, bindingShape, c -> {
                pass(c);
                return alphaSpent;
            });
            pass(constant);
        }
    }

    /** Computes both bounds, look after look, and what is left of the type II error: negative if theta is too large. */
    private void pass(double constant) {
        RecursiveIntegration nullProcess = new RecursiveIntegration(0);
        RecursiveIntegration mirrored = new RecursiveIntegration(-drift);
        alphaSpent = 0;
        double unspent = total;
        remainder = Double.NaN;
        for (int i = 0; i < upper.length; i++) {
            nullProcess.moveTo(plan.fraction(i));
            mirrored.moveTo(plan.fraction(i));
            upper[i] = criticalValue(i, constant, nullProcess);
            alphaSpent += nullProcess.upperTail(upper[i]);
            double allowed = BoundarySearch.increment(lowerSpending, plan, i, total);
            double below = mirrored.upperTail(-upper[i]);
            lower[i] = below <= allowed ? upper[i] : -CriticalValueSearch.upperBound(mirrored, allowed);
            boolean last = i == upper.length - 1;
            if (last || below <= allowed) {
                // Without an end before the last look: nobody goes on, and theta is too large.
                remainder = Double.isNaN(remainder) ? below - (last ? allowed : unspent) : remainder;
            }
            unspent -= allowed;
            nullProcess.continueBetween(Math.min(lower[i], upper[i]), upper[i]);
            mirrored.continueBetween(-upper[i], -lower[i]);
        }
    }

    private double criticalValue(int look, double constant, RecursiveIntegration nullProcess) {
        if (bindingSpending != null) {
            double allowed = BoundarySearch.increment(bindingSpending, plan, look, plan.oneSidedAlpha());
            return nullProcess.upperTail(-RecursiveIntegration.REACH) <= allowed
                    ? Double.NEGATIVE_INFINITY
                    : CriticalValueSearch.upperBound(nullProcess, allowed);
        }
        return bindingShape == null ? fixedUpper[look] : bindingShape.criticalValue(constant, plan.fraction(look));
    }
}
