package org.evotrial.statistics.groupsequential;

/**
 * Stopping probabilities of a sequence of looks whose statistics have means of their own: {@code Z_k ~ N(mean_k, 1)}
 * with {@code Cov(Z_j, Z_k) = sqrt(I_j / I_k)}. Means need not follow from one drift, as with combined stages whose
 * weights are not those of their information.
 */
final class SequentialTails {
    private final double[] information;
    private final double[] lower;
    private final double[] upper;
    private final RecursiveIntegration recursion = new RecursiveIntegration(0);

    /**
     * Looks and the bounds between which the trial goes on.
     *
     * @param information ascending, one per look
     * @param lower lower bounds, below the upper ones but for the last look
     * @param upper upper bounds
     */
    SequentialTails(double[] information, double[] lower, double[] upper) {
        this.information = information;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * The probability to leave at or above the upper bound of any look.
     *
     * @param unit mean of the statistics is {@code unit * means}
     * @param means one per look
     */
    double upperCrossing(double unit, double[] means) {
        return crossing(unit, means, false);
    }

    /** The probability to leave above the upper or below the lower bound of any look. */
    double anyCrossing(double unit, double[] means) {
        return crossing(unit, means, true);
    }

    private double crossing(double unit, double[] means, boolean bothSides) {
        recursion.start();
        double sum = 0;
        for (int i = 0; i < information.length; i++) {
            double mean = unit * means[i];
            recursion.moveTo(information[i]);
            sum += recursion.upperTail(upper[i] - mean);
            if (bothSides) {
                sum += recursion.lowerTail(lower[i] - mean);
            }
            recursion.continueBetween(lower[i] - mean, upper[i] - mean);
        }
        return sum;
    }
}
