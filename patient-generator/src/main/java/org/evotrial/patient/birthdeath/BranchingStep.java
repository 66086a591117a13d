package org.evotrial.patient.birthdeath;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * One step of a branching process of several cell states with constant rates over T days: cells of state i divide into
 * two of state i (rate b_i), die (d_i), change into state j (k_ij), or divide and place one daughter in state j (a_ij, the
 * other stays in i).
 *
 * <p>With G_ij = k_ij + a_ij, G_ii = b_i - d_i - sum_j k_ij, the mean of the family of one cell is the matrix exponential
 * exp(G T); the probability that the family is alive solves the backward equation ({@link SurvivalEquation}); first and
 * second moments are exact too ({@link FamilyMoments}). What is expensive is prepared when first asked for. One state
 * is the linear-fractional law of {@link BirthDeathStep}, with the same draws.
 *
 * <p>Instances are mutable and meant to be reused ({@link #set}); nothing is allocated after construction, and equal
 * arguments give equal results whatever was set before.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-65371-1">Athreya, Ney (1972), Branching processes, chapter V</a>
 */
public final class BranchingStep {
    private final int mostStates;
    private final double[] births;
    private final double[] deaths;
    private final double[] transitions;
    private final double[] productions;
    private final double[] generator;
    private final double[] mean;
    private final double[] cellDays;
    private final double[] survival;
    private final double[] familySize;
    private final double[] expected;
    private final BirthDeathStep single = new BirthDeathStep();
    private final TwoStateMean twoStates = new TwoStateMean();
    private final FamilyMoments moments;
    private final SurvivalEquation equation;
    private final FamilySampler sampler;
    private int m;
    private double days;
    private boolean producing;
    private boolean meansKnown;
    private boolean cellDaysKnown;
    private boolean survivalKnown;
    private boolean momentsKnown;

    /**
     * Creates workspace.
     *
     * @param mostStates largest number of states, from 1
     */
    public BranchingStep(int mostStates) {
        if (mostStates < 1) {
            throw new IllegalArgumentException("The largest number of states (" + mostStates + ") must be positive.");
        }
        this.mostStates = mostStates;
        int square = mostStates * mostStates;
        births = new double[mostStates];
        deaths = new double[mostStates];
        transitions = new double[square];
        productions = new double[square];
        generator = new double[square];
        mean = new double[square];
        cellDays = new double[square];
        survival = new double[mostStates];
        familySize = new double[mostStates];
        expected = new double[mostStates];
        moments = new FamilyMoments(mostStates);
        equation = new SurvivalEquation(mostStates);
        sampler = new FamilySampler(mostStates, moments);
    }

    /**
     * Sets the rates, per cell and day, and the length of the step. Only the leading elements that m states need are read.
     *
     * @param states m, in [1, mostStates]
     * @param birthsPerDay b_i &ge; 0
     * @param deathsPerDay d_i &ge; 0
     * @param transitionsPerDay k_ij &ge; 0 at index i m + j; the diagonal is not used
     * @param productionsPerDay a_ij &ge; 0 at index i m + j; the diagonal is not used
     * @param stepDays T &ge; 0
     * @return this step
     * @throws IllegalArgumentException if a rate or the length is negative, infinite or not a number
     */
    public BranchingStep set(
            int states,
            double[] birthsPerDay,
            double[] deathsPerDay,
            double[] transitionsPerDay,
            double[] productionsPerDay,
            double stepDays) {
        if (states < 1 || states > mostStates) {
            throw new IllegalArgumentException(
                    "The number of states (" + states + ") must be in [1, " + mostStates + "].");
        }
        Rates.requireNonNegative("length of the step in days", stepDays);
        m = states;
        days = stepDays;
        producing = false;
        meansKnown = false;
        cellDaysKnown = false;
        survivalKnown = false;
        momentsKnown = false;
        for (int i = 0; i < m; i++) {
            births[i] = required("birth rate per day", birthsPerDay[i]);
            deaths[i] = required("death rate per day", deathsPerDay[i]);
            setExchange(i, transitionsPerDay, productionsPerDay);
        }
        return this;
    }

    private void setExchange(int i, double[] transitionsPerDay, double[] productionsPerDay) {
        double leaving = 0;
        for (int j = 0; j < m; j++) {
            int e = i * m + j;
            boolean other = i != j;
            transitions[e] = other ? required("transition rate per day", transitionsPerDay[e]) : 0;
            productions[e] = other ? required("production rate per day", productionsPerDay[e]) : 0;
            generator[e] = transitions[e] + productions[e];
            leaving += transitions[e];
            producing |= productions[e] > 0;
        }
        generator[i * m + i] = births[i] - deaths[i] - leaving;
    }

    private static double required(String name, double value) {
        Rates.requireNonNegative(name, value);
        return value;
    }

    /** Returns the expected cells of a state at the end of the step in the family of one cell. */
    public double mean(int from, int to) {
        prepareMeans();
        return mean[from * m + to];
    }

    /** Returns the expected cells of all states at the end of the step in the family of one cell. */
    public double meanFamily(int from) {
        prepareMeans();
        return familySize[from];
    }

    /**
     * Returns the expected cell days that the family of one cell spends in a state during the step; times a rate, the expected number of
     * events of that kind.
     */
    public double cellDays(int from, int to) {
        prepareCellDays();
        return cellDays[from * m + to];
    }

    /**
     * Replaces cells by their expectation at the end of the step.
     *
     * @param cells cells per state from index {@code at} on
     * @param at first index
     */
    public void advanceMean(double[] cells, int at) {
        prepareMeans();
        if (m == 2) {
            double first = cells[at];
            double second = cells[at + 1];
            cells[at] = first * mean[0] + second * mean[2];
            cells[at + 1] = first * mean[1] + second * mean[3];
            return;
        }
        for (int j = 0; j < m; j++) {
            double sum = 0;
            for (int i = 0; i < m; i++) {
                sum += cells[at + i] * mean[i * m + j];
            }
            expected[j] = sum;
        }
        System.arraycopy(expected, 0, cells, at, m);
    }

    /**
     * Returns the probability that the family of one cell has a living cell, of whatever state, at the end of the step.
     * Its error is below 1e-11 of itself; probabilities below 1e-20 are bounds (the mean).
     */
    public double survivalProbability(int from) {
        prepareSurvival();
        return survival[from];
    }

    /** Returns the variance of the number of cells of a state in the family of one cell. */
    public double variance(int from, int to) {
        return covariance(from, to, to);
    }

    /** Returns the covariance of the numbers of cells of two states in the family of one cell. */
    public double covariance(int from, int first, int second) {
        prepareMoments();
        double mean1 = mean[from * m + first];
        double mean2 = mean[from * m + second];
        double raw = moments.factorial(from, first, second) + (first == second ? mean1 : 0);
        return raw - mean1 * mean2;
    }

    /** Returns the variance of the number of all cells in the family of one cell. */
    public double familyVariance(int from) {
        double sum = 0;
        for (int j = 0; j < m; j++) {
            for (int k = 0; k < m; k++) {
                sum += covariance(from, j, k);
            }
        }
        return sum;
    }

    /**
     * Draws the cells at the end of the step: of each state, the families that survive (binomial, exact), then the cells of
     * these, every state's number with the exact conditional mean and variance ({@link FamilySampler}). From 1e6
     * expected surviving families of a state on their cells are taken at the mean, except states that are expected to hold
     * less than 1e6 of them.
     *
     * @param cells cells per state from index {@code at} on, each an integer while below 1e6 and at most 1e15; receives the
     *     cells at the end
     * @param at first index
     * @param random source of randomness
     */
    public void sample(double[] cells, int at, UniformRandomProvider random) {
        if (m == 1) {
            single.set(births[0], deaths[0], days);
            cells[at] = single.sample(cells[at], random);
            return;
        }
        boolean none = true;
        for (int i = 0; i < m; i++) {
            none &= cells[at + i] == 0;
        }
        if (!none) {
            prepareMoments();
            if (sampler.needsSurvival(cells, at)) {
                prepareSurvival();
            }
            sampler.sample(cells, at, random);
        }
    }

    private void prepareMeans() {
        if (meansKnown) {
            return;
        }
        meansKnown = true;
        if (m == 1) {
            mean[0] = single.set(births[0], deaths[0], days).growthFactor();
        } else if (m == 2 && twoStates.set(generator, days)) {
            twoStates.fillMean(mean);
        } else {
            moments.computeMeans(m, generator, days);
            moments.copyTo(mean, cellDays);
            cellDaysKnown = true;
        }
        for (int i = 0; i < m; i++) {
            double sum = 0;
            for (int j = 0; j < m; j++) {
                sum += mean[i * m + j];
            }
            familySize[i] = sum;
        }
    }

    private void prepareCellDays() {
        prepareMeans();
        if (cellDaysKnown) {
            return;
        }
        cellDaysKnown = true;
        if (m == 1) {
            cellDays[0] = Rates.integratedExponential(births[0] - deaths[0], days);
        } else {
            twoStates.fillIntegral(cellDays);
        }
    }

    private void prepareSurvival() {
        if (survivalKnown) {
            return;
        }
        survivalKnown = true;
        prepareMeans();
        sampler.setSurvival(survival);
        if (m == 1) {
            survival[0] = single.set(births[0], deaths[0], days).survivalProbability();
            return;
        }
        double largest = 0;
        for (int i = 0; i < m; i++) {
            largest = Math.max(largest, familySize[i]);
        }
        if (largest < SurvivalEquation.NEGLIGIBLE) {
            System.arraycopy(familySize, 0, survival, 0, m);
            return;
        }
        equation.solve(m, births, producing ? productions : null, generator, days, survival);
        for (int i = 0; i < m; i++) {
            // a mean that has overflowed bounds nothing
            if (familySize[i] < survival[i]) {
                survival[i] = familySize[i];
            }
        }
    }

    private void prepareMoments() {
        if (!momentsKnown) {
            prepareMeans();
            moments.computeAll(m, generator, days, births, productions);
            momentsKnown = true;
            sampler.set(m, mean);
        }
    }
}
