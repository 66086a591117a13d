package org.evotrial.engine.replicate;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.engine.random.StreamSet;
import org.evotrial.spi.LookData;

/** The cohort as it is known at a data cut-off. The columns of an endpoint are made when an analysis first asks for them. */
final class CutOffData implements LookData {
    private final Cohort cohort;
    private final StreamSet streams;
    private final double[][] time;
    private final boolean[][] event;
    private final int[] events;
    private final boolean[] made;
    private int look;
    private boolean last;
    private double cutOff;
    private int size;

    CutOffData(Cohort cohort, StreamSet streams, int endpoints) {
        this.cohort = cohort;
        this.streams = streams;
        time = new double[endpoints][cohort.arrival.length];
        event = new boolean[endpoints][cohort.arrival.length];
        events = new int[endpoints];
        made = new boolean[endpoints];
    }

    /** Cuts the data off. */
    void cut(int newLook, boolean isLast, double calendarDay) {
        look = newLook;
        last = isLast;
        cutOff = calendarDay;
        size = cohort.randomisedBy(calendarDay);
        Arrays.fill(made, false);
    }

    private void make(int endpoint) {
        if (made[endpoint]) {
            return;
        }
        made[endpoint] = true;
        double[] eventDay = cohort.eventDay[endpoint];
        double[] eventCalendarDay = cohort.eventCalendarDay[endpoint];
        double[] t = time[endpoint];
        boolean[] e = event[endpoint];
        int count = 0;
        for (int i = 0; i < size; i++) {
            // In calendar time, as triggers count: the event that triggers a look is not lost by rounding.
            boolean observed = eventCalendarDay[i] <= cutOff;
            t[i] = observed ? eventDay[i] : Math.min(cohort.lastDay[i], cutOff - cohort.arrival[i]);
            e[i] = observed;
            count += observed ? 1 : 0;
        }
        events[endpoint] = count;
    }

    @Override
    public int look() {
        return look;
    }

    @Override
    public boolean last() {
        return last;
    }

    @Override
    public double cutOffDay() {
        return cutOff;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int[] arm() {
        return cohort.arm;
    }

    @Override
    public int[] stratum() {
        return cohort.stratum;
    }

    @Override
    public double[] randomisedDay() {
        return cohort.arrival;
    }

    @Override
    public double[] time(int endpoint) {
        make(endpoint);
        return time[endpoint];
    }

    @Override
    public boolean[] event(int endpoint) {
        make(endpoint);
        return event[endpoint];
    }

    @Override
    public int events(int endpoint) {
        make(endpoint);
        return events[endpoint];
    }

    @Override
    public UniformRandomProvider random() {
        return streams.analysis();
    }
}
