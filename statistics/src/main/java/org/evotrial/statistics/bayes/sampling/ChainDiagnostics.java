package org.evotrial.statistics.bayes.sampling;

import org.evotrial.statistics.Admissible;

/**
 * What the chains say of one parameter, and whether to believe them.
 *
 * <p>Each chain is split in halves. {@code rHat = sqrt(((n - 1) / n W + B / n) / W)} with the variance {@code W} within and
 * {@code B / n} between the {@code m} halves of {@code n} draws: Gelman et al. 2013, section 11.4. The effective sample size
 * is {@code m n / (-1 + 2 sum of P_t)} with autocorrelations combined over the halves and Geyer's initial monotone sequence
 * {@code P_t} of paired sums, doi:10.1214/ss/1177011137; at most {@code m n log10(m n)}. Vehtari et al. 2021,
 * doi:10.1214/20-BA1221, from where also the limits of {@link #converged()} are; without their rank transform, so that
 * parameters with infinite variance are beyond it.
 *
 * @param mean over all draws
 * @param standardDeviation of all draws
 * @param rHat potential scale reduction, about 1 where the chains agree; infinite where each half is constant and they differ
 * @param effectiveSampleSize independent draws that would estimate the mean as well
 */
public record ChainDiagnostics(double mean, double standardDeviation, double rHat, double effectiveSampleSize) {
    private static final double LARGEST_R_HAT = 1.01;
    private static final double SMALLEST_SIZE = 400;

    /**
     * Diagnostics of a parameter.
     *
     * @param chains {@code [chain][draw][parameter]}, of the same length
     * @param parameter from 0
     * @return diagnostics
     * @throws IllegalArgumentException if there are no chains, fewer than 8 draws, chains of different length, or a draw is
     *     not finite
     */
    public static ChainDiagnostics of(double[][][] chains, int parameter) {
        double[][] halves = halves(chains, parameter);
        int m = halves.length;
        int n = halves[0].length;
        double[] means = new double[m];
        double grand = 0;
        for (int c = 0; c < m; c++) {
            means[c] = mean(halves[c]);
            grand += means[c] / m;
        }
        double within = 0;
        double between = 0;
        for (int c = 0; c < m; c++) {
            within += autocovariance(halves[c], means[c], 0) * n / (n - 1) / m;
            between += (means[c] - grand) * (means[c] - grand) / (m - 1);
        }
        double total = within * (n - 1) / n + between;
        double deviation = Math.sqrt(total);
        if (within == 0) {
            return new ChainDiagnostics(
                    grand, deviation, between > 0 ? Double.POSITIVE_INFINITY : 1, between > 0 ? m : (double) m * n);
        }
        return new ChainDiagnostics(
                grand, deviation, Math.sqrt(total / within), effectiveSize(halves, means, within, total));
    }

    /**
     * Whether the chains agree (rHat up to 1.01) and mix (effective sample size of at least 400). No proof of convergence.
     *
     * @return whether the diagnostics give no alarm
     */
    public boolean converged() {
        return rHat <= LARGEST_R_HAT && effectiveSampleSize >= SMALLEST_SIZE;
    }

    /**
     * The Monte Carlo standard error of the mean.
     *
     * @return standard deviation over the root of the effective sample size
     */
    public double standardErrorOfMean() {
        return standardDeviation / Math.sqrt(effectiveSampleSize);
    }

    private static double effectiveSize(double[][] halves, double[] means, double within, double total) {
        int n = halves[0].length;
        double sum = 0;
        double previous = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < n; lag += 2) {
            double pair =
                    correlation(halves, means, lag, within, total) + correlation(halves, means, lag + 1, within, total);
            if (pair <= 0) {
                break;
            }
            previous = Math.min(previous, pair);
            sum += previous;
        }
        double draws = (double) halves.length * n;
        return draws / Math.max(2 * sum - 1, 1 / StrictMath.log10(draws));
    }

    private static double correlation(double[][] halves, double[] means, int lag, double within, double total) {
        if (lag == 0) {
            return 1;
        }
        int n = halves[0].length;
        double covariance = 0;
        for (int c = 0; c < halves.length; c++) {
            covariance += autocovariance(halves[c], means[c], lag) * n / (n - 1) / halves.length;
        }
        return 1 - (within - covariance) / total;
    }

    /** Divided by n at every lag, which keeps the sequence positive definite. */
    private static double autocovariance(double[] values, double mean, int lag) {
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return sum / values.length;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value - values[0];
        }
        return values[0] + sum / values.length;
    }

    private static double[][] halves(double[][][] chains, int parameter) {
        Admissible.inRange("number of chains", chains.length, 1, Integer.MAX_VALUE);
        int draws = chains[0].length;
        Admissible.inRange("number of draws", draws, 8, Integer.MAX_VALUE);
        Admissible.inRange("parameter", parameter, 0, chains[0][0].length - 1L);
        double[][] halves = new double[2 * chains.length][draws / 2];
        for (int c = 0; c < chains.length; c++) {
            Admissible.inRange("number of draws of a chain", chains[c].length, draws, draws);
            for (int i = 0; i < draws / 2; i++) {
                halves[2 * c][i] = Admissible.finite("draw", chains[c][i][parameter]);
                halves[2 * c + 1][i] = Admissible.finite("draw", chains[c][draws - draws / 2 + i][parameter]);
            }
        }
        return halves;
    }
}
