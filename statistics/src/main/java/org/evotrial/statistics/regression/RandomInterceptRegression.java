package org.evotrial.statistics.regression;

import java.util.Arrays;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.evotrial.statistics.Admissible;

/**
 * Linear regression with independent normal intercepts of groups, {@code y = X b + u_group + e}, by restricted maximum
 * likelihood (REML): Patterson and Thompson 1971, doi:10.1093/biomet/58.3.545.
 *
 * <p>With {@code lambda = Var(u) / Var(e)} and {@code n_g} observations of a group, subtracting {@code 1 - 1 / sqrt(1 + lambda
 * n_g)} times the group's means leaves independent errors; {@code lambda} maximises the restricted likelihood. Standardised
 * coefficients are taken as normal: with few groups that is only right for coefficients that are known from differences
 * within groups.
 */
public final class RandomInterceptRegression {
    private static final double SMALLEST_LOG_RATIO = -25;
    private static final double LARGEST_LOG_RATIO = 15;
    private static final int GRID = 40;

    private final double[][] design;
    private final double[] response;
    private final int[] groups;
    private final int[] sizes;
    private final double[][] designMeans;
    private final double[] responseMeans;

    private RandomInterceptRegression(double[][] design, double[] response, int[] groups, int count) {
        this.design = design;
        this.response = response;
        this.groups = groups;
        sizes = new int[count];
        designMeans = new double[count][design[0].length];
        responseMeans = new double[count];
        for (int i = 0; i < groups.length; i++) {
            sizes[groups[i]]++;
        }
        for (int i = 0; i < groups.length; i++) {
            int g = groups[i];
            responseMeans[g] += response[i] / sizes[g];
            for (int a = 0; a < design[i].length; a++) {
                designMeans[g][a] += design[i][a] / sizes[g];
            }
        }
    }

    /**
     * Fits.
     *
     * @param design one row per observation, with an intercept
     * @param response as many finite numbers
     * @param groups group of each observation, any numbers
     * @return fit; the log-likelihood is the restricted one
     * @throws IllegalArgumentException as {@link LinearRegression#fit}
     */
    public static RegressionFit fit(double[][] design, double[] response, int... groups) {
        LinearRegression.requireData(design, response, 1);
        Admissible.inRange("number of groups", groups.length, response.length, response.length);
        int[] distinct = Arrays.stream(groups).distinct().sorted().toArray();
        int[] indices = Arrays.stream(groups)
                .map(group -> Arrays.binarySearch(distinct, group))
                .toArray();
        return new RandomInterceptRegression(design, response, indices, distinct.length).best();
    }

    private RegressionFit best() {
        RegressionFit best = at(0);
        double step = (LARGEST_LOG_RATIO - SMALLEST_LOG_RATIO) / GRID;
        double top = Double.NEGATIVE_INFINITY;
        double where = SMALLEST_LOG_RATIO;
        for (int i = 0; i <= GRID; i++) {
            double logRatio = SMALLEST_LOG_RATIO + i * step;
            double value = at(StrictMath.exp(logRatio)).logLikelihood();
            if (value > top) {
                top = value;
                where = logRatio;
            }
        }
        double refined = new BrentOptimizer(1e-9, 1e-10)
                .optimize(
                        new MaxEval(300),
                        GoalType.MAXIMIZE,
                        new SearchInterval(where - step, where + step),
                        new UnivariateObjectiveFunction(
                                u -> at(StrictMath.exp(u)).logLikelihood()))
                .getPoint();
        RegressionFit fit = at(StrictMath.exp(refined));
        return fit.logLikelihood() > best.logLikelihood() ? fit : best;
    }

    /** The fit for a ratio of variances. */
    private RegressionFit at(double ratio) {
        int n = response.length;
        int p = design[0].length;
        double[][] x = new double[n][p];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            int g = groups[i];
            double share = 1 - 1 / Math.sqrt(1 + ratio * sizes[g]);
            y[i] = response[i] - share * responseMeans[g];
            for (int a = 0; a < p; a++) {
                x[i][a] = design[i][a] - share * designMeans[g][a];
            }
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        NormalEquations equations = NormalEquations.of(x, ones);
        double[] coefficients = equations.solve(NormalEquations.products(x, ones, y));
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double residual = y[i] - LinearRegression.linear(x[i], coefficients);
            squares += residual * residual;
        }
        double variance = squares / (n - p);
        double logDeterminant = equations.logDeterminant();
        for (int size : sizes) {
            logDeterminant += StrictMath.log1p(ratio * size);
        }
        double logLikelihood = -0.5 * ((n - p) * (StrictMath.log(2 * StrictMath.PI * variance) + 1) + logDeterminant);
        return new RegressionFit(coefficients, equations.inverse(variance), Double.POSITIVE_INFINITY, logLikelihood);
    }
}
