package org.evotrial.statistics.groupsequential;

import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.StandardNormal;

/** The drift at which a design has a given power. */
final class PowerSearch {
    private static final double LARGEST_DRIFT = 1e3;

    private PowerSearch() {}

    static double drift(GroupSequentialDesign design, double power) {
        if (!(power > design.alpha() && power < 1)) {
            throw new IllegalArgumentException(
                    String.format("The power (%s) must be above alpha (%s) and below 1.", power, design.alpha()));
        }
        double low = 0;
        double high = 2 * fixedDrift(design, power);
        while (power(design, high) < power) {
            low = high;
            high *= 2;
            if (high > LARGEST_DRIFT) {
                throw new IllegalArgumentException(
                        String.format("The power (%s) must be within reach of the futility bounds.", power));
            }
        }
        return new BrentSolver(1e-14, 1e-12, 1e-14).findRoot(theta -> power(design, theta) - power, low, high);
    }

    /** The drift at which the test without interim looks has the power. */
    static double fixedDrift(GroupSequentialDesign design, double power) {
        return StandardNormal.upperQuantile(design.plan().oneSidedAlpha()) + StandardNormal.quantile(power);
    }

    private static double power(GroupSequentialDesign design, double drift) {
        return design.crossingProbabilities(drift).overallUpperRejection();
    }
}
