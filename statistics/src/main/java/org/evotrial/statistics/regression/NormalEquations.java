package org.evotrial.statistics.regression;

/**
 * Cross products of a weighted design and their Cholesky factor. Columns are scaled to unit length first, so that a pivot says
 * how much of a column the ones before it leave.
 */
final class NormalEquations {
    private static final double DEPENDENT = 1e-10;

    private final int columns;
    private final double[] scale;
    private final double[][] factor;

    private NormalEquations(int columns, double[] scale, double[][] factor) {
        this.columns = columns;
        this.scale = scale;
        this.factor = factor;
    }

    /**
     * Factors {@code X' W X}.
     *
     * @throws IllegalArgumentException if a column depends linearly on those before it
     */
    static NormalEquations of(double[][] design, double[] weights) {
        return factored(crossProducts(design, weights));
    }

    /** The lower triangle of {@code X' W X}. */
    static double[][] crossProducts(double[][] design, double[] weights) {
        int columns = design[0].length;
        double[][] products = new double[columns][columns];
        for (int i = 0; i < design.length; i++) {
            double[] row = design[i];
            for (int a = 0; a < columns; a++) {
                double weighted = weights[i] * row[a];
                if (weighted != 0) {
                    for (int b = 0; b <= a; b++) {
                        products[a][b] += weighted * row[b];
                    }
                }
            }
        }
        return products;
    }

    /** Factors a symmetric matrix given by its lower triangle. */
    static NormalEquations factored(double[][] products) {
        int columns = products.length;
        double[] scale = new double[columns];
        for (int a = 0; a < columns; a++) {
            scale[a] = Math.sqrt(products[a][a]);
        }
        double[][] factor = new double[columns][columns];
        for (int a = 0; a < columns; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = products[a][b] / (scale[a] * scale[b]);
                for (int c = 0; c < b; c++) {
                    sum -= factor[a][c] * factor[b][c];
                }
                if (a != b) {
                    factor[a][b] = sum / factor[b][b];
                } else if (sum > DEPENDENT) {
                    factor[a][a] = Math.sqrt(sum);
                } else {
                    throw new IllegalArgumentException(String.format(
                            "The column (%d) of the design must not depend linearly on those before it.", a));
                }
            }
        }
        return new NormalEquations(columns, scale, factor);
    }

    /** Solves {@code X' W X b = r}. */
    double[] solve(double[] right) {
        double[] solution = new double[columns];
        for (int a = 0; a < columns; a++) {
            double sum = right[a] / scale[a];
            for (int c = 0; c < a; c++) {
                sum -= factor[a][c] * solution[c];
            }
            solution[a] = sum / factor[a][a];
        }
        for (int a = columns - 1; a >= 0; a--) {
            double sum = solution[a];
            for (int c = a + 1; c < columns; c++) {
                sum -= factor[c][a] * solution[c];
            }
            solution[a] = sum / factor[a][a];
        }
        for (int a = 0; a < columns; a++) {
            solution[a] /= scale[a];
        }
        return solution;
    }

    /** {@code (X' W X)^-1}, times a number. */
    double[][] inverse(double times) {
        double[][] inverse = new double[columns][];
        for (int a = 0; a < columns; a++) {
            double[] unit = new double[columns];
            unit[a] = times;
            inverse[a] = solve(unit);
        }
        return inverse;
    }

    /** {@code log det X' W X}. */
    double logDeterminant() {
        double sum = 0;
        for (int a = 0; a < columns; a++) {
            sum += 2 * StrictMath.log(factor[a][a] * scale[a]);
        }
        return sum;
    }

    /** {@code X' W z}. */
    static double[] products(double[][] design, double[] weights, double[] response) {
        double[] products = new double[design[0].length];
        for (int i = 0; i < design.length; i++) {
            for (int a = 0; a < products.length; a++) {
                products[a] += weights[i] * design[i][a] * response[i];
            }
        }
        return products;
    }
}
