package org.evotrial.statistics.survival.planning;

import java.io.Serializable;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.Admissible;

/**
 * Expected events of two groups by calendar time.
 *
 * <p>With {@code A(c)} subjects entered by {@code c}, hazard {@code h} of the event and {@code g} of dropout in a group, the
 * share of the planned subjects {@code N} with an event by calendar time {@code c} is
 *
 * <pre>
 *   P(c) = (1/N) int_0^c A(c - s) h(s) exp(-int_0^s (h + g)) ds
 * </pre>
 *
 * <p>All functions are constant or linear by pieces, so the integral is a sum of closed forms. <b>Probabilities refer to
 * all planned subjects</b>, those not yet entered included, as in rpact's {@code getEventProbabilities}.
 *
 * @param accrual entry of both groups together
 * @param allocationRatio experimental to control subjects, positive
 * @param control hazards of the control group
 * @param experimental hazards of the experimental group
 */
public record EventProjection(Accrual accrual, double allocationRatio, Group control, Group experimental)
        implements Serializable {
    private static final double FARTHEST = 1e6;

    /**
     * What happens to the subjects of a group.
     *
     * @param event hazard of the event
     * @param dropout hazard of loss to follow-up, independent of the event
     */
    public record Group(PiecewiseHazard event, PiecewiseHazard dropout) implements Serializable {}

    /**
     * Checks the ratio.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public EventProjection {
        Admissible.positive("allocationRatio", allocationRatio);
    }

    /**
     * The same trial with another number of subjects.
     *
     * @param subjects positive
     * @return projection with scaled accrual rates
     * @throws IllegalArgumentException if the number is not positive and finite
     */
    public EventProjection withSubjects(double subjects) {
        return new EventProjection(accrual.withSubjects(subjects), allocationRatio, control, experimental);
    }

    /**
     * The share of the planned control subjects who have had the event.
     *
     * @param calendarTime zero or positive
     * @return probability
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public double controlProbability(double calendarTime) {
        return new GroupProjection(accrual, control).probability(Admissible.nonNegative("calendarTime", calendarTime));
    }

    /**
     * The share of the planned experimental subjects who have had the event.
     *
     * @param calendarTime zero or positive
     * @return probability
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public double experimentalProbability(double calendarTime) {
        return new GroupProjection(accrual, experimental)
                .probability(Admissible.nonNegative("calendarTime", calendarTime));
    }

    /**
     * The share of all planned subjects who have had the event.
     *
     * @param calendarTime zero or positive
     * @return {@code (P_control + r P_experimental) / (1 + r)}
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public double probability(double calendarTime) {
        return (controlProbability(calendarTime) + allocationRatio * experimentalProbability(calendarTime))
                / (1 + allocationRatio);
    }

    /**
     * Expected events of both groups.
     *
     * @param calendarTime zero or positive
     * @return {@code N P}
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public double events(double calendarTime) {
        return accrual.subjects() * probability(calendarTime);
    }

    /**
     * The calendar time at which a number of events is expected.
     *
     * @param events positive; need not be whole
     * @return time; positive infinity if dropout and cure keep the expectation below that number for ever
     * @throws IllegalArgumentException if the number is not positive and finite
     */
    public double calendarTimeOf(double events) {
        Admissible.positive("events", events);
        double high = accrual.end();
        while (events(high) < events) {
            high *= 2;
            if (high > FARTHEST * accrual.end()) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return new BrentSolver(1e-14, 1e-12, 1e-14).findRoot(t -> events(t) - events, 0, high);
    }
}
