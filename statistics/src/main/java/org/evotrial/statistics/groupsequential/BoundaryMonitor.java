package org.evotrial.statistics.groupsequential;

import java.util.Arrays;

/**
 * Critical values at the information that is actually there, look after look. A reusable workspace, not thread-safe.
 *
 * <p>With a spending function the critical value of a look spends what the function allows at the observed information
 * beyond what was spent before; the last look spends all that is left, whether its information falls short of the plan
 * or exceeds it. Lan and DeMets 1983, doi:10.1093/biomet/70.3.659. As long as looks are at exactly the planned
 * fractions the planned critical values are returned and nothing is integrated or allocated.
 *
 * <p>A look at (nearly) the information of the one before has no new data: its critical value replaces that one's,
 * lowered by what may be spent in addition. Without a spending function (a {@link BoundaryShape}) the critical value
 * planned for the look's number is returned whatever the information, and the level holds only approximately.
 */
public final class BoundaryMonitor {
    private final GroupSequentialDesign design;
    private final RecursiveIntegration recursion = new RecursiveIntegration(0);
    private double[] information;
    private double[] criticalValues;
    private int looks;
    private int integrated;
    private boolean onPlan;
    private boolean finished;
    private double spent;
    private double spentBefore;

    BoundaryMonitor(GroupSequentialDesign design) {
        this.design = design;
        this.information = new double[design.looks()];
        this.criticalValues = new double[design.looks()];
        start();
    }

    /** Forgets all looks: the monitor is ready for the next trial. */
    public void start() {
        looks = 0;
        integrated = 0;
        onPlan = true;
        finished = false;
        spent = 0;
        spentBefore = 0;
    }

    /**
     * Critical value of an interim look.
     *
     * @param informationFraction information observed relative to the planned maximum, positive, not below that of the
     *     look before; above 1 the whole level is spent
     * @return critical value of {@code Z} or {@code |Z|}; positive infinity where nothing may be spent
     * @throws IllegalArgumentException if the information is not positive or falls
     * @throws IllegalStateException if the last look has been taken, or the plan has no further look and no spending
     *     function
     */
    public double interimCriticalValue(double informationFraction) {
        return next(informationFraction, false);
    }

    /**
     * Critical value of the last look: all that is left of the level is spent.
     *
     * @param informationFraction information observed relative to the planned maximum, positive, not below that of the
     *     look before
     * @return critical value of {@code Z} or {@code |Z|}
     * @throws IllegalArgumentException if the information is not positive or falls
     * @throws IllegalStateException if the last look has been taken
     */
    public double lastCriticalValue(double informationFraction) {
        return next(informationFraction, true);
    }

    /**
     * Type I error spent so far, on both sides together if two-sided.
     *
     * @return cumulative probability; for a {@link BoundaryShape} the planned one
     */
    public double alphaSpent() {
        return spent * design.sidedness().sides();
    }

    private double next(double fraction, boolean last) {
        if (finished) {
            throw new IllegalStateException("The last look has been taken; start() begins anew.");
        }
        double before = looks == 0 ? 0 : information[looks - 1];
        if (!(fraction > 0 && fraction < Double.POSITIVE_INFINITY)
                || fraction < before * (1 - RecursiveIntegration.LEAST_INCREASE)) {
            throw new IllegalArgumentException(String.format(
                    "The informationFraction (%s) must be positive, finite and not below that of the look before (%s).",
                    fraction, before));
        }
        finished = last;
        SpendingFunction spending = design.spendingFunction();
        int planned = design.looks();
        boolean asPlanned = onPlan
                && looks < planned
                && fraction == design.informationFraction(looks + 1)
                && last == (looks + 1 == planned);
        if (asPlanned || spending == null) {
            return takePlanned(fraction, last);
        }
        return integrate(spending, fraction, before, last);
    }

    private double takePlanned(double fraction, boolean last) {
        int number = last ? design.looks() : looks + 1;
        if (looks >= design.looks() || (number == design.looks() && !last)) {
            throw new IllegalStateException(String.format(
                    "The plan has %d looks, and a boundary shape allows no other; this would be interim look %d.",
                    design.looks(), looks + 1));
        }
        spent = design.alphaSpent(number) / design.sidedness().sides();
        return record(fraction, design.criticalValue(number), number == 1 ? 0 : design.alphaSpent(number - 1));
    }

    private double record(double fraction, double criticalValue, double alphaSpentBefore) {
        information[looks] = fraction;
        criticalValues[looks] = criticalValue;
        looks++;
        spentBefore = alphaSpentBefore / design.sidedness().sides();
        return criticalValue;
    }

    private double integrate(SpendingFunction spending, double fraction, double before, boolean last) {
        onPlan = false;
        replay();
        double total = design.plan().oneSidedAlpha();
        double allowed = last ? total : Math.max(spent, spending.spent(Math.min(fraction, 1), total));
        if (looks > 0 && fraction < before * (1 + RecursiveIntegration.LEAST_INCREASE)) {
            spent = allowed;
            criticalValues[looks - 1] = CriticalValueSearch.upperBound(recursion, allowed - spentBefore);
            return criticalValues[looks - 1];
        }
        if (looks > 0) {
            leave(looks - 1);
        }
        recursion.moveTo(fraction);
        integrated++;
        double criticalValue = CriticalValueSearch.upperBound(recursion, allowed - spent);
        if (looks == information.length) {
            information = Arrays.copyOf(information, 2 * looks);
            criticalValues = Arrays.copyOf(criticalValues, 2 * looks);
        }
        double spentSoFar = spent;
        spent = allowed;
        return record(fraction, criticalValue, spentSoFar * design.sidedness().sides());
    }

    /** Brings the recursion to the last look that was taken from the plan. */
    private void replay() {
        if (integrated == 0) {
            recursion.start();
        }
        while (integrated < looks) {
            if (integrated > 0) {
                leave(integrated - 1);
            }
            recursion.moveTo(information[integrated]);
            integrated++;
        }
    }

    private void leave(int index) {
        recursion.continueBetween(design.plan().countedFloor(index, criticalValues[index]), criticalValues[index]);
    }
}
