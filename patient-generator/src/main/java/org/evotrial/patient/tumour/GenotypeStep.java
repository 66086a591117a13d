package org.evotrial.patient.tumour;

import java.util.Arrays;
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
    /** What every step asks of a state stands side by side: so many numbers, in the order below. */
    private static final int ASKED = 6;

    private static final int NET_GROWTH = 0;
    private static final int DEATHS = 1;
    private static final int DIVISIONS = 2;
    private static final int FOUNDINGS = 3;
    private static final int CELL_DAYS = 4;
    private static final int FOUNDING_EXPONENT = 5;

    /** Changes of state per cell and step from which on the states of a genotype grow as one. */
    private static final double MIXING = 0.5;

    private final CellStates states;
    private final Acquisitions acquisitions;
    private final PatientRates patient;
    private final int genotype;
    private final int count;
    private final GenotypeRates rates;
    private final BirthDeathStep first = new BirthDeathStep();
    private final BirthDeathStep firstPutOff = new BirthDeathStep();
    private final BranchingStep all;
    private final BranchingStep allPutOff;
    private final BranchingStep later;
    private final SeparateStates separate;
    private final @Nullable MutantInflux[] influx;
    private final long[] influxStamps;
    private final double[] net;
    private final double[] lost;
    private final double[] asked;
    private final double[] edgeFoundings;
    private final long[] edgeStamps;
    private final double[] leaving;
    private final BirthDeathStep[] families;
    private final long[] familyStamps;
    private long stamp = -1;
    private double firstGrowth;
    private double firstDays;
    private double allDays;
    private boolean firstKnown;
    private boolean allKnown;
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
        count = states.count();
        influx = new MutantInflux[count * acquisitions.from(genotype)];
        influxStamps = new long[influx.length];
        net = new double[count];
        asked = new double[ASKED * count];
        lost = new double[count];
        edgeFoundings = new double[influx.length];
        edgeStamps = new long[count];
        Arrays.fill(edgeStamps, -1);
        leaving = new double[count];
        families = new BirthDeathStep[count];
        Arrays.setAll(families, s -> new BirthDeathStep());
        familyStamps = new long[count];
        Arrays.fill(familyStamps, -1);
        all = new BranchingStep(count);
        allPutOff = new BranchingStep(count);
        later = new BranchingStep(count);
        separate = new SeparateStates(count);
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
        firstKnown = false;
        allKnown = false;
        firstDays = 0;
        allDays = 0;
        laterDays = 0;
        asymmetric = false;
        for (int s = 0; s < count; s++) {
            leaving[s] = 0;
            double gained = rates.birth[s];
            for (int t = 0; t < count; t++) {
                leaving[s] += rates.transition[s * count + t];
                gained += rates.production[s * count + t];
                asymmetric |= rates.production[s * count + t] > 0;
            }
            lost[s] = rates.death[s] + rates.away[s];
            net[s] = gained - lost[s];
            int at = s * ASKED;
            asked[at + NET_GROWTH] = rates.divisions[s] - rates.death[s];
            asked[at + DEATHS] = rates.death[s];
            asked[at + DIVISIONS] = rates.divisions[s];
            asked[at + FOUNDINGS] = Double.NaN;
            asked[at + FOUNDING_EXPONENT] =
                    leaving[s] * days <= MIXING ? rates.birth[s] - lost[s] - leaving[s] : Double.NaN;
            if (s == 0) {
                firstIsClosed = leaving[0] == 0 && gained == rates.birth[0];
            }
        }
    }

    /** Whether the cells of a genotype, of which the first state is given, are a birth-death process of their own. */
    boolean alone(double[] cells, int at) {
        if (!firstIsClosed) {
            return false;
        }
        for (int s = 1; s < count; s++) {
            if (cells[at + s] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Birth and death in the first state during the step. */
    BirthDeathStep first() {
        if (!firstKnown) {
            firstKnown = true;
            firstGrowth = first.set(rates.birth[0], lost[0], days).growthFactor();
        }
        return first;
    }

    /** Factor by which the expected cells of the first state alone change during the step. */
    double firstGrowth() {
        if (!firstKnown) {
            first();
        }
        return firstGrowth;
    }

    /** Birth and death in the first state during so many days at the rates of the step. */
    BirthDeathStep first(double length) {
        if (length == days) {
            return first();
        }
        if (length != firstDays) {
            firstDays = length;
            firstPutOff.set(rates.birth[0], lost[0], length);
        }
        return firstPutOff;
    }

    /** Birth, death and changes of all states during the step. */
    BranchingStep all() {
        if (!allKnown) {
            allKnown = true;
            all.set(count, rates.birth, lost, rates.transition, rates.production, days);
        }
        return all;
    }

    private BranchingStep all(double length) {
        if (length == days) {
            return all();
        }
        if (length != allDays) {
            allDays = length;
            allPutOff.set(count, rates.birth, lost, rates.transition, rates.production, length);
        }
        return allPutOff;
    }

    /** Draws the cells of all states after so many days at the rates of the step. */
    void sample(double[] cells, int at, double length, UniformRandomProvider random) {
        if (!asymmetric && separate.suit(rates.birth, lost, rates.transition, length, all(length), cells, at)) {
            separate.sample(cells, at, rates.birth, lost, rates.transition, length, all(length), random);
        } else {
            all(length).sample(cells, at, random);
        }
    }

    /** Whether cells of a state rarely change it within the step. */
    boolean rarelyLeft(int state) {
        return leaving[state] * days <= SeparateStates.RARE && !asymmetric;
    }

    /** The family of a cell of a state that is {@link #rarelyLeft}, all its cells counted as one birth-death process of the exact mean. */
    BirthDeathStep family(int state) {
        BirthDeathStep step = families[state];
        if (familyStamps[state] != stamp) {
            familyStamps[state] = stamp;
            double growth = StrictFunctions.log(all().meanFamily(state)) / days;
            step.set(rates.birth[state], Math.max(0, rates.birth[state] - growth), days);
        }
        return step;
    }

    private double foundingExponent(int state) {
        int at = state * ASKED + FOUNDING_EXPONENT;
        if (Double.isNaN(asked[at])) {
            asked[at] = StrictFunctions.log(all().meanFamily(state)) / days;
        }
        return asked[at];
    }

    /** Mutants of all kinds that so many cells of a state, dividing as {@link #dividing} says, are expected to found. */
    double foundings(int state, double parents) {
        double perParent = asked[state * ASKED + FOUNDINGS];
        return parents * (Double.isNaN(perParent) ? foundings(state) : perParent);
    }

    private double foundings(int state) {
        int at = state * ASKED;
        double rate = foundingExponent(state);
        asked[at + CELL_DAYS] = Math.abs(rate * days) < 1e-8 ? days : StrictFunctions.expm1(rate * days) / rate;
        double mutations = patient.supply().perDivision(genotype, rates.stress[state]);
        asked[at + FOUNDINGS] = (rates.divisions[state] * mutations + rates.away[state]) * asked[at + CELL_DAYS];
        return asked[at + FOUNDINGS];
    }

    /** Mutants along one edge that so many cells of a state are expected to found. */
    double foundings(int state, double parents, int edge) {
        int edges = acquisitions.from(genotype);
        if (edgeStamps[state] != stamp) {
            edgeStamps[state] = stamp;
            for (int e = 0; e < edges; e++) {
                edgeFoundings[state * edges + e] = foundingsPerDay(state, e) * cellDays(state);
            }
        }
        return parents * edgeFoundings[state * edges + edge];
    }

    /** Days that the progeny of one cell spends in its state during the step, as foundings count it. */
    double cellDays(int state) {
        if (Double.isNaN(asked[state * ASKED + FOUNDINGS])) {
            foundings(state);
        }
        return asked[state * ASKED + CELL_DAYS];
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
        BranchingStep step = all();
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

    /** Deaths per day of cells of all states, from {@code at} on. */
    double deathsPerDay(double[] cells, int at) {
        double deaths = asked[DEATHS] * cells[at];
        for (int s = 1; s < count; s++) {
            deaths += asked[s * ASKED + DEATHS] * cells[at + s];
        }
        return deaths;
    }

    /** Births per day of cells of all states, from {@code at} on. */
    double birthsPerDay(double[] cells, int at) {
        double births = asked[DIVISIONS] * cells[at];
        for (int s = 1; s < count; s++) {
            births += asked[s * ASKED + DIVISIONS] * cells[at + s];
        }
        return births;
    }

    /** Births less deaths per cell of a state and day. */
    double net(int state) {
        return asked[state * ASKED + NET_GROWTH];
    }

    /**
     * Computes the expected cells of all states so many days after the last step.
     *
     * @param cells cells now, from {@code at} on
     * @param out receives the expected ones, from {@code at} on
     */
    void expect(double[] cells, int at, double daysLater, double[] out) {
        if (daysLater != laterDays) {
            laterDays = daysLater;
            laterGrowth = Double.NaN;
            laterKnown = false;
        }
        System.arraycopy(cells, at, out, at, count);
        if (alone(cells, at)) {
            if (Double.isNaN(laterGrowth)) {
                laterGrowth = StrictFunctions.exp(net[0] * daysLater);
            }
            out[at] *= laterGrowth;
            return;
        }
        if (!laterKnown) {
            laterKnown = true;
            later.set(count, rates.birth, lost, rates.transition, rates.production, daysLater);
        }
        later.advanceMean(out, at);
    }
}
