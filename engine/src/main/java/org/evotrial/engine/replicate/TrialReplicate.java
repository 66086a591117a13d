package org.evotrial.engine.replicate;

import java.util.Arrays;
import org.evotrial.engine.plan.AnalysisPlan;
import org.evotrial.engine.plan.Calendar;
import org.evotrial.engine.plan.LookPlan;
import org.evotrial.engine.plan.PlatformPlan;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.plan.Trigger;
import org.evotrial.engine.random.StreamSet;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.LookReport;
import org.evotrial.spi.StrictFunctions;
import org.jspecify.annotations.Nullable;

/**
 * Simulates replicates of a plan one after the other: arrivals, allocation, courses, looks, decisions. A workspace of one
 * thread that allocates nothing after warm-up.
 *
 * <p>A patient's course does not depend on other patients, so it is simulated once, when the patient is randomised, up to
 * the latest day that can matter; a look is then a pass over columns. Patients are generated only as far as the next look
 * needs them: after a stop nothing is enrolled.
 */
public final class TrialReplicate {
    /** Patients generated at a time before a look's condition is examined again; any number gives the same trial. */
    private static final int CHUNK = 16;

    private final SimulationPlan plan;
    private final int chunk;
    private final StreamSet streams;
    private final Allocator allocator;
    private final PatientCourse course;
    private final Cohort cohort;
    private final CutOffData data;
    private final ConductRecorder conduct;
    private final Analysis.Workspace[] workspaces;
    private final Report report;
    private final boolean[] decided;
    private final int[] curveOffsets;
    private @Nullable TrialListener listener;
    private long replicate;
    private double latestDay;

    /** A workspace for the plan. */
    public TrialReplicate(SimulationPlan plan) {
        this(plan, CHUNK);
    }

    /** A workspace that generates another number of patients at a time; the trials are the same. */
    TrialReplicate(SimulationPlan plan, int chunk) {
        this.plan = plan;
        this.chunk = chunk;
        streams = plan.newStreams();
        allocator = new Allocator(
                plan.platform().allocation(), streams, plan.platform().strata());
        course = new PatientCourse(plan.patients(), streams.visits());
        cohort = new Cohort(plan);
        data = new CutOffData(cohort, streams, plan.patients().endpoints().length);
        conduct = new ConductRecorder(plan);
        workspaces = new Analysis.Workspace[plan.analyses().length];
        for (int i = 0; i < workspaces.length; i++) {
            workspaces[i] = plan.analyses()[i].analysis().newWorkspace();
        }
        decided = new boolean[plan.hypotheses().length];
        curveOffsets = plan.curveOffsets();
        report = new Report();
    }

    /** Who watches the following replicates; null for nobody. */
    public void watchedBy(@Nullable TrialListener newListener) {
        listener = newListener;
    }

    /** Number of patients simulated in the current replicate. */
    public int patients() {
        return cohort.known();
    }

    /**
     * Simulates one replicate. An interim look whose condition does not come true before the final one's is not held.
     *
     * @param number number of the replicate, from 0
     * @param row receives the metrics of the plan; NaN where nothing was measured
     * @param curves receives the ordinates of the plan's curves, one curve after the other; NaN where nothing was measured
     */
    public void run(long number, double[] row, double[] curves) {
        begin(number, row, curves);
        int looks = plan.looks().length;
        double previous = 0;
        for (int look = 0; look < looks; look++) {
            double day = Math.max(previous, enrolUntil(plan.looks()[look].trigger()));
            if (look < looks - 1 && day > latestDay) {
                continue;
            }
            boolean out = day >= plan.platform().maximumDays();
            boolean last = look == looks - 1 || out;
            analyse(look, last, day, row);
            if (last || primaryDecided()) {
                conduct.write(look, day, cohort, data, row, report.curves);
                return;
            }
            previous = day;
        }
    }

    private void begin(long number, double[] row, double[] curves) {
        replicate = number;
        Arrays.fill(row, Double.NaN);
        Arrays.fill(curves, Double.NaN);
        Arrays.fill(decided, false);
        report.row = row;
        report.curves = curves;
        streams.replicate(number);
        allocator.begin();
        cohort.begin();
        plan.platform().accrual().arrivals(cohort.arrival, streams.recruitment());
        LookPlan lastLook = plan.looks()[plan.looks().length - 1];
        latestDay =
                Math.min(lastLook.trigger().latestDay(cohort), plan.platform().maximumDays());
        for (Analysis.Workspace workspace : workspaces) {
            workspace.begin();
        }
    }

    /** Randomises patients until the trigger's day is certain, and returns that day. */
    private double enrolUntil(Trigger trigger) {
        double maximum = plan.platform().maximumDays();
        int n = plan.platform().sampleSize();
        while (cohort.known() < n) {
            double next = cohort.arrival[cohort.known()];
            if (next > maximum || trigger.reachedBy(next, cohort)) {
                break;
            }
            int target = Math.min(n, cohort.known() + chunk);
            while (cohort.known() < target && cohort.arrival[cohort.known()] <= maximum) {
                randomise();
            }
        }
        return Math.min(trigger.day(cohort), maximum);
    }

    private void randomise() {
        int i = cohort.add();
        PlatformPlan platform = plan.platform();
        streams.patient(replicate, i);
        course.patient().begin(streams);
        int stratum = stratum(platform);
        int arm = allocator.next(stratum);
        cohort.stratum[i] = stratum;
        cohort.arm[i] = arm;
        if (listener != null) {
            listener.randomised(i, cohort.arrival[i], arm);
            course.watchedBy(listener.course(i, arm));
        }
        CourseLog log = course.run(arm, dropoutDay(platform), latestDay - cohort.arrival[i]);
        cohort.lastDay[i] = log.lastDay();
        Endpoint[] endpoints = plan.patients().endpoints();
        for (int e = 0; e < endpoints.length; e++) {
            double day = endpoints[e].eventDay(log);
            double observed = day <= log.lastDay() ? day : Double.POSITIVE_INFINITY;
            cohort.eventDay[e][i] = observed;
            cohort.eventCalendarDay[e][i] = cohort.arrival[i] + observed;
        }
        conduct.record(i, log);
    }

    private int stratum(PlatformPlan platform) {
        int stratum = 0;
        for (int f = 0; f < platform.factors().length; f++) {
            stratum = stratum * platform.factorLevels()[f] + course.patient().factorLevel(platform.factors()[f]);
        }
        return stratum;
    }

    private double dropoutDay(PlatformPlan platform) {
        return platform.dropoutPerDay() > 0
                ? -StrictFunctions.log(1 - streams.dropout().nextDouble()) / platform.dropoutPerDay()
                : Double.POSITIVE_INFINITY;
    }

    private void analyse(int look, boolean last, double day, double[] row) {
        data.cut(look, last, day);
        if (listener != null) {
            listener.look(data);
        }
        row[plan.conduct().lookMonth() + look] = Calendar.months(day);
        analyse(false);
        if (last || primaryDecided()) {
            analyse(true);
        }
    }

    private void analyse(boolean onlyAtEnd) {
        for (int i = 0; i < workspaces.length; i++) {
            AnalysisPlan analysis = plan.analyses()[i];
            if (analysis.analysis().onlyAtEnd() == onlyAtEnd) {
                report.analysis = analysis;
                workspaces[i].analyse(data, report);
            }
        }
    }

    private boolean primaryDecided() {
        return plan.primaryHypothesis() >= 0 && decided[plan.primaryHypothesis()];
    }

    /** Puts what analyses report into the replicate's row. */
    private final class Report implements LookReport {
        private double[] row = new double[0];
        private double[] curves = new double[0];
        private @Nullable AnalysisPlan analysis;

        @Override
        public void metric(int index, double value) {
            AnalysisPlan current = current();
            if (index < 0 || index >= current.metrics()) {
                throw new IndexOutOfBoundsException("Metric %d of %d.".formatted(index, current.metrics()));
            }
            row[current.firstMetric() + index] = value;
            if (listener != null) {
                listener.metric(data.look(), current.firstMetric() + index, value);
            }
        }

        @Override
        public void curve(int index, int gridPoint, double value) {
            curves[curveOffsets[current().firstCurve() + index] + gridPoint] = value;
        }

        @Override
        public void decide(int hypothesis, Decision decision) {
            int global = current().firstHypothesis() + hypothesis;
            decided[global] |= decision != Decision.CONTINUE;
            if (listener != null) {
                listener.decided(data.look(), global, decision);
            }
        }

        private AnalysisPlan current() {
            AnalysisPlan current = analysis;
            if (current == null) {
                throw new IllegalStateException("No analysis is under way.");
            }
            return current;
        }
    }
}
