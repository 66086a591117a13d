package org.evotrial.patient.theory;

import org.evotrial.spi.StrictFunctions;

/**
 * Resistance at detection where resistant cells divide and die at other rates than sensitive ones, b' and d' with r' = b' - d' of
 * any sign: a cost of resistance, or a driver.
 *
 * <p>A subclone founded a days before detection is alive with probability s(a) = r'/(b' - d' e^(-r' a)), so that the number of
 * living ones is Poisson with mean U b M times the integral of e^(-r a) s(a) over a &gt; 0. For r' &gt; 0 and alpha = r/r' this
 * is {@code U b M/(b' alpha) 2F1(1, alpha; alpha+1; d'/b')}. The integral is taken by quadrature over age, to a relative error of
 * 1e-12, which also covers r' = 0 and r' &lt; 0.
 *
 * @param sensitive the tumour and its detection
 * @param mutantBirthPerDay b' &gt; 0
 * @param mutantDeathPerDay d' &ge; 0
 * @see <a href="https://doi.org/10.1534/genetics.105.049791">Iwasa, Nowak, Michor (2006), Evolution of resistance during
 *     clonal expansion</a>
 */
public record UnequalFitness(ResistanceAtDetection sensitive, double mutantBirthPerDay, double mutantDeathPerDay) {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is outside its domain
     */
    public UnequalFitness {
        Admissible.positive("mutantBirthPerDay", mutantBirthPerDay);
        Admissible.nonNegative("mutantDeathPerDay", mutantDeathPerDay);
    }

    /**
     * The mean of the Poisson number of resistant subclones that are alive at detection.
     *
     * @return mean
     */
    public double livingSubclones() {
        // x = e^(-r a)
        double r = sensitive.netPerDay();
        double integral = DoubleExponential.integrate((x, oneMinusX) -> {
            double age = oneMinusX < 0.5 ? -StrictFunctions.log1p(-oneMinusX) / r : -StrictFunctions.log(x) / r;
            return aliveAt(age);
        });
        return sensitive.mutationsPerDivision() * sensitive.cells() * sensitive.birthPerDay() / r * integral;
    }

    /**
     * The probability that no resistant cell is alive at detection.
     *
     * @return probability
     */
    public double noResistance() {
        return StrictFunctions.exp(-livingSubclones());
    }

    /**
     * The expected number of resistant cells at detection, U b M times the integral of e^((r' - r) a) from 0 to the tumour's age
     * ln(M s)/r.
     *
     * @return mean
     * @throws IllegalArgumentException if M s is below 1
     */
    public double expectedResistantCells() {
        double foundingsPerDay = sensitive.mutationsPerDivision() * sensitive.birthPerDay() * sensitive.cells();
        double advantage = mutantBirthPerDay - mutantDeathPerDay - sensitive.netPerDay();
        double age = StrictFunctions.log(sensitive.established()) / sensitive.netPerDay();
        double exponent = advantage * age;
        double days = Math.abs(exponent) < 1e-12 ? age : StrictFunctions.expm1(exponent) / advantage;
        return foundingsPerDay * days;
    }

    /** Probability that the descendants of one resistant cell are alive after so many days. */
    private double aliveAt(double days) {
        return new CloneSize(mutantBirthPerDay, mutantDeathPerDay, days).survivalProbability();
    }
}
