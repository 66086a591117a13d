package org.evotrial.patient.birthdeath;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Binomial;
import org.evotrial.patient.sampling.Gamma;
import org.evotrial.patient.sampling.Poisson;
import org.evotrial.spi.StrictFunctions;

/**
 * Draws families whose survival probabilities and first two moments are known.
 *
 * <p>Of n cells of state i, S ~ Binomial(n, p_i) families survive. Each has one certain cell, of state j with probability theta_j,
 * and further cells Y_j ~ Poisson(lambda_j G + H_j): a gamma variate G that the states share and one, H_j, of each. Their parameters
 * give every N_j its mean and variance conditional on survival, and the family's size its variance, exactly, wherever gamma
 * variates can (not where the states' numbers are more negatively correlated than the certain cell makes them). Sums over
 * families have the same form, and a single state gives the geometric law of the birth-death process.
 *
 * <p>theta_j is in proportion to E[N_j]^2/E[N_j^2], the lower bound of the probability that state j is present, within the
 * limits that leave Y_j a mean and an overdispersion.
 */
final class FamilySampler {
    private static final double MEAN_FROM = BirthDeathStep.MEAN_FROM;
    private static final int FITTING_ROUNDS = 40;

    private final double[] certain;
    private final double[] further;
    private final double[] overdispersion;
    private final double[] sharedLoad;
    private final double[] sharedVariance;
    private final boolean[] splitKnown;
    private final double[] least;
    private final double[] greatest;
    private final double[] presence;
    private final double[] drawn;
    private double[] survival = {};
    private double[] mean = {};
    private final FamilyMoments moments;
    private int m;

    /** Workspace for so many states, on moments that the caller computes. */
    FamilySampler(int mostStates, FamilyMoments moments) {
        this.moments = moments;
        int square = mostStates * mostStates;
        certain = new double[square];
        further = new double[square];
        overdispersion = new double[square];
        sharedLoad = new double[square];
        sharedVariance = new double[mostStates];
        splitKnown = new boolean[mostStates];
        least = new double[mostStates];
        greatest = new double[mostStates];
        presence = new double[mostStates];
        drawn = new double[mostStates];
    }

    /** Takes new probabilities and means. */
    void set(int states, double[] survivalProbabilities, double[] means) {
        m = states;
        survival = survivalProbabilities;
        mean = means;
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
        double shared = gamma(survivors, survivors * sharedVariance[i], random);
        double families = survivors;
        double probabilityLeft = 1;
        for (int j = 0; j < m; j++) {
            int e = i * m + j;
            double first = families;
            if (j < m - 1) {
                first = families > 0 ? Binomial.draw(families, ratio(certain[e], probabilityLeft), random) : 0;
                families -= first;
                probabilityLeft -= certain[e];
            }
            drawn[j] += first;
            if (further[e] > 0) {
                double own = gamma(survivors * (further[e] - sharedLoad[e]), survivors * overdispersion[e], random);
                drawn[j] += Poisson.draw(sharedLoad[e] * shared + own, random);
            }
        }
    }

    /** A gamma variate of the given mean and variance, without a draw where either is negligible. */
    private static double gamma(double mean, double variance, UniformRandomProvider random) {
        if (!(mean > 0) || !(variance > 1e-12 * mean * mean)) {
            return Math.max(0, mean);
        }
        return Gamma.draw(mean * mean / variance, random) * (variance / mean);
    }

    private static double ratio(double part, double whole) {
        return part <= 0 ? 0 : part >= whole ? 1 : part / whole;
    }

    private void prepareSplit(int i) {
        splitKnown[i] = true;
        double p = survival[i];
        for (int j = 0; j < m; j++) {
            double one = mean[i * m + j] / p;
            double square = (moments.factorial(i, j, j) + mean[i * m + j]) / p;
            presence[j] = one > 0 ? one * one / square : 0;
            greatest[j] = Math.min(1, one);
            least[j] = Math.min(greatest[j], StrictFunctions.sqrt(Math.max(0, one - (square - one * one))));
            further[i * m + j] = one;
            overdispersion[i * m + j] = square - one * one - one;
        }
        fitCertain(i);
        double roots = 0;
        double squares = 0;
        double steepest = 0;
        for (int e = i * m; e < (i + 1) * m; e++) {
            double theta = certain[e];
            double rest = Math.max(0, further[e] - theta);
            further[e] = rest;
            overdispersion[e] = rest > 0 ? Math.max(0, overdispersion[e] + theta * theta) : 0;
            roots += StrictFunctions.sqrt(overdispersion[e]);
            squares += overdispersion[e];
            steepest = rest > 0 ? Math.max(steepest, overdispersion[e] / (rest * rest)) : steepest;
        }
        double pairs = roots * roots - squares;
        double correlation = pairs > 0 ? Math.max(0, Math.min(1, covariances(i) / pairs)) : 1;
        sharedVariance[i] = steepest;
        for (int e = i * m; e < (i + 1) * m; e++) {
            double common = correlation * overdispersion[e];
            sharedLoad[e] = steepest > 0 ? Math.min(further[e], StrictFunctions.sqrt(common / steepest)) : 0;
            overdispersion[e] -= common;
        }
    }

    /** Sum over j != k of the covariance of Y_j and Y_k. */
    private double covariances(int i) {
        double p = survival[i];
        double sum = 0;
        for (int j = 0; j < m; j++) {
            for (int k = 0; k < m; k++) {
                if (j != k) {
                    sum += moments.factorial(i, j, k) / p
                            - mean[i * m + j] / p * (mean[i * m + k] / p)
                            + certain[i * m + j] * certain[i * m + k];
                }
            }
        }
        return sum;
    }

    /** The multiple of the presences, each within its limits, that sums to one: the sum grows with the factor. */
    private void fitCertain(int i) {
        double low = 0;
        double high = 1;
        while (sumOfCertain(i, high) < 1 - 1e-12 && high < 1e12) {
            high *= 8;
        }
        for (int round = 0; round < FITTING_ROUNDS; round++) {
            double factor = 0.5 * (low + high);
            if (sumOfCertain(i, factor) < 1) {
                low = factor;
            } else {
                high = factor;
            }
        }
        double sum = sumOfCertain(i, high);
        for (int e = i * m; e < (i + 1) * m; e++) {
            certain[e] /= sum;
        }
    }

    private double sumOfCertain(int i, double factor) {
        double sum = 0;
        for (int j = 0; j < m; j++) {
            certain[i * m + j] = Math.max(least[j], Math.min(greatest[j], factor * presence[j]));
            sum += certain[i * m + j];
        }
        return sum;
    }
}
