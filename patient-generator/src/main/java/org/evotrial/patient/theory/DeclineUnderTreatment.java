package org.evotrial.patient.theory;

import org.evotrial.spi.StrictFunctions;

/**
 * Resistance that arises while treatment shrinks a sensitive tumour: M cells divide at rate b and die at rate d' &gt; b, and each
 * division founds a resistant cell with probability U, whose descendants survive for ever with probability s.
 *
 * <p>There are M b/(d' - b) = -M/s' divisions until the tumour is gone, s' = 1 - d'/b &lt; 0, so that {@code P(no surviving mutant)
 * = exp(M U s/s')}. Mutants that were there before are {@link ResistanceAtDetection}'s.
 *
 * @param birthPerDay b &gt; 0 under treatment
 * @param deathPerDay d' &gt; b under treatment
 * @param mutantSurvival s in [0, 1] under treatment, 1 - d/b for a mutant of rates b and d
 * @param mutationsPerDivision U in [0, 1]
 * @param cells M &ge; 0 at the beginning of treatment
 * @see <a href="https://doi.org/10.7554/eLife.00747">Bozic et al. (2013), Evolutionary dynamics of cancer in response to targeted
 *     combination therapy</a>
 */
public record DeclineUnderTreatment(
        double birthPerDay, double deathPerDay, double mutantSurvival, double mutationsPerDivision, double cells) {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is outside its domain
     */
    public DeclineUnderTreatment {
        Admissible.positive("birthPerDay", birthPerDay);
        Admissible.finite("deathPerDay", deathPerDay);
        Admissible.require(
                deathPerDay > birthPerDay, "deathPerDay", deathPerDay, "above the birthPerDay (" + birthPerDay + ")");
        Admissible.probability("mutantSurvival", mutantSurvival);
        Admissible.probability("mutationsPerDivision", mutationsPerDivision);
        Admissible.nonNegative("cells", cells);
    }

    /**
     * The expected number of mutants that arise during the decline and whose descendants survive for ever.
     *
     * @return -M U s/s'
     */
    public double survivingMutants() {
        double divisions = cells * birthPerDay / (deathPerDay - birthPerDay);
        return divisions * mutationsPerDivision * mutantSurvival;
    }

    /**
     * The probability that none does.
     *
     * @return exp(M U s/s')
     */
    public double noSurvivingMutant() {
        return StrictFunctions.exp(-survivingMutants());
    }
}
