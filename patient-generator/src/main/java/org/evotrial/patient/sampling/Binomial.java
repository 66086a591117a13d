package org.evotrial.patient.sampling;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.StrictFunctions;

/**
 * Binomial variates: inversion while the smaller expected count is below 10, Hoermann's transformed rejection with
 * squeeze (BTRS) above, and for more than 1e10 trials the Poisson (expected count below 1e6; total variation error at
 * most the probability) or the rounded normal distribution.
 *
 * @see <a href="https://doi.org/10.1080/00949659308811496">Hoermann (1993), The generation of binomial random variates,
 *     Journal of Statistical Computation and Simulation 46, 101-110</a>
 */
public final class Binomial {
    private static final double INVERSION_BELOW = 10;
    private static final double APPROXIMATION_FROM = 1e10;
    private static final double NORMAL_FROM = 1e6;
    private static final double POWERED_UP_TO = 1000;

    private Binomial() {}

    /**
     * Draws from the binomial distribution.
     *
     * @param trials a non-negative integer held in a double, at most 1e15
     * @param probability chance of success in [0, 1]
     * @param random source of randomness
     * @return a non-negative integer held in a double, at most {@code trials}
     * @throws IllegalArgumentException if an argument is outside its domain or not a number
     */
    public static double draw(double trials, double probability, UniformRandomProvider random) {
        if (!(trials >= 0 && trials <= 1e15)) {
            throw new IllegalArgumentException("The number of trials (" + trials + ") must be in [0, 1e15].");
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("The probability (" + probability + ") must be in [0, 1].");
        }
        return probability <= 0.5
                ? lowerHalf(trials, probability, random)
                : trials - lowerHalf(trials, 1 - probability, random);
    }

    private static double lowerHalf(double trials, double probability, UniformRandomProvider random) {
        double mean = trials * probability;
        if (mean == 0) {
            return 0;
        }
        if (trials > APPROXIMATION_FROM) {
            return approximately(trials, probability, random);
        }
        return mean < INVERSION_BELOW
                ? byInversion(trials, probability, random)
                : byRejection(trials, probability, random);
    }

    private static double approximately(double trials, double probability, UniformRandomProvider random) {
        double mean = trials * probability;
        if (mean < NORMAL_FROM) {
            return Math.min(trials, Poisson.draw(mean, random));
        }
        double deviation = StrictFunctions.sqrt(mean * (1 - probability)) * Normal.draw(random);
        return Math.min(trials, Math.max(0, Math.rint(mean + deviation)));
    }

    private static double byInversion(double trials, double probability, UniformRandomProvider random) {
        double u = random.nextDouble();
        if (u < 1 - trials * probability) {
            return 0;
        }
        double odds = probability / (1 - probability);
        double term = trials <= POWERED_UP_TO
                ? power(1 - probability, (int) trials)
                : StrictFunctions.exp(trials * StrictFunctions.log1p(-probability));
        double k = 0;
        while (u >= term && k < trials && term > 0) {
            u -= term;
            k++;
            term *= odds * (trials - k + 1) / k;
        }
        return k;
    }

    /** Integer power by squaring: for small exponents faster than an exponential, relative error below 1e-13. */
    private static double power(double base, int exponent) {
        double result = 1;
        double square = base;
        for (int left = exponent; left > 0; left >>= 1) {
            if ((left & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    private static double byRejection(double trials, double probability, UniformRandomProvider random) {
        double deviation = StrictFunctions.sqrt(trials * probability * (1 - probability));
        double b = 1.15 + 2.53 * deviation;
        double a = -0.0873 + 0.0248 * b + 0.01 * probability;
        double centre = trials * probability + 0.5;
        double quickAcceptance = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * deviation;
        double mode = Math.floor((trials + 1) * probability);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = Exponential.openUniform(random);
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + centre);
            if (us >= 0.07 && v <= quickAcceptance) {
                return k;
            }
            if (!(k >= 0 && k <= trials) || us <= 0) {
                continue;
            }
            if (StrictFunctions.log(v * alpha / (a / (us * us) + b)) <= logRatio(trials, probability, mode, k)) {
                return k;
            }
        }
    }

    /** Logarithm of the probability of k over that of the mode, by Stirling's formula with its tail. */
    private static double logRatio(double trials, double probability, double mode, double k) {
        double odds = probability / (1 - probability);
        double restOfMode = trials - mode + 1;
        double restOfK = trials - k + 1;
        return (mode + 0.5) * StrictFunctions.log((mode + 1) / (odds * restOfMode))
                + (trials + 1) * StrictFunctions.log(restOfMode / restOfK)
                + (k + 0.5) * StrictFunctions.log(odds * restOfK / (k + 1))
                + shiftedTail(mode)
                + shiftedTail(trials - mode)
                - shiftedTail(k)
                - shiftedTail(trials - k);
    }

    /** Stirling's tail in the form ln(k!) = ln(sqrt(2 pi)) + (k + 1/2) ln(k + 1) - (k + 1) + tail. */
    private static double shiftedTail(double k) {
        double next = k + 1;
        return LogFactorial.tail(next);
    }
}
