package org.evotrial.statistics.survival;

import java.util.Arrays;

/**
 * Logarithm, score and information of Cox's partial likelihood with several covariates at a point; ties by Efron or
 * Breslow.
 */
final class CoxLikelihood {
    private final CoxSubjects subjects;
    private final boolean efron;
    private final int p;
    private final double[] risk;
    private final double[] s1;
    private final double[][] s2;
    private final double[] d1;
    private final double[][] d2;
    private final double[] mean;
    private double s0;
    private double d0;
    private int deaths;
    private int informativeTimes;
    private double logarithm;
    private final double[] score;
    private final double[][] information;

    CoxLikelihood(CoxSubjects subjects, Ties ties) {
        if (ties == Ties.DISCRETE) {
            throw new IllegalArgumentException("The ties (DISCRETE) must be EFRON or BRESLOW with covariates.");
        }
        this.subjects = subjects;
        efron = ties == Ties.EFRON;
        p = subjects.covariates();
        risk = new double[subjects.size()];
        s1 = new double[p];
        s2 = new double[p][p];
        d1 = new double[p];
        d2 = new double[p][p];
        mean = new double[p];
        score = new double[p];
        information = new double[p][p];
    }

    /** Computes everything at standardised coefficients. */
    void evaluate(double[] beta) {
        logarithm = 0;
        informativeTimes = 0;
        Arrays.fill(score, 0);
        clear(information);
        int i = 0;
        while (i < subjects.size()) {
            if (subjects.startsStratum(i)) {
                s0 = 0;
                Arrays.fill(s1, 0);
                clear(s2);
            }
            int end = subjects.endOfTies(i);
            enter(i, end, beta);
            if (deaths > 0) {
                addEvents();
            }
            i = end;
        }
    }

    private void enter(int from, int to, double[] beta) {
        d0 = 0;
        deaths = 0;
        Arrays.fill(d1, 0);
        clear(d2);
        for (int i = from; i < to; i++) {
            double[] x = subjects.x[i];
            double eta = dot(x, beta);
            double r = StrictMath.exp(eta);
            risk[i] = r;
            s0 += r;
            addTo(s1, s2, x, r);
            if (subjects.event[i]) {
                deaths++;
                d0 += r;
                addTo(d1, d2, x, r);
                logarithm += eta;
                for (int k = 0; k < p; k++) {
                    score[k] += x[k];
                }
            }
        }
    }

    private void addEvents() {
        boolean varies = false;
        for (int j = 0; j < deaths; j++) {
            double gone = efron ? (double) j / deaths : 0;
            double total = s0 - gone * d0;
            logarithm -= StrictMath.log(total);
            for (int k = 0; k < p; k++) {
                mean[k] = (s1[k] - gone * d1[k]) / total;
                score[k] -= mean[k];
            }
            for (int k = 0; k < p; k++) {
                for (int l = 0; l <= k; l++) {
                    double term = (s2[k][l] - gone * d2[k][l]) / total - mean[k] * mean[l];
                    information[k][l] += term;
                    information[l][k] = information[k][l];
                    varies |= k == l && term > 1e-12;
                }
            }
        }
        informativeTimes += varies ? 1 : 0;
    }

    private void addTo(double[] first, double[][] second, double[] x, double weight) {
        for (int k = 0; k < p; k++) {
            double wx = weight * x[k];
            first[k] += wx;
            for (int l = 0; l <= k; l++) {
                second[k][l] += wx * x[l];
            }
        }
    }

    double logarithm() {
        return logarithm;
    }

    double[] score() {
        return score;
    }

    double[][] information() {
        return information;
    }

    /** Event times at which the covariates of the risk set differ. */
    int informativeTimes() {
        return informativeTimes;
    }

    /** Hazards relative to the mean subject at the last point, in the order of the subjects. */
    double[] risks() {
        return risk;
    }

    boolean efron() {
        return efron;
    }

    /** {@code x'b}. */
    static double dot(double[] x, double[] b) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
            sum += x[k] * b[k];
        }
        return sum;
    }

    private static void clear(double[][] matrix) {
        for (double[] row : matrix) {
            Arrays.fill(row, 0);
        }
    }
}
