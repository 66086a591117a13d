package org.evotrial.patient.theory;

import org.apache.commons.math3.util.CombinatoricsUtils;
import org.evotrial.spi.StrictFunctions;

/**
 * The number of descendants that a cell has after T days of division at rate b and death at rate d: the linear-fractional law.
 *
 * <p>With E = e^((b-d)T), alpha = d(E-1)/(bE-d), beta = b(E-1)/(bE-d), and alpha = beta = bT/(1+bT) at b = d:
 * {@code P(0) = alpha}, {@code P(n) = (1-alpha)(1-beta) beta^(n-1)}.
 *
 * @param birthPerDay b &ge; 0
 * @param deathPerDay d &ge; 0
 * @param days T &ge; 0
 * @see <a href="https://doi.org/10.1214/aoms/1177730285">Kendall (1948), On the generalized birth-and-death process</a>
 */
public record CloneSize(double birthPerDay, double deathPerDay, double days) {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is negative, infinite or not a number
     */
    public CloneSize {
        Admissible.nonNegative("birthPerDay", birthPerDay);
        Admissible.nonNegative("deathPerDay", deathPerDay);
        Admissible.nonNegative("days", days);
    }

    /**
     * The expected number.
     *
     * @return E = e^((b-d)T)
     */
    public double mean() {
        return StrictFunctions.exp((birthPerDay - deathPerDay) * days);
    }

    /**
     * The variance, (b+d)/(b-d) E(E-1); 2bT at b = d.
     *
     * @return variance
     */
    public double variance() {
        double exponent = net() * days;
        double phi = Math.abs(exponent) < 1e-8 ? days * (1 + exponent / 2) : StrictFunctions.expm1(exponent) / net();
        return (birthPerDay + deathPerDay) * mean() * phi;
    }

    /**
     * The probability that there are descendants.
     *
     * @return 1 - alpha
     */
    public double survivalProbability() {
        return growth() / denominator();
    }

    /**
     * The probability of n descendants of one cell.
     *
     * @param n &ge; 0
     * @return probability
     */
    public double probability(int n) {
        return probability(1, n);
    }

    /**
     * The probability that m cells together have n descendants: the sum over the number k of cells with descendants of {@code
     * C(m,k) (1-alpha)^k alpha^(m-k) C(n-1,k-1) (1-beta)^k beta^(n-k)}. All terms are positive, and logarithms are summed.
     *
     * @param cells m &ge; 1
     * @param n &ge; 0
     * @return probability
     */
    public double probability(int cells, int n) {
        Admissible.atLeast("cells", cells, 1);
        Admissible.nonNegative("n", n);
        double extinct = deathPerDay * decayDays() / denominator();
        if (n == 0) {
            return StrictFunctions.pow(extinct, cells);
        }
        double survive = StrictFunctions.log(survivalProbability());
        double last = StrictFunctions.log(decay() / denominator());
        double further = birthPerDay * decayDays() / denominator();
        double sum = 0;
        for (int k = 1; k <= Math.min(cells, n); k++) {
            double log = CombinatoricsUtils.binomialCoefficientLog(cells, k)
                    + CombinatoricsUtils.binomialCoefficientLog(n - 1, k - 1)
                    + k * survive
                    + power(cells - k, extinct)
                    + k * last
                    + power(n - k, further);
            sum += StrictFunctions.exp(log);
        }
        return sum;
    }

    private static double power(int exponent, double base) {
        return exponent == 0 ? 0 : exponent * StrictFunctions.log(base);
    }

    private double net() {
        return birthPerDay - deathPerDay;
    }

    /** e^(rT) where the clone shrinks, 1 where it grows: numerator of the survival probability. */
    private double growth() {
        return StrictFunctions.exp(Math.min(0, net()) * days);
    }

    /** e^(-rT) where the clone grows, 1 where it shrinks, so that nothing overflows. */
    private double decay() {
        return StrictFunctions.exp(-Math.max(0, net()) * days);
    }

    private double denominator() {
        return decay() + birthPerDay * decayDays();
    }

    /** The integral over [0, T] of e^(-|r|t). */
    private double decayDays() {
        double exponent = -Math.abs(net()) * days;
        return exponent > -1e-8 ? days * (1 + exponent / 2) : StrictFunctions.expm1(exponent) / -Math.abs(net());
    }
}
