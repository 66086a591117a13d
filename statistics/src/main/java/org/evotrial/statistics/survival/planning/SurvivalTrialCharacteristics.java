package org.evotrial.statistics.survival.planning;

import org.evotrial.statistics.groupsequential.CrossingProbabilities;

/** What is expected of a {@link SurvivalTrialPlan}. Looks count from 1. Immutable. */
public final class SurvivalTrialCharacteristics {
    private final CrossingProbabilities crossing;
    private final double[] events;
    private final double[] calendarTimes;
    private final double[] subjects;

    SurvivalTrialCharacteristics(
            CrossingProbabilities crossing, double[] events, double[] calendarTimes, double[] subjects) {
        this.crossing = crossing;
        this.events = events;
        this.calendarTimes = calendarTimes;
        this.subjects = subjects;
    }

    /**
     * The probabilities of stopping at each look.
     *
     * @return rejections and futility stops under the drift of the hazard ratio
     */
    public CrossingProbabilities crossing() {
        return crossing;
    }

    /**
     * Events at a look.
     *
     * @param look from 1
     * @return planned number, not rounded
     */
    public double events(int look) {
        return events[look - 1];
    }

    /**
     * When the events of a look are expected.
     *
     * @param look from 1
     * @return calendar time from the start of accrual
     */
    public double calendarTime(int look) {
        return calendarTimes[look - 1];
    }

    /**
     * Subjects who have entered by a look.
     *
     * @param look from 1
     * @return expected number
     */
    public double subjects(int look) {
        return subjects[look - 1];
    }

    /**
     * Number of looks.
     *
     * @return interim looks and the last one
     */
    public int looks() {
        return events.length;
    }

    /**
     * Probability to reject at any look.
     *
     * @return the power
     */
    public double power() {
        return crossing.overallRejection();
    }

    /**
     * Expected events at the end of the trial.
     *
     * @return mean over the looks at which it may stop
     */
    public double expectedEvents() {
        return expectation(crossing, events);
    }

    /**
     * Expected events under another drift, such as 0 for the null hypothesis.
     *
     * @param other stopping probabilities of the same design
     * @return mean over the looks at which the trial may stop
     */
    public double expectedEvents(CrossingProbabilities other) {
        return expectation(other, events);
    }

    /**
     * Expected number of subjects.
     *
     * @return mean over the looks at which the trial may stop
     */
    public double expectedSubjects() {
        return expectation(crossing, subjects);
    }

    /**
     * Expected duration.
     *
     * @return mean calendar time of the look at which the trial stops
     */
    public double expectedDuration() {
        return expectation(crossing, calendarTimes);
    }

    private static double expectation(CrossingProbabilities crossing, double[] byLook) {
        double going = 1;
        double sum = 0;
        for (int k = 1; k < byLook.length; k++) {
            double stopping = crossing.rejection(k) + crossing.futility(k);
            sum += stopping * byLook[k - 1];
            going -= stopping;
        }
        return sum + going * byLook[byLook.length - 1];
    }
}
