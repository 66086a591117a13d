package org.evotrial.statistics.regression;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;

/**
 * The posterior of regression coefficients with a normal prior {@code N(0, Q^-1)}, given its precision matrix {@code Q}: exact for
 * normal errors of known variance, by Laplace's approximation for binary responses.
 */
public final class PenalisedRegression {
    private static final int MOST_STEPS = 200;
    /** Twice what the logarithm of the posterior could still gain; its root is a distance in posterior deviations. */
    private static final double CONVERGED = 1e-13;

    private final double[][] design;
    private final double[] response;
    private final double[][] crossProducts;
    private final double[] products;
    private final double squares;

    /**
     * Data.
     *
     * @param design one row per observation
     * @param response as many finite numbers; 0 and 1 for {@link #logistic}
     * @throws IllegalArgumentException if the data are not admissible
     */
    public PenalisedRegression(double[][] design, double[] response) {
        LinearRegression.requireData(design, response);
        this.design = design;
        this.response = response;
        double[] ones = new double[response.length];
        Arrays.fill(ones, 1);
        crossProducts = NormalEquations.crossProducts(design, ones);
        products = NormalEquations.products(design, ones, response);
        squares = Arrays.stream(response).map(y -> y * y).sum();
    }

    /**
     * Normal errors.
     *
     * @param variance of the errors, positive
     * @param precision {@code Q}, symmetric; with the data it must determine every coefficient
     * @return posterior mean and covariance; the log-likelihood is the logarithm of the marginal density of the responses without
     *     {@code log det Q / 2} and constants
     * @throws IllegalArgumentException if the variance is not positive or a coefficient is not determined
     */
    public RegressionFit linear(double variance, double[][] precision) {
        Admissible.positive("variance", variance);
        int p = products.length;
        double[][] information = new double[p][p];
        double[] right = new double[p];
        for (int a = 0; a < p; a++) {
            right[a] = products[a] / variance;
            for (int b = 0; b <= a; b++) {
                information[a][b] = crossProducts[a][b] / variance + precision[a][b];
            }
        }
        NormalEquations equations = NormalEquations.factored(information);
        double[] mean = equations.solve(right);
        double fitted = LinearRegression.linear(right, mean);
        double logMarginal = -0.5
                * (response.length * StrictMath.log(variance)
                        + squares / variance
                        - fitted
                        + equations.logDeterminant());
        return new RegressionFit(mean, equations.inverse(1), Double.POSITIVE_INFINITY, logMarginal);
    }

    /**
     * Binary responses on the logistic scale.
     *
     * @param precision {@code Q}, symmetric; with the data it must determine every coefficient
     * @return posterior mode and inverse curvature; the log-likelihood is Laplace's approximation of the logarithm of the marginal
     *     probability of the responses without {@code log det Q / 2} and constants
     * @throws IllegalArgumentException if a coefficient is not determined
     * @throws ArithmeticException if Newton's method does not converge
     */
    public RegressionFit logistic(double[][] precision) {
        int p = products.length;
        double[] mode = new double[p];
        double[] weights = new double[response.length];
        double[] residuals = new double[response.length];
        double[] step = new double[p];
        double before = Double.NEGATIVE_INFINITY;
        double damping = 1;
        for (int i = 0; i < MOST_STEPS; i++) {
            double value = evaluate(mode, weights, residuals) - 0.5 * quadratic(precision, mode);
            // A stiff prior leaves rounding errors in the value.
            if (value < before - 1e-6 * (1 + Math.abs(before)) && damping > 1e-6) {
                damping *= 0.5;
                move(mode, step, -damping);
                continue;
            }
            damping = 1;
            before = value;
            double[] score = score(residuals, precision, mode);
            NormalEquations equations = information(weights, precision);
            step = equations.solve(score);
            if (Math.abs(LinearRegression.linear(score, step)) < CONVERGED) {
                double logMarginal = value - 0.5 * equations.logDeterminant();
                return new RegressionFit(mode, equations.inverse(1), Double.POSITIVE_INFINITY, logMarginal);
            }
            move(mode, step, 1);
        }
        throw new ArithmeticException("Newton's method for the posterior mode does not converge.");
    }

    private NormalEquations information(double[] weights, double[][] precision) {
        double[][] information = NormalEquations.crossProducts(design, weights);
        for (int a = 0; a < information.length; a++) {
            for (int b = 0; b <= a; b++) {
                information[a][b] += precision[a][b];
            }
        }
        return NormalEquations.factored(information);
    }

    private double evaluate(double[] mode, double[] weights, double[] residuals) {
        return LogisticRegression.evaluate(design, response, mode, weights, residuals);
    }

    private double[] score(double[] residuals, double[][] precision, double[] mode) {
        double[] score = new double[mode.length];
        for (int i = 0; i < design.length; i++) {
            for (int a = 0; a < score.length; a++) {
                score[a] += design[i][a] * residuals[i];
            }
        }
        for (int a = 0; a < score.length; a++) {
            score[a] -= LinearRegression.linear(precision[a], mode);
        }
        return score;
    }

    private static double quadratic(double[][] precision, double[] mode) {
        double sum = 0;
        for (int a = 0; a < mode.length; a++) {
            sum += mode[a] * LinearRegression.linear(precision[a], mode);
        }
        return sum;
    }

    private static void move(double[] mode, double[] step, double factor) {
        for (int a = 0; a < mode.length; a++) {
            mode[a] += factor * step[a];
        }
    }
}
