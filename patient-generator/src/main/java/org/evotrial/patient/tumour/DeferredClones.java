package org.evotrial.patient.tumour;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.birthdeath.BirthDeathStep;
import org.evotrial.patient.birthdeath.MutantInflux;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.patient.sampling.Poisson;
import org.evotrial.spi.StrictFunctions;

/**
 * Small populations whose random draw is put off.
 *
 * <p>Several steps of a birth-death process at constant rates have the law of one longer step, so that one draw in the end
 * is as exact as one per step. In the meantime the population counts as its expected size; below a million cells no
 * assay can tell the difference. Cells that arrive in the meantime (mutants, cells that change phenotype) are clones: their
 * expected number alive, and the mean and the variance of their cells, are carried along; a clone that is alive is
 * taken to be geometric in size when its survival of a further step is computed, which it is at every age.
 */
final class DeferredClones {
    /** Cells from which a population follows its mean (relative standard deviation of a step about 0.1 %). */
    static final double BELOW = BirthDeathStep.MEAN_FROM;

    /** Most steps that are drawn as one. */
    static final int MOST_STEPS = 8;

    /** Arrived clones from which their cells are normal in sum (skewness below 0.1). */
    private static final double NORMAL_FROM = 1000;

    private final double[] drawn;
    private final int[] behind;
    private final double[] clones;
    private final double[] mean;
    private final double[] variance;
    private double arrivedClones;

    /** Room for so many populations. */
    DeferredClones(int populations) {
        drawn = new double[populations];
        behind = new int[populations];
        clones = new double[populations];
        mean = new double[populations];
        variance = new double[populations];
    }

    /** Forgets a range of populations. */
    void clear(int from, int to) {
        Arrays.fill(behind, from, to, 0);
    }

    /** Number of steps by which a population is behind. */
    int behind(int population) {
        return behind[population];
    }

    /**
     * Puts off one step.
     *
     * @param population the population
     * @param cells its cells at the beginning of the step, expected ones if it is behind already
     * @param step the step
     * @return expected cells at its end
     */
    double putOff(int population, double cells, BirthDeathStep step) {
        double growth = step.growthFactor();
        if (behind[population] == 0) {
            drawn[population] = Math.rint(cells);
            clones[population] = 0;
            mean[population] = 0;
            variance[population] = 0;
        } else if (clones[population] > 0) {
            double survival = step.survivalProbability();
            double perClone = mean[population] / clones[population] * survival;
            clones[population] *= perClone / (perClone + 1 - survival);
            variance[population] = growth * growth * variance[population] + step.varianceFactor() * mean[population];
            mean[population] *= growth;
        }
        behind[population]++;
        return cells * growth;
    }

    /**
     * Notes cells that arrived during the last step, as they are at its end.
     *
     * @param population where they arrived; it is behind
     * @param living expected number of living clones
     * @param cells expected number of cells
     * @param cellVariance variance of the number of cells
     */
    void arrive(int population, double living, double cells, double cellVariance) {
        clones[population] += Math.min(living, cells);
        mean[population] += cells;
        variance[population] += cellVariance;
    }

    /** Number of clones of equal geometric law, of whose cells mean and variance are given. */
    static double clonesFromMoments(double mean, double variance) {
        return 2 * mean * mean / (mean + Math.max(mean, variance));
    }

    /**
     * Draws all steps that were put off.
     *
     * @param population the population
     * @param steps one step as long as all of them
     * @param random source of randomness
     * @return cells at the end
     */
    double draw(int population, BirthDeathStep steps, UniformRandomProvider random) {
        double cells = steps.sample(drawn[population], random);
        behind[population] = 0;
        if (clones[population] >= NORMAL_FROM) {
            arrivedClones = clones[population];
            double deviation = StrictFunctions.sqrt(variance[population]) * Normal.draw(random);
            return cells + Math.max(0, Math.rint(mean[population] + deviation));
        }
        arrivedClones = clones[population] > 0 ? Poisson.draw(clones[population], random) : 0;
        if (arrivedClones == 0) {
            return cells;
        }
        double perClone = mean[population] / clones[population];
        double excess = Math.max(0, perClone - 1) * arrivedClones;
        double spread = Math.max(0, variance[population] / clones[population] - perClone * perClone) * arrivedClones;
        return cells + arrivedClones + MutantInflux.sampleByMoments(excess, spread, random);
    }

    /** Number of living clones among what arrived before the last draw. */
    double arrivedClones() {
        return arrivedClones;
    }
}
