package org.evotrial.patient.birthdeath;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Binomial;
import org.evotrial.patient.sampling.Geometric;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.spi.StrictFunctions;

/**
 * One step of a linear birth-death process: cells divide at rate b and die at rate d, both constant over T days.
 *
 * <p>With E = e^((b-d)T) and phi = (E-1)/(b-d) (phi = T at b = d), a cell has living offspring with probability
 * E/(1 + b phi), and the offspring of a surviving cell is geometric on 1, 2, ... with mean 1 + b phi. From n cells,
 * therefore, the survivors are binomial and the total is a sum of that many geometric variates: the linear-fractional
 * law of Kendall, exact for every T, so that ten steps have the law of one.
 *
 * <p>How exact: below 500 expected surviving lineages the law itself is sampled; from 500 on a normal variate with the
 * law's mean nE, variance n (b+d) phi E and third cumulant (Cornish-Fisher; what is left is an excess kurtosis of at most
 * 0.03); from 1e6 on the mean (relative standard deviation at most sqrt(2/1e6) = 0.14 %).
 *
 * <p>Instances are mutable and meant to be reused ({@link #set}); sampling allocates nothing.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177730285">Kendall (1948), On the generalized birth-and-death process</a>
 */
public final class BirthDeathStep {
    /** Expected surviving lineages from which the skewed normal distribution replaces the exact law. */
    public static final double NORMAL_FROM = 500;

    /** Expected surviving lineages from which the mean replaces the normal distribution. */
    public static final double MEAN_FROM = 1e6;

    private static final double DRAWN_SINGLY = 5;
    private static final double SMALLEST_UNIFORM = 0x1p-54;

    private double growthFactor = 1;
    private double survivalProbability = 1;
    private double offspringOdds;
    private double varianceFactor;
    private double skewFactor;

    /**
     * Sets the rates and the length of the step.
     *
     * @param birthPerDay b &ge; 0, per cell and day
     * @param deathPerDay d &ge; 0, per cell and day
     * @param days T &ge; 0
     * @return this step
     * @throws IllegalArgumentException if an argument is negative, infinite or not a number
     */
    public BirthDeathStep set(double birthPerDay, double deathPerDay, double days) {
        Rates.requireNonNegative("birth rate per day", birthPerDay);
        Rates.requireNonNegative("death rate per day", deathPerDay);
        Rates.requireNonNegative("length of the step in days", days);
        double net = birthPerDay - deathPerDay;
        double phi = Rates.integratedExponential(net, days);
        growthFactor = 1 + net * phi;
        if (growthFactor < 1e-3) {
            growthFactor = StrictFunctions.exp(net * days);
        }
        offspringOdds = birthPerDay * phi;
        survivalProbability = Math.min(1, growthFactor / (1 + offspringOdds));
        varianceFactor = (birthPerDay + deathPerDay) * phi * growthFactor;
        double clone = 1 + offspringOdds;
        double third = growthFactor * (6 * clone * clone - 6 * clone + 1);
        double second = growthFactor * (2 * clone - 1);
        double thirdCumulant = third - 3 * growthFactor * second + 2 * growthFactor * growthFactor * growthFactor;
        skewFactor = varianceFactor > 0 ? thirdCumulant / (6 * varianceFactor) : 0;
        return this;
    }

    /** Returns the factor by which the expected number of cells changes, E = e^((b-d)T). */
    public double growthFactor() {
        return growthFactor;
    }

    /** Returns the probability that one cell has living offspring at the end of the step. */
    public double survivalProbability() {
        return survivalProbability;
    }

    /** Returns the expected offspring of a surviving cell less one, b phi. */
    public double offspringOdds() {
        return offspringOdds;
    }

    /** Returns the variance of the offspring of one cell, (b+d) phi E. */
    public double varianceFactor() {
        return varianceFactor;
    }

    /**
     * Draws the number of cells at the end of the step.
     *
     * @param cells cells at its beginning: an integer while below 1e6, at most 1e15
     * @param random source of randomness
     * @return cells at the end, an integer unless the mean was taken
     */
    public double sample(double cells, UniformRandomProvider random) {
        if (cells == 0) {
            return 0;
        }
        double lineages = cells * survivalProbability;
        if (lineages >= MEAN_FROM) {
            return cells * growthFactor;
        }
        if (lineages >= NORMAL_FROM) {
            double z = Normal.draw(random);
            double deviation = StrictFunctions.sqrt(cells * varianceFactor) * z + skewFactor * (z * z - 1);
            return Math.max(0, Math.rint(cells * growthFactor + deviation));
        }
        if (cells <= DRAWN_SINGLY) {
            return sampleCellByCell(cells, random);
        }
        double survivors = Binomial.draw(Math.rint(cells), survivalProbability, random);
        return Geometric.drawSum(survivors, offspringOdds, random);
    }

    /**
     * One uniform number u per cell: u < p says that it has living offspring, and u/p, again uniform, how many; the
     * geometric law is inverted only where that is more than one.
     */
    private double sampleCellByCell(double cells, UniformRandomProvider random) {
        double repeat = offspringOdds / (1 + offspringOdds);
        double logRepeat = 0;
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            double u = random.nextDouble();
            if (u < survivalProbability) {
                double rest = u / survivalProbability;
                sum++;
                if (rest < repeat) {
                    if (logRepeat == 0) {
                        logRepeat = -StrictFunctions.log1p(1 / offspringOdds);
                    }
                    sum += Math.floor(StrictFunctions.log(Math.max(rest, SMALLEST_UNIFORM)) / logRepeat);
                }
            }
        }
        return sum;
    }
}
