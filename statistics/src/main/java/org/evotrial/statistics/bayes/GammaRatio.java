package org.evotrial.statistics.bayes;

import org.apache.commons.numbers.gamma.LogBeta;
import org.evotrial.statistics.Admissible;

/**
 * The ratio {@code lambda1 / lambda2} of two independent rates of events: the hazard ratio or rate ratio of two arms.
 *
 * <p>{@code b1 lambda1 / (b1 lambda1 + b2 lambda2) ~ Beta(a1, a2)}, so that everything is closed form: with {@code c = b1 /
 * b2}, {@code P(ratio <= r) = I_(c r / (1 + c r))(a1, a2)}.
 *
 * @param numerator distribution of {@code lambda1}
 * @param denominator distribution of {@code lambda2}
 */
public record GammaRatio(GammaPoisson numerator, GammaPoisson denominator) implements ParameterDistribution {
    /** {@inheritDoc} Infinite where the shape of the denominator is 1 or less. */
    @Override
    public double mean() {
        double a2 = denominator.shape();
        return a2 > 1 ? numerator.shape() / scale() / (a2 - 1) : Double.POSITIVE_INFINITY;
    }

    /** {@inheritDoc} Infinite where the shape of the denominator is 2 or less. */
    @Override
    public double variance() {
        double a1 = numerator.shape();
        double a2 = denominator.shape();
        if (a2 <= 2) {
            return Double.POSITIVE_INFINITY;
        }
        return a1 / scale() / (a2 - 1) * ((a1 + a2 - 1) / scale() / (a2 - 1) / (a2 - 2));
    }

    @Override
    public double logDensity(double x) {
        if (!(x >= 0 && x < Double.POSITIVE_INFINITY)) {
            return Double.NEGATIVE_INFINITY;
        }
        double a1 = numerator.shape();
        double scaled = scale() * x;
        // At 0 a shape of 1 leaves 0 * log(0).
        double power = a1 == 1 ? 0 : (a1 - 1) * StrictMath.log(scaled);
        return power
                - (a1 + denominator.shape()) * StrictMath.log1p(scaled)
                - LogBeta.value(a1, denominator.shape())
                + StrictMath.log(scale());
    }

    @Override
    public double probabilityBelow(double x) {
        return tail(numerator.shape(), denominator.shape(), scale() * x);
    }

    @Override
    public double probabilityAbove(double x) {
        return x <= 0 ? 1 : tail(denominator.shape(), numerator.shape(), 1 / (scale() * x));
    }

    @Override
    public double quantile(double p) {
        Admissible.openProbability("p", p);
        double share = new BetaBinomial(numerator.shape(), denominator.shape()).quantile(p);
        double rest = new BetaBinomial(denominator.shape(), numerator.shape()).quantile(1 - p);
        // The smaller of the two carries the digits.
        return share < 0.5 ? share / (1 - share) / scale() : (1 - rest) / rest / scale();
    }

    private double scale() {
        return numerator.rate() / denominator.rate();
    }

    private static double tail(double first, double second, double odds) {
        if (odds == Double.POSITIVE_INFINITY) {
            return 1;
        }
        BetaBinomial share = new BetaBinomial(first, second);
        BetaBinomial rest = new BetaBinomial(second, first);
        if (odds <= 0) {
            return 0;
        }
        return odds < 1 ? share.probabilityBelow(odds / (1 + odds)) : rest.probabilityAbove(1 / (1 + odds));
    }
}
