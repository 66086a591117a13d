package org.evotrial.patient.theory;

import org.evotrial.spi.StrictFunctions;

/**
 * Resistance that is there when a tumour grown from one sensitive cell is detected at M cells; resistant cells divide and die
 * like sensitive ones (for others see {@link UnequalFitness}).
 *
 * <p>Parametrisation: M is the number of sensitive cells at detection, which is that of all cells while resistant ones are few;
 * a days before detection there were M e^(-(b-d) a) of them. U is the probability per division that <em>one</em> daughter is
 * resistant, so that foundings happen at rate U b per cell and day; a rate per daughter must be doubled. s = 1 - d/b is the
 * probability that the descendants of one cell survive for ever.
 *
 * @param birthPerDay b
 * @param deathPerDay d in [0, b)
 * @param mutationsPerDivision U in [0, 1]
 * @param cells M &ge; 1
 * @see <a href="https://doi.org/10.1534/genetics.105.049791">Iwasa, Nowak, Michor (2006), Evolution of resistance during
 *     clonal expansion</a>
 */
public record ResistanceAtDetection(double birthPerDay, double deathPerDay, double mutationsPerDivision, double cells) {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is outside its domain
     */
    public ResistanceAtDetection {
        Admissible.growing(birthPerDay, deathPerDay);
        Admissible.probability("mutationsPerDivision", mutationsPerDivision);
        Admissible.atLeast("cells", cells, 1);
    }

    /**
     * The probability that the descendants of one cell survive for ever.
     *
     * @return s = 1 - d/b
     */
    public double survivalProbability() {
        return (birthPerDay - deathPerDay) / birthPerDay;
    }

    /**
     * The net growth rate.
     *
     * @return r = b - d per day
     */
    public double netPerDay() {
        return birthPerDay - deathPerDay;
    }

    /**
     * The mean of the Poisson number of resistant subclones that are alive at detection, {@code -U M ln s/(1-s)}; {@code U M}
     * at d = 0.
     *
     * @return mean
     */
    public double livingSubclones() {
        double turnover = deathPerDay / birthPerDay;
        double perSuccess = turnover < 1e-9 ? 1 + turnover / 2 : -StrictFunctions.log(survivalProbability()) / turnover;
        return mutationsPerDivision * cells * perSuccess;
    }

    /**
     * The probability that no resistant cell is alive at detection, {@code exp(U M ln s/(1-s))}.
     *
     * @return probability
     */
    public double noResistance() {
        return StrictFunctions.exp(-livingSubclones());
    }

    /**
     * The expected number of resistant cells at detection, {@code U M ln(M s)/s}. The law has a heavy tail: most tumours have
     * far fewer. Foundings are counted from the day on which there was 1/s of a cell on average; without this bound the mean
     * would be infinite.
     *
     * @return mean
     * @throws IllegalArgumentException if M s is below 1
     */
    public double expectedResistantCells() {
        return mutationsPerDivision * cells * StrictFunctions.log(established()) / survivalProbability();
    }

    /**
     * The probability that one subclone makes up more than a fraction f of the tumour, {@code 1 - exp(-U/(f s))}, whatever M;
     * for f well below 1 and f M well above 1.
     *
     * @param fraction f in (0, 1]
     * @return probability
     */
    public double largestSubcloneExceeds(double fraction) {
        Admissible.probability("fraction", fraction);
        Admissible.positive("fraction", fraction);
        return -StrictFunctions.expm1(-mutationsPerDivision / (fraction * survivalProbability()));
    }

    /** M s, of which the age of the tumour is the logarithm over r. */
    double established() {
        double established = cells * survivalProbability();
        Admissible.atLeast("cells times the survival probability", established, 1);
        return established;
    }
}
