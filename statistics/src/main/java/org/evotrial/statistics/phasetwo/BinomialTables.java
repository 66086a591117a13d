package org.evotrial.statistics.phasetwo;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Probabilities and upper tails of {@code Binomial(n, p)} for all {@code n} up to a maximum. */
final class BinomialTables {
    private final double[][] probability;
    private final double[][] tail;

    BinomialTables(int most, double p) {
        probability = new double[most + 1][];
        tail = new double[most + 1][];
        for (int n = 0; n <= most; n++) {
            BinomialDistribution distribution = BinomialDistribution.of(n, p);
            probability[n] = new double[n + 1];
            tail[n] = new double[n + 2];
            for (int x = n; x >= 0; x--) {
                probability[n][x] = distribution.probability(x);
                tail[n][x] = tail[n][x + 1] + probability[n][x];
            }
        }
    }

    double probability(int n, int x) {
        return probability[n][x];
    }

    /** {@code P(X > x)} for any {@code x}. */
    double above(int n, int x) {
        return x < 0 ? 1 : x >= n ? 0 : tail[n][x + 1];
    }

    /** Probability of more than {@code r1} among {@code n1} and more than {@code r} among {@code n}. */
    double rejection(int r1, int n1, int r, int n) {
        double[] first = probability[n1];
        double sum = 0;
        for (int x = r1 + 1; x <= n1; x++) {
            sum += first[x] * above(n - n1, r - x);
        }
        return sum;
    }
}
