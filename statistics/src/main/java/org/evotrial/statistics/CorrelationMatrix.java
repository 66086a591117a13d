package org.evotrial.statistics;

/** What a matrix of correlations must be, and what is said where it is not. */
final class CorrelationMatrix {
    private static final double ROUNDING = 1e-8;

    private CorrelationMatrix() {}

    /** Accepts a symmetric, positive semi-definite matrix of the given size with ones on its diagonal. */
    static void require(double[][] matrix, int size) {
        Admissible.inRange("number of rows of the correlation matrix", matrix.length, size, size);
        for (int i = 0; i < size; i++) {
            Admissible.inRange("number of columns of the correlation matrix", matrix[i].length, size, size);
            for (int j = 0; j <= i; j++) {
                double r = matrix[i][j];
                boolean good = i == j ? r == 1 : r >= -1 && r <= 1 && r == matrix[j][i];
                if (!good) {
                    throw new IllegalArgumentException(String.format(
                            "The correlation (%s) of variables %d and %d must be in [-1, 1], the same on both sides of the diagonal, and 1 on it.",
                            r, j, i));
                }
            }
        }
        requireNonNegative(matrix, size);
    }

    /** Cholesky's factors, with a pivot of 0 where the variables before determine one. */
    private static void requireNonNegative(double[][] matrix, int size) {
        double[][] factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                if (i == j) {
                    requirePivot(i, rest);
                    factor[i][i] = Math.sqrt(Math.max(0, rest));
                } else {
                    factor[i][j] = factor[j][j] > ROUNDING ? rest / factor[j][j] : 0;
                }
            }
        }
    }

    private static void requirePivot(int variable, double variance) {
        if (variance < -ROUNDING) {
            throw new IllegalArgumentException(String.format(
                    "The correlation matrix must be positive semi-definite; variable %d has the variance %s given those before it.",
                    variable, variance));
        }
    }
}
