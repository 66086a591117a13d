package org.evotrial.patient.birthdeath;

import org.evotrial.spi.StrictFunctions;
import org.jspecify.annotations.Nullable;

/**
 * The probability p_i that the family of one cell of state i is alive at time t, by the backward equation of the branching
 * process: p_i' = sum_j G_ij p_j - p_i (b_i p_i + sum_j a_ij p_j), p(0) = 1, with the mean generator G.
 *
 * <p>Solved by Taylor series of order 22 in t, whose coefficients follow from a recurrence because the equation is quadratic.
 * A step is as long as the last two terms stay below 1e-13 of every p_i, so that small probabilities keep their
 * relative precision; about ten steps cover twenty times the reciprocal of the fastest rate.
 *
 * @see <a href="https://doi.org/10.1080/10586458.2005.10128904">Jorba, Zou (2005), A software package for the numerical
 *     integration of ODEs by means of high-order Taylor methods, Experimental Mathematics 14, 99-117</a>
 */
final class SurvivalEquation {
    private static final int ORDER = 22;
    private static final double TOLERANCE = 1e-13;
    private static final double SETTLED = 1e-15;
    /** Probabilities below it have no precision to keep. */
    static final double NEGLIGIBLE = 1e-20;

    private static final int LENGTH = ORDER + 1;

    private final double[] series;
    private final double[] rates;

    /** Workspace for so many states. */
    SurvivalEquation(int mostStates) {
        series = new double[LENGTH * mostStates];
        rates = new double[LENGTH * mostStates];
    }

    /**
     * Solves the equation.
     *
     * @param m number of states
     * @param births b_i
     * @param productions a_ij, row-major, or null if there are none
     * @param generator G, row-major
     * @param days t
     * @param survival receives p(t)
     */
    void solve(
            int m,
            double[] births,
            double @Nullable [] productions,
            double[] generator,
            double days,
            double[] survival) {
        for (int i = 0; i < m; i++) {
            survival[i] = 1;
        }
        double left = days;
        while (left > 0) {
            for (int i = 0; i < m; i++) {
                series[i * LENGTH] = survival[i];
            }
            if (productions == null) {
                expandSquares(m, births, generator);
            } else {
                expandProducts(m, births, productions, generator);
            }
            if (settled(m, left)) {
                return;
            }
            double step = Math.min(left, stepLength(m));
            for (int i = 0; i < m; i++) {
                survival[i] = Math.max(0, Math.min(survival[i], at(i * LENGTH, step)));
            }
            left -= step;
        }
    }

    /** Without productions the quadratic term of p_i is a square, whose series has half as many products. */
    private void expandSquares(int m, double[] births, double[] generator) {
        for (int n = 0; n < ORDER; n++) {
            double inverse = 1.0 / (n + 1);
            for (int i = 0; i < m; i++) {
                double change = linear(i, n, m, generator) - births[i] * square(i * LENGTH, n);
                series[i * LENGTH + n + 1] = change * inverse;
            }
        }
    }

    private double square(int at, int n) {
        int l = at;
        int k = at + n;
        double even = 0;
        double odd = 0;
        for (; l + 1 < k - 1; l += 2, k -= 2) {
            even += series[l] * series[k];
            odd += series[l + 1] * series[k - 1];
        }
        if (l < k) {
            even += series[l] * series[k];
            l++;
            k--;
        }
        double twice = 2 * (even + odd);
        return l == k ? twice + series[l] * series[l] : twice;
    }

    private void expandProducts(int m, double[] births, double[] productions, double[] generator) {
        for (int n = 0; n < ORDER; n++) {
            double inverse = 1.0 / (n + 1);
            for (int i = 0; i < m; i++) {
                int at = i * LENGTH;
                rates[at + n] = births[i] * series[at + n] + linear(i, n, m, productions);
                double change = linear(i, n, m, generator) - product(at, n);
                series[at + n + 1] = change * inverse;
            }
        }
    }

    private double product(int at, int n) {
        double even = 0;
        double odd = 0;
        int l = at;
        int k = at + n;
        for (; l < at + n; l += 2, k -= 2) {
            even += rates[l] * series[k];
            odd += rates[l + 1] * series[k - 1];
        }
        return l == at + n ? even + odd + rates[l] * series[k] : even + odd;
    }

    private double linear(int i, int n, int m, double[] matrix) {
        double sum = 0;
        for (int j = 0; j < m; j++) {
            sum += matrix[i * m + j] * series[j * LENGTH + n];
        }
        return sum;
    }

    /** Probabilities never grow and their changes only shrink, so that what is left to come is at most p' times the time left. */
    private boolean settled(int m, double left) {
        for (int i = 0; i < m; i++) {
            if (Math.abs(series[i * LENGTH + 1]) * left > SETTLED * series[i * LENGTH]) {
                return false;
            }
        }
        return true;
    }

    private double stepLength(int m) {
        double last = 0;
        double lastButOne = 0;
        for (int i = 0; i < m; i++) {
            int at = i * LENGTH;
            double scale = 1 / (series[at] + NEGLIGIBLE);
            last = Math.max(last, Math.abs(series[at + ORDER]) * scale);
            lastButOne = Math.max(lastButOne, Math.abs(series[at + ORDER - 1]) * scale);
        }
        return Math.min(root(last, ORDER), root(lastButOne, ORDER - 1));
    }

    private static double root(double coefficient, int order) {
        return coefficient < Double.MIN_NORMAL
                ? Double.POSITIVE_INFINITY
                : StrictFunctions.exp(StrictFunctions.log(TOLERANCE / coefficient) / order);
    }

    private double at(int at, double step) {
        double sum = series[at + ORDER];
        for (int n = at + ORDER - 1; n >= at; n--) {
            sum = sum * step + series[n];
        }
        return sum;
    }
}
