package org.evotrial.patient.birthdeath;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Exponential;
import org.evotrial.patient.sampling.Geometric;
import org.evotrial.spi.StrictFunctions;

/**
 * Resistant clones that are alive when a lesion grown from one cell reaches M cells, in closed form.
 *
 * <p>With birth b, death d, s = 1 - d/b, r = b - d, neutral mutants at probability U per division, and y = e^(-r age):
 * the ages form a Poisson process of rate U M (b/d) in V = -ln(1 - (d/b) y), which runs from -ln(1 - (d/b)/(M s))
 * (the lesion's own age; without this truncation the mean would be infinite) to -ln s; a clone's size is geometric
 * with mean (b - d y)/((b - d) y). At d = 0 the process is uniform in y and sizes have mean 1/y.
 *
 * <p>Clones are drawn one by one, the oldest first: arrivals of the Poisson process. After 16 of them the rest, all
 * younger and smaller, is drawn as one negative binomial number with its exact mean and variance.
 *
 * <p>Instances are mutable and meant to be reused; sampling allocates nothing.
 *
 * @see <a href="https://doi.org/10.1534/genetics.105.049791">Iwasa, Nowak, Michor (2006), Evolution of resistance during
 *     clonal expansion, Genetics 172, 2557-2566</a>
 */
public final class PreExistingClones {
    private static final int DRAWN_SINGLY = 16;

    private double turnover;
    private double netPerDay;
    private final double[] sizes = new double[DRAWN_SINGLY];
    private int singleClones;
    private double oldestAge;

    /**
     * Sets the rates under which the lesion has grown.
     *
     * @param birthPerDay b &gt; 0
     * @param deathPerDay d in [0, b)
     * @return this sampler
     * @throws IllegalArgumentException if the lesion could not have grown with these rates
     */
    public PreExistingClones set(double birthPerDay, double deathPerDay) {
        Rates.requireNonNegative("death rate per day", deathPerDay);
        if (!(birthPerDay > deathPerDay && birthPerDay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The birth rate per day (" + birthPerDay
                    + ") must exceed the death rate per day (" + deathPerDay + ").");
        }
        turnover = deathPerDay / birthPerDay;
        netPerDay = birthPerDay - deathPerDay;
        return this;
    }

    /**
     * Draws the number of resistant cells in a lesion.
     *
     * @param lesionCells M, cells of the lesion
     * @param mutationsPerDivision U in [0, 1]
     * @param random source of randomness
     * @return resistant cells, at most M
     */
    public double sample(double lesionCells, double mutationsPerDivision, UniformRandomProvider random) {
        singleClones = 0;
        oldestAge = 0;
        double smallest = 1 / (lesionCells * (1 - turnover));
        double rate = mutationsPerDivision * lesionCells;
        if (!(rate > 0) || smallest >= 1) {
            return 0;
        }
        double position = positionOf(smallest);
        double end = positionOf(1);
        double cells = 0;
        while (singleClones < DRAWN_SINGLY) {
            position += Exponential.draw(random) / rate;
            if (position >= end) {
                return Math.min(cells, lesionCells);
            }
            double y = atPosition(position);
            sizes[singleClones] = Geometric.draw(oddsAt(y), random);
            oldestAge = singleClones == 0 ? -StrictFunctions.log(y) / netPerDay : oldestAge;
            cells += sizes[singleClones++];
        }
        return Math.min(cells + younger(rate, atPosition(position), random), lesionCells);
    }

    /** Returns the number of clones of the last sample that were drawn singly, at most 16. */
    public int singleClones() {
        return singleClones;
    }

    /**
     * Returns the size of a clone of the last sample.
     *
     * @param rank 0 for the oldest, below {@link #singleClones()}
     */
    public double cloneSize(int rank) {
        return sizes[rank];
    }

    /** Returns the age in days of the oldest clone of the last sample, 0 if there was none. */
    public double oldestAgeDays() {
        return oldestAge;
    }

    /** Position in the Poisson process, scaled so that its rate is U M: (b/d) (-ln(1 - (d/b) y)), or y at d = 0. */
    private double positionOf(double y) {
        return turnover < 1e-9 ? y : -StrictFunctions.log1p(-turnover * y) / turnover;
    }

    private double atPosition(double position) {
        return turnover < 1e-9 ? position : -StrictFunctions.expm1(-turnover * position) / turnover;
    }

    private double oddsAt(double y) {
        return Math.max(0, (1 - y) / ((1 - turnover) * y));
    }

    /**
     * The clones with y above a bound y0: their number has density U M/(1 - (d/b) y) in y, so that with s = 1 - d/b the mean of
     * the cells is U M/s ln(1/y0), and the mean of the squared sizes U M/s (2/s (1/y0 - 1) - (2/s - 1) ln(1/y0)).
     */
    private double younger(double rate, double from, UniformRandomProvider random) {
        double s = 1 - turnover;
        double span = -StrictFunctions.log(from);
        double mean = rate / s * span;
        double variance = rate / s * (2 / s * (1 / from - 1) - (2 / s - 1) * span);
        return mean > 0 ? MutantInflux.sampleByMoments(mean, variance, random) : 0;
    }
}
