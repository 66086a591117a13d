package org.evotrial.patient.birthdeath;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.patient.sampling.Poisson;
import org.evotrial.spi.StrictFunctions;

/**
 * Empirical law of the resistant fraction of a lesion before treatment: a spike at zero and a log-normal distribution,
 * truncated above by clipping.
 *
 * <p>Fitted fractions in EGFR-mutant lung cancer lie between 1e-4 and 1e-1: Grassberger et al. (2019),
 * Patient-specific tumor growth trajectories determine persistent and resistant cancer cell populations during treatment
 * with targeted therapies, Cancer Research 79.
 *
 * @param carrierProbability probability that a resistant fraction exists at all, in [0, 1]
 * @param medianFraction median fraction of the carriers, in (0, 1]
 * @param sigmaLog standard deviation of the fraction's natural logarithm, &ge; 0
 * @param largestFraction fraction at which the law is clipped, in [medianFraction, 1]
 */
public record ResistantFractionPrior(
        double carrierProbability, double medianFraction, double sigmaLog, double largestFraction) {

    public ResistantFractionPrior {
        requireIn("carrierProbability", carrierProbability, 0, 1);
        requireIn("medianFraction", medianFraction, Double.MIN_NORMAL, 1);
        requireIn("sigmaLog", sigmaLog, 0, 20);
        requireIn("largestFraction", largestFraction, medianFraction, 1);
    }

    /**
     * Draws a fraction.
     *
     * @param random source of randomness; two to four numbers are used
     * @return 0 or a number in (0, largestFraction]
     */
    public double sampleFraction(UniformRandomProvider random) {
        boolean carrier = random.nextDouble() < carrierProbability;
        double deviation = Normal.draw(random);
        return carrier ? Math.min(largestFraction, medianFraction * StrictFunctions.exp(sigmaLog * deviation)) : 0;
    }

    /**
     * Draws the number of resistant cells of a lesion of which a given fraction is resistant on average.
     *
     * @param lesionCells cells of the lesion
     * @param fraction expected fraction
     * @return a Poisson count, at most {@code lesionCells}
     */
    public static double sampleCells(double lesionCells, double fraction, UniformRandomProvider random) {
        return Math.min(lesionCells, Poisson.draw(lesionCells * fraction, random));
    }

    private static void requireIn(String name, double value, double least, double greatest) {
        if (!(value >= least && value <= greatest)) {
            throw new IllegalArgumentException(
                    "The " + name + " (" + value + ") must be in [" + least + ", " + greatest + "].");
        }
    }
}
