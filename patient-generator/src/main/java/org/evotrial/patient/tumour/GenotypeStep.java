package org.evotrial.patient.tumour;

import org.evotrial.patient.birthdeath.BirthDeathStep;
import org.evotrial.patient.birthdeath.MutantInflux;
import org.evotrial.patient.birthdeath.PhenotypeSwitching;
import org.evotrial.patient.disease.Tolerance;
import org.evotrial.patient.drug.CellEffects;
import org.evotrial.spi.StrictFunctions;
import org.jspecify.annotations.Nullable;

/**
 * One step of one genotype in one organ under one regimen: its two phenotypes, sensitive (0) and tolerant (1), and what
 * they give to each other and to other genotypes. A change of phenotype is a death to the one and a foundation in the other.
 */
final class GenotypeStep {
    static final int SENSITIVE = 0;
    static final int TOLERANT = 1;

    private final TumourModel model;
    private final PatientRates rates;
    private final int genotype;
    private final BirthDeathStep[][] own = new BirthDeathStep[2][DeferredClones.MOST_STEPS + 1];
    private final long[][] ownStamps = new long[2][DeferredClones.MOST_STEPS + 1];
    private final PhenotypeSwitching switching = new PhenotypeSwitching();
    private final MutantInflux entering = new MutantInflux();
    private final MutantInflux returning = new MutantInflux();
    private final @Nullable MutantInflux[] influx;
    private final long[] influxStamps;
    private long stamp = -1;
    private double divisionRate;
    private double tolerantDivisionRate;
    private double stress;
    private double staying;
    private double away;
    private double birth;
    private double death;
    private double tolerantBirth;
    private double tolerantDeath;
    private double entry;
    private double exit;
    private double days;
    private double sensitiveCellDays;
    private double tolerantCellDays;
    private double sensitiveDivisions;
    private double tolerantDivisions;
    private boolean toleranceKnown;
    private double momentDays;
    private double momentGrowth;

    GenotypeStep(TumourModel model, PatientRates rates, int genotype) {
        this.model = model;
        this.rates = rates;
        this.genotype = genotype;
        influx = new MutantInflux[2 * model.acquisitions.from(genotype)];
        influxStamps = new long[influx.length];
        for (int phenotype = 0; phenotype < 2; phenotype++) {
            for (int k = 0; k < own[phenotype].length; k++) {
                own[phenotype][k] = new BirthDeathStep();
                ownStamps[phenotype][k] = -1;
            }
        }
    }

    GenotypeStep prepared(long currentStamp, int exposure, int organ, double stepDays) {
        if (stamp != currentStamp) {
            stamp = currentStamp;
            prepare(exposure, organ, stepDays);
        }
        return this;
    }

    private void prepare(int exposure, int organ, double stepDays) {
        days = stepDays;
        momentDays = 0;
        momentGrowth = 1;
        divisionRate = rates.birth() * model.genotypes.birthFactor(genotype);
        double naturalDeath = rates.birth() - rates.netGrowth();
        CellEffects drugs = rates.cellEffects().set(rates.exposure(exposure), organ, 0, genotype);
        stress = drugs.stress(divisionRate);
        double untreated = divisionRate;
        divisionRate *= drugs.birthFactor(SENSITIVE);
        death = naturalDeath + drugs.kill(SENSITIVE) + divisionRate * drugs.killPerDivision(SENSITIVE);
        staying = 1 - rates.supply().leavingPerDivision(genotype, stress);
        away = rates.supply().perDay(genotype, stress);
        birth = divisionRate * staying;
        toleranceKnown = false;
        Tolerance tolerance = model.disease.tolerance();
        if (tolerance != null) {
            entry = stress >= Tolerance.LEAST_STRESS ? tolerance.entryPerDayAtFullEffect() * stress : 0;
            entry *= drugs.transitionFactor(0);
            exit = drugs.active() ? tolerance.exitPerDayOnTreatment() : tolerance.exitPerDayOffTreatment();
            exit *= drugs.transitionFactor(1);
            tolerantDivisionRate = untreated * tolerance.birthFactor() * drugs.birthFactor(TOLERANT);
            tolerantBirth = tolerantDivisionRate * staying;
            tolerantDeath = naturalDeath * tolerance.deathFactor()
                    + drugs.kill(TOLERANT)
                    + tolerantDivisionRate * drugs.killPerDivision(TOLERANT);
        }
        sensitiveCellDays = integral(birth - death - entry - away, days);
        sensitiveDivisions = divisionRate * sensitiveCellDays;
    }

    /** Most resistant genotypes never have tolerant cells; what only those need is computed when the first appear. */
    private void prepareTolerance() {
        if (!toleranceKnown) {
            switching.set(birth - death - away, tolerantBirth - tolerantDeath - away, entry, exit, days);
            tolerantCellDays = integral(tolerantBirth - tolerantDeath - exit - away, days);
            tolerantDivisions = tolerantDivisionRate * tolerantCellDays;
            entering.set(entry, birth - death - entry - away, tolerantBirth, tolerantDeath + exit + away, days);
            returning.set(exit, tolerantBirth - tolerantDeath - exit - away, birth, death + entry + away, days);
            toleranceKnown = true;
        }
    }

    private static double integral(double rate, double days) {
        return Math.abs(rate * days) < 1e-8 ? days : StrictFunctions.expm1(rate * days) / rate;
    }

    /** Whether cells of this genotype do not become tolerant. */
    boolean withoutTolerance() {
        return entry == 0;
    }

    /** Birth, death and loss to the other phenotype in so many steps, at most {@link DeferredClones#MOST_STEPS}. */
    BirthDeathStep over(int phenotype, int steps) {
        BirthDeathStep step = own[phenotype][steps];
        if (ownStamps[phenotype][steps] != stamp) {
            ownStamps[phenotype][steps] = stamp;
            if (phenotype == SENSITIVE) {
                step.set(birth, death + entry + away, steps * days);
            } else {
                step.set(tolerantBirth, tolerantDeath + exit + away, steps * days);
            }
        }
        return step;
    }

    /** Expected cells of a phenotype at the end of the step, from both at its beginning. */
    double mean(int phenotype, double sensitive, double tolerant) {
        prepareTolerance();
        return phenotype == SENSITIVE
                ? switching.meanSensitive(sensitive, tolerant)
                : switching.meanTolerant(sensitive, tolerant);
    }

    /** What a phenotype receives from the other. */
    MutantInflux switchingTo(int phenotype) {
        prepareTolerance();
        return phenotype == SENSITIVE ? returning : entering;
    }

    /** Expected divisions during the step of the progeny of one cell, as far as it keeps the phenotype. */
    double divisions(int phenotype) {
        if (phenotype == SENSITIVE) {
            return sensitiveDivisions;
        }
        prepareTolerance();
        return tolerantDivisions;
    }

    /** Cells of a phenotype that divide as often, during the step, as those of both phenotypes do while they have it. */
    double dividing(int phenotype, double sensitive, double tolerant) {
        if (tolerant == 0 && entry == 0) {
            return phenotype == SENSITIVE ? sensitive : 0;
        }
        prepareTolerance();
        if (phenotype == SENSITIVE) {
            return switching.sensitiveDays(sensitive, tolerant) * divisionRate / sensitiveDivisions;
        }
        return tolerantDivisions > 0
                ? switching.tolerantDays(sensitive, tolerant) * tolerantDivisionRate / tolerantDivisions
                : away == 0 ? 0 : switching.tolerantDays(sensitive, tolerant) / tolerantCellDays;
    }

    /** Mutants of all kinds that so many cells of a phenotype, dividing as {@link #dividing} says, are expected to found. */
    double foundings(int phenotype, double parents) {
        double divisions = divisions(phenotype);
        double mutants = parents * divisions * rates.supply().perDivision(genotype, stress);
        return away == 0 ? mutants : mutants + parents * cellDays(phenotype) * away;
    }

    /** Mutants along one edge that so many cells of a phenotype are expected to found. */
    double foundings(int phenotype, double parents, int edge) {
        double divisions = divisions(phenotype);
        double mutants = parents * divisions * rates.supply().perDivision(genotype, edge, stress);
        return away == 0
                ? mutants
                : mutants + parents * cellDays(phenotype) * rates.supply().perDay(genotype, edge, stress);
    }

    private double cellDays(int phenotype) {
        return phenotype == SENSITIVE ? sensitiveCellDays : tolerantCellDays;
    }

    /** Chooses the edge along which a mutant of a phenotype goes. */
    int chooseEdge(int phenotype, double uniform) {
        return rates.supply().choose(genotype, stress, divisionRate(phenotype), uniform);
    }

    private double divisionRate(int phenotype) {
        return phenotype == SENSITIVE ? divisionRate : tolerantDivisionRate;
    }

    /** Mutants that a phenotype of this genotype founds along an edge in another genotype of the same organ and regimen. */
    MutantInflux influx(int phenotype, int edge, GenotypeStep mutant) {
        int index = 2 * edge + phenotype;
        MutantInflux kept = influx[index];
        if (kept == null) {
            kept = new MutantInflux();
            influx[index] = kept;
            influxStamps[index] = -1;
        }
        if (influxStamps[index] != stamp) {
            influxStamps[index] = stamp;
            double net =
                    phenotype == SENSITIVE ? birth - death - entry - away : tolerantBirth - tolerantDeath - exit - away;
            double founded = rates.supply().perDivision(genotype, edge, stress) * divisionRate(phenotype)
                    + rates.supply().perDay(genotype, edge, stress);
            kept.set(founded, net, mutant.birth, mutant.death + mutant.entry + mutant.away, days);
        }
        return kept;
    }

    /** Length of the step. */
    double days() {
        return days;
    }

    /** Deaths per cell of a phenotype and day. */
    double death(int phenotype) {
        return phenotype == SENSITIVE ? death : tolerantDeath;
    }

    /** Births less deaths per cell of a phenotype and day. */
    double net(int phenotype) {
        return phenotype == SENSITIVE ? divisionRate - death : tolerantDivisionRate - tolerantDeath;
    }

    /** Factor by which sensitive cells grow in so many days, those that become tolerant aside. */
    double growth(double daysLater) {
        if (daysLater != momentDays) {
            momentDays = daysLater;
            momentGrowth = StrictFunctions.exp((birth - death - entry - away) * daysLater);
        }
        return momentGrowth;
    }
}
