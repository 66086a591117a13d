package org.evotrial.patient.sampling;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.StrictFunctions;

/** Geometric variates on 1, 2, 3, ... by inversion, and their sums. */
public final class Geometric {
    private static final int SUMMED_SINGLY = 3;
    private static final double NORMAL_FROM = 3e4;
    private static final double MEAN_FROM = 1e6;

    private Geometric() {}

    /**
     * Draws from the geometric distribution P(k) = p (1-p)^(k-1), k = 1, 2, ..., with p = 1 / (1 + odds).
     *
     * @param odds mean less one: a finite number &ge; 0
     * @param random source of randomness
     * @return a positive integer held in a double
     */
    public static double draw(double odds, UniformRandomProvider random) {
        return odds > 0 ? single(-StrictFunctions.log1p(1 / odds), random) : 1;
    }

    /**
     * Draws the sum of independent geometric variates: count + Poisson(Gamma(count) odds), the negative binomial law.
     * From 3e4 summands on it is the normal distribution (skewness below 0.012), from 1e6 on the mean (relative
     * standard deviation below 0.1 %).
     *
     * @param count number of summands, a non-negative integer held in a double
     * @param odds mean of one summand less one: a finite number &ge; 0
     * @param random source of randomness
     * @return an integer held in a double, at least {@code count}
     */
    public static double drawSum(double count, double odds, UniformRandomProvider random) {
        if (count == 0 || odds == 0) {
            return count;
        }
        if (count <= SUMMED_SINGLY) {
            double logFailure = -StrictFunctions.log1p(1 / odds);
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += single(logFailure, random);
            }
            return sum;
        }
        if (count < NORMAL_FROM) {
            return count + Poisson.draw(Gamma.draw(count, random) * odds, random);
        }
        double mean = count * (1 + odds);
        if (count >= MEAN_FROM) {
            return mean;
        }
        double deviation = StrictFunctions.sqrt(count * odds * (1 + odds));
        return Math.max(count, Math.rint(mean + deviation * Normal.draw(random)));
    }

    private static double single(double logFailure, UniformRandomProvider random) {
        return 1 + Math.floor(StrictFunctions.log(Exponential.openUniform(random)) / logFailure);
    }
}
