package org.evotrial.statistics.bayes;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.evotrial.statistics.Admissible;

/**
 * A response probability {@code p ~ Beta(alpha, beta)}, before or after binomial data: density proportional to
 * {@code p^(alpha - 1) (1 - p)^(beta - 1)}.
 *
 * <p>{@code s} successes and {@code f} failures make it {@code Beta(alpha + s, beta + f)}. Beta(1, 1) is the uniform
 * prior, Beta(1/2, 1/2) that of Jeffreys; {@code alpha + beta} counts patients.
 *
 * @param alpha first shape, positive
 * @param beta second shape, positive; not a rate
 */
public record BetaBinomial(double alpha, double beta) implements ParameterDistribution {
    /**
     * Checks the shapes.
     *
     * @throws IllegalArgumentException if a shape is not positive and finite
     */
    public BetaBinomial {
        Admissible.positive("alpha", alpha);
        Admissible.positive("beta", beta);
    }

    /**
     * The uniform distribution Beta(1, 1).
     *
     * @return uniform distribution
     */
    public static BetaBinomial uniform() {
        return new BetaBinomial(1, 1);
    }

    /**
     * The posterior after binomial data; fractions (of down-weighted patients) are accepted.
     *
     * @param successes zero or positive
     * @param failures zero or positive
     * @return {@code Beta(alpha + successes, beta + failures)}
     * @throws IllegalArgumentException if an argument is negative or not finite
     */
    public BetaBinomial updated(double successes, double failures) {
        return new BetaBinomial(
                alpha + Admissible.nonNegative("successes", successes),
                beta + Admissible.nonNegative("failures", failures));
    }

    @Override
    public double mean() {
        return alpha / (alpha + beta);
    }

    @Override
    public double variance() {
        double sum = alpha + beta;
        return alpha / sum * (beta / sum) / (sum + 1);
    }

    @Override
    public double logDensity(double x) {
        if (!(x >= 0 && x <= 1)) {
            return Double.NEGATIVE_INFINITY;
        }
        return BetaDistribution.of(alpha, beta).logDensity(x);
    }

    @Override
    public double probabilityBelow(double x) {
        if (x <= 0) {
            return 0;
        }
        return x >= 1 ? 1 : RegularizedBeta.value(x, alpha, beta);
    }

    @Override
    public double probabilityAbove(double x) {
        if (x <= 0) {
            return 1;
        }
        return x >= 1 ? 0 : RegularizedBeta.complement(x, alpha, beta);
    }

    @Override
    public double quantile(double p) {
        Admissible.openProbability("p", p);
        return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(p);
    }

    /**
     * The predictive distribution of the successes among future patients: beta-binomial, {@code P(y) = C(m, y)
     * B(alpha + y, beta + m - y) / B(alpha, beta)}.
     *
     * @param trials number of future patients {@code m}, in [0, 1,000,000]
     * @return probabilities of 0 to {@code m} successes
     * @throws IllegalArgumentException if {@code trials} is not admissible
     */
    public double[] predictive(int trials) {
        Admissible.inRange("number of trials", trials, 0, 1_000_000);
        double[] probabilities = new double[trials + 1];
        double sum = 0;
        for (int y = 0; y <= trials; y++) {
            double logChoose = -Math.log1p(trials) - LogBeta.value(y + 1.0, trials - y + 1.0);
            probabilities[y] = StrictMath.exp(logChoose + logMarginalLikelihood(y, trials - y));
            sum += probabilities[y];
        }
        for (int y = 0; y <= trials; y++) {
            probabilities[y] /= sum;
        }
        return probabilities;
    }

    /**
     * Logarithm of the marginal likelihood of one sequence of outcomes, {@code B(alpha + s, beta + f) / B(alpha,
     * beta)}, that is, without the binomial coefficient.
     *
     * @param successes {@code s}, zero or positive
     * @param failures {@code f}, zero or positive
     * @return natural logarithm
     * @throws IllegalArgumentException if an argument is negative or not finite
     */
    public double logMarginalLikelihood(double successes, double failures) {
        Admissible.nonNegative("successes", successes);
        Admissible.nonNegative("failures", failures);
        return LogBeta.value(alpha + successes, beta + failures) - LogBeta.value(alpha, beta);
    }
}
