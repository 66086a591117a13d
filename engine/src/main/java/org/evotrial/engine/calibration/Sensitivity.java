package org.evotrial.engine.calibration;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * How the residuals follow the parameters near a point: the Jacobian by central differences on common random numbers,
 * and what Gauss and Newton make of it. Positions are in [0, 1].
 */
final class Sensitivity {
    private static final double STEP = 0.025;
    private static final double NEGLIGIBLE = 1e-3;
    private static final double UNDETERMINED = 1e-6;
    private static final double LONGEST_STEP = 0.25;

    private final RealMatrix jacobian;

    private Sensitivity(RealMatrix jacobian) {
        this.jacobian = jacobian;
    }

    /** Number of evaluations that {@link #at} takes. */
    static int evaluations(int parameters) {
        return 2 * parameters;
    }

    /** The sensitivity at positions. */
    static Sensitivity at(double[] positions, Objective objective) {
        double[][] columns = new double[positions.length][];
        for (int i = 0; i < positions.length; i++) {
            double[] below = positions.clone();
            double[] above = positions.clone();
            below[i] = Math.max(0, positions[i] - STEP);
            above[i] = Math.min(1, positions[i] + STEP);
            double[] low = objective.residuals(below);
            double[] high = objective.residuals(above);
            columns[i] = new double[low.length];
            for (int r = 0; r < low.length; r++) {
                columns[i][r] = (high[r] - low[r]) / (above[i] - below[i]);
            }
        }
        return new Sensitivity(MatrixUtils.createRealMatrix(columns).transpose());
    }

    /** The Gauss-Newton step from residuals, at most a quarter of a range; a fixed parameter stays. */
    double[] step(double[] residuals, int fixed) {
        RealMatrix moving = jacobian.copy();
        if (fixed >= 0) {
            moving.setColumn(fixed, new double[residuals.length]);
        }
        SingularValueDecomposition svd = new SingularValueDecomposition(moving);
        double[] singular = svd.getSingularValues();
        double[] step = new double[moving.getColumnDimension()];
        for (int k = 0; k < singular.length; k++) {
            if (singular[k] > NEGLIGIBLE * Math.max(1, singular[0])) {
                double along = -svd.getU().getColumnVector(k).dotProduct(MatrixUtils.createRealVector(residuals))
                        / singular[k];
                for (int i = 0; i < step.length; i++) {
                    step[i] += along * svd.getV().getEntry(i, k);
                }
            }
        }
        double longest = 0;
        for (double s : step) {
            longest = Math.max(longest, Math.abs(s));
        }
        for (int i = 0; longest > LONGEST_STEP && i < step.length; i++) {
            step[i] *= LONGEST_STEP / longest;
        }
        return step;
    }

    /** Covariance matrix of the positions, {@code (J'J)^-1}; enormous along directions that no residual follows. */
    RealMatrix covariance() {
        int n = jacobian.getColumnDimension();
        if (jacobian.getFrobeniusNorm() == 0) {
            return MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(1 / UNDETERMINED);
        }
        RealMatrix normal = jacobian.transpose().multiply(jacobian);
        SingularValueDecomposition svd = new SingularValueDecomposition(normal);
        double[] singular = svd.getSingularValues();
        RealMatrix covariance = MatrixUtils.createRealMatrix(n, n);
        for (int k = 0; k < n; k++) {
            double inverse = 1 / Math.max(singular[k], UNDETERMINED);
            RealMatrix v = svd.getV().getColumnMatrix(k);
            covariance = covariance.add(v.multiply(v.transpose()).scalarMultiply(inverse));
        }
        return covariance;
    }

    /** Correlation matrix of the estimates. */
    double[][] correlation() {
        RealMatrix covariance = covariance();
        int n = covariance.getColumnDimension();
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                correlation[i][j] = i == j
                        ? 1
                        : covariance.getEntry(i, j) / Math.sqrt(covariance.getEntry(i, i) * covariance.getEntry(j, j));
            }
        }
        return correlation;
    }

    /** Standard errors of the positions. */
    double[] standardErrors() {
        RealMatrix covariance = covariance();
        double[] errors = new double[covariance.getColumnDimension()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.sqrt(covariance.getEntry(i, i));
        }
        return errors;
    }

    /** A point moved by a step and kept within [0, 1]. */
    static double[] moved(double[] positions, double[] step, double factor) {
        double[] moved = new double[positions.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Math.max(0, Math.min(1, positions[i] + factor * step[i]));
        }
        return moved;
    }
}
