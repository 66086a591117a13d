package org.evotrial.statistics.bayes.basket;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BetaBinomial;

/**
 * Bayesian model averaging over all partitions of the baskets into groups with a common response rate, Psioda et al. 2021,
 * doi:10.1093/biostatistics/kxz014: the prior of a partition is proportional to {@code exp(number of groups *
 * groupsExponent)}. Up to 10 baskets, which have 115,975 partitions. Thread-safe.
 */
public final class PartitionAveraging implements BasketAnalysis {
    private static final int MOST_BASKETS = 10;

    private final BasketTrial trial;
    private final BetaBinomial prior;
    private final double groupsExponent;
    private final List<int[]> partitions = new ArrayList<>();

    private PartitionAveraging(BasketTrial trial, BetaBinomial prior, double groupsExponent) {
        this.trial = trial;
        this.prior = prior;
        this.groupsExponent = groupsExponent;
        extend(new int[trial.baskets()], 0, 0);
    }

    /**
     * An analysis.
     *
     * @param trial sizes and thresholds, 1 to 10 baskets
     * @param prior prior of the response rate of every group
     * @param groupsExponent 0 for equally probable partitions; negative favours few groups
     * @return analysis
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static PartitionAveraging of(BasketTrial trial, BetaBinomial prior, double groupsExponent) {
        Admissible.inRange("number of baskets", trial.baskets(), 1, MOST_BASKETS);
        return new PartitionAveraging(trial, prior, Admissible.finite("groupsExponent", groupsExponent));
    }

    private void extend(int[] group, int basket, int groups) {
        if (basket == group.length) {
            partitions.add(group.clone());
            return;
        }
        for (int g = 0; g <= groups; g++) {
            group[basket] = g;
            extend(group, basket + 1, Math.max(groups, g + 1));
        }
    }

    /**
     * Number of models.
     *
     * @return number of partitions, a Bell number
     */
    public int models() {
        return partitions.size();
    }

    @Override
    public BasketTrial trial() {
        return trial;
    }

    @Override
    public boolean interchangeable(int first, int second) {
        return trial.patients(first) == trial.patients(second);
    }

    @Override
    public void analyse(int[] responses, BasketPosterior posterior) {
        trial.requireResponses(responses);
        int subsets = 1 << responses.length;
        double[] log = new double[subsets];
        BetaBinomial[] groups = new BetaBinomial[subsets];
        for (int s = 1; s < subsets; s++) {
            int successes = 0;
            int failures = 0;
            for (int j = 0; j < responses.length; j++) {
                boolean member = (s >> j & 1) == 1;
                successes += member ? responses[j] : 0;
                failures += member ? trial.patients(j) - responses[j] : 0;
            }
            log[s] = groupsExponent + prior.logMarginalLikelihood(successes, failures);
            groups[s] = prior.updated(successes, failures);
        }
        summarise(shares(log), groups, posterior);
    }

    /** Posterior probability of every subset of baskets to be a group. */
    private double[] shares(double[] log) {
        double[] weight = new double[partitions.size()];
        double largest = Double.NEGATIVE_INFINITY;
        for (int m = 0; m < weight.length; m++) {
            for (int subset : subsets(partitions.get(m))) {
                weight[m] += subset == 0 ? 0 : log[subset];
            }
            largest = Math.max(largest, weight[m]);
        }
        double total = 0;
        for (int m = 0; m < weight.length; m++) {
            weight[m] = StrictMath.exp(weight[m] - largest);
            total += weight[m];
        }
        double[] shares = new double[log.length];
        for (int m = 0; m < weight.length; m++) {
            for (int subset : subsets(partitions.get(m))) {
                shares[subset] += weight[m] / total;
            }
        }
        return shares;
    }

    private static int[] subsets(int[] group) {
        int[] subsets = new int[group.length];
        for (int j = 0; j < group.length; j++) {
            subsets[group[j]] |= 1 << j;
        }
        return subsets;
    }

    private void summarise(double[] shares, BetaBinomial[] groups, BasketPosterior posterior) {
        for (int j = 0; j < trial.baskets(); j++) {
            double mean = 0;
            double square = 0;
            double[] above = new double[trial.thresholds()];
            for (int s = 1; s < shares.length; s++) {
                if ((s >> j & 1) == 1 && shares[s] > 0) {
                    BetaBinomial group = groups[s];
                    mean += shares[s] * group.mean();
                    square += shares[s] * (group.variance() + group.mean() * group.mean());
                    for (int t = 0; t < above.length; t++) {
                        above[t] += shares[s] * group.probabilityAbove(trial.threshold(t));
                    }
                }
            }
            posterior.moments(j, mean, square - mean * mean);
            for (int t = 0; t < above.length; t++) {
                posterior.probabilityAbove(j, t, above[t]);
            }
        }
    }
}
