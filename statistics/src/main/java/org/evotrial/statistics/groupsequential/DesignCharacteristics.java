package org.evotrial.statistics.groupsequential;

import java.io.Serializable;

/**
 * What a group-sequential design costs and saves: information relative to that of the test without interim looks and
 * with the same power, {@code (z_{1-alpha} + z_{power})^2} at effect 1. Jennison and Turnbull 2000, chapters 2 and 7.
 *
 * <p>Futility bounds, binding or not, are obeyed in all of these. Where information is proportional to the sample size
 * these are the sample sizes per patient of the fixed design (rpact's average sample number).
 *
 * @param power probability to reject on the upper side
 * @param drift mean of the statistic at information fraction 1 that gives the power
 * @param inflationFactor maximum information
 * @param expectedInformation expected information under the drift
 * @param expectedInformationHalfway expected information under half of the drift
 * @param expectedInformationNull expected information under the null hypothesis
 */
public record DesignCharacteristics(
        double power,
        double drift,
        double inflationFactor,
        double expectedInformation,
        double expectedInformationHalfway,
        double expectedInformationNull)
        implements Serializable {
    static DesignCharacteristics of(GroupSequentialDesign design, double power) {
        double drift = design.driftForPower(power);
        double fixed = PowerSearch.fixedDrift(design, power);
        double factor = drift * drift / (fixed * fixed);
        return new DesignCharacteristics(
                power,
                drift,
                factor,
                factor * design.crossingProbabilities(drift).expectedInformation(),
                factor * design.crossingProbabilities(0.5 * drift).expectedInformation(),
                factor * design.crossingProbabilities(0).expectedInformation());
    }

    /**
     * The square of the drift.
     *
     * @return maximum information times the squared effect (rpact's shift)
     */
    public double shift() {
        return drift * drift;
    }

    /**
     * Maximum information for an effect, for instance {@code events / 4} of a log-rank test with equal allocation.
     *
     * @param effect on the scale whose information is meant, not 0
     * @return {@code shift / effect^2}
     * @throws IllegalArgumentException if the effect is 0 or not finite
     */
    public double maximumInformation(double effect) {
        if (!(Math.abs(effect) > 0 && Double.isFinite(effect))) {
            throw new IllegalArgumentException(
                    String.format("The effect (%s) must be finite and different from 0.", effect));
        }
        return shift() / (effect * effect);
    }
}
