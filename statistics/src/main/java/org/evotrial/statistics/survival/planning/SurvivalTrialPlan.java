package org.evotrial.statistics.survival.planning;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.groupsequential.CrossingProbabilities;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;

/**
 * A group-sequential log-rank trial under proportional hazards: power, expected events, subjects and duration, and the
 * sample size for a power. Looks take place when {@code t_k D} of the {@code D} events of the last look are expected; a
 * trial without interim looks is a design with one look.
 *
 * <p>A statistic is positive where the experimental group does better, so with a hazard ratio above 1 the one-sided power
 * is below the level. Expected values are those of the planned look times: the event number is not rounded.
 *
 * @param design boundaries
 * @param projection accrual, hazards and dropout
 * @param hazardRatio experimental to control, for the drift of the statistic
 * @param method of the drift
 */
public record SurvivalTrialPlan(
        GroupSequentialDesign design, EventProjection projection, double hazardRatio, RequiredEvents method)
        implements Serializable {
    /**
     * Checks the hazard ratio.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public SurvivalTrialPlan {
        Admissible.positive("hazardRatio", hazardRatio);
    }

    /**
     * A plan under proportional hazards with the same dropout in both groups.
     *
     * @param design boundaries
     * @param accrual entry of both groups together
     * @param allocationRatio experimental to control subjects
     * @param control hazard of the event in the control group
     * @param dropout hazard of loss to follow-up
     * @param hazardRatio experimental to control, positive
     * @return plan with Schoenfeld's drift
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static SurvivalTrialPlan proportional(
            GroupSequentialDesign design,
            Accrual accrual,
            double allocationRatio,
            PiecewiseHazard control,
            PiecewiseHazard dropout,
            double hazardRatio) {
        EventProjection projection = new EventProjection(
                accrual,
                allocationRatio,
                new EventProjection.Group(control, dropout),
                new EventProjection.Group(control.times(hazardRatio), dropout));
        return new SurvivalTrialPlan(design, projection, hazardRatio, RequiredEvents.SCHOENFELD);
    }

    /**
     * Operating characteristics with a number of events at the last look.
     *
     * @param events positive; need not be whole
     * @return characteristics
     * @throws IllegalArgumentException if the number is not positive, or never expected with these subjects
     */
    public SurvivalTrialCharacteristics power(double events) {
        double latest = projection.calendarTimeOf(events);
        if (latest == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(String.format(
                    "The events (%s) must be at most those ever expected from %s subjects.",
                    events, projection.accrual().subjects()));
        }
        double drift = method.drift(events, hazardRatio, projection.allocationRatio());
        return characteristics(design.crossingProbabilities(drift), events);
    }

    /**
     * Events and subjects for a power, with the times of accrual and follow-up given: rates are scaled.
     *
     * @param power in (alpha, 1)
     * @param followUp time from the end of accrual to the last look, zero or positive
     * @return characteristics at that power
     * @throws IllegalArgumentException if an argument is not admissible or the hazard ratio is not below 1
     */
    public SurvivalTrialCharacteristics sampleSize(double power, double followUp) {
        Admissible.nonNegative("followUp", followUp);
        double events = requiredEvents(power);
        double end = projection.accrual().end() + followUp;
        SurvivalTrialPlan sized = new SurvivalTrialPlan(
                design, projection.withSubjects(events / projection.probability(end)), hazardRatio, method);
        return sized.characteristics(design.crossingProbabilities(design.driftForPower(power)), events);
    }

    /**
     * Events at the last look for a power.
     *
     * @param power in (alpha, 1)
     * @return events, not rounded
     * @throws IllegalArgumentException if the power is out of reach or the hazard ratio is not below 1
     */
    public double requiredEvents(double power) {
        if (hazardRatio >= 1) {
            throw new IllegalArgumentException(
                    String.format("The hazardRatio (%s) must be below 1 for a power to be reached.", hazardRatio));
        }
        return method.forDrift(design.driftForPower(power), hazardRatio, projection.allocationRatio());
    }

    private SurvivalTrialCharacteristics characteristics(CrossingProbabilities crossing, double events) {
        int looks = design.looks();
        double[] eventsByLook = new double[looks];
        double[] times = new double[looks];
        double[] subjects = new double[looks];
        for (int k = 0; k < looks; k++) {
            eventsByLook[k] = design.informationFraction(k + 1) * events;
            times[k] = projection.calendarTimeOf(eventsByLook[k]);
            subjects[k] = projection.accrual().entered(times[k]);
        }
        return new SurvivalTrialCharacteristics(crossing, eventsByLook, times, subjects);
    }
}
