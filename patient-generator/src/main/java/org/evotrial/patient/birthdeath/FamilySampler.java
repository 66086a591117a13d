package org.evotrial.patient.birthdeath;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.BetaBinomial;
import org.evotrial.patient.sampling.Binomial;

/**
 * Draws families whose survival probabilities and first two moments are known.
 *
 * <p>Of n cells of state i, S ~ Binomial(n, p_i) families survive. Their cells are S + Y with Y negative binomial, of exact
 * conditional mean and variance. Each surviving family has one certain cell, of state j with probability theta_j, and a
 * share beta_j of Y on average; beta_j is the regression of N_j on the family's size, and theta_j = E[N_j] - beta_j E[Y]
 * makes the means exact. Y is split by beta-binomial draws, one state after the other, whose correlations make the variance
 * of every N_j exact as far as possible.
 */
final class FamilySampler {
    private static final double MEAN_FROM = BirthDeathStep.MEAN_FROM;

    private final double[] certain;
    private final double[] share;
    private final double[] variance;
    private final double[] excessMean;
    private final double[] excessVariance;
    private final int[] largest;
    private final boolean[] splitKnown;
    private final double[] drawn;
    private double[] survival = {};
    private double[] mean = {};
    private double[] familySize = {};
    private final FamilyMoments moments;
    private int m;

    /** Workspace for so many states, on moments that the caller computes. */
    FamilySampler(int mostStates, FamilyMoments moments) {
        this.moments = moments;
        certain = new double[mostStates * mostStates];
        share = new double[mostStates * mostStates];
        variance = new double[mostStates * mostStates];
        excessMean = new double[mostStates];
        excessVariance = new double[mostStates];
        largest = new int[mostStates];
        splitKnown = new boolean[mostStates];
        drawn = new double[mostStates];
    }

    /** Takes new probabilities and moments. */
    void set(int states, double[] survivalProbabilities, double[] means, double[] familySizes) {
        m = states;
        survival = survivalProbabilities;
        mean = means;
        familySize = familySizes;
        for (int i = 0; i < m; i++) {
            splitKnown[i] = false;
        }
    }

    /** Replaces cells by those at the end of the step. */
    void sample(double[] cells, int at, UniformRandomProvider random) {
        for (int j = 0; j < m; j++) {
            drawn[j] = 0;
        }
        for (int i = 0; i < m; i++) {
            double founders = cells[at + i];
            if (founders * survival[i] >= MEAN_FROM) {
                addLarge(i, founders, random);
            } else if (founders > 0 && survival[i] > 0) {
                double survivors = Binomial.draw(Math.rint(founders), survival[i], random);
                if (survivors > 0) {
                    addFamilies(i, survivors, random);
                }
            }
        }
        System.arraycopy(drawn, 0, cells, at, m);
    }

    private void addLarge(int i, double founders, UniformRandomProvider random) {
        for (int j = 0; j < m; j++) {
            double one = mean[i * m + j];
            double all = founders * one;
            if (all >= MEAN_FROM) {
                drawn[j] += all;
            } else if (all > 0) {
                double spread = founders * (moments.factorial(i, j, j) + one - one * one);
                drawn[j] += MutantInflux.sampleByMoments(all, spread, random);
            }
        }
    }

    private void addFamilies(int i, double survivors, UniformRandomProvider random) {
        if (!splitKnown[i]) {
            prepareSplit(i);
        }
        double expectedRest = survivors * excessMean[i];
        double spread = Math.max(survivors * excessVariance[i], expectedRest);
        double families = survivors;
        double rest = expectedRest > 0 ? MutantInflux.sampleByMoments(expectedRest, spread, random) : 0;
        double certainLeft = 1;
        double shareLeft = 1;
        for (int j = 0; j < m; j++) {
            double theta = certain[i * m + j];
            double beta = share[i * m + j];
            if (j == largest[i] || theta == 0 && beta == 0) {
                continue;
            }
            double first = Binomial.draw(families, ratio(theta, certainLeft), random);
            double fraction = ratio(beta, shareLeft);
            double within = fraction * (1 - fraction);
            double pairs = Math.max(0, spread + expectedRest * (expectedRest - 1));
            double wanted = survivors * (variance[i * m + j] - theta * (1 - theta)) - fraction * fraction * spread;
            double correlation = within * pairs > 0 ? (wanted / within - expectedRest) / pairs : 0;
            correlation = Math.max(0, Math.min(1, correlation));
            double more = BetaBinomial.draw(rest, fraction, correlation, random);
            drawn[j] += first + more;
            families -= first;
            rest -= more;
            spread = (1 - fraction) * (1 - fraction) * spread + within * (expectedRest + correlation * pairs);
            expectedRest *= 1 - fraction;
            certainLeft -= theta;
            shareLeft -= beta;
        }
        drawn[largest[i]] += families + rest;
    }

    private static double ratio(double part, double whole) {
        return part <= 0 ? 0 : part >= whole ? 1 : part / whole;
    }

    private void prepareSplit(int i) {
        splitKnown[i] = true;
        double p = survival[i];
        double size = Math.max(1, familySize[i] / p);
        excessMean[i] = size - 1;
        double all = 0;
        int most = 0;
        for (int j = 0; j < m; j++) {
            double withAll = 0;
            for (int k = 0; k < m; k++) {
                withAll += moments.factorial(i, j, k);
            }
            int e = i * m + j;
            double one = mean[e] / p;
            share[e] = (withAll + mean[e]) / p - one * size;
            variance[e] = Math.max(0, (moments.factorial(i, j, j) + mean[e]) / p - one * one);
            certain[e] = one;
            all += share[e];
            most = one > certain[i * m + most] ? j : most;
        }
        largest[i] = most;
        excessVariance[i] = Math.max(0, all);
        boundShares(i, size);
    }

    /** The nearest shares that leave every family's certain cell a probability in [0, 1] of each state. */
    private void boundShares(int i, double size) {
        double excess = excessMean[i];
        double sum = 0;
        double below = 0;
        double above = 0;
        for (int e = i * m; e < (i + 1) * m; e++) {
            double least = least(certain[e], excess);
            double greatest = greatest(certain[e], excess);
            double wanted = excessVariance[i] > 0 ? share[e] / excessVariance[i] : certain[e] / size;
            share[e] = Math.max(least, Math.min(greatest, wanted));
            sum += share[e];
            below += share[e] - least;
            above += greatest - share[e];
        }
        double missing = 1 - sum;
        for (int e = i * m; e < (i + 1) * m; e++) {
            if (missing > 0 && above > 0) {
                share[e] += missing * (greatest(certain[e], excess) - share[e]) / above;
            } else if (missing < 0 && below > 0) {
                share[e] += missing * (share[e] - least(certain[e], excess)) / below;
            }
            certain[e] = Math.max(0, certain[e] - share[e] * excess);
        }
    }

    private static double least(double cells, double excess) {
        return cells <= 1 ? 0 : excess > 0 ? Math.min(1, (cells - 1) / excess) : 0;
    }

    private static double greatest(double cells, double excess) {
        return cells >= excess ? 1 : cells / excess;
    }
}
