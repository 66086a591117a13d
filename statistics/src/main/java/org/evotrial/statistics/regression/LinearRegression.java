package org.evotrial.statistics.regression;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;

/**
 * Linear regression with independent normal errors of one variance: least squares, variance of the errors {@code RSS / (n - p)},
 * Student's t with {@code n - p} degrees of freedom.
 */
public final class LinearRegression {
    private LinearRegression() {}

    /**
     * Fits.
     *
     * @param design one row per observation, one column per coefficient; an intercept is a column of ones
     * @param response as many finite numbers
     * @return fit
     * @throws IllegalArgumentException if there are no more observations than coefficients, a number is not finite, or a column
     *     depends linearly on those before it
     */
    public static RegressionFit fit(double[][] design, double[] response) {
        requireData(design, response, 1);
        double[] weights = new double[response.length];
        Arrays.fill(weights, 1);
        NormalEquations equations = NormalEquations.of(design, weights);
        double[] coefficients = equations.solve(NormalEquations.products(design, weights, response));
        double squares = 0;
        for (int i = 0; i < response.length; i++) {
            double residual = response[i] - linear(design[i], coefficients);
            squares += residual * residual;
        }
        double degrees = (double) response.length - coefficients.length;
        double variance = squares / degrees;
        int n = response.length;
        double logLikelihood = -0.5 * n * (StrictMath.log(2 * StrictMath.PI * squares / n) + 1);
        return new RegressionFit(coefficients, equations.inverse(variance), degrees, logLikelihood);
    }

    static double linear(double[] row, double[] coefficients) {
        double sum = 0;
        for (int a = 0; a < coefficients.length; a++) {
            sum += row[a] * coefficients[a];
        }
        return sum;
    }

    /** Checks shapes and numbers, and that there are at least {@code spare} more observations than coefficients. */
    static void requireData(double[][] design, double[] response, int spare) {
        requireData(design, response);
        long least = (long) design[0].length + spare;
        Admissible.inRange("number of observations", response.length, least, Integer.MAX_VALUE);
    }

    /** Checks shapes and numbers. */
    static void requireData(double[][] design, double[] response) {
        Admissible.inRange("number of observations", response.length, 1, Integer.MAX_VALUE);
        Admissible.inRange("number of rows", design.length, response.length, response.length);
        int columns = (int) Admissible.inRange("number of columns", design[0].length, 1, Integer.MAX_VALUE);
        for (int i = 0; i < design.length; i++) {
            Admissible.finite("response", response[i]);
            Admissible.inRange("number of columns", design[i].length, columns, columns);
            for (double cell : design[i]) {
                Admissible.finite("cell of the design", cell);
            }
        }
    }
}
