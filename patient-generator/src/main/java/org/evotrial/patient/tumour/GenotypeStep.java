package org.evotrial.patient.tumour;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.birthdeath.BirthDeathStep;
import org.evotrial.patient.birthdeath.MutantInflux;
import org.evotrial.patient.birthdeath.PhenotypeSwitching;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.spi.StrictFunctions;
import org.jspecify.annotations.Nullable;

/** One step of one genotype in one organ under one regimen: both phenotypes, and what they give to other genotypes. */
final class GenotypeStep {
    /**
     * From so many cells of both phenotypes on, they change by the exact mean with normal noise: variance of births and
     * deaths, and of cells entering tolerance; the covariance of the two phenotypes is neglected.
     */
    private static final double MANY_SENSITIVE = 1e4;

    private static final double MANY_TOLERANT = 500;

    private final TumourModel model;
    private final PatientRates rates;
    private final int genotype;
    private final BirthDeathStep sensitiveStep = new BirthDeathStep();
    private final BirthDeathStep tolerantStep = new BirthDeathStep();
    private final PhenotypeSwitching switching = new PhenotypeSwitching();
    private final @Nullable MutantInflux[] influx;
    private final long[] influxStamps;
    private long stamp = -1;
    private double birth;
    private double death;
    private double tolerantBirth;
    private double tolerantDeath;
    private double entry;
    private double exit;
    private double days;
    private double sensitiveDivisions;
    private double tolerantDivisions;
    private boolean toleranceKnown;

    GenotypeStep(TumourModel model, PatientRates rates, int genotype) {
        this.model = model;
        this.rates = rates;
        this.genotype = genotype;
        influx = new MutantInflux[2 * model.mutationRates.length];
        influxStamps = new long[influx.length];
    }

    GenotypeStep prepared(long currentStamp, int regimen, int organ, double stepDays) {
        if (stamp != currentStamp) {
            stamp = currentStamp;
            prepare(regimen, organ, stepDays);
        }
        return this;
    }

    private void prepare(int regimen, int organ, double stepDays) {
        days = stepDays;
        birth = rates.birth() * model.genotypes.birthFactor(genotype);
        double naturalDeath = rates.birth() - rates.netGrowth();
        double kill = 0;
        double tolerantKill = 0;
        double possibleKill = 0;
        DrugEffects effects = model.effects;
        for (int i = 0; i < effects.drugsIn(regimen); i++) {
            int drug = effects.drugIn(regimen, i);
            double emax = effects.maximumKill(drug) * rates.killFactor(drug);
            double drugKill = emax * effects.effect(regimen, i, organ, genotype, rates.logExposure(drug));
            kill += drugKill;
            tolerantKill += drugKill * effects.tolerantFraction(drug);
            possibleKill += emax;
        }
        death = naturalDeath + kill;
        sensitiveStep.set(birth, death, days);
        toleranceKnown = false;
        Tolerance tolerance = model.disease.tolerance();
        if (tolerance != null) {
            double stress = possibleKill > 0 ? kill / possibleKill : 0;
            entry = stress >= Tolerance.LEAST_STRESS ? tolerance.entryPerDayAtFullEffect() * stress : 0;
            exit = possibleKill > 0 ? tolerance.exitPerDayOnTreatment() : tolerance.exitPerDayOffTreatment();
            tolerantBirth = birth * tolerance.birthFactor();
            tolerantDeath = naturalDeath * tolerance.deathFactor() + tolerantKill;
        }
        sensitiveDivisions = birth * integral(birth - death - entry, days);
    }

    /** Most resistant genotypes never have tolerant cells; what only those need is computed when the first appear. */
    private void prepareTolerance() {
        if (!toleranceKnown) {
            tolerantStep.set(tolerantBirth, tolerantDeath, days);
            switching.set(birth - death, tolerantBirth - tolerantDeath, entry, exit, days);
            tolerantDivisions = tolerantBirth * integral(tolerantBirth - tolerantDeath - exit, days);
            toleranceKnown = true;
        }
    }

    private static double integral(double rate, double days) {
        return Math.abs(rate * days) < 1e-8 ? days : StrictFunctions.expm1(rate * days) / rate;
    }

    /** Advances both phenotypes by the step, in place: cells[at] and cells[at + 1]. */
    void advance(double[] cells, int at, UniformRandomProvider random) {
        double sensitive = cells[at];
        double tolerant = cells[at + 1];
        if (tolerant == 0 && entry == 0) {
            cells[at] = sensitiveStep.sample(sensitive, random);
            return;
        }
        prepareTolerance();
        if (sensitive >= MANY_SENSITIVE && tolerant >= MANY_TOLERANT) {
            double nextSensitive = switching.meanSensitive(sensitive, tolerant);
            double nextTolerant = switching.meanTolerant(sensitive, tolerant);
            if (nextSensitive >= MANY_SENSITIVE && nextTolerant >= MANY_TOLERANT) {
                cells[at] = vary(nextSensitive, sensitive * sensitiveStep.varianceFactor(), random);
                double entering = Math.max(0, nextTolerant - tolerant * tolerantStep.growthFactor());
                double variance =
                        tolerant * tolerantStep.varianceFactor() + entering * (1 + tolerantStep.offspringOdds());
                cells[at + 1] = vary(nextTolerant, variance, random);
                return;
            }
        }
        switching.switchForHalfStep(cells, at, random);
        cells[at] = sensitiveStep.sample(cells[at], random);
        cells[at + 1] = tolerantStep.sample(cells[at + 1], random);
        switching.switchForHalfStep(cells, at, random);
    }

    /** A normal number of the given mean, the mean itself from a million on. */
    private static double vary(double mean, double variance, UniformRandomProvider random) {
        return mean >= BirthDeathStep.MEAN_FROM
                ? mean
                : Math.max(0, Math.rint(mean + StrictFunctions.sqrt(variance) * Normal.draw(random)));
    }

    /** Expected divisions during the step of the progeny of one cell of a phenotype (0 sensitive, 1 tolerant). */
    double divisions(int phenotype) {
        if (phenotype == 0) {
            return sensitiveDivisions;
        }
        prepareTolerance();
        return tolerantDivisions;
    }

    /** Mutants that a phenotype of this genotype founds in another genotype of the same organ and regimen. */
    MutantInflux influx(int phenotype, int mechanism, GenotypeStep mutant) {
        int index = 2 * mechanism + phenotype;
        MutantInflux kept = influx[index];
        if (kept == null) {
            kept = new MutantInflux();
            influx[index] = kept;
            influxStamps[index] = -1;
        }
        if (influxStamps[index] != stamp) {
            influxStamps[index] = stamp;
            double u = model.mutationRates[mechanism];
            double parentBirth = phenotype == 0 ? birth : tolerantBirth;
            double net = phenotype == 0 ? birth - death - entry : tolerantBirth - tolerantDeath - exit;
            kept.set(u * parentBirth, net, mutant.birth, mutant.death, days);
        }
        return kept;
    }

    /** Deaths per sensitive cell and day. */
    double death() {
        return death;
    }

    /** Deaths per tolerant cell and day. */
    double tolerantDeath() {
        return tolerantDeath;
    }

    /** Net growth per sensitive cell and day, switching included. */
    double net() {
        return birth - death - entry;
    }
}
