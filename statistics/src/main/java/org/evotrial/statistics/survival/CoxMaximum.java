package org.evotrial.statistics.survival;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Newton's search for the maximum of a partial likelihood, on standardised covariates: with halved steps while the
 * likelihood falls. The likelihood is concave, so there is one maximum, or it rises for ever in some direction.
 */
final class CoxMaximum {
    private static final int MOST_ITERATIONS = 200;
    private static final int MOST_HALVINGS = 30;
    private static final double TOLERANCE = 1e-10;
    private static final double LARGEST_STEP = 4;
    /**
     * A step that moves a linear predictor by more, and the likelihood by no more than {@link #NO_GAIN} of it, says that the
     * likelihood is monotone: at a finite maximum events of both directions balance, and the information is of order 1.
     */
    private static final double LONG_STEP = 0.1;

    private static final double NO_GAIN = 1e-9;

    private static final double SINGULAR = 1e-9;
    private static final double DIVERGING = 1e-3;

    private final CoxSubjects subjects;
    private final CoxLikelihood likelihood;
    private final double[] beta;
    private double[] step;
    private final double nullLogarithm;
    private final double scoreStatistic;
    private final CoxTwoArm.Status status;

    CoxMaximum(CoxSubjects subjects, CoxLikelihood likelihood) {
        this.subjects = subjects;
        this.likelihood = likelihood;
        int p = subjects.covariates();
        beta = new double[p];
        step = new double[p];
        likelihood.evaluate(beta);
        nullLogarithm = likelihood.logarithm();
        if (likelihood.informativeTimes() == 0) {
            status = CoxTwoArm.Status.NO_INFORMATION;
            scoreStatistic = 0;
            return;
        }
        requireIndependent(likelihood.information());
        step = solve();
        scoreStatistic = CoxLikelihood.dot(likelihood.score(), step);
        status = climb();
    }

    private CoxTwoArm.Status climb() {
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double largest = 0;
            for (double[] x : subjects.x) {
                largest = Math.max(largest, Math.abs(CoxLikelihood.dot(x, step)));
            }
            double before = likelihood.logarithm();
            advance(Math.min(1, LARGEST_STEP / Math.max(largest, 1e-300)));
            if (largest <= TOLERANCE) {
                return CoxTwoArm.Status.ESTIMATED;
            }
            boolean flat = likelihood.logarithm() - before <= NO_GAIN * (1 + Math.abs(before));
            if (flat && largest > LONG_STEP) {
                return CoxTwoArm.Status.MONOTONE_LIKELIHOOD;
            }
            step = solve();
        }
        throw new ArithmeticException(
                String.format("The partial likelihood was not maximised in %d iterations.", MOST_ITERATIONS));
    }

    /** Takes the step, or as much of it as makes the likelihood rise. */
    private void advance(double share) {
        double before = likelihood.logarithm();
        double[] start = beta.clone();
        double part = share;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            for (int k = 0; k < beta.length; k++) {
                beta[k] = start[k] + part * step[k];
            }
            likelihood.evaluate(beta);
            if (likelihood.logarithm() >= before - 1e-9 * Math.abs(before)) {
                return;
            }
            part *= 0.5;
        }
    }

    private double[] solve() {
        RealMatrix information = new Array2DRowRealMatrix(likelihood.information());
        EigenDecomposition eigen = new EigenDecomposition(information);
        double[] gradient = likelihood.score();
        double[] result = new double[gradient.length];
        for (int j = 0; j < result.length; j++) {
            double[] vector = eigen.getEigenvector(j).toArray();
            double value = Math.max(eigen.getRealEigenvalue(j), 1e-13);
            double along = CoxLikelihood.dot(vector, gradient) / value;
            for (int k = 0; k < result.length; k++) {
                result[k] += along * vector[k];
            }
        }
        return result;
    }

    private static void requireIndependent(double[][] information) {
        double[] values = new EigenDecomposition(new Array2DRowRealMatrix(information)).getRealEigenvalues();
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : values) {
            largest = Math.max(largest, value);
            smallest = Math.min(smallest, value);
        }
        if (smallest <= SINGULAR * largest) {
            throw new IllegalArgumentException(String.format(
                    "The covariates must be linearly independent within the risk sets; the smallest eigenvalue of their information is %s of the largest.",
                    smallest / largest));
        }
    }

    CoxTwoArm.Status status() {
        return status;
    }

    /** Standardised coefficients; infinite where the likelihood rises for ever. */
    double[] coefficients() {
        double[] result = beta.clone();
        if (status == CoxTwoArm.Status.MONOTONE_LIKELIHOOD) {
            double largest = 0;
            for (double s : step) {
                largest = Math.max(largest, Math.abs(s));
            }
            for (int k = 0; k < result.length; k++) {
                if (Math.abs(step[k]) > DIVERGING * largest) {
                    result[k] = Math.copySign(Double.POSITIVE_INFINITY, step[k]);
                }
            }
        }
        return result;
    }

    double nullLogarithm() {
        return nullLogarithm;
    }

    double scoreStatistic() {
        return scoreStatistic;
    }
}
