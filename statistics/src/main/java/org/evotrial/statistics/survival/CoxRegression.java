package org.evotrial.statistics.survival;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;

/**
 * Cox regression with several covariates, stratified or not: hazard {@code h_s(t) exp(x'b)} in stratum {@code s}. An
 * immutable fit.
 *
 * <p>Maximum of the partial likelihood, ties by Efron or Breslow; model-based and robust (Lin and Wei 1989,
 * doi:10.1080/01621459.1989.10478874) covariance; likelihood-ratio, Wald and score test of {@code b = 0}. Cox 1972,
 * doi:10.1111/j.2517-6161.1972.tb00899.x. In simulations of two groups {@link CoxTwoArm} is much faster.
 *
 * <p><b>Monotone likelihood.</b> Where a combination of covariates orders the events without exception the likelihood
 * rises for ever. Then {@link #status} is {@code MONOTONE_LIKELIHOOD}, the coefficients that diverge and all standard
 * errors are infinite, and the Wald test has no value; likelihood-ratio and score test still hold. Bryson and Johnson 1981,
 * doi:10.1080/00401706.1981.10487680; Heinze and Schemper 2001, doi:10.1111/j.0006-341X.2001.00114.x.
 */
public final class CoxRegression {
    private final CoxTwoArm.Status status;
    private final double[] coefficients;
    private final double[][] covariance;
    private final double[][] robustCovariance;
    private final double nullLogLikelihood;
    private final double logLikelihood;
    private final double scoreStatistic;
    private final double waldStatistic;

    private CoxRegression(CoxSubjects subjects, Ties ties) {
        CoxLikelihood likelihood = new CoxLikelihood(subjects, ties);
        CoxMaximum maximum = new CoxMaximum(subjects, likelihood);
        status = maximum.status();
        nullLogLikelihood = maximum.nullLogarithm();
        logLikelihood = likelihood.logarithm();
        scoreStatistic = maximum.scoreStatistic();
        int p = subjects.covariates();
        coefficients = new double[p];
        double[] standardised = maximum.coefficients();
        for (int k = 0; k < p; k++) {
            coefficients[k] =
                    status == CoxTwoArm.Status.NO_INFORMATION ? Double.NaN : standardised[k] / subjects.scale[k];
        }
        if (status == CoxTwoArm.Status.ESTIMATED) {
            RealMatrix inverse = inverse(likelihood.information());
            RealMatrix influence =
                    new Array2DRowRealMatrix(CoxScoreResiduals.of(subjects, likelihood)).multiply(inverse);
            waldStatistic = CoxLikelihood.dot(
                    standardised, new Array2DRowRealMatrix(likelihood.information()).operate(standardised));
            covariance = rescaled(inverse.getData(), subjects.scale);
            robustCovariance =
                    rescaled(influence.transpose().multiply(influence).getData(), subjects.scale);
        } else {
            waldStatistic = Double.NaN;
            covariance = unknown(p);
            robustCovariance = unknown(p);
        }
    }

    /**
     * Fits subjects without strata, ties by Efron.
     *
     * @param time follow-up times, finite and not negative; not modified
     * @param event whether the follow-up ended with an event
     * @param covariates one row per subject, each of the same length, finite
     * @return the fit
     * @throws IllegalArgumentException if an argument is not admissible or the covariates are linearly dependent
     */
    public static CoxRegression fit(double[] time, boolean[] event, double[][] covariates) {
        return fit(time, event, covariates, new int[time.length], Ties.EFRON);
    }

    /**
     * Fits subjects in strata.
     *
     * @param time follow-up times, finite and not negative; not modified
     * @param event whether the follow-up ended with an event
     * @param covariates one row per subject, each of the same length, finite
     * @param stratum any number per subject; risk sets are formed within equal numbers
     * @param ties EFRON or BRESLOW
     * @return the fit
     * @throws IllegalArgumentException if an argument is not admissible or the covariates are linearly dependent within
     *     the risk sets
     */
    public static CoxRegression fit(double[] time, boolean[] event, double[][] covariates, int[] stratum, Ties ties) {
        return new CoxRegression(CoxSubjects.of(time, event, covariates, stratum), ties);
    }

    /**
     * Whether the likelihood has a finite maximum.
     *
     * @return status
     */
    public CoxTwoArm.Status status() {
        return status;
    }

    /**
     * Log hazard ratio per unit of a covariate.
     *
     * @param covariate from 0
     * @return coefficient; infinite where it diverges, NaN without information
     */
    public double coefficient(int covariate) {
        return coefficients[covariate];
    }

    /**
     * Model-based standard error.
     *
     * @param covariate from 0
     * @return root of the inverse information; positive infinity unless estimated
     */
    public double standardError(int covariate) {
        return Math.sqrt(covariance[covariate][covariate]);
    }

    /**
     * Robust standard error.
     *
     * @param covariate from 0
     * @return root of Lin and Wei's variance; positive infinity unless estimated
     */
    public double robustStandardError(int covariate) {
        return Math.sqrt(robustCovariance[covariate][covariate]);
    }

    /**
     * Model-based covariance of two coefficients.
     *
     * @param a from 0
     * @param b from 0
     * @return covariance; positive infinity unless estimated
     */
    public double covariance(int a, int b) {
        return covariance[a][b];
    }

    /**
     * Robust covariance of two coefficients.
     *
     * @param a from 0
     * @param b from 0
     * @return covariance; positive infinity unless estimated
     */
    public double robustCovariance(int a, int b) {
        return robustCovariance[a][b];
    }

    /**
     * Wald interval of a hazard ratio with the model-based error.
     *
     * @param covariate from 0
     * @param level confidence level in (0, 1)
     * @return interval; [0, infinity] unless estimated
     * @throws IllegalArgumentException if the level is outside (0, 1)
     */
    public ConfidenceInterval hazardRatioInterval(int covariate, double level) {
        double z = ConfidenceInterval.normalQuantile(level);
        if (status != CoxTwoArm.Status.ESTIMATED) {
            return new ConfidenceInterval(0, Double.POSITIVE_INFINITY, level);
        }
        double reach = z * standardError(covariate);
        return new ConfidenceInterval(
                StrictMath.exp(coefficients[covariate] - reach),
                StrictMath.exp(coefficients[covariate] + reach),
                level);
    }

    /**
     * Logarithm of the partial likelihood at its maximum.
     *
     * @return logarithm; its supremum, to rounding, where the likelihood is monotone
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * Likelihood-ratio statistic of {@code b = 0}.
     *
     * @return chi-squared with as many degrees of freedom as covariates; 0 without information
     */
    public double likelihoodRatioStatistic() {
        return Math.max(0, 2 * (logLikelihood - nullLogLikelihood));
    }

    /**
     * Score statistic of {@code b = 0}; for one group indicator without ties the square of the log-rank z.
     *
     * @return chi-squared with as many degrees of freedom as covariates; 0 without information
     */
    public double scoreStatistic() {
        return scoreStatistic;
    }

    /**
     * Wald statistic of {@code b = 0} with the model-based covariance.
     *
     * @return chi-squared with as many degrees of freedom as covariates
     * @throws IllegalStateException unless the likelihood has a finite maximum
     */
    public double waldStatistic() {
        if (status != CoxTwoArm.Status.ESTIMATED) {
            throw new IllegalStateException(
                    String.format("The Wald test needs a finite maximum; the status is %s.", status));
        }
        return waldStatistic;
    }

    /**
     * The p-value of one of the three statistics.
     *
     * @param statistic zero or positive
     * @return {@code P(chi-squared > statistic)}; 1 without information
     * @throws IllegalArgumentException if the statistic is negative or not finite
     */
    public double pValue(double statistic) {
        Admissible.nonNegative("statistic", statistic);
        return coefficients.length == 0
                ? 1
                : ChiSquaredDistribution.of(coefficients.length).survivalProbability(statistic);
    }

    private static RealMatrix inverse(double[][] positiveDefinite) {
        return new CholeskyDecomposition(new Array2DRowRealMatrix(positiveDefinite), 1e-9, 1e-14)
                .getSolver()
                .getInverse();
    }

    private static double[][] rescaled(double[][] covariance, double[] scale) {
        for (int k = 0; k < scale.length; k++) {
            for (int l = 0; l < scale.length; l++) {
                covariance[k][l] /= scale[k] * scale[l];
            }
        }
        return covariance;
    }

    private static double[][] unknown(int p) {
        double[][] matrix = new double[p][p];
        for (double[] row : matrix) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        return matrix;
    }
}
