package org.evotrial.statistics.groupsequential;

import java.io.Serializable;
import java.util.Arrays;
import org.evotrial.statistics.Admissible;

/** What is fixed before critical values are sought: level, sides, information and futility bounds. Looks count from 0. */
final class LookPlan implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LOOKS = 100;

    private final double alpha;
    private final Sidedness sidedness;
    private final double[] fractions;
    private final double[] futilityBounds;
    private final boolean bindingFutility;

    private LookPlan(
            double alpha, Sidedness sidedness, double[] fractions, double[] futilityBounds, boolean bindingFutility) {
        this.alpha = alpha;
        this.sidedness = sidedness;
        this.fractions = fractions;
        this.futilityBounds = futilityBounds;
        this.bindingFutility = bindingFutility;
    }

    /** A plan without futility bounds; rejects levels and fractions that are none. */
    static LookPlan of(double alpha, Sidedness sidedness, double... informationFractions) {
        Admissible.openProbability("alpha", alpha);
        Admissible.inRange("number of looks", informationFractions.length, 1, MOST_LOOKS);
        double[] fractions = informationFractions.clone();
        double before = 0;
        for (double fraction : fractions) {
            RecursiveIntegration.requireIncrease(before, fraction);
            before = fraction;
        }
        if (before != 1) {
            throw new IllegalArgumentException(String.format("The last information fraction (%s) must be 1.", before));
        }
        double[] none = new double[fractions.length];
        Arrays.fill(none, Double.NEGATIVE_INFINITY);
        return new LookPlan(alpha, sidedness, fractions, none, false);
    }

    /** The same plan with futility bounds at the interim looks, below the critical values. */
    LookPlan withFutility(double[] bounds, double[] criticalValues, boolean binding) {
        requireOneSided();
        if (bounds.length != looks() - 1) {
            throw new IllegalArgumentException(String.format(
                    "The number of futility bounds (%d) must be that of the interim looks (%d).",
                    bounds.length, looks() - 1));
        }
        double[] floors = Arrays.copyOf(bounds, looks());
        floors[looks() - 1] = Double.NEGATIVE_INFINITY;
        LookPlan plan = new LookPlan(alpha, sidedness, fractions, floors, binding);
        plan.requireRoom(criticalValues);
        return plan;
    }

    /** Rejects lower bounds that are not below the critical values at the interim looks. */
    void requireRoom(double[] criticalValues) {
        for (int i = 0; i < looks() - 1; i++) {
            if (!(futilityBounds[i] < criticalValues[i])) {
                throw new IllegalArgumentException(String.format(
                        "The futility bound (%s) of look %d must be below its critical value (%s).",
                        futilityBounds[i], i + 1, criticalValues[i]));
            }
        }
    }

    /** The same plan with lower bounds that are known to be admissible, one per look. */
    LookPlan withLowerBounds(double[] bounds, boolean binding) {
        return new LookPlan(alpha, sidedness, fractions, bounds, binding);
    }

    /** The same looks without lower bounds at another level. */
    LookPlan without(double level) {
        return of(level, sidedness, fractions);
    }

    /** Rejects what has no room for lower bounds. */
    void requireOneSided() {
        if (sidedness == Sidedness.TWO_SIDED_SYMMETRIC) {
            throw new IllegalArgumentException("Futility bounds need a one-sided test; this one is two-sided.");
        }
    }

    int looks() {
        return fractions.length;
    }

    double alpha() {
        return alpha;
    }

    double oneSidedAlpha() {
        return alpha / sidedness.sides();
    }

    Sidedness sidedness() {
        return sidedness;
    }

    double fraction(int index) {
        return fractions[index];
    }

    double futilityBound(int index) {
        return futilityBounds[index];
    }

    boolean bindingFutility() {
        return bindingFutility;
    }

    /** What the statistic must exceed for the trial to go on, as far as the critical values may count on it. */
    double countedFloor(int index, double criticalValue) {
        if (sidedness == Sidedness.TWO_SIDED_SYMMETRIC) {
            return -criticalValue;
        }
        return bindingFutility && index < futilityBounds.length ? futilityBounds[index] : Double.NEGATIVE_INFINITY;
    }
}
