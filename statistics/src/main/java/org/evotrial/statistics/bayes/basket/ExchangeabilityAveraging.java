package org.evotrial.statistics.bayes.basket;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BetaBinomial;

/**
 * Multisource exchangeability models (MEM): Bayesian model averaging over which other baskets share a basket's response rate,
 * with a prior probability per pair. Per reference basket Kaizer, Koopmeiners and Hobbs 2018, doi:10.1093/biostatistics/kxx031;
 * over symmetric matrices Hobbs and Landin 2018, doi:10.1002/sim.7893.
 *
 * <p>If the set {@code S} of baskets is exchangeable with basket {@code j} (which is one of {@code S}), {@code p_j ~ Beta(a + sum
 * of x, b + sum of n - x)} over {@code S}, and the marginal likelihood is {@code m_j(S) = B_S times the product of B_i over i
 * outside S}, where {@code B_S = B(a + x_S, b + n_S - x_S) / B(a, b)}. One object per thread: it holds a workspace.
 */
public final class ExchangeabilityAveraging implements BasketAnalysis {
    private static final int MOST_BASKETS = 12;
    private static final int MOST_SYMMETRIC = 6;
    private static final double SYMMETRY = 1e-12;

    private final BasketTrial trial;
    private final BetaBinomial prior;
    private final double[][] pairs;
    private final boolean symmetric;
    private final BetaBinomial[] groups;
    private final double[] pooled;
    private final double[] apart;
    private final double[][] shares;
    private final int[] rows;

    private ExchangeabilityAveraging(BasketTrial trial, BetaBinomial prior, double[][] pairs, boolean symmetric) {
        this.trial = trial;
        this.prior = prior;
        this.pairs = pairs;
        this.symmetric = symmetric;
        int sets = 1 << trial.baskets();
        groups = new BetaBinomial[sets];
        Arrays.fill(groups, prior);
        pooled = new double[sets];
        apart = new double[sets];
        shares = new double[trial.baskets()][sets];
        rows = new int[trial.baskets()];
    }

    /**
     * Every basket in turn is the reference, with {@code 2^(k - 1)} sets: the weight of {@code S} is {@code m_j(S)} times the
     * prior probabilities of the pairs {@code (j, i)}. Whether the other baskets are exchangeable among themselves plays no
     * part, so that for three or more baskets the posterior probability of a pair depends on which of the two is the reference.
     *
     * @param trial sizes and thresholds, 1 to 12 baskets
     * @param prior prior of every response rate
     * @param exchangeable symmetric matrix of prior probabilities, each in [0, 1]; the diagonal is ignored
     * @return analysis
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static ExchangeabilityAveraging perReference(
            BasketTrial trial, BetaBinomial prior, double[][] exchangeable) {
        Admissible.inRange("number of baskets", trial.baskets(), 1, MOST_BASKETS);
        return new ExchangeabilityAveraging(trial, prior, requireSymmetric(exchangeable, trial.baskets()), false);
    }

    /**
     * All {@code 2^(k (k - 1) / 2)} symmetric matrices of pairs: the weight of a matrix is the product of {@code m_j} over its
     * rows {@code j} and of the prior probabilities of its pairs. As defined in the article every row has all data, which
     * therefore count {@code k} times: the probabilities of pairs are nearer to 0 and 1 than per reference basket.
     *
     * @param trial sizes and thresholds, 1 to 6 baskets
     * @param prior prior of every response rate
     * @param exchangeable symmetric matrix of prior probabilities, each in [0, 1]; the diagonal is ignored
     * @return analysis
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static ExchangeabilityAveraging symmetric(BasketTrial trial, BetaBinomial prior, double[][] exchangeable) {
        Admissible.inRange("number of baskets", trial.baskets(), 1, MOST_SYMMETRIC);
        return new ExchangeabilityAveraging(trial, prior, requireSymmetric(exchangeable, trial.baskets()), true);
    }

    /**
     * The same prior probability for all pairs.
     *
     * @param baskets number of baskets, positive
     * @param probability of a pair to be exchangeable, in [0, 1]; the usual choice is 1/2
     * @return matrix with 1 in the diagonal
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static double[][] equalPairs(int baskets, double probability) {
        Admissible.inRange("number of baskets", baskets, 1, MOST_BASKETS);
        Admissible.probability("probability", probability);
        double[][] matrix = new double[baskets][baskets];
        for (int i = 0; i < baskets; i++) {
            Arrays.fill(matrix[i], probability);
            matrix[i][i] = 1;
        }
        return matrix;
    }

    private static double[][] requireSymmetric(double[][] matrix, int baskets) {
        Admissible.inRange("number of rows of the matrix", matrix.length, baskets, baskets);
        double[][] copy = new double[baskets][];
        for (int i = 0; i < baskets; i++) {
            Admissible.inRange("number of columns of the matrix", matrix[i].length, baskets, baskets);
            copy[i] = matrix[i].clone();
            for (int j = 0; j < i; j++) {
                Admissible.probability("prior probability of exchangeability", matrix[i][j]);
                if (!(Math.abs(matrix[i][j] - matrix[j][i]) <= SYMMETRY)) {
                    throw new IllegalArgumentException(String.format(
                            "The prior probability of exchangeability (%s) must be the same in both directions (%s).",
                            matrix[i][j], matrix[j][i]));
                }
            }
        }
        return copy;
    }

    @Override
    public BasketTrial trial() {
        return trial;
    }

    @Override
    public boolean interchangeable(int first, int second) {
        boolean alike = trial.patients(first) == trial.patients(second);
        for (int i = 0; i < trial.baskets(); i++) {
            alike &= i == first || i == second || pairs[first][i] == pairs[second][i];
        }
        return alike;
    }

    @Override
    public void analyse(int[] responses, BasketPosterior posterior) {
        weigh(responses);
        for (int j = 0; j < responses.length; j++) {
            double mean = 0;
            double square = 0;
            for (int set = 1; set < groups.length; set++) {
                double share = shares[j][set];
                double expected = groups[set].mean();
                mean += share * expected;
                square += share * (groups[set].variance() + expected * expected);
            }
            posterior.moments(j, mean, square - mean * mean);
        }
        for (int t = 0; t < trial.thresholds(); t++) {
            tails(t, posterior);
        }
    }

    private void tails(int threshold, BasketPosterior posterior) {
        double[] above = new double[shares.length];
        for (int set = 1; set < groups.length; set++) {
            double tail = groups[set].probabilityAbove(trial.threshold(threshold));
            for (int j = 0; j < above.length; j++) {
                above[j] += shares[j][set] * tail;
            }
        }
        for (int j = 0; j < above.length; j++) {
            posterior.probabilityAbove(j, threshold, above[j]);
        }
    }

    /**
     * Posterior probabilities of exchangeability.
     *
     * @param responses number of responses per basket
     * @return {@code [j][i]}: that basket {@code i} is exchangeable with the reference {@code j}; 1 in the diagonal
     * @throws IllegalArgumentException if the responses do not fit the trial
     */
    public double[][] exchangeability(int... responses) {
        weigh(responses);
        double[][] matrix = new double[responses.length][responses.length];
        for (int j = 0; j < responses.length; j++) {
            for (int set = 1; set < groups.length; set++) {
                for (int i = 0; i < responses.length; i++) {
                    matrix[j][i] += (set >> i & 1) == 1 ? shares[j][set] : 0;
                }
            }
            matrix[j][j] = 1;
        }
        return matrix;
    }

    /**
     * Effective sample sizes: the expectation of {@code a + b + n_S} over the sets. Not that of moments, which is smaller where
     * the sets disagree.
     *
     * @param responses number of responses per basket
     * @return patients per basket, including the {@code a + b} of the prior
     * @throws IllegalArgumentException if the responses do not fit the trial
     */
    public double[] effectiveSampleSize(int... responses) {
        weigh(responses);
        double[] sizes = new double[responses.length];
        for (int j = 0; j < sizes.length; j++) {
            for (int set = 1; set < groups.length; set++) {
                sizes[j] += shares[j][set] * (groups[set].alpha() + groups[set].beta());
            }
        }
        return sizes;
    }

    /** Fills the posterior probabilities of the sets of every basket. */
    private void weigh(int[] responses) {
        trial.requireResponses(responses);
        for (int set = 1; set < groups.length; set++) {
            int successes = 0;
            int failures = 0;
            apart[set] = 0;
            for (int j = 0; j < responses.length; j++) {
                if ((set >> j & 1) == 1) {
                    successes += responses[j];
                    failures += trial.patients(j) - responses[j];
                    apart[set] += pooled[1 << j];
                }
            }
            groups[set] = prior.updated(successes, failures);
            pooled[set] = prior.logMarginalLikelihood(successes, failures);
            // A single basket's own value is known only now.
            apart[set] = Integer.bitCount(set) == 1 ? pooled[set] : apart[set];
        }
        for (double[] row : shares) {
            Arrays.fill(row, 0);
        }
        if (symmetric) {
            weighMatrices();
        } else {
            weighSets();
        }
    }

    /** Logarithm of {@code m_j(S)} without the factor of all baskets apart, which all sets have. */
    private double logMarginal(int set) {
        return pooled[set] - apart[set];
    }

    private static double logPrior(double probability, boolean exchangeable) {
        return exchangeable ? StrictMath.log(probability) : StrictMath.log1p(-probability);
    }

    private void weighSets() {
        for (int j = 0; j < shares.length; j++) {
            double[] row = shares[j];
            for (int set = 1; set < row.length; set++) {
                row[set] = Double.NEGATIVE_INFINITY;
                if ((set >> j & 1) == 1) {
                    row[set] = logMarginal(set);
                    for (int i = 0; i < shares.length; i++) {
                        row[set] += i == j ? 0 : logPrior(pairs[j][i], (set >> i & 1) == 1);
                    }
                }
            }
            row[0] = Double.NEGATIVE_INFINITY;
            normalise(row);
        }
    }

    private void weighMatrices() {
        int baskets = shares.length;
        double[] weights = new double[1 << baskets * (baskets - 1) / 2];
        for (int matrix = 0; matrix < weights.length; matrix++) {
            weights[matrix] = fillRows(matrix);
            for (int set : rows) {
                weights[matrix] += logMarginal(set);
            }
        }
        normalise(weights);
        for (int matrix = 0; matrix < weights.length; matrix++) {
            if (weights[matrix] > 0) {
                fillRows(matrix);
                for (int j = 0; j < baskets; j++) {
                    shares[j][rows[j]] += weights[matrix];
                }
            }
        }
    }

    /** Spells out a matrix whose pairs are bits; returns the logarithm of its prior. */
    private double fillRows(int matrix) {
        double log = 0;
        int bits = matrix;
        for (int j = 0; j < rows.length; j++) {
            rows[j] = 1 << j;
            for (int i = 0; i < j; i++) {
                boolean exchangeable = (bits & 1) == 1;
                log += logPrior(pairs[j][i], exchangeable);
                rows[j] |= exchangeable ? 1 << i : 0;
                rows[i] |= exchangeable ? 1 << j : 0;
                bits >>= 1;
            }
        }
        return log;
    }

    private static void normalise(double[] logs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.exp(logs[i] - largest);
            sum += logs[i];
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] /= sum;
        }
    }
}
