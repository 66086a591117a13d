package org.evotrial.statistics.bayes.sampling;

/** The natural logarithm of a density of several unbounded or bounded parameters, up to a constant. */
@FunctionalInterface
public interface LogDensity {
    /**
     * The log density.
     *
     * @param parameters a point; read only
     * @return negative infinity outside the support; NaN and positive infinity stop the sampler
     */
    double at(double[] parameters);
}
