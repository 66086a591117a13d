package org.evotrial.engine.replicate;

import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.plan.Trigger;

/**
 * The patients of one trial as columns in order of randomisation: arrival, arm, stratum, and per endpoint the day of the
 * event and the calendar day on which it happens. An event that is never observed has the day infinity.
 */
final class Cohort implements Trigger.State {
    final double[] arrival;
    final int[] arm;
    final int[] stratum;
    final double[] lastDay;
    final double[][] eventDay;
    final double[][] eventCalendarDay;
    private final double[] scratch;
    private int known;

    Cohort(SimulationPlan plan) {
        int n = plan.platform().sampleSize();
        int endpoints = plan.patients().endpoints().length;
        arrival = new double[n];
        arm = new int[n];
        stratum = new int[n];
        lastDay = new double[n];
        eventDay = new double[endpoints][n];
        eventCalendarDay = new double[endpoints][n];
        scratch = new double[n];
    }

    void begin() {
        known = 0;
    }

    /** Number of patients whose course is known. */
    int known() {
        return known;
    }

    /** The next patient's index; its columns must be filled before the next call. */
    int add() {
        return known++;
    }

    /** Number of patients randomised by a calendar day. */
    int randomisedBy(double calendarDay) {
        int low = 0;
        int high = known;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (arrival[middle] <= calendarDay) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public int eventsBy(int endpoint, double calendarDay) {
        double[] days = eventCalendarDay[endpoint];
        int events = 0;
        for (int i = 0; i < known; i++) {
            events += days[i] <= calendarDay ? 1 : 0;
        }
        return events;
    }

    @Override
    public double eventDay(int endpoint, int count) {
        if (count > known) {
            return Double.POSITIVE_INFINITY;
        }
        System.arraycopy(eventCalendarDay[endpoint], 0, scratch, 0, known);
        return Selection.select(scratch, known, count - 1);
    }

    @Override
    public double randomisedDay(int count) {
        return count > arrival.length ? Double.POSITIVE_INFINITY : arrival[count - 1];
    }

    @Override
    public int sampleSize() {
        return arrival.length;
    }
}
