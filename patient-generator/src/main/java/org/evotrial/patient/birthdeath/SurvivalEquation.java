package org.evotrial.patient.birthdeath;

import org.evotrial.spi.StrictFunctions;

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

    private final double[] series;
    private final double[] rates;

    /** Workspace for so many states. */
    SurvivalEquation(int mostStates) {
        series = new double[(ORDER + 1) * mostStates];
        rates = new double[ORDER * mostStates];
    }

    /**
     * Solves the equation.
     *
     * @param m number of states
     * @param births b_i
     * @param productions a_ij, row-major
     * @param generator G, row-major
     * @param days t
     * @param survival receives p(t)
     */
    void solve(int m, double[] births, double[] productions, double[] generator, double days, double[] survival) {
        for (int i = 0; i < m; i++) {
            survival[i] = 1;
        }
        double left = days;
        while (left > 0) {
            expand(m, births, productions, generator, survival);
            if (settled(m, left)) {
                return;
            }
            double step = Math.min(left, stepLength(m));
            for (int i = 0; i < m; i++) {
                survival[i] = Math.max(0, Math.min(survival[i], at(i, m, step)));
            }
            left -= step;
        }
    }

    private void expand(int m, double[] births, double[] productions, double[] generator, double[] survival) {
        System.arraycopy(survival, 0, series, 0, m);
        for (int n = 0; n < ORDER; n++) {
            int from = n * m;
            double inverse = 1.0 / (n + 1);
            for (int i = 0; i < m; i++) {
                double rate = births[i] * series[from + i];
                double change = 0;
                for (int j = 0; j < m; j++) {
                    rate += productions[i * m + j] * series[from + j];
                    change += generator[i * m + j] * series[from + j];
                }
                rates[from + i] = rate;
                for (int l = 0, k = i; l <= n; l++, k += m) {
                    change -= rates[k] * series[from + i + i - k];
                }
                series[from + m + i] = change * inverse;
            }
        }
    }

    /** Probabilities never grow and their changes only shrink, so that what is left to come is at most p' times the time left. */
    private boolean settled(int m, double left) {
        for (int i = 0; i < m; i++) {
            if (Math.abs(series[m + i]) * left > SETTLED * series[i]) {
                return false;
            }
        }
        return true;
    }

    private double stepLength(int m) {
        double last = 0;
        double lastButOne = 0;
        for (int i = 0; i < m; i++) {
            double scale = 1 / (series[i] + NEGLIGIBLE);
            last = Math.max(last, Math.abs(series[ORDER * m + i]) * scale);
            lastButOne = Math.max(lastButOne, Math.abs(series[(ORDER - 1) * m + i]) * scale);
        }
        return Math.min(root(last, ORDER), root(lastButOne, ORDER - 1));
    }

    private static double root(double coefficient, int order) {
        return coefficient < Double.MIN_NORMAL
                ? Double.POSITIVE_INFINITY
                : StrictFunctions.exp(StrictFunctions.log(TOLERANCE / coefficient) / order);
    }

    private double at(int i, int m, double step) {
        double sum = series[ORDER * m + i];
        for (int n = ORDER - 1; n >= 0; n--) {
            sum = sum * step + series[n * m + i];
        }
        return sum;
    }
}
