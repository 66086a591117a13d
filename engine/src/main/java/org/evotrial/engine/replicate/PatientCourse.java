package org.evotrial.engine.replicate;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.engine.plan.ArmPlan;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.ImagingChannel;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Response;
import org.jspecify.annotations.Nullable;

/**
 * One patient from randomisation to death, loss to follow-up or the horizon: an event loop over visits, results,
 * policy decisions and what the patient model does in between. A workspace of one thread, reused from patient to patient.
 *
 * <p>Events of the same day take place in this order: death, samples (in the order of the assays; imaging is assessed
 * at once), results that become available.
 */
final class PatientCourse implements CourseRecord, PatientView {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** Days from a response to the assessment that confirms it, at least (RECIST 1.1: four weeks). */
    private static final double CONFIRMING_DAYS = 28;

    private final PatientPlan plan;
    private final Patient patient;
    private final ResponseAssessment response;
    private final AssayAgenda agenda;
    private final double[] startOn;
    private final double[] stopOn;
    private final double[] daysOn;
    private final double[] progressionOn;
    private final double[] memory;
    private final int lineages;
    private final boolean toxic;
    private final ToxicityLog toxicity;

    private @Nullable CourseListener listener;
    private double watchDays = NEVER;
    private ArmPlan arm;
    private double day;
    private double end;
    private int regimen;
    private double regimenSince;
    private int lines;
    private boolean lineProgressed;
    private double deathDay;
    private double lastDay;
    private double firstProgression;
    private double firstCnsProgression;
    private int lineageAtProgression;
    private double switchOnResultDay;
    private double firstResponseDay;
    private double respondingSince;
    private double confirmedResponseDay;
    private double[] segmentStart = new double[8];
    private int[] segmentRegimen = new int[8];
    private int segments;
    private News news = News.RESULT;
    private int newsAssay;
    private double newsSampleDay;
    private @Nullable Measurement newsResult;

    PatientCourse(PatientPlan plan, UniformRandomProvider visits) {
        this.plan = plan;
        patient = plan.model().newPatient();
        response = new ResponseAssessment(
                plan.imagingAssay() >= 0 && plan.assays()[plan.imagingAssay()].confirmsProgression());
        lineages = plan.model().lineages().size();
        toxic = plan.model().toxic();
        toxicity = new ToxicityLog(plan.treatments().length);
        agenda = new AssayAgenda(plan.assays(), visits);
        int regimens = plan.regimens().length;
        startOn = new double[regimens];
        stopOn = new double[regimens];
        daysOn = new double[regimens];
        progressionOn = new double[regimens];
        int cells = 0;
        for (ArmPlan a : plan.arms()) {
            cells = Math.max(cells, a.policy().memorySize());
        }
        memory = new double[cells];
        arm = plan.arms()[0];
    }

    /** The patient, already begun with its streams when {@link #run} is called. */
    Patient patient() {
        return patient;
    }

    /** Who watches the days on which something is done; null for nobody. */
    void watchedBy(@Nullable CourseListener newListener) {
        watchedBy(newListener, NEVER);
    }

    /** Who watches, at least every so many days; watching changes nothing. */
    void watchedBy(@Nullable CourseListener newListener, double everyDays) {
        listener = newListener;
        watchDays = everyDays;
    }

    /**
     * Runs the course of the current patient in an arm.
     *
     * @param armIndex the arm
     * @param dropoutDay day of loss to follow-up, or infinity
     * @param horizonDay day up to which anything can matter; nothing happens to a patient randomised after it
     */
    void run(int armIndex, double dropoutDay, double horizonDay) {
        begin(armIndex, Math.max(0, Math.min(dropoutDay, horizonDay)));
        if (listener != null) {
            listener.day(0, patient.truth());
        }
        if (arm.schedules().length > 0) {
            takeSamples();
            deliverResults();
        }
        while (true) {
            day = patient.advance(Math.min(Math.min(agenda.nextDay(), end), day + watchDays), regimen);
            if (listener != null) {
                listener.day(day, patient.truth());
            }
            Patient.Event event = patient.event();
            if (toxic && toxicity.stop(day, patient) && listener != null) {
                listener.toxicity(day, patient);
            }
            if (event == Patient.Event.DEATH) {
                deathDay = day;
                break;
            }
            if (event == Patient.Event.TOXICITY) {
                considerDiscontinuation();
                continue;
            }
            if (event == Patient.Event.PROGRESSION) {
                recordProgression(true, true, false);
                if (plan.endsAtFirstProgression()) {
                    break;
                }
                continue;
            }
            if (day >= end) {
                break;
            }
            takeSamples();
            if (plan.endsAtFirstProgression() && firstProgression < NEVER) {
                break;
            }
            deliverResults();
        }
        finish(dropoutDay <= horizonDay && day >= dropoutDay);
    }

    private void begin(int armIndex, double newEnd) {
        arm = plan.arms()[armIndex];
        end = newEnd;
        day = 0;
        lines = 1;
        toxicity.begin();
        lineProgressed = false;
        deathDay = NEVER;
        firstProgression = NEVER;
        firstCnsProgression = NEVER;
        lineageAtProgression = -1;
        switchOnResultDay = NEVER;
        firstResponseDay = NEVER;
        respondingSince = NEVER;
        confirmedResponseDay = NEVER;
        Arrays.fill(startOn, NEVER);
        Arrays.fill(stopOn, NEVER);
        Arrays.fill(daysOn, 0);
        Arrays.fill(progressionOn, NEVER);
        regimen = arm.policy().initialRegimen();
        regimenSince = 0;
        startOn[regimen] = 0;
        segmentStart[0] = 0;
        segmentRegimen[0] = regimen;
        segments = 1;
        if (memory.length > 0) {
            Arrays.fill(memory, 0);
        }
        if (agenda.assays() > 0) {
            agenda.begin(arm);
            response.begin();
        }
    }

    private void considerDiscontinuation() {
        if (toxicity.newlyDiscontinued(patient)) {
            news = News.DISCONTINUATION;
            newsResult = null;
            change(arm.policy().decide(this));
        }
    }

    private void takeSamples() {
        for (ArmPlan.Schedule schedule : arm.schedules()) {
            int assay = schedule.assay();
            if (!agenda.due(assay, day)) {
                continue;
            }
            boolean wanted = agenda.baseline(assay)
                    || (schedule.activeOn()[regimen] && !(schedule.untilProgression() && firstProgression < NEVER));
            if (wanted) {
                sample(assay);
            }
            agenda.planNext(schedule, day);
        }
    }

    private void sample(int assay) {
        Measurement result = agenda.sample(assay, day);
        patient.measure(assay, result);
        if (listener != null) {
            listener.sampled(day, assay, result);
        }
        if (assay == plan.imagingAssay()) {
            boolean firstLine = lines == 1 && firstProgression == NEVER;
            response.assess(result, firstLine);
            if (firstLine && result.evaluable()) {
                confirmResponse(response.lineResponse().objective());
            }
            if (listener != null && result.evaluable()) {
                listener.assessed(
                        day,
                        result.value(ImagingChannel.TARGET_SUM.ordinal()),
                        response.lineNadir(),
                        response.lineResponse());
            }
            if (firstResponseDay == NEVER && response.best().objective()) {
                firstResponseDay = day;
            }
            if (response.progression() || response.lineProgression() || response.cnsProgression()) {
                recordProgression(response.progression(), response.lineProgression(), response.cnsProgression());
            }
        }
    }

    private void confirmResponse(boolean responding) {
        if (!responding) {
            respondingSince = NEVER;
        } else if (respondingSince == NEVER) {
            respondingSince = day;
        } else if (confirmedResponseDay == NEVER && day - respondingSince >= CONFIRMING_DAYS) {
            confirmedResponseDay = day;
        }
    }

    private void deliverResults() {
        for (int assay = 0; assay < agenda.assays(); assay++) {
            ResultQueue pending = agenda.pending(assay);
            while (pending.nextDay() <= day) {
                deliver(assay, pending.oldest(), pending.oldestSampleDay());
                pending.pop();
            }
        }
    }

    private void deliver(int assay, Measurement result, double sampled) {
        if (!result.evaluable()) {
            return;
        }
        agenda.note(assay, result, sampled);
        if (listener != null) {
            listener.resultAvailable(day, sampled, assay, result);
        }
        news = News.RESULT;
        newsAssay = assay;
        newsSampleDay = sampled;
        newsResult = result;
        change(arm.policy().decide(this));
    }

    private void recordProgression(boolean overall, boolean onLine, boolean cns) {
        boolean isFirst = overall && firstProgression == NEVER;
        if (isFirst) {
            firstProgression = day;
            lineageAtProgression = lineages > 0 ? patient.truth().dominantLineage() : -1;
        }
        if (cns && firstCnsProgression == NEVER) {
            firstCnsProgression = day;
        }
        boolean newOnLine = onLine && !lineProgressed;
        if (newOnLine) {
            lineProgressed = true;
            progressionOn[regimen] = Math.min(progressionOn[regimen], day);
        }
        if (listener != null && (isFirst || newOnLine || cns)) {
            listener.progressed(day, isFirst, newOnLine, cns);
        }
        if (newOnLine) {
            news = News.PROGRESSION;
            newsResult = null;
            change(arm.policy().decide(this));
        }
    }

    private void change(int newRegimen) {
        if (newRegimen == regimen) {
            return;
        }
        if (news == News.RESULT && lines == 1 && firstProgression == NEVER) {
            switchOnResultDay = day;
        }
        if (listener != null) {
            listener.regimenChanged(day, regimen, newRegimen, news);
        }
        daysOn[regimen] += day - regimenSince;
        stopOn[regimen] = day;
        regimen = newRegimen;
        stopOn[regimen] = NEVER;
        regimenSince = day;
        startOn[regimen] = Math.min(startOn[regimen], day);
        addSegment();
        lines++;
        lineProgressed = false;
        response.newLine();
    }

    private void addSegment() {
        if (segments == segmentStart.length) {
            segmentStart = Arrays.copyOf(segmentStart, 2 * segments);
            segmentRegimen = Arrays.copyOf(segmentRegimen, 2 * segments);
        }
        segmentStart[segments] = day;
        segmentRegimen[segments++] = regimen;
    }

    private void finish(boolean dropout) {
        daysOn[regimen] += day - regimenSince;
        lastDay = plan.endsAtFirstProgression() && firstProgression < NEVER ? end : day;
        if (listener != null) {
            listener.ended(day, deathDay < NEVER, dropout && deathDay == NEVER);
        }
    }

    /** Lineage with most cells in progressing lesions at the first progression, or -1. */
    int lineageAtProgression() {
        return lineageAtProgression;
    }

    /** Day of the first change of treatment if it followed an assay's result before any progression, otherwise infinity. */
    double switchOnResultDay() {
        return switchOnResultDay;
    }

    /** Toxicity in the course; empty if no treatment is toxic. */
    ToxicityLog toxicity() {
        return toxicity;
    }

    @Override
    public boolean regimenDiscontinued() {
        boolean all = true;
        for (int t = 0; t < plan.treatments().length; t++) {
            all &= patient.discontinued(t) || !plan.regimens()[regimen].contains(plan.treatments()[t]);
        }
        return all && !plan.regimens()[regimen].components().isEmpty();
    }

    /** Number of periods on one regimen. */
    int segments() {
        return segments;
    }

    /** Day on which a period began; it ended when the next one began or on {@link #observedUntil}. */
    double segmentStart(int segment) {
        return segmentStart[segment];
    }

    /** Regimen of a period. */
    int segmentRegimen(int segment) {
        return segmentRegimen[segment];
    }

    /** Day on which the simulated course ended. */
    double observedUntil() {
        return day;
    }

    @Override
    public double deathDay() {
        return deathDay;
    }

    @Override
    public double lastDay() {
        return lastDay;
    }

    @Override
    public double firstProgressionDay() {
        return firstProgression;
    }

    @Override
    public double firstCnsProgressionDay() {
        return firstCnsProgression;
    }

    @Override
    public double progressionDayOn(int onRegimen) {
        return progressionOn[onRegimen];
    }

    @Override
    public double startDayOn(int onRegimen) {
        return startOn[onRegimen];
    }

    @Override
    public double stopDayOn(int onRegimen) {
        return stopOn[onRegimen];
    }

    @Override
    public double daysOn(int onRegimen) {
        return daysOn[onRegimen];
    }

    @Override
    public double firstPositiveDay(int assay, int channel) {
        return agenda.firstPositiveDay(assay, channel);
    }

    @Override
    public double firstResponseDay() {
        return firstResponseDay;
    }

    @Override
    public double confirmedResponseDay() {
        return confirmedResponseDay;
    }

    @Override
    public Response bestResponse() {
        return response.best();
    }

    @Override
    public News news() {
        return news;
    }

    @Override
    public double day() {
        return day;
    }

    @Override
    public int regimen() {
        return regimen;
    }

    @Override
    public double regimenSince() {
        return regimenSince;
    }

    @Override
    public int assay() {
        requireResult();
        return newsAssay;
    }

    @Override
    public Measurement result() {
        return requireResult();
    }

    @Override
    public double sampleDay() {
        requireResult();
        return newsSampleDay;
    }

    @Override
    public Measurement baseline() {
        requireResult();
        return agenda.first(newsAssay);
    }

    @Override
    public double[] memory() {
        return memory;
    }

    private Measurement requireResult() {
        Measurement result = newsResult;
        if (result == null) {
            throw new IllegalStateException("There is no result with news of %s.".formatted(news));
        }
        return result;
    }
}
