package org.evotrial.statistics.continuous;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.regression.LinearRegression;
import org.evotrial.statistics.regression.RegressionFit;

/**
 * The difference of two groups adjusted for baseline covariates: least squares of the response on an intercept, the group and the
 * covariates, without interactions. Fisher 1932, Statistical Methods for Research Workers, section 49.1.
 */
public final class AnalysisOfCovariance {
    private AnalysisOfCovariance() {}

    /**
     * Analyses.
     *
     * @param response one finite number per patient
     * @param first whether the patient is in the first group
     * @param covariates one row per patient, as many numbers in each, none of them constant; rows may be empty
     * @return adjusted difference, first minus second, with {@code n - 2 - covariates} degrees of freedom
     * @throws IllegalArgumentException if lengths differ, there are too few patients, a group is empty, a covariate depends
     *     linearly on the group and the others, or the fit is perfect
     */
    public static MeanDifference difference(double[] response, boolean[] first, double[][] covariates) {
        Admissible.inRange("number of groups", first.length, response.length, response.length);
        Admissible.inRange("number of rows of covariates", covariates.length, response.length, response.length);
        double[][] design = new double[response.length][];
        for (int i = 0; i < design.length; i++) {
            design[i] = new double[covariates[i].length + 2];
            design[i][0] = 1;
            design[i][1] = first[i] ? 1 : 0;
            System.arraycopy(covariates[i], 0, design[i], 2, covariates[i].length);
        }
        RegressionFit fit = LinearRegression.fit(design, response);
        return new MeanDifference(fit.coefficient(1), fit.standardError(1), fit.degreesOfFreedom());
    }
}
