package org.evotrial.statistics.bayes.borrowing;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BetaBinomial;

/**
 * The power prior with a fixed exponent: the historical likelihood to the power {@code a0} times an initial prior. Ibrahim and
 * Chen 2000, doi:10.1214/ss/1009212673.
 *
 * @param exponent {@code a0} in [0, 1]: 0 ignores history, 1 pools
 */
public record PowerPrior(double exponent) {
    /**
     * Checks the exponent.
     *
     * @throws IllegalArgumentException if it is outside [0, 1]
     */
    public PowerPrior {
        Admissible.probability("exponent", exponent);
    }

    /**
     * For a response probability: {@code Beta(a + a0 s, b + a0 f)}.
     *
     * @param initial prior before history
     * @param successes historical successes, zero or positive
     * @param failures historical failures, zero or positive
     * @return prior of the new study
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public BetaBinomial binary(BetaBinomial initial, double successes, double failures) {
        Admissible.nonNegative("successes", successes);
        Admissible.nonNegative("failures", failures);
        return initial.updated(exponent * successes, exponent * failures);
    }

    /**
     * For a mean: the historical standard error is divided by the root of {@code a0}.
     *
     * @param initial prior before history
     * @param estimate historical estimate, finite
     * @param standardError its standard error, positive
     * @return prior of the new study
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public NormalMixture normal(NormalMixture initial, double estimate, double standardError) {
        Admissible.finite("estimate", estimate);
        Admissible.positive("standardError", standardError);
        return exponent == 0 ? initial : initial.updated(estimate, standardError / Math.sqrt(exponent));
    }
}
