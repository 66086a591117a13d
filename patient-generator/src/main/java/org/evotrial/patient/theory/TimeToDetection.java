package org.evotrial.patient.theory;

import org.evotrial.spi.StrictFunctions;

/**
 * The time that a tumour takes from one cell to M cells, given that it survives: Gumbel with mode ln(M s)/r and scale 1/r, r = b - d,
 * s = 1 - d/b, as the number of cells divided by e^(rt) tends to an exponential variable of mean 1/s. An approximation for M s
 * well above 1.
 *
 * @param birthPerDay b
 * @param deathPerDay d in [0, b)
 * @param cells M &ge; 1
 * @see <a href="https://doi.org/10.1214/11-AAP824">Durrett (2013), Population genetics of neutral mutations in exponentially
 *     growing cancer cell populations</a>
 */
public record TimeToDetection(double birthPerDay, double deathPerDay, double cells) {
    private static final double EULER = 0.57721566490153286;

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is outside its domain
     */
    public TimeToDetection {
        Admissible.growing(birthPerDay, deathPerDay);
        Admissible.atLeast("cells", cells, 1);
    }

    /**
     * The mean.
     *
     * @return (ln(M s) + 0.5772)/r days
     */
    public double meanDays() {
        return modeDays() + EULER / net();
    }

    /**
     * The standard deviation.
     *
     * @return pi/(sqrt(6) r) days
     */
    public double standardDeviationDays() {
        return Math.PI / (StrictFunctions.sqrt(6) * net());
    }

    /**
     * The probability of detection by a day.
     *
     * @param day any number
     * @return exp(-M s e^(-r t))
     */
    public double by(double day) {
        Admissible.finite("day", day);
        return StrictFunctions.exp(-StrictFunctions.exp(net() * (modeDays() - day)));
    }

    /**
     * The day by which a share of the tumours is detected.
     *
     * @param probability in (0, 1)
     * @return days
     */
    public double quantileDays(double probability) {
        Admissible.require(probability > 0 && probability < 1, "probability", probability, "in (0, 1)");
        return modeDays() - StrictFunctions.log(-StrictFunctions.log(probability)) / net();
    }

    private double modeDays() {
        return StrictFunctions.log(cells * net() / birthPerDay) / net();
    }

    private double net() {
        return birthPerDay - deathPerDay;
    }
}
