package org.evotrial.patient.tumour;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.birthdeath.BirthDeathStep;
import org.evotrial.patient.birthdeath.BranchingStep;
import org.evotrial.patient.birthdeath.MutantInflux;
import org.evotrial.patient.birthdeath.SeparateStates;
import org.evotrial.spi.StrictFunctions;
import org.jspecify.annotations.Nullable;

/**
 * One step of one genotype in one organ under one exposure to drugs: its states (phenotype by niche), what they give to each
 * other and to other genotypes. Where nothing leaves the first state and no cell is in another, the first is a birth-death
 * process of its own.
 */
final class GenotypeStep {
    /** Changes of state per cell and step from which on the states of a genotype grow as one. */
    private static final double MIXING = 0.5;

    private final CellStates states;
    private final Acquisitions acquisitions;
    private final PatientRates patient;
    private final int genotype;
    private final GenotypeRates rates;
    private final BirthDeathStep[] first = new BirthDeathStep[DeferredClones.MOST_STEPS + 1];
    private final long[] firstStamps = new long[DeferredClones.MOST_STEPS + 1];
    private final BranchingStep one;
    private final BranchingStep several;
    private final BranchingStep later;
    private final SeparateStates separate;
    private final @Nullable MutantInflux[] influx;
    private final long[] influxStamps;
    private final double[] net;
    private final double[] lost;
    private final double[] founding;
    private long stamp = -1;
    private int severalSteps;
    private boolean firstIsClosed;
    private boolean asymmetric;
    private double days;
    private double laterDays;
    private double laterGrowth;
    private boolean laterKnown;

    GenotypeStep(TumourModel model, PatientRates patient, int genotype) {
        states = model.states;
        this.patient = patient;
        acquisitions = model.acquisitions;
        this.genotype = genotype;
        rates = new GenotypeRates(model, patient, genotype);
        int count = states.count();
        influx = new MutantInflux[count * acquisitions.from(genotype)];
        influxStamps = new long[influx.length];
        net = new double[count];
        lost = new double[count];
        founding = new double[count];
        one = new BranchingStep(count);
        several = new BranchingStep(count);
        later = new BranchingStep(count);
        separate = new SeparateStates(count);
        for (int k = 0; k < first.length; k++) {
            first[k] = new BirthDeathStep();
            firstStamps[k] = -1;
        }
    }

    GenotypeStep prepared(long currentStamp, int regimen, int organ, double stepDays) {
        if (stamp != currentStamp) {
            stamp = currentStamp;
            rates.prepare(regimen, organ);
            days = stepDays;
            prepare();
        }
        return this;
    }

    /** The step under what is foreseen in a lesion. */
    GenotypeStep conditioned(
            long currentStamp, GenotypeRates base, LesionConditions conditions, int lesion, double stepDays) {
        if (stamp != currentStamp) {
            stamp = currentStamp;
            rates.condition(base, conditions, lesion);
            days = stepDays;
            prepare();
        }
        return this;
    }

    private void prepare() {
        severalSteps = 0;
        laterDays = 0;
        laterGrowth = 1;
        laterKnown = false;
        int count = states.count();
        asymmetric = false;
        for (int s = 0; s < count; s++) {
            double leaving = 0;
            double gained = rates.birth[s];
            for (int t = 0; t < count; t++) {
                leaving += rates.transition[s * count + t];
                gained += rates.production[s * count + t];
                asymmetric |= rates.production[s * count + t] > 0;
            }
            lost[s] = rates.death[s] + rates.away[s];
            net[s] = gained - lost[s];
            founding[s] = leaving * days <= MIXING ? rates.birth[s] - lost[s] - leaving : Double.NaN;
            if (s == 0) {
                firstIsClosed = leaving == 0 && gained == rates.birth[0];
            }
        }
        if (count > 1) {
            one.set(count, rates.birth, lost, rates.transition, rates.production, days);
        }
    }

    /** Whether the cells of a genotype, of which the first state is given, are a birth-death process of their own. */
    boolean alone(double[] cells, int at) {
        if (!firstIsClosed) {
            return false;
        }
        for (int s = 1; s < states.count(); s++) {
            if (cells[at + s] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Birth and death in the first state during so many steps, at most {@link DeferredClones#MOST_STEPS}. */
    BirthDeathStep first(int steps) {
        BirthDeathStep step = first[steps];
        if (firstStamps[steps] != stamp) {
            firstStamps[steps] = stamp;
            step.set(rates.birth[0], lost[0], steps * days);
        }
        return step;
    }

    /** Birth, death and changes of all states during so many steps, at most {@link DeferredClones#MOST_STEPS}. */
    BranchingStep all(int steps) {
        if (steps == 1) {
            return one;
        }
        if (severalSteps != steps) {
            severalSteps = steps;
            several.set(states.count(), rates.birth, lost, rates.transition, rates.production, steps * days);
        }
        return several;
    }

    /** Draws the cells of all states at the end of so many steps. */
    void sample(double[] cells, int at, int steps, UniformRandomProvider random) {
        double length = steps * days;
        if (separate.suit(rates.birth, lost, rates.transition, length) && !asymmetric) {
            separate.sample(cells, at, rates.birth, lost, rates.transition, length, all(steps), random);
        } else {
            all(steps).sample(cells, at, random);
        }
    }

    private double foundingExponent(int state) {
        if (Double.isNaN(founding[state])) {
            founding[state] = StrictFunctions.log(all(1).meanFamily(state)) / days;
        }
        return founding[state];
    }

    /** Mutants of all kinds that so many cells of a state, dividing as {@link #dividing} says, are expected to found. */
    double foundings(int state, double parents) {
        MutationSupply supply = patient.supply();
        double stress = rates.stress[state];
        double perDay = rates.divisions[state] * supply.perDivision(genotype, stress) + rates.away[state];
        return parents * perDay * cellDays(state);
    }

    /** Mutants along one edge that so many cells of a state are expected to found. */
    double foundings(int state, double parents, int edge) {
        return parents * foundingsPerDay(state, edge) * cellDays(state);
    }

    /** Days that the progeny of one cell spends in its state during the step, as foundings count it. */
    double cellDays(int state) {
        return integral(foundingExponent(state), days);
    }

    private double foundingsPerDay(int state, int edge) {
        double stress = rates.stress[state];
        return rates.divisions[state] * patient.supply().perDivision(genotype, edge, stress)
                + patient.supply().perDay(genotype, edge, stress);
    }

    /** Chooses an edge along which a cell of a state mutates, by a uniform number in [0, 1). */
    int chooseEdge(int state, double uniform) {
        return patient.supply().choose(genotype, rates.stress[state], rates.divisions[state], uniform);
    }

    private static double integral(double rate, double days) {
        return Math.abs(rate * days) < 1e-8 ? days : StrictFunctions.expm1(rate * days) / rate;
    }

    /**
     * Cells that divide as often during the step, with progeny that keeps its state, as those of a state do.
     *
     * @param parents receives them by state
     * @return whether only the first has any
     */
    boolean dividing(double[] cells, int at, double[] parents) {
        if (alone(cells, at)) {
            parents[0] = cells[at];
            return true;
        }
        BranchingStep step = all(1);
        for (int s = 0; s < parents.length; s++) {
            double inState = 0;
            for (int from = 0; from < parents.length; from++) {
                inState += cells[at + from] * step.cellDays(from, s);
            }
            parents[s] = inState / cellDays(s);
        }
        return false;
    }

    /** Mutants that a state of this genotype founds along an edge, which leads to the given genotype. */
    MutantInflux influx(int state, int edge, GenotypeStep mutant) {
        int index = state * acquisitions.from(genotype) + edge;
        MutantInflux kept = influx[index];
        if (kept == null) {
            kept = new MutantInflux();
            influx[index] = kept;
            influxStamps[index] = -1;
        }
        if (influxStamps[index] != stamp) {
            influxStamps[index] = stamp;
            int into = states.ofMutants(state);
            double gained = mutant.net[into] + mutant.lost[into];
            kept.set(foundingsPerDay(state, edge), foundingExponent(state), gained, mutant.lost[into], days);
        }
        return kept;
    }

    /** Rates per cell and day. */
    GenotypeRates rates() {
        return rates;
    }

    /** Length of the step. */
    double days() {
        return days;
    }

    /** Deaths per cell of a state and day. */
    double death(int state) {
        return rates.death[state];
    }

    /** Births per cell of a state and day. */
    double births(int state) {
        return rates.divisions[state];
    }

    /** Births less deaths per cell of a state and day. */
    double net(int state) {
        return rates.divisions[state] - rates.death[state];
    }

    /** Factor by which cells of the first state grow alone in so many days. */
    double growth(double daysLater) {
        if (daysLater != laterDays) {
            laterDays = daysLater;
            laterGrowth = StrictFunctions.exp(net[0] * daysLater);
            laterKnown = false;
        }
        return laterGrowth;
    }

    /** Expected cells of all states so many days after the last step. */
    void expected(double[] cells, int at, double daysLater, double[] out) {
        growth(daysLater);
        if (!laterKnown) {
            later.set(states.count(), rates.birth, lost, rates.transition, rates.production, daysLater);
            laterKnown = true;
        }
        System.arraycopy(cells, at, out, 0, out.length);
        later.advanceMean(out, 0);
    }
}
