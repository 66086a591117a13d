package org.evotrial.patient.birthdeath;

import org.evotrial.spi.StrictFunctions;

/**
 * Two phenotypes, sensitive (0) and tolerant (1), that grow, die and switch into each other at constant rates.
 *
 * <p>The mean of (n0, n1) obeys n' = A n with A = [[g0 - k01, k10], [k01, g1 - k10]]; its matrix exponential over the
 * step is exact, and so is the integral of the mean over the step (cell days).
 *
 * <p>Instances are mutable and meant to be reused; nothing is allocated.
 */
public final class PhenotypeSwitching {
    private double m00 = 1;
    private double m01;
    private double m10;
    private double m11 = 1;
    private double days00;
    private double days01;
    private double days10;
    private double days11;

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
        double upperDays = Rates.integratedExponential(middle + q, days);
        double lowerDays = Rates.integratedExponential(middle - q, days);
        double coshDays = 0.5 * (upperDays + lowerDays);
        double sinhDays = q * days < 1e-6 ? 0.5 * days * days : 0.5 * (upperDays - lowerDays) / q;
        days00 = coshDays + sinhDays * halfGap;
        days11 = coshDays - sinhDays * halfGap;
        days01 = sinhDays * a01;
        days10 = sinhDays * a10;
    }

    /** Returns the expected sensitive cells after a step from the given cells. */
    public double meanSensitive(double sensitive, double tolerant) {
        return m00 * sensitive + m01 * tolerant;
    }

    /** Returns the expected tolerant cells after a step from the given cells. */
    public double meanTolerant(double sensitive, double tolerant) {
        return m10 * sensitive + m11 * tolerant;
    }

    /** Returns the expected cell days of the sensitive phenotype during a step from the given cells. */
    public double sensitiveDays(double sensitive, double tolerant) {
        return days00 * sensitive + days01 * tolerant;
    }

    /** Returns the expected cell days of the tolerant phenotype during a step from the given cells. */
    public double tolerantDays(double sensitive, double tolerant) {
        return days10 * sensitive + days11 * tolerant;
    }
}
