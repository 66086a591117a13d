package org.evotrial.statistics.montecarlo;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Designs with binary responses whose error is known exactly, by enumeration of all outcomes. */
final class BinomialDesigns {
    private BinomialDesigns() {}

    /** Two arms of {@code n}, pooled z test; {@code p} is control, treatment. Rejects if z is at least {@code critical}. */
    static double twoArms(int n, double critical, double... p) {
        double[] control = masses(n, p[0]);
        double[] treatment = masses(n, p[1]);
        double error = 0;
        for (int x = 0; x <= n; x++) {
            for (int y = 0; y <= n; y++) {
                if (z(x, y, n) >= critical) {
                    error += control[x] * treatment[y];
                }
            }
        }
        return error;
    }

    /**
     * Control and two treatments, {@code n} per arm and stage. After the first stage the treatment with more responses goes
     * on (the first, if equal) unless it is below control; at the end it is tested against control on all data.
     */
    static double selection(int n, double critical, double... p) {
        double[][] first = {masses(n, p[0]), masses(n, p[1]), masses(n, p[2])};
        double error = 0;
        for (int x = 0; x <= n; x++) {
            for (int y = 0; y <= n; y++) {
                for (int w = 0; w <= n; w++) {
                    int best = w > y ? 2 : 1;
                    int most = Math.max(y, w);
                    if (most >= x) {
                        double here = first[0][x] * first[1][y] * first[2][w];
                        error += here * secondStage(n, critical, x, most, first[0], first[best]);
                    }
                }
            }
        }
        return error;
    }

    private static double secondStage(int n, double critical, int x, int most, double[] control, double[] treatment) {
        double error = 0;
        for (int x2 = 0; x2 <= n; x2++) {
            for (int y2 = 0; y2 <= n; y2++) {
                if (z(x + x2, most + y2, 2 * n) >= critical) {
                    error += control[x2] * treatment[y2];
                }
            }
        }
        return error;
    }

    private static double z(int x, int y, int n) {
        double pooled = (x + y) / (2.0 * n);
        return x == y ? 0 : (y - x) / Math.sqrt(2 * n * pooled * (1 - pooled));
    }

    private static double[] masses(int n, double p) {
        BinomialDistribution distribution = BinomialDistribution.of(n, p);
        double[] masses = new double[n + 1];
        for (int x = 0; x <= n; x++) {
            masses[x] = distribution.probability(x);
        }
        return masses;
    }
}
