package org.evotrial.patient.birthdeath;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Binomial;
import org.evotrial.patient.sampling.Gamma;
import org.evotrial.patient.sampling.Geometric;
import org.evotrial.patient.sampling.Poisson;
import org.evotrial.spi.StrictFunctions;

/**
 * Draws families whose survival probabilities and first two moments are known.
 *
 * <p>Of n cells of state i, S ~ Binomial(n, p_i) families survive. Each has one certain cell, whose state is drawn, and cells Y_j ~
 * Poisson(lambda_j G + H_j) of state j: a gamma variate G that the states of a family share and one, H_j, of each. Their parameters
 * ({@link FamilySplit}) give every N_j its exact mean and variance conditional on survival, and the size of a family its variance
 * wherever gamma variates can. Sums over families have the same form, and a single state gives the geometric law of
 * the birth-death process.
 *
 * <p>Where hundreds of families survive, the numbers of all states are negative binomial with the exact means and covariances,
 * and the probability of survival is not needed.
 */
final class FamilySampler {
    private static final double MEAN_FROM = BirthDeathStep.MEAN_FROM;
    private static final double MANY = BirthDeathStep.NORMAL_FROM;

    private final FamilySplit[] splits;
    private final boolean[] splitKnown;
    private final double[] drawn;
    private final double[] leastSurvival;
    private final double[] factor;
    private final double[] deviate;
    private double[] survival = {};
    private double[] mean = {};
    private final FamilyMoments moments;
    private int m;

    /** Workspace for so many states, on moments that the caller computes. */
    FamilySampler(int mostStates, FamilyMoments moments) {
        this.moments = moments;
        splits = new FamilySplit[mostStates];
        Arrays.setAll(splits, i -> new FamilySplit(mostStates));
        splitKnown = new boolean[mostStates];
        drawn = new double[mostStates];
        leastSurvival = new double[mostStates];
        factor = new double[mostStates * mostStates];
        deviate = new double[mostStates];
    }

    /** Takes new means and moments. */
    void set(int states, double[] means) {
        m = states;
        mean = means;
        for (int i = 0; i < m; i++) {
            splitKnown[i] = false;
            leastSurvival[i] = leastSurvival(i);
        }
    }

    /** P(N > 0) is at least E[N]^2 / E[N^2]. */
    private double leastSurvival(int i) {
        double first = 0;
        double second = 0;
        for (int j = 0; j < m; j++) {
            first += mean[i * m + j];
            for (int k = 0; k < m; k++) {
                second += moments.factorial(i, j, k);
            }
        }
        return first > 0 ? first * first / (second + first) : 0;
    }

    /** Whether so few families survive that {@link #sample} needs to know with what probability. */
    boolean needsSurvival(double[] cells, int at) {
        for (int i = 0; i < m; i++) {
            if (cells[at + i] > 0 && cells[at + i] * leastSurvival[i] < MANY) {
                return true;
            }
        }
        return false;
    }

    /** Takes the probabilities that a family survives. */
    void setSurvival(double[] survivalProbabilities) {
        survival = survivalProbabilities;
    }

    /** Replaces cells by those at the end of the step. */
    void sample(double[] cells, int at, UniformRandomProvider random) {
        for (int j = 0; j < m; j++) {
            drawn[j] = 0;
        }
        for (int i = 0; i < m; i++) {
            double founders = cells[at + i];
            if (founders * leastSurvival[i] >= MEAN_FROM) {
                addLarge(i, founders, random);
            } else if (founders * leastSurvival[i] >= MANY) {
                addMany(i, founders, random);
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
                drawn[j] += clonesByMoments(all, spread, random);
            }
        }
    }

    /** State by state, each given those before by linear regression: the Cholesky factor of the covariances. */
    private void addMany(int i, double founders, UniformRandomProvider random) {
        for (int j = 0; j < m; j++) {
            double conditional = founders * mean[i * m + j];
            double variance = founders * covariance(i, j, j);
            for (int k = 0; k < j; k++) {
                double sum = founders * covariance(i, j, k);
                for (int l = 0; l < k; l++) {
                    sum -= factor[j * m + l] * factor[k * m + l];
                }
                double loading = factor[k * m + k] > 0 ? sum / factor[k * m + k] : 0;
                factor[j * m + k] = loading;
                conditional += loading * deviate[k];
                variance -= loading * loading;
            }
            double left = Math.max(0, variance);
            double number = numberByMoments(Math.max(0, conditional), left, random);
            factor[j * m + j] = StrictFunctions.sqrt(left);
            deviate[j] = left > 0 ? (number - conditional) / factor[j * m + j] : 0;
            drawn[j] += number;
        }
    }

    /** Binomial where the variance is smaller than the mean, otherwise negative binomial. */
    private static double numberByMoments(double expected, double variance, UniformRandomProvider random) {
        if (variance >= expected) {
            return MutantInflux.sampleByMoments(expected, variance, random);
        }
        double trials = Math.max(1, Math.rint(expected * expected / (expected - variance)));
        return Binomial.draw(trials, Math.min(1, expected / trials), random);
    }

    private double covariance(int i, int j, int k) {
        double one = mean[i * m + j];
        double other = mean[i * m + k];
        return moments.factorial(i, j, k) + (j == k ? one : 0) - one * other;
    }

    /** Rare clones of geometric size: their number is Poisson; many of them are one negative binomial number. */
    private static double clonesByMoments(double expected, double spread, UniformRandomProvider random) {
        double clones = 2 * expected * expected / (expected + Math.max(expected, spread));
        if (clones >= BirthDeathStep.NORMAL_FROM) {
            return MutantInflux.sampleByMoments(expected, spread, random);
        }
        double living = Poisson.draw(clones, random);
        return Geometric.drawSum(living, Math.max(0, expected / clones - 1), random);
    }

    private void addFamilies(int i, double survivors, UniformRandomProvider random) {
        FamilySplit split = splits[i];
        if (!splitKnown[i]) {
            splitKnown[i] = true;
            split.fit(m, i, survival[i], mean, moments);
        }
        double spread = split.sharedVariance() / survivors;
        double shared = gamma(1, spread, random);
        double families = survivors;
        double probabilityLeft = 1;
        for (int j = 0; j < m; j++) {
            double certain = split.certain(j);
            double present = families > 0 ? Binomial.draw(families, ratio(certain, probabilityLeft), random) : 0;
            families -= present;
            probabilityLeft -= certain;
            if (split.extra(j) > 0) {
                present += Binomial.draw(survivors - present, split.extra(j), random);
            }
            drawn[j] += present;
            double bearing = split.clones() ? present : survivors;
            if (bearing > 0 && split.further(j) > 0) {
                double load = bearing * split.load(j);
                double rest = bearing * split.further(j) - load;
                double variance = bearing * split.overdispersion(j) - load * load * spread;
                drawn[j] += Poisson.draw(load * shared + gamma(rest, variance, random), random);
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
        return part <= 0 ? 0 : part >= whole * (1 - 1e-12) ? 1 : part / whole;
    }
}
