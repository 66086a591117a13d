package org.evotrial.patient.tumour;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.birthdeath.PreExistingClones;
import org.evotrial.patient.birthdeath.ResistantFractionPrior;
import org.evotrial.patient.disease.Growth;
import org.evotrial.patient.disease.Lesions;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.patient.sampling.Exponential;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.patient.sampling.Poisson;
import org.evotrial.spi.StrictFunctions;

/**
 * Draws what a patient is at baseline from the baseline stream, always in the same order: random effects, lesions with
 * their clones, and last the patient's own drug effects, so that the same patient meets every treatment.
 */
final class BaselineSampler {
    private static final double MEASURABLE_CELLS = 5.3e8;
    private static final double INVISIBLE_CELLS = 6.4e7;
    private static final double LEAST_NET_SHARE = 1e-3;
    private static final double MOST_NET_SHARE = 0.95;

    private final TumourModel model;
    private final PreExistingClones clones = new PreExistingClones();
    private final double[] patientFraction;
    private double shedding;
    private double deathThreshold;

    BaselineSampler(TumourModel model) {
        this.model = model;
        patientFraction = new double[model.disease.mechanisms().size()];
    }

    /** Fills rates and tumour of a new patient. */
    void draw(PatientRates rates, Tumour tumour, UniformRandomProvider random) {
        EvolvingTumourDisease disease = model.disease;
        Growth growth = disease.growth();
        double birth = growth.birthPerDay();
        double net = (birth - growth.deathPerDay()) * logNormal(growth.netGrowthSigmaLog(), random);
        net = Math.min(MOST_NET_SHARE * birth, Math.max(LEAST_NET_SHARE * birth, net));
        double kill = logNormal(disease.killSigmaLog(), random);
        double shedFactor = logNormal(disease.shedding().sigmaLog(), random);
        boolean sheds = random.nextDouble() >= disease.shedding().nonShedderProbability();
        shedding = sheds ? disease.shedding().genomeEquivalentsPerCellDeath() * shedFactor : 0;
        deathThreshold = Exponential.draw(random);
        rates.renew(birth, net);
        clones.set(birth, birth - net);
        for (int m = 0; m < patientFraction.length; m++) {
            patientFraction[m] = disease.mechanisms().get(m).preExisting() instanceof PreExisting.Empirical prior
                    ? patientFraction(prior, random)
                    : 0;
        }
        tumour.clear();
        drawLesions(tumour, random);
        for (int k = 0; k < model.effects.drugs(); k++) {
            double logExposure = model.effects.exposureSigmaLog(k) * Normal.draw(random);
            rates.setDrug(k, logExposure, kill * logNormal(model.effects.killSigmaLog(k), random));
        }
    }

    private static double logNormal(double sigmaLog, UniformRandomProvider random) {
        return StrictFunctions.exp(sigmaLog * Normal.draw(random));
    }

    private static double patientFraction(PreExisting.Empirical prior, UniformRandomProvider random) {
        boolean carrier = random.nextDouble() < prior.carrierProbability();
        double fraction = prior.medianFraction() * logNormal(prior.sigmaLog(), random);
        return carrier ? fraction : 0;
    }

    private void drawLesions(Tumour tumour, UniformRandomProvider random) {
        Lesions lesions = model.disease.lesions();
        double largest = lesions.largestCells();
        double primary = lesions.primaryMedianCells() * logNormal(lesions.primarySigmaLog(), random);
        drawLesion(tumour, 0, Math.min(largest, Math.max(MEASURABLE_CELLS, primary)), random);
        double metastases = Poisson.draw(lesions.meanMetastases(), random);
        double occult = Poisson.draw(lesions.meanOccult(), random);
        for (int i = 0; i < metastases && tumour.lesions() < lesions.maximum(); i++) {
            double size = lesions.metastasisMedianCells() * logNormal(lesions.metastasisSigmaLog(), random);
            drawLesion(tumour, drawOrgan(random), Math.min(largest, size), random);
        }
        for (int i = 0; i < occult && tumour.lesions() < lesions.maximum(); i++) {
            double size = lesions.occultMedianCells() * logNormal(lesions.occultSigmaLog(), random);
            drawLesion(tumour, drawOrgan(random), Math.min(INVISIBLE_CELLS, size), random);
        }
    }

    private int drawOrgan(UniformRandomProvider random) {
        double left = random.nextDouble();
        int organ = 0;
        while (organ < model.organShares.length - 1 && left >= model.organShares[organ]) {
            left -= model.organShares[organ++];
        }
        return organ;
    }

    private void drawLesion(Tumour tumour, int organ, double size, UniformRandomProvider random) {
        double cells = Math.max(1, Math.rint(size));
        int lesion = tumour.addLesion(organ, cells);
        for (int m = 0; m < patientFraction.length; m++) {
            Mechanism mechanism = model.disease.mechanisms().get(m);
            int genotype = model.genotypes.descendant(0, m);
            if (mechanism.preExisting() instanceof PreExisting.ClosedForm) {
                tumour.convert(lesion, genotype, clones.sample(cells, mechanism.mutationsPerDivision(), random));
            } else if (mechanism.preExisting() instanceof PreExisting.Empirical prior) {
                double fraction = patientFraction[m] * logNormal(prior.lesionSigmaLog(), random);
                if (fraction > 0) {
                    double clipped = Math.min(prior.largestFraction(), fraction);
                    tumour.convert(lesion, genotype, ResistantFractionPrior.sampleCells(cells, clipped, random));
                }
            }
        }
    }

    /** Genome equivalents shed per cell death by the last patient drawn. */
    double shedding() {
        return shedding;
    }

    /** The last patient's integrated hazard at death. */
    double deathThreshold() {
        return deathThreshold;
    }
}
