package org.evotrial.patient.birthdeath;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Binomial;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.spi.StrictFunctions;

/**
 * Two phenotypes, sensitive (0) and tolerant (1), that grow, die and switch into each other at constant rates.
 *
 * <p>The mean of (n0, n1) obeys n' = A n with A = [[g0 - k01, k10], [k01, g1 - k10]]; its matrix exponential over the
 * step is exact and serves large populations. Small populations are sampled by Strang's splitting: half a step of
 * switching (binomial, exact), a whole step of birth and death (exact), half a step of switching; its error is of second
 * order in rate times step, which should not exceed 0.5.
 *
 * <p>Instances are mutable and meant to be reused; nothing is allocated.
 */
public final class PhenotypeSwitching {
    /** Expected switches from which the normal distribution replaces the binomial (skewness below 0.04). */
    private static final double NORMAL_FROM = 1000;

    private double m00 = 1;
    private double m01;
    private double m10;
    private double m11 = 1;
    private double halfToTolerant;
    private double halfToSensitive;

    /**
     * Sets rates and the length of the step.
     *
     * @param sensitiveNetPerDay g0, net growth of the sensitive phenotype, finite
     * @param tolerantNetPerDay g1, net growth of the tolerant phenotype, finite
     * @param toTolerantPerDay k01 &ge; 0
     * @param toSensitivePerDay k10 &ge; 0
     * @param days length of the step &ge; 0
     * @return this object
     */
    public PhenotypeSwitching set(
            double sensitiveNetPerDay,
            double tolerantNetPerDay,
            double toTolerantPerDay,
            double toSensitivePerDay,
            double days) {
        Rates.requireNonNegative("rate to the tolerant phenotype per day", toTolerantPerDay);
        Rates.requireNonNegative("rate to the sensitive phenotype per day", toSensitivePerDay);
        Rates.requireNonNegative("length of the step in days", days);
        setMean(
                sensitiveNetPerDay - toTolerantPerDay,
                toSensitivePerDay,
                toTolerantPerDay,
                tolerantNetPerDay - toSensitivePerDay,
                days);
        double total = toTolerantPerDay + toSensitivePerDay;
        double mixed = total > 0 ? -StrictFunctions.expm1(-0.5 * total * days) / total : 0;
        halfToTolerant = toTolerantPerDay * mixed;
        halfToSensitive = toSensitivePerDay * mixed;
        return this;
    }

    /** exp(A t) = e^(mt) (cosh(qt) I + sinh(qt)/q (A - m I)) with m half the trace and q^2 = m^2 - det A. */
    private void setMean(double a00, double a01, double a10, double a11, double days) {
        double middle = 0.5 * (a00 + a11);
        double halfGap = 0.5 * (a00 - a11);
        double q = StrictFunctions.sqrt(halfGap * halfGap + a01 * a10);
        double upper = StrictFunctions.exp((middle + q) * days);
        double lower = StrictFunctions.exp((middle - q) * days);
        double cosh = 0.5 * (upper + lower);
        double sinhByQ = q * days < 1e-6 ? days * StrictFunctions.exp(middle * days) : 0.5 * (upper - lower) / q;
        m00 = cosh + sinhByQ * halfGap;
        m11 = cosh - sinhByQ * halfGap;
        m01 = sinhByQ * a01;
        m10 = sinhByQ * a10;
    }

    /** Returns the expected sensitive cells after a step from the given cells. */
    public double meanSensitive(double sensitive, double tolerant) {
        return m00 * sensitive + m01 * tolerant;
    }

    /** Returns the expected tolerant cells after a step from the given cells. */
    public double meanTolerant(double sensitive, double tolerant) {
        return m10 * sensitive + m11 * tolerant;
    }

    /**
     * Switches phenotypes for half a step, in place: cells[at] sensitive, cells[at + 1] tolerant.
     *
     * @param cells numbers of cells
     * @param at index of the sensitive cells
     * @param random source of randomness
     */
    public void switchForHalfStep(double[] cells, int at, UniformRandomProvider random) {
        double leaving = leave(cells[at], halfToTolerant, random);
        double returning = leave(cells[at + 1], halfToSensitive, random);
        cells[at] += returning - leaving;
        cells[at + 1] += leaving - returning;
    }

    private static double leave(double cells, double probability, UniformRandomProvider random) {
        if (cells == 0 || probability == 0) {
            return 0;
        }
        double mean = cells * probability;
        if (mean >= BirthDeathStep.MEAN_FROM) {
            return mean;
        }
        if (mean >= NORMAL_FROM && cells - mean >= NORMAL_FROM) {
            double deviation = StrictFunctions.sqrt(mean * (1 - probability)) * Normal.draw(random);
            return Math.min(cells, Math.max(0, Math.rint(mean + deviation)));
        }
        return Binomial.draw(Math.rint(cells), probability, random);
    }
}
