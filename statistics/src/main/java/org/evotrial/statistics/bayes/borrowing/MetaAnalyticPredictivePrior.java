package org.evotrial.statistics.bayes.borrowing;

import org.evotrial.statistics.Admissible;

/**
 * The meta-analytic-predictive (MAP) prior of a new study's parameter from historical estimates: {@code theta_k ~ N(mu, tau^2)},
 * estimates {@code y_k ~ N(theta_k, s_k^2)} with known standard errors, {@code mu} flat, {@code tau} half-normal. Given {@code tau}
 * all is normal; the trapezoidal rule over {@code tau} makes a mixture of normals. Neuenschwander et al. 2010,
 * doi:10.1177/1740774509356002; robust with {@link NormalMixture#robust}, Schmidli et al. 2014, doi:10.1111/biom.12242.
 *
 * @param heterogeneity scale of the half-normal prior of the standard deviation {@code tau}, positive
 */
public record MetaAnalyticPredictivePrior(double heterogeneity) {
    private static final int FEWEST_STEPS = 400;
    private static final int MOST_STEPS = 20_000;
    private static final double REACH = 8;
    /** Steps in smallest standard errors: the integrand's nearest poles are at that distance from the axis. */
    private static final double STEP = 0.25;

    /**
     * Checks the scale.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public MetaAnalyticPredictivePrior {
        Admissible.positive("heterogeneity", heterogeneity);
    }

    /**
     * The predictive distribution.
     *
     * @param estimates at least one, finite; with a single one the prior of {@code tau} decides alone
     * @param standardErrors one per estimate, positive, none below 1/600 of the heterogeneity's scale
     * @return prior of the new study's parameter
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public NormalMixture from(double[] estimates, double[] standardErrors) {
        int studies = estimates.length;
        Admissible.inRange("number of historical estimates", studies, 1, Integer.MAX_VALUE);
        Admissible.inRange("number of standard errors", standardErrors.length, studies, studies);
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < studies; k++) {
            Admissible.finite("estimate", estimates[k]);
            smallest = Math.min(smallest, Admissible.positive("standardError", standardErrors[k]));
        }
        long needed = (long) Math.ceil(REACH * heterogeneity / (STEP * smallest));
        int steps =
                (int) Math.max(FEWEST_STEPS, Admissible.inRange("number of quadrature steps", needed, 0, MOST_STEPS));
        double[] logWeights = new double[steps + 1];
        double[] means = new double[steps + 1];
        double[] deviations = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            double tau = heterogeneity * REACH * i / steps;
            double precision = 0;
            double weighted = 0;
            for (int k = 0; k < studies; k++) {
                double weight = 1 / (standardErrors[k] * standardErrors[k] + tau * tau);
                precision += weight;
                weighted += weight * estimates[k];
            }
            means[i] = weighted / precision;
            deviations[i] = Math.sqrt(1 / precision + tau * tau);
            // The trapezoidal rule counts its ends by half.
            logWeights[i] = (i == 0 || i == steps ? StrictMath.log(0.5) : 0)
                    - 0.5 * StrictMath.log(precision)
                    + logLikelihood(tau, means[i], estimates, standardErrors);
        }
        return NormalMixture.ofLogWeights(logWeights, means, deviations);
    }

    private double logLikelihood(double tau, double mean, double[] estimates, double[] standardErrors) {
        double scaled = tau / heterogeneity;
        double log = -0.5 * scaled * scaled;
        for (int k = 0; k < estimates.length; k++) {
            double variance = standardErrors[k] * standardErrors[k] + tau * tau;
            double distance = estimates[k] - mean;
            log -= 0.5 * (StrictMath.log(variance) + distance * distance / variance);
        }
        return log;
    }
}
