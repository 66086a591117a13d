package org.evotrial.statistics.bayes.survival;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.GammaPoisson;
import org.evotrial.statistics.bayes.ParameterDistribution;

/**
 * The sum of independent gamma variables with different rates: a cumulative hazard under piecewise-constant hazards.
 *
 * <p>Moments are closed forms. Tails and density are inverted from the moment generating function {@code prod (1 - s /
 * rate_k)^-shape_k} by {@link SteepestDescent}: relative error about 1e-11 where it converges. Terms with shapes far
 * below 1 beside large ones, with rates that differ by powers of ten, may be out of its reach: an {@link
 * ArithmeticException} then.
 *
 * @param terms gamma variables, at least one; a weight {@code w} divides the rate
 */
public record GammaSum(List<GammaPoisson> terms) implements ParameterDistribution {
    private static final double SMALLEST_LOG = -740;

    /**
     * Copies the terms.
     *
     * @throws IllegalArgumentException if there is none
     */
    public GammaSum {
        terms = List.copyOf(terms);
        Admissible.inRange("number of terms", terms.size(), 1, Integer.MAX_VALUE);
    }

    @Override
    public double mean() {
        return terms.stream().mapToDouble(GammaPoisson::mean).sum();
    }

    @Override
    public double variance() {
        return terms.stream().mapToDouble(GammaPoisson::variance).sum();
    }

    /**
     * {@code log E exp(-s H) = -sum_k shape_k log(1 + s / rate_k)}.
     *
     * @param s zero or positive
     * @return natural logarithm
     * @throws IllegalArgumentException if {@code s} is negative or not finite
     */
    public double logLaplaceTransform(double s) {
        Admissible.nonNegative("s", s);
        return terms.stream()
                .mapToDouble(term -> -term.shape() * StrictMath.log1p(s / term.rate()))
                .sum();
    }

    @Override
    public double logDensity(double x) {
        if (terms.size() == 1) {
            return terms.get(0).logDensity(x);
        }
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            return Double.NEGATIVE_INFINITY;
        }
        return SteepestDescent.of(terms).logDensity(x);
    }

    @Override
    public double probabilityBelow(double x) {
        if (terms.size() == 1) {
            return terms.get(0).probabilityBelow(x);
        }
        if (x <= 0 || x == Double.POSITIVE_INFINITY) {
            return x <= 0 ? 0 : 1;
        }
        SteepestDescent inversion = SteepestDescent.of(terms);
        return x < mean() ? inversion.lowerTail(x) : 1 - inversion.upperTail(x);
    }

    @Override
    public double probabilityAbove(double x) {
        if (terms.size() == 1) {
            return terms.get(0).probabilityAbove(x);
        }
        if (x <= 0 || x == Double.POSITIVE_INFINITY) {
            return x <= 0 ? 1 : 0;
        }
        SteepestDescent inversion = SteepestDescent.of(terms);
        return x < mean() ? 1 - inversion.lowerTail(x) : inversion.upperTail(x);
    }

    /** {@inheritDoc} 0 where it is below 1e-321, as for small shapes. */
    @Override
    public double quantile(double p) {
        Admissible.openProbability("p", p);
        DoubleUnaryOperator excess = p < 0.5
                ? log -> StrictMath.log(probabilityBelow(StrictMath.exp(log)) / p)
                : log -> StrictMath.log((1 - p) / probabilityAbove(StrictMath.exp(log)));
        double low = StrictMath.log(mean());
        double high = low;
        double step = 0.5;
        while (excess.applyAsDouble(low) > 0) {
            low -= step;
            step *= 2;
            if (low < SMALLEST_LOG) {
                return 0;
            }
        }
        step = 0.5;
        while (excess.applyAsDouble(high) < 0) {
            high += step;
            step *= 2;
        }
        return StrictMath.exp(new BrentSolver(1e-15, 1e-12, 1e-15).findRoot(excess, low, high));
    }
}
