package org.evotrial.engine.replicate;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.engine.plan.ArmPlan;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.spi.ImagingChannel;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientView;
import org.jspecify.annotations.Nullable;

/**
 * One patient from randomisation to death, loss to follow-up or the horizon: an event loop over visits, results,
 * policy decisions and what the patient model does in between. What happened is on record in a {@link CourseLog}. A workspace
 * of one thread, reused from patient to patient.
 *
 * <p>Events of the same day take place in this order: death, samples (in the order of the assays; imaging is assessed
 * at once), results that become available.
 */
final class PatientCourse {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final PatientPlan plan;
    private final Patient patient;
    private final ResponseAssessment response;
    private final AssayAgenda agenda;
    private final CourseLog log;
    private final CourseView view;
    private final int lineages;
    private final boolean toxic;

    private @Nullable CourseListener listener;
    private double watchDays = NEVER;
    private ArmPlan arm;
    private double day;
    private double end;

    PatientCourse(PatientPlan plan, UniformRandomProvider visits) {
        this.plan = plan;
        patient = plan.model().newPatient();
        response = new ResponseAssessment(
                plan.imagingAssay() >= 0 && plan.assays()[plan.imagingAssay()].confirmsProgression());
        lineages = plan.model().lineages().size();
        toxic = plan.model().toxic();
        agenda = new AssayAgenda(plan.assays(), visits);
        log = new CourseLog(agenda, response, plan.regimens().length, plan.treatments().length);
        view = new CourseView(plan, patient, log, agenda);
        arm = plan.arms()[0];
    }

    /** The patient, already begun with its streams when {@link #run} is called. */
    Patient patient() {
        return patient;
    }

    /** What is on record of the course, valid until the next one. */
    CourseLog log() {
        return log;
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
     * @return what is on record then, valid until the next course
     */
    CourseLog run(int armIndex, double dropoutDay, double horizonDay) {
        begin(armIndex, Math.max(0, Math.min(dropoutDay, horizonDay)));
        if (listener != null) {
            listener.day(0, patient.truth());
        }
        if (arm.schedules().length > 0) {
            takeSamples();
            deliverResults();
        }
        while (true) {
            day = patient.advance(Math.min(Math.min(agenda.nextDay(), end), day + watchDays), log.regimen());
            if (listener != null) {
                listener.day(day, patient.truth());
            }
            Patient.Event event = patient.event();
            if (toxic && log.toxicity().stop(day, patient) && listener != null) {
                listener.toxicity(day, patient);
            }
            if (event == Patient.Event.DEATH) {
                log.died(day);
                break;
            }
            if (event == Patient.Event.TOXICITY) {
                considerDiscontinuation();
                continue;
            }
            if (event == Patient.Event.PROGRESSION) {
                progress(true, true, false);
                if (plan.endsAtFirstProgression()) {
                    break;
                }
                continue;
            }
            if (day >= end) {
                break;
            }
            takeSamples();
            if (plan.endsAtFirstProgression() && log.progressed()) {
                break;
            }
            deliverResults();
        }
        finish(dropoutDay <= horizonDay && day >= dropoutDay);
        return log;
    }

    private void begin(int armIndex, double newEnd) {
        arm = plan.arms()[armIndex];
        end = newEnd;
        day = 0;
        log.begin(arm.policy().initialRegimen());
        view.begin();
        if (agenda.assays() > 0) {
            agenda.begin(arm);
            response.begin();
        }
    }

    private void considerDiscontinuation() {
        if (log.toxicity().newlyDiscontinued(patient)) {
            decide(view.of(day, PatientView.News.DISCONTINUATION));
        }
    }

    private void takeSamples() {
        for (ArmPlan.Schedule schedule : arm.schedules()) {
            int assay = schedule.assay();
            if (!agenda.due(assay, day)) {
                continue;
            }
            boolean wanted = agenda.baseline(assay)
                    || (schedule.activeOn()[log.regimen()] && !(schedule.untilProgression() && log.progressed()));
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
            assess(result);
        }
    }

    private void assess(Measurement scan) {
        boolean firstLine = log.onFirstLine();
        response.assess(scan, firstLine);
        log.assessed(day, firstLine && scan.evaluable());
        if (listener != null && scan.evaluable()) {
            listener.assessed(
                    day,
                    scan.value(ImagingChannel.TARGET_SUM.ordinal()),
                    response.lineNadir(),
                    response.lineResponse());
        }
        if (response.progression() || response.lineProgression() || response.cnsProgression()) {
            progress(response.progression(), response.lineProgression(), response.cnsProgression());
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
        decide(view.ofResult(day, assay, result, sampled));
    }

    private void progress(boolean overall, boolean onLine, boolean cns) {
        boolean isFirst = overall && !log.progressed();
        if (isFirst) {
            log.firstProgressed(day, lineages > 0 ? patient.truth().dominantLineage() : -1);
        }
        if (cns) {
            log.progressedInCns(day);
        }
        boolean newOnLine = onLine && log.progressedOnLine(day);
        if (listener != null && (isFirst || newOnLine || cns)) {
            listener.progressed(day, isFirst, newOnLine, cns);
        }
        if (newOnLine) {
            decide(view.of(day, PatientView.News.PROGRESSION));
        }
    }

    private void decide(PatientView news) {
        int regimen = arm.policy().decide(news);
        if (regimen == log.regimen()) {
            return;
        }
        if (listener != null) {
            listener.regimenChanged(day, log.regimen(), regimen, news.news());
        }
        log.changed(day, regimen, news.news());
        response.newLine();
    }

    private void finish(boolean dropout) {
        log.ended(day, plan.endsAtFirstProgression() && log.progressed() ? end : day);
        if (listener != null) {
            boolean death = log.deathDay() < NEVER;
            listener.ended(day, death, dropout && !death);
        }
    }
}
