package org.evotrial.patient.sampling;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.evotrial.spi.StrictFunctions;

/**
 * The standard bivariate normal distribution, for correlated binary variables: P(X &le; h, Y &le; k) = Phi(h) Phi(k) + 1/(2 pi) times
 * the integral over theta from 0 to arcsin(rho) of exp(-(h^2 + k^2 - 2 h k sin theta)/(2 cos^2 theta)).
 *
 * @see <a href="https://doi.org/10.1093/biomet/41.3-4.351">Plackett (1954), A reduction formula for normal multivariate
 *     integrals, Biometrika 41, 351-360</a>
 */
public final class BivariateNormal {
    /** On [-1, 1]. */
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(64);

    private static final double LEAST_GAP = 1e-12;

    private BivariateNormal() {}

    /**
     * Returns P(X &le; h, Y &le; k).
     *
     * @param h any number
     * @param k any number
     * @param correlation in [-1, 1]
     */
    public static double lowerOrthant(double h, double k, double correlation) {
        NormalDistribution normal = new NormalDistribution();
        double p = normal.cumulativeProbability(h);
        double q = normal.cumulativeProbability(k);
        if (Double.isInfinite(h) || Double.isInfinite(k) || correlation == 0) {
            return p * q;
        }
        if (correlation >= 1) {
            return Math.min(p, q);
        }
        if (correlation <= -1) {
            return Math.max(0, p + q - 1);
        }
        double end = StrictFunctions.asin(correlation);
        double integral = RULE.integrate(x -> {
            double sine = StrictFunctions.sin(0.5 * end * (1 + x));
            return StrictFunctions.exp(-(h * h + k * k - 2 * h * k * sine) / (2 * (1 - sine * sine)));
        });
        return p * q + 0.5 * end * integral / (2 * Math.PI);
    }

    /**
     * Returns the tetrachoric correlation: that of two normal variables which lie below the quantiles of p and q together with a given
     * probability.
     *
     * @param p probability of the first event, in (0, 1)
     * @param q probability of the second event, in (0, 1)
     * @param both probability of both, from max(0, p + q - 1) to min(p, q)
     * @throws IllegalArgumentException if no two events have such probabilities
     */
    public static double tetrachoric(double p, double q, double both) {
        double least = Math.max(0, p + q - 1);
        double greatest = Math.min(p, q);
        if (!(p > 0 && p < 1 && q > 0 && q < 1 && both >= least - LEAST_GAP && both <= greatest + LEAST_GAP)) {
            throw new IllegalArgumentException(
                    "The probability of both events (" + both + ") must be in [" + least + ", " + greatest
                            + "] where they have the probabilities " + p + " and " + q + ", which must be in (0, 1).");
        }
        NormalDistribution normal = new NormalDistribution();
        double h = normal.inverseCumulativeProbability(p);
        double k = normal.inverseCumulativeProbability(q);
        double low = -1;
        double high = 1;
        while (high - low > 1e-14) {
            double middle = 0.5 * (low + high);
            if (lowerOrthant(h, k, middle) < both) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
