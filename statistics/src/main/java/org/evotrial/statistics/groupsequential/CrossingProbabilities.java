package org.evotrial.statistics.groupsequential;

/**
 * The probabilities of stopping at each look of a group-sequential design under a drift.
 *
 * <p>Looks count from 1. Rejection at a look includes both sides of a two-sided test.
 */
public final class CrossingProbabilities {
    private final double drift;
    private final double[] upper;
    private final double[] lower;
    private final double[] futility;
    private final double expectedInformation;

    private CrossingProbabilities(
            double drift, double[] upper, double[] lower, double[] futility, double expectedInformation) {
        this.drift = drift;
        this.upper = upper;
        this.lower = lower;
        this.futility = futility;
        this.expectedInformation = expectedInformation;
    }

    /** Integrates a plan under a drift; futility bounds are obeyed, binding or not. */
    static CrossingProbabilities of(LookPlan plan, double[] criticalValues, double drift) {
        int looks = plan.looks();
        double[] upper = new double[looks];
        double[] lower = new double[looks];
        double[] futility = new double[looks];
        boolean twoSided = plan.sidedness() == Sidedness.TWO_SIDED_SYMMETRIC;
        RecursiveIntegration recursion = new RecursiveIntegration(drift);
        double going = 1;
        double expected = 0;
        for (int i = 0; i < looks; i++) {
            recursion.moveTo(plan.fraction(i));
            double c = criticalValues[i];
            double floor = twoSided ? -c : plan.futilityBound(i);
            double below = recursion.lowerTail(floor);
            upper[i] = recursion.upperTail(c);
            lower[i] = twoSided ? below : 0;
            futility[i] = twoSided ? 0 : below;
            double stopping = upper[i] + below;
            expected += plan.fraction(i) * (i == looks - 1 ? going : stopping);
            going -= stopping;
            recursion.continueBetween(floor, c);
        }
        return new CrossingProbabilities(drift, upper, lower, futility, expected);
    }

    /**
     * The drift: the mean of the statistic at information fraction 1.
     *
     * @return {@code theta}
     */
    public double drift() {
        return drift;
    }

    /**
     * Probability to reject at a look, on either side, without having stopped before.
     *
     * @param look from 1
     * @return probability
     */
    public double rejection(int look) {
        return upper[look - 1] + lower[look - 1];
    }

    /**
     * Probability to reject at a look on the upper side.
     *
     * @param look from 1
     * @return probability
     */
    public double upperRejection(int look) {
        return upper[look - 1];
    }

    /**
     * Probability to stop for futility at a look; 0 at the last look and without a futility bound.
     *
     * @param look from 1
     * @return probability
     */
    public double futility(int look) {
        return futility[look - 1];
    }

    /**
     * Probability to reject at any look: the power, or the type I error at drift 0.
     *
     * @return probability
     */
    public double overallRejection() {
        double sum = 0;
        for (int i = 0; i < upper.length; i++) {
            sum += upper[i] + lower[i];
        }
        return sum;
    }

    /**
     * Probability to reject on the upper side at any look.
     *
     * @return probability
     */
    public double overallUpperRejection() {
        double sum = 0;
        for (double p : upper) {
            sum += p;
        }
        return sum;
    }

    /**
     * Expected information at the end of the trial, relative to the maximum.
     *
     * @return in (0, 1]
     */
    public double expectedInformation() {
        return expectedInformation;
    }
}
