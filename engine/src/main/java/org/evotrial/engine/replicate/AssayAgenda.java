package org.evotrial.engine.replicate;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.engine.plan.ArmPlan;
import org.evotrial.engine.plan.AssayPlan;
import org.evotrial.spi.Measurement;

/** When the samples of one patient are due, which results are under way, and what the first ones were. */
final class AssayAgenda {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final AssayPlan[] assays;
    private final UniformRandomProvider visits;
    private final ResultQueue[] pending;
    private final Measurement[] first;
    private final boolean[] hasFirst;
    private final double[][] firstPositive;
    private final double[] nextSample;
    private final int[] visitNumber;

    /**
     * @param assays the assays
     * @param visits moves visits from their planned days
     */
    AssayAgenda(AssayPlan[] assays, UniformRandomProvider visits) {
        this.assays = assays;
        this.visits = visits;
        pending = new ResultQueue[assays.length];
        first = new Measurement[assays.length];
        firstPositive = new double[assays.length][];
        for (int i = 0; i < assays.length; i++) {
            pending[i] = new ResultQueue(assays[i].channels());
            first[i] = new Measurement(assays[i].channels());
            firstPositive[i] = new double[assays[i].channels()];
        }
        hasFirst = new boolean[assays.length];
        nextSample = new double[assays.length];
        visitNumber = new int[assays.length];
    }

    /** A new patient of an arm: a baseline sample of every assay of its schedules is due on day 0. */
    void begin(ArmPlan arm) {
        Arrays.fill(nextSample, NEVER);
        for (ArmPlan.Schedule schedule : arm.schedules()) {
            nextSample[schedule.assay()] = 0;
        }
        for (int i = 0; i < pending.length; i++) {
            pending[i].clear();
            hasFirst[i] = false;
            visitNumber[i] = 0;
            Arrays.fill(firstPositive[i], NEVER);
        }
    }

    /** Number of assays. */
    int assays() {
        return assays.length;
    }

    /** Day of the next sample or result, or infinity. */
    double nextDay() {
        double next = NEVER;
        for (int i = 0; i < nextSample.length; i++) {
            next = Math.min(next, Math.min(nextSample[i], pending[i].nextDay()));
        }
        return next;
    }

    /** Whether a sample is due by a day. */
    boolean due(int assay, double day) {
        return nextSample[assay] <= day;
    }

    /** Whether the sample that is due is the baseline sample. */
    boolean baseline(int assay) {
        return visitNumber[assay] == 0;
    }

    /** Sets the next visit. Planned days are multiples of the interval; jitter moves single visits and does not accumulate. */
    void planNext(ArmPlan.Schedule schedule, double day) {
        double planned = ++visitNumber[schedule.assay()] * schedule.everyDays();
        double moved =
                schedule.jitterDays() > 0 ? planned + schedule.jitterDays() * (2 * visits.nextDouble() - 1) : planned;
        nextSample[schedule.assay()] = Math.max(moved, Math.nextUp(day));
    }

    /** Puts a sample of a day under way; the caller fills in its result. */
    Measurement sample(int assay, double day) {
        return pending[assay].push(day, day + assays[assay].turnAroundDays());
    }

    /** The results of an assay that are under way, oldest first. */
    ResultQueue pending(int assay) {
        return pending[assay];
    }

    /** Notes a result that became available. */
    void note(int assay, Measurement result, double sampleDay) {
        if (!hasFirst[assay]) {
            hasFirst[assay] = true;
            first[assay].copyFrom(result);
        }
        for (int channel = 0; channel < result.channels(); channel++) {
            if (result.positive(channel)) {
                firstPositive[assay][channel] = Math.min(firstPositive[assay][channel], sampleDay);
            }
        }
    }

    /** The first result of an assay. */
    Measurement first(int assay) {
        return first[assay];
    }

    /** Day of the sample of the first positive result, or infinity. */
    double firstPositiveDay(int assay, int channel) {
        return firstPositive[assay][channel];
    }
}
