package org.evotrial.patient.tumour;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.disease.Growth;
import org.evotrial.patient.disease.Lesions;
import org.evotrial.patient.disease.Seeding;
import org.evotrial.patient.environment.ImmuneModel;
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
    /** Least net growth before treatment, relative to the birth rate. */
    static final double LEAST_NET_SHARE = 1e-3;

    private static final double MOST_NET_SHARE = 0.95;

    private final TumourModel model;
    private final BaselineClones clones;
    private final BaselineTraits traits;
    private double shedding;
    private double deathThreshold;

    BaselineSampler(TumourModel model) {
        this.model = model;
        traits = new BaselineTraits(model);
        clones = new BaselineClones(model, traits);
    }

    /**
     * Fills rates and tumour of a new patient.
     *
     * @param random the patient's baseline stream
     * @param traitsRandom the patient's stream of traits
     */
    void draw(PatientRates rates, Tumour tumour, UniformRandomProvider random, UniformRandomProvider traitsRandom) {
        EvolvingTumourDisease disease = model.disease;
        traits.draw(traitsRandom);
        Growth growth = disease.growth();
        double birth = growth.birthPerDay();
        double net = (birth - growth.deathPerDay()) * logNormal(growth.netGrowthSigmaLog(), random);
        net *= traits.netGrowthFactor();
        double most = Math.max(MOST_NET_SHARE * birth, birth - growth.deathPerDay());
        net = Math.min(most, Math.max(LEAST_NET_SHARE * birth, net));
        double kill = logNormal(disease.killSigmaLog(), random);
        double shedFactor = logNormal(disease.shedding().sigmaLog(), random);
        boolean sheds = random.nextDouble() >= disease.shedding().nonShedderProbability();
        shedding = sheds ? disease.shedding().genomeEquivalentsPerCellDeath() * shedFactor : 0;
        deathThreshold = Exponential.draw(random);
        double netWithInstability = net - traits.deathsPerDay();
        rates.renew(birth, Math.max(LEAST_NET_SHARE * birth, netWithInstability));
        if (traits.variesSupply()) {
            rates.supply().renew(traits.copyNumberFactor(), traits.otherFactor());
        }
        clones.begin(rates, random);
        tumour.clear();
        drawLesions(tumour, random, traitsRandom);
        drawInfiltration(tumour, traitsRandom);
        if (traits.deathsPerDay() > 0) {
            rates.renew(birth, netWithInstability);
        }
        for (int k = 0; k < model.effects.drugs(); k++) {
            double logExposure = model.effects.exposureSigmaLog(k) * Normal.draw(random);
            rates.setDrug(
                    k, logExposure, kill * logNormal(model.effects.killSigmaLog(k), random) * traits.killFactor(k));
        }
    }

    private static double logNormal(double sigmaLog, UniformRandomProvider random) {
        return StrictFunctions.exp(sigmaLog * Normal.draw(random));
    }

    private void drawLesions(Tumour tumour, UniformRandomProvider random, UniformRandomProvider traitsRandom) {
        Lesions lesions = model.disease.lesions();
        double largest = lesions.largestCells();
        double primary = lesions.primaryMedianCells() * logNormal(lesions.primarySigmaLog(), random);
        int first = addLesion(tumour, 0, Math.min(largest, Math.max(MEASURABLE_CELLS, primary)));
        clones.fill(tumour, first, random, traitsRandom);
        double metastases = Poisson.draw(lesions.meanMetastases(), random);
        double occult = Poisson.draw(lesions.meanOccult(), random);
        for (int i = 0; i < metastases && tumour.lesions() < lesions.maximum(); i++) {
            double size = lesions.metastasisMedianCells() * logNormal(lesions.metastasisSigmaLog(), random);
            drawMetastasis(tumour, Math.min(largest, size), random, traitsRandom);
        }
        for (int i = 0; i < occult && tumour.lesions() < lesions.maximum(); i++) {
            double size = lesions.occultMedianCells() * logNormal(lesions.occultSigmaLog(), random);
            drawMetastasis(tumour, Math.min(INVISIBLE_CELLS, size), random, traitsRandom);
        }
    }

    private void drawInfiltration(Tumour tumour, UniformRandomProvider random) {
        ImmuneModel immunity = model.immunity;
        if (immunity != null) {
            int ofPatient = immunity.phenotype(random.nextDouble());
            for (int lesion = 0; lesion < tumour.lesions(); lesion++) {
                int phenotype = immunity.phenotypeOfLesion(ofPatient, random.nextDouble(), random.nextDouble());
                tumour.setInfiltration(lesion, immunity.infiltration(phenotype, random.nextDouble()));
            }
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

    private static int addLesion(Tumour tumour, int organ, double size) {
        return tumour.addLesion(organ, Math.max(1, Math.rint(size)));
    }

    private void drawMetastasis(
            Tumour tumour, double size, UniformRandomProvider random, UniformRandomProvider traitsRandom) {
        int lesion = addLesion(tumour, drawOrgan(random), size);
        Seeding seeding = model.disease.lesions().seeding();
        if (seeding == null) {
            clones.fill(tumour, lesion, random, traitsRandom);
        } else {
            clones.seed(tumour, lesion, seeding.founderCells(), random);
        }
    }

    /** Genotype of the last patient's first tumour cell. */
    int founder() {
        return clones.founder();
    }

    /** Traits of the last patient drawn. */
    BaselineTraits traits() {
        return traits;
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
