package org.evotrial.patient.tumour;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.assay.AssaySampler;
import org.evotrial.patient.assay.NonTumourDna;
import org.evotrial.patient.assay.PlasmaDna;
import org.evotrial.patient.assay.ScannedLesions;
import org.evotrial.patient.assay.TumourView;
import org.evotrial.patient.disease.ClonalArchitecture;
import org.evotrial.patient.drug.DosingCourse;
import org.evotrial.patient.phylogeny.CloneTree;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientStreams;
import org.evotrial.spi.truth.PatientTruth;
import org.jspecify.annotations.Nullable;

/**
 * One patient with an evolving tumour.
 *
 * <p>The tumour advances by regular steps, counted anew from each change of a dose; in between, samples see the
 * expected state. So an additional sample changes no tumour.
 */
final class TumourPatient implements Patient {
    private final TumourModel model;
    private final PatientRates rates;
    private final DosingCourse dosing;
    private final Tumour tumour;
    private final ExpectedTumour expected;
    private final DeathFromBurden mortality;
    private final BaselineSampler baseline;
    private final @Nullable ClonalHistory history;
    private final PlasmaDna plasma;
    private final NonTumourDna nonTumour;
    private final TumourView view;
    private final AssaySampler[] samplers;
    private final AssaySampler[] followers;
    private final UniformRandomProvider[] assayRandom;
    private final ScannedLesions trueTargets;
    private final PatientTruth truth;
    private UniformRandomProvider biology = NoStreams.INSTANCE.biology();
    private double day;
    private double stateDay;
    private double hazardLeft;
    private double deathDay;
    private int exposure;
    private int factorLevel;
    private Event event = Event.NONE;

    TumourPatient(TumourModel model) {
        this.model = model;
        rates = new PatientRates(model);
        dosing = new DosingCourse(model.effects, rates.drugs());
        tumour = new Tumour(model);
        expected = new ExpectedTumour(tumour, rates, model);
        mortality = new DeathFromBurden(model.disease.mortality());
        baseline = new BaselineSampler(model);
        ClonalArchitecture architecture = model.disease.clonalArchitecture();
        history = architecture == null ? null : new ClonalHistory(model, architecture);
        samplers = new AssaySampler[model.assays()];
        for (int a = 0; a < samplers.length; a++) {
            samplers[a] = model.newSampler(a);
        }
        followers = Arrays.stream(samplers).filter(AssaySampler::followsTumour).toArray(AssaySampler[]::new);
        assayRandom = new UniformRandomProvider[samplers.length];
        Arrays.fill(assayRandom, biology);
        trueTargets = new ScannedLesions(model.mostLesions());
        plasma = new PlasmaDna(model);
        nonTumour = new NonTumourDna(model);
        view = new SampledTumour(this, model);
        truth = new TumourTruth(this, model);
    }

    @Override
    public void begin(PatientStreams patientStreams) {
        biology = patientStreams.biology();
        day = 0;
        stateDay = 0;
        exposure = 0;
        event = Event.NONE;
        UniformRandomProvider baselineRandom = patientStreams.baseline();
        baseline.draw(rates, tumour, baselineRandom, patientStreams.traits());
        nonTumour.draw(baselineRandom);
        if (history != null) {
            history.begin(baseline, rates, tumour);
        }
        dosing.begin(patientStreams);
        tumour.foresee(rates, exposure, model.stepDays);
        expected.renew(exposure);
        hazardLeft = baseline.deathThreshold();
        trueTargets.describe(view, model);
        factorLevel = 0;
        for (int i = 0; i < trueTargets.count(); i++) {
            if (trueTargets.isCentralNervousSystem(i)
                    && trueTargets.baselineDiameter(i) >= ScannedLesions.VISIBLE_AT_BASELINE_MILLIMETRES) {
                factorLevel = 1;
            }
        }
        for (int a = 0; a < samplers.length; a++) {
            samplers[a].begin();
            assayRandom[a] = patientStreams.assay(a);
        }
        for (AssaySampler follower : followers) {
            follower.start(view);
        }
        foreseeDeath();
    }

    @Override
    public int factorLevel(int factor) {
        int biomarkers = model.stratumLaw == null ? 0 : model.stratumLaw.biomarkers();
        if (factor < 0 || factor >= model.factors) {
            throw new IllegalArgumentException("This patient model has no baseline factor %d.".formatted(factor));
        }
        int others = model.factors - biomarkers;
        return factor < others ? factorLevel : baseline.traits().level(factor - others);
    }

    @Override
    public double advance(double toDay, int givenRegimen) {
        if (!(toDay >= day && toDay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The day " + toDay + " must be finite and not before the current day " + day + ".");
        }
        if (event == Event.DEATH) {
            return day;
        }
        event = Event.NONE;
        dosing.take(givenRegimen, day);
        followDoses();
        while (event == Event.NONE && dosing.nextChange() <= toDay) {
            live(dosing.nextChange());
            if (event == Event.NONE) {
                changeDoses();
            }
        }
        if (event == Event.NONE) {
            live(toDay);
        }
        return day;
    }

    private void changeDoses() {
        dosing.change();
        if (dosing.died()) {
            event = Event.DEATH;
        } else if (dosing.toxicNow()) {
            event = Event.TOXICITY;
        }
        followDoses();
    }

    private void followDoses() {
        int newExposure = rates.exposureOf(dosing.doses());
        if (newExposure != exposure) {
            change(newExposure);
        }
    }

    private void live(double toDay) {
        double next = stateDay + model.stepDays;
        while (next <= toDay && deathDay > next) {
            step(next);
            next = stateDay + model.stepDays;
        }
        if (deathDay <= toDay) {
            day = deathDay;
            event = Event.DEATH;
        } else {
            day = toDay;
        }
    }

    private void change(int newExposure) {
        if (day > stateDay) {
            step(day);
        }
        tumour.catchUp(rates, exposure, stateDay, biology);
        exposure = newExposure;
        tumour.foresee(rates, exposure, model.stepDays);
        expected.renew(exposure);
        foreseeDeath();
    }

    private void step(double toDay) {
        double regular = model.stepDays;
        double days = toDay - stateDay;
        hazardLeft -= mortality.integratedHazard(days);
        tumour.step(rates, exposure, stateDay, Math.abs(days - regular) < 1e-9 * regular ? regular : days, biology);
        stateDay = toDay;
        expected.renew(exposure);
        day = Math.max(day, toDay);
        for (AssaySampler follower : followers) {
            follower.follow(view);
        }
        foreseeDeath(tumour.netGrowth());
    }

    private void foreseeDeath() {
        foreseeDeath(tumour.netGrowth(rates, exposure));
    }

    private void foreseeDeath(double netGrowth) {
        mortality.set(tumour.total(), netGrowth);
        deathDay = stateDay + mortality.timeToDeath(hazardLeft, model.stepDays);
    }

    @Override
    public Event event() {
        return event;
    }

    @Override
    public int toxicEvents() {
        return dosing.toxicEvents();
    }

    @Override
    public double cumulativeDose(int treatment) {
        return dosing.cumulativeDose(treatment, day);
    }

    @Override
    public double plannedDose(int treatment) {
        return dosing.plannedDose(treatment, day);
    }

    @Override
    public double doseLevel(int treatment) {
        return dosing.doseLevel(treatment);
    }

    @Override
    public boolean discontinued(int treatment) {
        return dosing.discontinued(treatment);
    }

    @Override
    public void measure(int assay, Measurement out) {
        samplers[assay].sample(view, assayRandom[assay], out);
    }

    /**
     * The clones of a lesion now.
     *
     * @throws IllegalStateException if the disease has no clonal architecture
     */
    CloneTree clones(int lesion) {
        BranchShares branches = baseline.traits().branches();
        if (history == null || branches == null) {
            throw new IllegalStateException("The disease has no clonal architecture.");
        }
        double[] cells = new double[model.genotypes.count()];
        double[] emergenceDays = new double[cells.length];
        for (int g = 0; g < cells.length; g++) {
            for (int phenotype = 0; phenotype < model.phenotypeCount(); phenotype++) {
                cells[g] += expectedCells(lesion, g, phenotype);
            }
            emergenceDays[g] = Math.min(day, tumour.emergenceDay(g));
        }
        return history.tree(lesion, branches, cells, emergenceDays);
    }

    @Override
    public PatientTruth truth() {
        return truth;
    }

    double expectedCells(int lesion) {
        return expected.at(day - stateDay).cells(lesion);
    }

    /** Expected cells of a genotype in a phenotype now, in all niches. */
    double expectedCells(int lesion, int genotype, int phenotype) {
        return expected.at(day - stateDay).cells(lesion, genotype, phenotype, model.states.phenotypes());
    }

    double birthsPerDay(int lesion, int genotype) {
        return expected.at(day - stateDay).birthsPerDay(lesion, genotype);
    }

    double deathsPerDay(int lesion, int genotype) {
        return expected.at(day - stateDay).deathsPerDay(lesion, genotype);
    }

    double shedding() {
        return baseline.shedding();
    }

    double nonTumourVaf(int biomarker) {
        return nonTumour.vaf(biomarker);
    }

    double day() {
        return day;
    }

    int regimen() {
        return dosing.regimen();
    }

    Tumour tumour() {
        return tumour;
    }

    double plasmaVaf(int biomarker) {
        return plasma.expectedVaf(biomarker, view);
    }

    boolean target(int lesion) {
        return trueTargets.isTarget(lesion);
    }

    double targetSum() {
        double sum = 0;
        for (int i = 0; i < tumour.lesions(); i++) {
            sum += trueTargets.isTarget(i) ? ScannedLesions.diameter(expectedCells(i)) : 0;
        }
        return sum;
    }
}
