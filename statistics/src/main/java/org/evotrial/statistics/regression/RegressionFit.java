package org.evotrial.statistics.regression;

import java.io.Serializable;
import org.apache.commons.statistics.distribution.TDistribution;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.StandardNormal;

/** Coefficients of a regression with their covariance matrix. Immutable. */
public final class RegressionFit implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] coefficients;
    private final double[][] covariance;
    private final double degreesOfFreedom;
    private final double logLikelihood;

    /**
     * @param coefficients estimates
     * @param covariance their covariance matrix
     * @param degreesOfFreedom of the t distribution of a standardised coefficient; infinite for a normal one
     * @param logLikelihood at the estimates
     */
    RegressionFit(double[] coefficients, double[][] covariance, double degreesOfFreedom, double logLikelihood) {
        this.coefficients = coefficients;
        this.covariance = covariance;
        this.degreesOfFreedom = degreesOfFreedom;
        this.logLikelihood = logLikelihood;
    }

    /**
     * An estimate.
     *
     * @param column from 0
     * @return coefficient
     */
    public double coefficient(int column) {
        return coefficients[column];
    }

    /**
     * The standard error of an estimate.
     *
     * @param column from 0
     * @return standard error
     */
    public double standardError(int column) {
        return Math.sqrt(covariance[column][column]);
    }

    /**
     * The covariance of two estimates.
     *
     * @param row from 0
     * @param column from 0
     * @return covariance
     */
    public double covariance(int row, int column) {
        return covariance[row][column];
    }

    /**
     * Degrees of freedom of Student's t; infinite where the normal distribution is meant.
     *
     * @return degrees of freedom
     */
    public double degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /**
     * The logarithm of the likelihood; of the penalised one for Firth's estimate.
     *
     * @return logarithm
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * The one-sided p-value against {@code coefficient <= 0}.
     *
     * @param column from 0
     * @return p-value
     */
    public double upperPValue(int column) {
        double t = coefficients[column] / standardError(column);
        return Double.isInfinite(degreesOfFreedom)
                ? StandardNormal.survival(t)
                : TDistribution.of(degreesOfFreedom).survivalProbability(t);
    }

    /**
     * The confidence interval of a coefficient.
     *
     * @param column from 0
     * @param level confidence level in (0, 1)
     * @return interval
     * @throws IllegalArgumentException if the level is not admissible
     */
    public ConfidenceInterval interval(int column, double level) {
        double z = ConfidenceInterval.normalQuantile(level);
        double quantile = Double.isInfinite(degreesOfFreedom)
                ? z
                : TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(0.5 * (1 - level));
        double reach = quantile * standardError(column);
        return new ConfidenceInterval(coefficients[column] - reach, coefficients[column] + reach, level);
    }
}
