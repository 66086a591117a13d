package org.evotrial.statistics.bayes.survival;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.ParameterDistribution;

/**
 * The distribution of a survival probability {@code S = exp(-H)}: moments in closed form from the cumulative hazard's
 * Laplace transform, tails from its distribution.
 *
 * @param cumulativeHazard distribution of {@code H}
 */
public record SurvivalProbability(GammaSum cumulativeHazard) implements ParameterDistribution {
    @Override
    public double mean() {
        return StrictMath.exp(cumulativeHazard.logLaplaceTransform(1));
    }

    @Override
    public double variance() {
        double once = cumulativeHazard.logLaplaceTransform(1);
        double twice = cumulativeHazard.logLaplaceTransform(2);
        return StrictMath.exp(2 * once) * StrictMath.expm1(twice - 2 * once);
    }

    @Override
    public double logDensity(double x) {
        if (!(x > 0 && x < 1)) {
            return Double.NEGATIVE_INFINITY;
        }
        double hazard = -StrictMath.log(x);
        return cumulativeHazard.logDensity(hazard) + hazard;
    }

    @Override
    public double probabilityBelow(double x) {
        if (x <= 0) {
            return 0;
        }
        return x >= 1 ? 1 : cumulativeHazard.probabilityAbove(-StrictMath.log(x));
    }

    @Override
    public double probabilityAbove(double x) {
        if (x <= 0) {
            return 1;
        }
        return x >= 1 ? 0 : cumulativeHazard.probabilityBelow(-StrictMath.log(x));
    }

    @Override
    public double quantile(double p) {
        Admissible.openProbability("p", p);
        return StrictMath.exp(-cumulativeHazard.quantile(1 - p));
    }
}
