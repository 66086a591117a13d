package org.evotrial.statistics.multiplicity;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;

/**
 * The multivariate normal distribution with product correlation: {@code Z_i = b_i X + sqrt(1 - b_i^2) E_i} with
 * independent standard normal {@code X, E_1, ..., E_m}, so that {@code Corr(Z_i, Z_j) = b_i b_j}.
 *
 * <p>Comparisons of {@code m} arms with one control have it with {@code b_i = sqrt(n_i / (n_i + n_0))} (Dunnett 1955,
 * doi:10.1080/01621459.1955.10501294), and so has any pair of statistics with correlation {@code rho}. Probabilities
 * need one integral over {@code X}, done here by the trapezoidal rule, whose error falls faster than any power of the
 * step for these integrands: about 1e-14, and relative to the tail for upper tails. A mean {@code mu_i} is a shift of the
 * bound: {@code P(Z_i + mu_i <= c_i) = P(Z_i <= c_i - mu_i)}. Normal, not t: degrees of freedom are taken as infinite.
 */
public final class DunnettDistribution implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double REACH = 9;
    private static final double FARTHEST = 40;
    private static final double STEP = 0.65;

    private final double[] loadings;
    private final double[] slopes;
    private final double[] perSd;
    private final double step;

    private DunnettDistribution(double[] loadings) {
        int m = loadings.length;
        if (m == 0) {
            throw new IllegalArgumentException("The number of statistics (0) must be at least 1.");
        }
        this.loadings = loadings.clone();
        this.slopes = new double[m];
        this.perSd = new double[m];
        double curvature = 1;
        for (int i = 0; i < m; i++) {
            double b = loadings[i];
            if (!(b > -1 && b < 1)) {
                throw new IllegalArgumentException(String.format("The loading (%s) must be in (-1, 1).", b));
            }
            perSd[i] = 1 / Math.sqrt((1 - b) * (1 + b));
            slopes[i] = b * perSd[i];
            curvature += slopes[i] * slopes[i];
        }
        this.step = STEP / Math.sqrt(curvature);
    }

    /**
     * The distribution with correlations {@code b_i b_j}.
     *
     * @param loadings {@code b_i}, in (-1, 1), at least one
     * @return the distribution
     * @throws IllegalArgumentException if there is no loading or one is outside (-1, 1)
     */
    public static DunnettDistribution ofLoadings(double... loadings) {
        return new DunnettDistribution(loadings);
    }

    /**
     * Arms against one control, variances known and equal: {@code b_i = sqrt(n_i / (n_i + n_0))}.
     *
     * @param control sample size (or information) of the control, positive
     * @param arms sample sizes of the other arms, positive, at least one
     * @return the distribution
     * @throws IllegalArgumentException if a size is not positive
     */
    public static DunnettDistribution ofSampleSizes(double control, double... arms) {
        Admissible.positive("control sample size", control);
        double[] b = new double[arms.length];
        for (int i = 0; i < b.length; i++) {
            double n = Admissible.positive("arm sample size", arms[i]);
            b[i] = Math.sqrt(n / (n + control));
        }
        return new DunnettDistribution(b);
    }

    /**
     * Statistics with one common correlation; .5 is Dunnett's with equal group sizes.
     *
     * @param statistics {@code m}, at least 1
     * @param correlation in [0, 1)
     * @return the distribution
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static DunnettDistribution equicorrelated(int statistics, double correlation) {
        Admissible.inRange("number of statistics", statistics, 1, Integer.MAX_VALUE);
        if (!(correlation >= 0 && correlation < 1)) {
            throw new IllegalArgumentException(String.format("The correlation (%s) must be in [0, 1).", correlation));
        }
        double[] b = new double[statistics];
        Arrays.fill(b, Math.sqrt(correlation));
        return new DunnettDistribution(b);
    }

    /**
     * Number of statistics.
     *
     * @return {@code m}
     */
    public int dimension() {
        return loadings.length;
    }

    /**
     * The distribution of some of the statistics.
     *
     * @param members bit {@code i} set where statistic {@code i} belongs; at least one
     * @return the marginal distribution, in the same order
     * @throws IllegalArgumentException if no statistic belongs
     */
    public DunnettDistribution marginal(int members) {
        double[] kept = new double[loadings.length];
        int count = 0;
        for (int i = 0; i < loadings.length; i++) {
            if ((members >> i & 1) != 0) {
                kept[count++] = loadings[i];
            }
        }
        return new DunnettDistribution(Arrays.copyOf(kept, count));
    }

    /**
     * {@code P(Z_i <= c_i for all i)}.
     *
     * @param bounds {@code c_i}, one per statistic; infinities allowed
     * @return probability
     * @throws IllegalArgumentException if the number of bounds is wrong or one is NaN
     */
    public double cumulative(double... bounds) {
        requireBounds(bounds);
        double sum = 0;
        for (double x = -REACH; x <= REACH; x += step) {
            double product = StandardNormal.density(x);
            for (int i = 0; i < bounds.length; i++) {
                product *= StandardNormal.cumulative(bounds[i] * perSd[i] - slopes[i] * x);
            }
            sum += product;
        }
        return Math.min(1, sum * step);
    }

    /**
     * {@code P(Z_i > c_i for at least one i)}, to full relative accuracy.
     *
     * @param bounds {@code c_i}, one per statistic; infinities allowed
     * @return probability
     * @throws IllegalArgumentException if the number of bounds is wrong or one is NaN
     */
    public double upperTail(double... bounds) {
        requireBounds(bounds);
        double low = -REACH;
        double high = REACH;
        for (int i = 0; i < bounds.length; i++) {
            double peak = loadings[i] * Math.max(0, Math.min(FARTHEST, bounds[i]));
            low = Math.min(low, peak - REACH);
            high = Math.max(high, peak + REACH);
        }
        double sum = 0;
        for (double x = low; x <= high; x += step) {
            double logNone = 0;
            for (int i = 0; i < bounds.length; i++) {
                logNone += StrictMath.log1p(-StandardNormal.survival(bounds[i] * perSd[i] - slopes[i] * x));
            }
            sum -= StandardNormal.density(x) * StrictMath.expm1(logNone);
        }
        return Math.min(1, sum * step);
    }

    /**
     * {@code P(max Z_i > c)}: the single-step adjusted p-value of the statistic {@code c}.
     *
     * @param bound {@code c}, not NaN
     * @return probability
     * @throws IllegalArgumentException if the bound is NaN
     */
    public double maximumUpperTail(double bound) {
        double[] bounds = new double[loadings.length];
        Arrays.fill(bounds, bound);
        return upperTail(bounds);
    }

    /**
     * The {@code c} with {@code P(max Z_i > c) = alpha}: the one-sided critical value of Dunnett's test.
     *
     * @param alpha familywise level in (0, 1)
     * @return critical value
     * @throws IllegalArgumentException if alpha is outside (0, 1)
     */
    public double criticalValue(double alpha) {
        Admissible.openProbability("alpha", alpha);
        double low = StandardNormal.upperQuantile(alpha);
        if (loadings.length == 1) {
            return low;
        }
        double high = StandardNormal.upperQuantile(alpha / loadings.length);
        return new BrentSolver(1e-15, 1e-13, 1e-15)
                .findRoot(c -> StrictMath.log(maximumUpperTail(c) / alpha), low - 1e-6, high + 1e-6);
    }

    private void requireBounds(double[] bounds) {
        if (bounds.length != loadings.length) {
            throw new IllegalArgumentException(String.format(
                    "The number of bounds (%d) must be that of the statistics (%d).", bounds.length, loadings.length));
        }
        for (double bound : bounds) {
            if (Double.isNaN(bound)) {
                throw new IllegalArgumentException("The bound (NaN) must be a number or infinite.");
            }
        }
    }
}
