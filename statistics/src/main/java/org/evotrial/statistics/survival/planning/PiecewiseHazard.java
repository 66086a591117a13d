package org.evotrial.statistics.survival.planning;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;

/**
 * A hazard that is constant between change points: {@code S(t) = exp(-int_0^t h(u) du)}. Immutable.
 *
 * <p>Units: the time unit is the caller's, the same everywhere; hazards are per that unit. A hazard of 0 is welcome: who is
 * then not at risk never has the event.
 */
public final class PiecewiseHazard implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double LN2 = StrictMath.log(2);

    private final StepFunction hazard;

    private PiecewiseHazard(StepFunction hazard) {
        this.hazard = hazard;
    }

    /**
     * A constant hazard.
     *
     * @param hazard per time unit, zero or positive
     * @return the exponential distribution
     * @throws IllegalArgumentException if the hazard is negative or not finite
     */
    public static PiecewiseHazard constant(double hazard) {
        return piecewise(new double[] {0}, new double[] {hazard});
    }

    /**
     * The constant hazard with a given median, {@code log(2) / median}.
     *
     * @param median positive
     * @return the exponential distribution
     * @throws IllegalArgumentException if the median is not positive and finite
     */
    public static PiecewiseHazard ofMedian(double median) {
        return constant(LN2 / Admissible.positive("median", median));
    }

    /**
     * The constant hazard at which a share has had the event by a time, {@code -log(1 - share) / time}: how dropout is
     * usually stated, such as .05 per 12 months.
     *
     * @param share in [0, 1)
     * @param time positive
     * @return the exponential distribution
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static PiecewiseHazard ofShare(double share, double time) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(String.format("The share (%s) must be in [0, 1).", share));
        }
        return constant(-StrictMath.log1p(-share) / Admissible.positive("time", time));
    }

    /**
     * A hazard by pieces.
     *
     * @param starts where each piece begins, ascending strictly from 0; the last one goes on for ever
     * @param hazards per time unit, zero or positive, as many
     * @return the piecewise exponential distribution
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static PiecewiseHazard piecewise(double[] starts, double[] hazards) {
        return new PiecewiseHazard(StepFunction.of("hazards", starts, hazards));
    }

    /**
     * The hazard times a constant: that of the experimental group under proportional hazards.
     *
     * @param ratio positive
     * @return hazard with the same change points
     * @throws IllegalArgumentException if the ratio is not positive and finite
     */
    public PiecewiseHazard times(double ratio) {
        return new PiecewiseHazard(hazard.times(Admissible.positive("ratio", ratio)));
    }

    /**
     * The hazard just after a time.
     *
     * @param t zero or positive
     * @return hazard per time unit
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public double hazard(double t) {
        return hazard.at(Admissible.nonNegative("t", t));
    }

    /**
     * {@code P(T > t)}.
     *
     * @param t zero or positive
     * @return survival probability
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public double survival(double t) {
        return StrictMath.exp(-hazard.integral(Admissible.nonNegative("t", t)));
    }

    /**
     * The time by which a share has had the event.
     *
     * @param p in (0, 1); 0.5 for the median
     * @return time; positive infinity if the hazard ends before
     * @throws IllegalArgumentException if {@code p} is outside (0, 1)
     */
    public double quantile(double p) {
        return hazard.inverseIntegral(-StrictMath.log1p(-Admissible.openProbability("p", p)));
    }

    StepFunction steps() {
        return hazard;
    }
}
