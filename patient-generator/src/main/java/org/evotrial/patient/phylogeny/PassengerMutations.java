package org.evotrial.patient.phylogeny;

import org.evotrial.spi.StrictFunctions;

/**
 * Neutral mutations of a tumour that grew exponentially from one cell, as a molecular clock. At each division a Poisson number with
 * mean U of new mutations falls to one daughter or the other, so that a lineage gathers U b per day: along it divisions happen at
 * rate 2 b, of whose mutations half are its own.
 *
 * <p>The site-frequency spectrum of the living cells follows from the reconstructed tree, in which k lineages last 1/(k r) on average
 * (r = b - d, s = r/b): U/s mutations for every k &ge; 2, each on a share of the cells that is Beta(1, k - 1), hence U/s (1/f - 1)
 * mutations above a fraction f; and U d/r on all cells, from the time when all but one of the first lineages died out.
 *
 * @param perDivision U &ge; 0
 * @param birthPerDay b &gt; 0
 * @param deathPerDay d in [0, b)
 * @see <a href="https://doi.org/10.1038/ng.3489">Williams et al. (2016), Identification of neutral tumor evolution across cancer
 *     types, Nature Genetics 48, 238-244</a>, whose mutation rate over survival rate is U/s
 */
public record PassengerMutations(double perDivision, double birthPerDay, double deathPerDay) {
    private static final double NORMAL_FROM = 500;

    public PassengerMutations {
        if (!(perDivision >= 0 && perDivision < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The mutations per division (" + perDivision + ") must not be negative.");
        }
        if (!(deathPerDay >= 0 && birthPerDay > deathPerDay && birthPerDay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The birth rate per day (" + birthPerDay
                    + ") must exceed the death rate per day (" + deathPerDay + "), which must not be negative.");
        }
    }

    /** Expected number of mutations that arose after the first cell and are in all cells: U d/(b - d). */
    public double expectedClonal() {
        return perDivision * deathPerDay / (birthPerDay - deathPerDay);
    }

    /**
     * Expected number of subclonal mutations in more than a fraction of the cells: U/s (1/f - 1).
     *
     * @param cancerCellFraction f in (0, 1]; large against one cell
     */
    public double expectedAbove(double cancerCellFraction) {
        if (!(cancerCellFraction > 0 && cancerCellFraction <= 1)) {
            throw new IllegalArgumentException("The fraction (" + cancerCellFraction + ") must be in (0, 1].");
        }
        return perDivision * birthPerDay / (birthPerDay - deathPerDay) * (1 / cancerCellFraction - 1);
    }

    /**
     * The fraction of the cells that a subclonal mutation has, among those above a least one: their law has the distribution
     * function (1/f0 - 1/f)/(1/f0 - 1).
     *
     * @param least f0 in (0, 1)
     * @param uniform a uniform number in [0, 1)
     */
    public static double fractionAbove(double least, double uniform) {
        return 1 / (1 / least - uniform * (1 / least - 1));
    }

    /** Days that a tumour took to grow from one cell to so many, in the mean over tumours that survive: ln(M s)/r. */
    public double daysToGrow(double cells) {
        double net = birthPerDay - deathPerDay;
        return Math.max(0, StrictFunctions.log(Math.max(1, cells * net / birthPerDay)) / net);
    }

    /**
     * Number of mutations that a lineage has gathered: the quantile of the Poisson law with mean U b t.
     *
     * @param days t &ge; 0
     * @param uniform a uniform number in [0, 1)
     */
    public long gathered(double days, double uniform) {
        double mean = perDivision * birthPerDay * days;
        if (mean >= NORMAL_FROM) {
            double deviation = normalQuantile(uniform);
            return Math.max(
                    0, Math.round(mean + deviation * StrictFunctions.sqrt(mean) + (deviation * deviation - 1) / 6));
        }
        double probability = StrictFunctions.exp(-mean);
        double left = uniform;
        long count = 0;
        while (left >= probability && count < 2 * NORMAL_FROM) {
            left -= probability;
            probability *= mean / ++count;
        }
        return count;
    }

    /** Abramowitz and Stegun, formula 26.2.23; error below 4.5e-4. */
    private static double normalQuantile(double uniform) {
        double tail = Math.max(1e-300, Math.min(uniform, 1 - uniform));
        double t = StrictFunctions.sqrt(-2 * StrictFunctions.log(tail));
        double quantile =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        return uniform < 0.5 ? -quantile : quantile;
    }
}
