package org.evotrial.patient.birthdeath;

import java.util.Arrays;
import org.evotrial.spi.StrictFunctions;
import org.jspecify.annotations.Nullable;

/**
 * Mean matrix M(t) = exp(G t) of a branching process of several types, its integral over the step, and the factorial
 * moments E[N_j (N_k - delta_jk)] of the family of one cell.
 *
 * <p>Over t/2^s, with no rate times time above 1/2, M and its integral are Taylor series of G + c I, which has no negative
 * element, so that nothing cancels and every element has its full relative precision; the factorial moments are the
 * integral of M(t-s) Q(s) by a Gauss-Legendre rule of 8 points. Then the process is composed with itself s times: M(2t) = M(t)^2, the integral
 * D(2t) = (I + M(t)) D(t), F_i(2t) = sum_l M_il F_l + M' F_i M.
 *
 * @see <a href="https://doi.org/10.1137/S00361445024180">Moler, Van Loan (2003), Nineteen dubious ways to compute the
 *     exponential of a matrix, SIAM Review 45, 3-49 (scaling and squaring)</a>
 */
final class FamilyMoments {
    private static final int TERMS = 17;
    private static final int TERMS_TO_START = 14;
    private static final double LARGEST = 0.5;
    private static final GaussLegendre RULE = GaussLegendre.COARSE;

    private final double[] mean;
    private final double[] integral;
    private final double[] factorial;
    private final double[] powers;
    private final double[] weights = new double[TERMS + 1];
    private final double[] scratch;
    private final double[] nodeMeans;
    private final double[] nodeRates;
    private int m;

    /** Workspace for so many states. */
    FamilyMoments(int mostStates) {
        int square = mostStates * mostStates;
        mean = new double[square];
        integral = new double[square];
        factorial = new double[square * mostStates];
        powers = new double[(TERMS + 1) * square];
        scratch = new double[square * mostStates];
        nodeMeans = new double[RULE.points() * square];
        nodeRates = new double[square];
    }

    /** Computes the mean matrix and its integral. */
    void computeMeans(int states, double[] generator, double days) {
        compute(states, generator, days, null, null);
    }

    /** Computes the mean matrix, its integral and the factorial moments. */
    void computeAll(int states, double[] generator, double days, double[] births, double[] productions) {
        compute(states, generator, days, births, productions);
    }

    /** Writes the mean matrix and its integral, row-major. */
    void copyTo(double[] means, double[] integrals) {
        System.arraycopy(mean, 0, means, 0, m * m);
        System.arraycopy(integral, 0, integrals, 0, m * m);
    }

    /** E[N_j (N_k - delta_jk)] of the family of one cell. */
    double factorial(int from, int j, int k) {
        return factorial[(from * m + j) * m + k];
    }

    private void compute(
            int states, double[] generator, double days, double @Nullable [] births, double @Nullable [] productions) {
        m = states;
        double shift = shift(generator);
        int halvings = halvings(generator, shift, days);
        double part = Math.scalb(days, -halvings);
        computePowers(generator, shift, part);
        sumSeries(shift, part);
        if (births != null && productions != null) {
            integrateMoments(shift, part, births, productions);
        }
        for (int i = 0; i < halvings; i++) {
            if (births != null) {
                doubleMoments();
            }
            multiply(mean, integral, scratch);
            for (int e = 0; e < m * m; e++) {
                integral[e] += scratch[e];
            }
            multiply(mean, mean, scratch);
            System.arraycopy(scratch, 0, mean, 0, m * m);
        }
    }

    private double shift(double[] generator) {
        double shift = -generator[0];
        for (int i = 1; i < m; i++) {
            shift = Math.max(shift, -generator[i * (m + 1)]);
        }
        return shift;
    }

    private int halvings(double[] generator, double shift, double days) {
        double fastest = Math.abs(shift);
        for (int i = 0; i < m; i++) {
            double sum = shift;
            for (int j = 0; j < m; j++) {
                sum += generator[i * m + j];
            }
            fastest = Math.max(fastest, sum);
        }
        int halvings = 0;
        for (double left = fastest * days; left > LARGEST; left *= 0.5) {
            halvings++;
        }
        return halvings;
    }

    /** (G + c I)^k t^k / k! for k = 0, ..., 17. */
    private void computePowers(double[] generator, double shift, double part) {
        int square = m * m;
        for (int e = 0; e < square; e++) {
            powers[e] = 0;
            scratch[e] = generator[e] * part;
        }
        for (int i = 0; i < m; i++) {
            powers[i * (m + 1)] = 1;
            scratch[i * (m + 1)] = (generator[i * (m + 1)] + shift) * part;
        }
        for (int k = 1; k <= TERMS; k++) {
            double inverse = 1.0 / k;
            int before = (k - 1) * square;
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    double sum = 0;
                    for (int l = 0; l < m; l++) {
                        sum += powers[before + i * m + l] * scratch[l * m + j];
                    }
                    powers[before + square + i * m + j] = sum * inverse;
                }
            }
        }
    }

    /** The weights t times the integral of s^k e^(-c t s) over [0, 1] obey a recurrence that is stable downwards. */
    private void sumSeries(double shift, double part) {
        double x = shift * part;
        double decay = StrictFunctions.exp(-x);
        double weight = decay / (TERMS + TERMS_TO_START + 1);
        for (int k = TERMS + TERMS_TO_START - 1; k >= 0; k--) {
            weight = (decay + x * weight) / (k + 1);
            if (k <= TERMS) {
                weights[k] = weight;
            }
        }
        int square = m * m;
        for (int e = 0; e < square; e++) {
            double sum = 0;
            double area = 0;
            for (int k = TERMS; k >= 0; k--) {
                sum += powers[k * square + e];
                area += weights[k] * powers[k * square + e];
            }
            mean[e] = decay * sum;
            integral[e] = part * area;
        }
    }

    /**
     * F_i is the integral of sum_l M_il(t-s) Q_l(s) with Q_l[jk] = M_lj R_lk + R_lj M_lk and R_l = b_l M_l + sum_n a_ln M_n:
     * two cells of the family descend from the two daughters of one division.
     */
    private void integrateMoments(double shift, double part, double[] births, double[] productions) {
        int square = m * m;
        int points = RULE.points();
        for (int q = 0; q < points; q++) {
            meanAt(RULE.node(q), StrictFunctions.exp(-shift * part * RULE.node(q)), q * square);
        }
        Arrays.fill(factorial, 0, square * m, 0);
        for (int q = 0; q < points; q++) {
            divisionRates(q * square, births, productions);
            addNode(RULE.weight(q) * part, q * square, (points - 1 - q) * square);
        }
    }

    private void meanAt(double node, double decay, int to) {
        int square = m * m;
        for (int e = 0; e < square; e++) {
            double sum = powers[TERMS * square + e];
            for (int k = TERMS - 1; k >= 0; k--) {
                sum = sum * node + powers[k * square + e];
            }
            nodeMeans[to + e] = decay * sum;
        }
    }

    private void divisionRates(int at, double[] births, double[] productions) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                double sum = births[i] * nodeMeans[at + i * m + j];
                for (int n = 0; n < m; n++) {
                    sum += productions[i * m + n] * nodeMeans[at + n * m + j];
                }
                nodeRates[i * m + j] = sum;
            }
        }
    }

    private void addNode(double weight, int at, int mirrored) {
        for (int l = 0; l < m; l++) {
            for (int j = 0; j < m; j++) {
                for (int k = 0; k <= j; k++) {
                    double pairs = nodeMeans[at + l * m + j] * nodeRates[l * m + k]
                            + nodeRates[l * m + j] * nodeMeans[at + l * m + k];
                    if (pairs != 0) {
                        addPairs(weight * pairs, mirrored + l, j, k);
                    }
                }
            }
        }
    }

    private void addPairs(double pairs, int column, int j, int k) {
        for (int i = 0; i < m; i++) {
            double more = pairs * nodeMeans[column + i * m];
            factorial[(i * m + j) * m + k] += more;
            if (j != k) {
                factorial[(i * m + k) * m + j] += more;
            }
        }
    }

    /** Pairs whose common ancestor lived in the second half, and those whose ancestor lived in the first. */
    private void doubleMoments() {
        int square = m * m;
        for (int i = 0; i < m; i++) {
            multiply(factorial, i * square, mean, nodeRates);
            for (int j = 0; j < m; j++) {
                for (int k = 0; k <= j; k++) {
                    double sum = 0;
                    for (int l = 0; l < m; l++) {
                        sum += mean[i * m + l] * factorial[(l * m + j) * m + k]
                                + mean[l * m + j] * nodeRates[l * m + k];
                    }
                    scratch[(i * m + j) * m + k] = sum;
                    scratch[(i * m + k) * m + j] = sum;
                }
            }
        }
        System.arraycopy(scratch, 0, factorial, 0, square * m);
    }

    private void multiply(double[] left, double[] right, double[] product) {
        multiply(left, 0, right, product);
    }

    private void multiply(double[] left, int at, double[] right, double[] product) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                double sum = 0;
                for (int l = 0; l < m; l++) {
                    sum += left[at + i * m + l] * right[l * m + j];
                }
                product[i * m + j] = sum;
            }
        }
    }
}
