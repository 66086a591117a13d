package org.evotrial.statistics.survival.planning;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;

/**
 * Events that a log-rank test needs: the link between their number {@code D} and the drift {@code E[Z]} of the test,
 * {@code D = (z_{1-alpha} + z_{1-beta})^2 / (drift per root event)^2}.
 *
 * <p>{@code r} is the allocation ratio experimental to control; {@code HR} that of the hazards in the same order.
 */
public enum RequiredEvents {
    /**
     * {@code E[Z] = sqrt(D) |log HR| sqrt(r) / (1 + r)}: symmetric in {@code r} and {@code 1/r}. Schoenfeld 1981,
     * doi:10.1093/biomet/68.1.316.
     */
    SCHOENFELD {
        @Override
        double driftPerRootEvent(double hazardRatio, double allocationRatio) {
            return -StrictMath.log(hazardRatio) * Math.sqrt(allocationRatio) / (1 + allocationRatio);
        }
    },
    /**
     * {@code E[Z] = sqrt(D) sqrt(r) (1 - HR) / (1 + r HR)}. <b>Not symmetric:</b> with a hazard ratio below 1 more
     * experimental than control subjects need fewer events than the reverse, and interchanging the groups means {@code
     * 1/r} together with {@code 1/HR}. Freedman 1982, doi:10.1002/sim.4780010204.
     */
    FREEDMAN {
        @Override
        double driftPerRootEvent(double hazardRatio, double allocationRatio) {
            return Math.sqrt(allocationRatio) * (1 - hazardRatio) / (1 + allocationRatio * hazardRatio);
        }
    };

    abstract double driftPerRootEvent(double hazardRatio, double allocationRatio);

    /**
     * The mean of the log-rank statistic.
     *
     * @param events {@code D}, positive; need not be whole
     * @param hazardRatio experimental to control, positive
     * @param allocationRatio experimental to control, positive
     * @return {@code E[Z]}, positive for hazard ratios below 1
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public double drift(double events, double hazardRatio, double allocationRatio) {
        Admissible.positive("events", events);
        Admissible.positive("hazardRatio", hazardRatio);
        Admissible.positive("allocationRatio", allocationRatio);
        return Math.sqrt(events) * driftPerRootEvent(hazardRatio, allocationRatio);
    }

    /**
     * Events with which a statistic has a given drift: for a group-sequential design that of {@code
     * GroupSequentialDesign.driftForPower}.
     *
     * @param drift {@code E[Z]} at full information, positive
     * @param hazardRatio experimental to control, positive, not 1
     * @param allocationRatio experimental to control, positive
     * @return events, not rounded
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public double forDrift(double drift, double hazardRatio, double allocationRatio) {
        Admissible.positive("drift", drift);
        Admissible.positive("hazardRatio", hazardRatio);
        Admissible.positive("allocationRatio", allocationRatio);
        if (hazardRatio == 1) {
            throw new IllegalArgumentException("The hazardRatio (1.0) must differ from 1.");
        }
        double ratio = drift / driftPerRootEvent(hazardRatio, allocationRatio);
        return ratio * ratio;
    }

    /**
     * Events of a test without interim looks.
     *
     * @param oneSidedAlpha level of one side, in (0, 1)
     * @param power in (alpha, 1)
     * @param hazardRatio experimental to control, positive, not 1
     * @param allocationRatio experimental to control, positive
     * @return events, not rounded
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public double of(double oneSidedAlpha, double power, double hazardRatio, double allocationRatio) {
        Admissible.openProbability("oneSidedAlpha", oneSidedAlpha);
        if (!(power > oneSidedAlpha && power < 1)) {
            throw new IllegalArgumentException(
                    String.format("The power (%s) must be above alpha (%s) and below 1.", power, oneSidedAlpha));
        }
        double drift = StandardNormal.upperQuantile(oneSidedAlpha) + StandardNormal.quantile(power);
        return forDrift(drift, hazardRatio, allocationRatio);
    }
}
