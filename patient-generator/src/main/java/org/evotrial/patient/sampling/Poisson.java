package org.evotrial.patient.sampling;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.StrictFunctions;

/**
 * Poisson variates: inversion below a mean of 10, Hoermann's transformed rejection with squeeze (PTRS) up to 1e8, the
 * rounded normal distribution above (skewness below 1e-4).
 *
 * @see <a href="https://doi.org/10.1016/0167-6687(93)90997-4">Hoermann (1993), The transformed rejection method for
 *     generating Poisson random variables, Insurance: Mathematics and Economics 12, 39-45</a>
 */
public final class Poisson {
    private static final double INVERSION_BELOW = 10;
    private static final double NORMAL_FROM = 1e8;

    private Poisson() {}

    /**
     * Draws from the Poisson distribution.
     *
     * @param mean a finite number &ge; 0
     * @param random source of randomness
     * @return a non-negative integer held in a double
     * @throws IllegalArgumentException if the mean is negative, infinite or not a number
     */
    public static double draw(double mean, UniformRandomProvider random) {
        if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The Poisson mean (" + mean + ") must be finite and not negative.");
        }
        if (mean < INVERSION_BELOW) {
            return mean == 0 ? 0 : byInversion(mean, random);
        }
        return mean < NORMAL_FROM ? byRejection(mean, random) : byNormal(mean, random);
    }

    private static double byInversion(double mean, UniformRandomProvider random) {
        double u = random.nextDouble();
        if (u < 1 - mean) {
            return 0;
        }
        double probability = StrictFunctions.exp(-mean);
        double k = 0;
        while (u >= probability && probability > 0) {
            u -= probability;
            k++;
            probability *= mean / k;
        }
        return k;
    }

    private static double byRejection(double mean, UniformRandomProvider random) {
        double logMean = StrictFunctions.log(mean);
        double b = 0.931 + 2.53 * StrictFunctions.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double quickAcceptance = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = Exponential.openUniform(random);
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= quickAcceptance) {
                return k;
            }
            if (!(k >= 0) || us <= 0 || us < 0.013 && v > us) {
                continue;
            }
            if (StrictFunctions.log(v * inverseAlpha / (a / (us * us) + b))
                    <= k * logMean - mean - LogFactorial.of(k)) {
                return k;
            }
        }
    }

    private static double byNormal(double mean, UniformRandomProvider random) {
        return Math.max(0, Math.rint(mean + StrictFunctions.sqrt(mean) * Normal.draw(random)));
    }
}
