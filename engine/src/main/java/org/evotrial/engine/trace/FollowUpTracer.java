package org.evotrial.engine.trace;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.engine.plan.BiomarkerPlan;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.engine.replicate.CourseListener;
import org.evotrial.model.config.TrialFile;
import org.evotrial.model.result.PatientResult;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Response;
import org.evotrial.spi.truth.PatientTruth;

/** Writes down all that a page about one patient shows: the course, and beside it phenotypes, true plasma fractions, scans and clones. */
public final class FollowUpTracer implements CourseListener {
    private final PatientPlan plan;
    private final List<String> biomarkers;
    private final CourseTracer course;
    private final ClonePhylogeny clones;
    private final DoseTracer doses;
    private final List<PatientResult.Scan> scans = new ArrayList<>();
    private final List<List<Double>> vafs = new ArrayList<>();
    private final List<List<List<Double>>> phenotypes = new ArrayList<>();
    private final List<String> organs = new ArrayList<>();
    private final List<Boolean> targets = new ArrayList<>();
    private double lastDay = Double.NaN;
    private int days;

    /**
     * @param plan what happens to a patient
     * @param trial the file that the plan was made from
     * @param number number of the patient
     * @param patient the patient, for doses
     */
    public FollowUpTracer(PatientPlan plan, TrialFile trial, int number, Patient patient) {
        this.plan = plan;
        biomarkers = trial.population().disease().biomarkers();
        course = new CourseTracer(plan, AssayDescription.of(trial), 0, number);
        doses = new DoseTracer(plan.treatments(), patient);
        clones = new ClonePhylogeny(plan, biomarkers);
        biomarkers.forEach(b -> vafs.add(new ArrayList<>()));
    }

    @Override
    public void day(double day, PatientTruth truth) {
        if (day == lastDay) {
            return;
        }
        lastDay = day;
        course.day(day, truth);
        clones.day(day, truth);
        doses.day(day);
        for (int b = 0; b < vafs.size(); b++) {
            vafs.get(b).add(truth.plasmaVaf(b));
        }
        int kinds = plan.model().phenotypes().size();
        while (phenotypes.size() < truth.lesions()) {
            organs.add(truth.organ(phenotypes.size()));
            targets.add(truth.target(phenotypes.size()));
            phenotypes.add(newLesion(kinds));
        }
        for (int lesion = 0; lesion < phenotypes.size(); lesion++) {
            for (int kind = 0; kind < kinds; kind++) {
                phenotypes.get(lesion).get(kind).add(truth.phenotypeCells(lesion, kind));
            }
        }
        days++;
    }

    /** A lesion that did not exist before has no cells on the days so far. */
    private List<List<Double>> newLesion(int kinds) {
        List<List<Double>> lesion = new ArrayList<>();
        for (int kind = 0; kind < kinds; kind++) {
            List<Double> series = new ArrayList<>();
            for (int day = 0; day < days; day++) {
                series.add(0.0);
            }
            lesion.add(series);
        }
        return lesion;
    }

    @Override
    public void sampled(double day, int assay, Measurement result) {
        course.sampled(day, assay, result);
    }

    @Override
    public void assessed(double day, double sum, double nadir, Response response) {
        scans.add(new PatientResult.Scan(day, sum, nadir, scans.isEmpty() ? "baseline" : code(response)));
    }

    /** The abbreviation of a response category. */
    public static String code(Response response) {
        return switch (response) {
            case COMPLETE_RESPONSE -> "CR";
            case PARTIAL_RESPONSE -> "PR";
            case STABLE_DISEASE -> "SD";
            case PROGRESSIVE_DISEASE -> "PD";
            case NOT_EVALUABLE -> "NE";
        };
    }

    @Override
    public void resultAvailable(double day, double sampleDay, int assay, Measurement result) {
        course.resultAvailable(day, sampleDay, assay, result);
    }

    @Override
    public void regimenChanged(double day, int from, int to, PatientView.News reason) {
        course.regimenChanged(day, from, to, reason);
    }

    @Override
    public void toxicity(double day, Patient patient) {
        course.toxicity(day, patient);
    }

    @Override
    public void progressed(double day, boolean first, boolean onLine, boolean cns) {
        course.progressed(day, first, onLine, cns);
    }

    @Override
    public void ended(double day, boolean death, boolean dropout) {
        course.ended(day, death, dropout);
    }

    /** The course. */
    public PatientTrace trace(String label) {
        return course.trace(label, 0);
    }

    /** The lesions, aligned with those of the course. */
    public List<PatientResult.Lesion> lesions() {
        List<PatientResult.Lesion> lesions = new ArrayList<>();
        for (int i = 0; i < phenotypes.size(); i++) {
            lesions.add(new PatientResult.Lesion(organs.get(i), targets.get(i), phenotypes.get(i)));
        }
        return lesions;
    }

    /** The true plasma fractions. */
    public List<PatientResult.Biomarker> biomarkers() {
        List<PatientResult.Biomarker> all = new ArrayList<>();
        for (int b = 0; b < vafs.size(); b++) {
            double limit = Double.POSITIVE_INFINITY;
            for (BiomarkerPlan reported : plan.biomarkers()) {
                limit = reported.biomarker() == b ? Math.min(limit, reported.limitOfDetection()) : limit;
            }
            all.add(new PatientResult.Biomarker(biomarkers.get(b), Double.isInfinite(limit) ? 0 : limit, vafs.get(b)));
        }
        return all;
    }

    /** The doses of every treatment. */
    public List<PatientResult.Dose> doses() {
        return doses.doses();
    }

    /** The scans that could be assessed. */
    public List<PatientResult.Scan> scans() {
        return scans;
    }

    /** The clones that were ever there. */
    public List<PatientResult.Clone> clones(CourseRecord record, PatientTruth truth) {
        return clones.clones(record, truth);
    }
}
